import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { coverNoteText } from "#app/text/portfolio-scores.ts";
import { CoverNoteSheet } from "#app/ui/portfolio/cover-note.tsx";
import { findInitiative } from "#db/queries/portfolio.ts";
import { loadCoverNotes } from "./load-cover-notes.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${coverNoteText.title} ${data.note.number}` : coverNoteText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const initiative = (await findInitiative(context.db, context.actor, args.params["number"] ?? "", dutchDay(context.now()))) ?? notFound();
  const [note] = await loadCoverNotes(context, [initiative.id]);
  return { note: note ?? notFound() };
}

export default function CoverNotePage() {
  const { note } = useLoaderData<typeof loader>();
  return (
    <div className="wrap flow">
      <p className="actions">
        <a href={href(paths.initiative, { number: note.number })}>{coverNoteText.back}</a> <span>{coverNoteText.hint}</span>
      </p>
      <CoverNoteSheet note={note} level={1} />
    </div>
  );
}
