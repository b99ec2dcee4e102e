import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { mayReadAgenda } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { dayDate, pageTitle } from "#app/text/format.ts";
import { coverNoteText } from "#app/text/portfolio-scores.ts";
import { Empty } from "#app/ui/empty.tsx";
import { CoverNoteSheet } from "#app/ui/portfolio/cover-note.tsx";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { isMemberOf, meetingOf } from "../meetings/meeting-page.ts";
import { loadCoverNotes } from "./load-cover-notes.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(coverNoteText.all) }];

/** A sheet for every initiative on the agenda, in its order. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const meeting = await meetingOf(context, args.params);
  const agenda = mayReadAgenda(meeting.state, isMemberOf(context, meeting)) ? await listAgenda(context.db, context.actor, meeting.id) : [];
  const ids = [...new Set(agenda.flatMap(({ initiativeId, isPublicWording }) => (initiativeId === null || isPublicWording ? [] : [initiativeId])))];
  const notes = ids.length === 0 ? [] : await loadCoverNotes(context, ids);
  return { id: meeting.id, title: meeting.title, day: dayDate(meeting.startsAt), notes };
}

export default function MeetingCoverNotesPage() {
  const { id, title, day, notes } = useLoaderData<typeof loader>();
  return (
    <div className="wrap flow">
      <p className="actions">
        <a href={href(paths.meeting, { id })}>{coverNoteText.back}</a> <span>{coverNoteText.hint}</span>
      </p>
      <h1>{coverNoteText.all}</h1>
      <p className="lead">{[title, day, coverNoteText.allLead(notes.length)].join(" · ")}</p>
      {notes.length === 0 ? <Empty title={coverNoteText.allEmpty} /> : notes.map((note) => <CoverNoteSheet key={note.number} note={note} level={2} />)}
    </div>
  );
}
