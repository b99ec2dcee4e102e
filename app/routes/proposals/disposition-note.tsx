import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { notaText } from "#app/text/amendments.ts";
import { pageTitle } from "#app/text/format.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { NoteChapterView } from "#app/ui/proposals/note-chapter.tsx";
import { loadDispositionNote } from "./load-disposition-note.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? notaText.title(data.number) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  return loadDispositionNote(context, args.params.number);
}

export default function DispositionNotePage() {
  const { number, title, chapters } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={crumbsOf(number)} kicker={`${number} · ${title}`} title={notaText.title(number)} lead={notaText.lead} />
      <Flow>
        {chapters.length === 0 ? (
          <Empty title={notaText.empty} />
        ) : (
          <div className="actions">
            <a href={href(paths.dispositionNoteMarkdown, { number })}>{notaText.markdown}</a>
            <a href={href(paths.dispositionNoteCsv, { number })}>{notaText.csv}</a>
            <span className="muted">{notaText.printHint}</span>
          </div>
        )}
        {chapters.map((chapter) => (
          <NoteChapterView key={chapter.version} number={number} chapter={chapter} />
        ))}
      </Flow>
    </>
  );
}
