import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { chosenNote, noteChoice } from "./note-choice.ts";

/** The note as a Markdown file. */
export async function loader(args: LoaderFunctionArgs) {
  const { db } = await visitor(args);
  const { markdown } = await chosenNote(db, noteChoice(new URL(args.request.url).searchParams));
  return new Response(markdown, { headers: { "Content-Type": "text/markdown; charset=utf-8", "Content-Disposition": 'attachment; filename="notitie.md"', "Cache-Control": "private, no-store" } });
}
