import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { notFound } from "#app/platform/http.ts";
import { editionAsked } from "./find-edition.ts";
import { SET_FORMATS, setFile } from "./set-files.ts";

/** One edition as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const edition = await editionAsked(context, args.params["slug"], args.params["version"]);
  return setFile(context, edition, SET_FORMATS.find((format) => format === args.params["format"]) ?? notFound());
}
