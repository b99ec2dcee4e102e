import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { paths } from "#app/paths.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { noteText } from "#app/text/building-blocks.ts";
import { pageTitle } from "#app/text/format.ts";
import { Markdown } from "#app/ui/markdown.tsx";
import { chosenNote, noteAddress, noteChoice } from "./note-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(noteText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await visitor(args);
  const choice = noteChoice(new URL(args.request.url).searchParams);
  const [heading = "", ...body] = (await chosenNote(db, choice)).markdown.split("\n");
  return { title: heading.replace(/^# /, "").replace(/\\(.)/g, "$1"), html: asWholePage(await toHtml(body.join("\n"))), back: noteAddress(paths.noteComposer, choice) };
}

/** Markdown makes headings that fit below those of a page; here the note is the page. */
const asWholePage = (html: string): string => html.replace(/<(\/?)h([45])>/g, (_, end: string, level: string) => `<${end}h${Number(level) - 2}>`);

export default function NotePrintPage() {
  const { title, html, back } = useLoaderData<typeof loader>();
  return (
    <div className="wrap flow">
      <p className="actions">
        <span>{noteText.printHint}</span> <a href={back}>{noteText.back}</a>
      </p>
      <article className="stack">
        <h1>{title}</h1>
        <Markdown html={html} />
      </article>
    </div>
  );
}
