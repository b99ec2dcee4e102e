import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { findDocument } from "./result-document.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await visitor(args);
  const { id = "" } = args.params;

  const { document } = await findDocument(visit, id);
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="uitslag-${id}.json"` },
  });
}
