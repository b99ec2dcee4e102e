import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { notFound } from "#app/platform/http.ts";
import { findNewestEdition } from "#db/queries/requirement-sets.ts";
import { SET_FORMATS, setFile } from "./set-files.ts";

/** The newest edition as a file, by the ending of the address. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const edition = (await findNewestEdition(context.db, context.actor, args.params["slug"] ?? "")) ?? notFound();
  const ending = /\.(\w+)$/.exec(new URL(args.request.url).pathname)?.[1];
  return setFile(context, edition, SET_FORMATS.find((format) => format === ending) ?? notFound());
}
