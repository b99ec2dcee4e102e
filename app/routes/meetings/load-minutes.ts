import type { Params } from "@remix-run/react";
import type { CommandContext } from "#app/commands/context.ts";
import { holds } from "#app/domain/access/actor.ts";
import { hasStarted, mayReadMinutes } from "#app/domain/meetings/meeting.ts";
import { notFound } from "#app/platform/http.ts";
import { listActionsOfMeeting } from "#db/queries/action-items.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { listCommitments } from "#db/queries/commitments.ts";
import { listDecisionsAbout, type Decision } from "#db/queries/decisions.ts";
import { listErrata } from "#db/queries/errata.ts";
import type { Meeting } from "#db/queries/meetings.ts";
import { isMemberOf, meetingOf } from "./meeting-page.ts";

const MOST_COMMITMENTS = 200;

/** The minutes of this address as far as the reader may know them, for the page and for every document: what is closed is left out here. 404 when they may not read them. */
export async function loadMinutes(context: CommandContext, params: Params) {
  const { db, actor, now } = context;
  const meeting = await meetingOf(context, params);
  const isMember = isMemberOf(context, meeting);
  if (!mayReadMinutes(meeting.state, { isMember, isSecretary: holds(actor, meeting.bodyId, "secretary") })) notFound();

  const agenda = await listAgenda(db, actor, meeting.id);
  const known = new Set(agenda.filter(({ isPublicWording }) => !isPublicWording).map(({ id }) => id));
  const belongs = ({ agendaItemId }: { readonly agendaItemId: string | null }): boolean => isMember || (agendaItemId !== null && known.has(agendaItemId));
  const { commitments } = await listCommitments(db, actor, { meetingId: meeting.id }, { now: now(), after: null, size: MOST_COMMITMENTS });
  return {
    meeting,
    isMember,
    agenda,
    attendance: await listAttendance(db, meeting.id),
    decisions: await listDecisionsAbout(db, actor, { meetingId: meeting.id }, now()),
    commitments: commitments.toReversed(),
    actions: (await listActionsOfMeeting(db, meeting.id)).filter(belongs),
    errata: (await listErrata(db, meeting.id)).filter(({ agendaItemId }) => agendaItemId === null || belongs({ agendaItemId })),
  };
}

/** What a meeting decided, as far as the reader may know it; a decision may be out before the minutes are. 404 before the meeting began. */
export async function decisionsOf({ db, actor, now }: CommandContext, meeting: Meeting): Promise<Decision[]> {
  if (!hasStarted(meeting.state)) notFound();
  return listDecisionsAbout(db, actor, { meetingId: meeting.id }, now());
}

export type LoadedMinutes = Awaited<ReturnType<typeof loadMinutes>>;
