import { personOf, type CommandContext } from "#app/commands/context.ts";
import { changesBetween, type SentAgenda } from "#app/domain/meetings/agenda-changes.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { Trx } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { findCoverNote, listAnnexes } from "#db/queries/annexes.ts";
import { listWholeAgenda } from "#db/queries/agenda-items.ts";
import { findLastSending, insertSending } from "#db/queries/agenda-sendings.ts";
import { setAgendaSent, type Meeting } from "#db/queries/meetings.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";
import { tellMembers } from "./tell-members.ts";

/**
 * Sends the agenda: from now on everybody who may see the meeting reads it, and the members get mail. Again after a change: then the
 * mail says what changed since the last time. Refusals: those of a meeting, agenda-empty, agenda-unchanged.
 */
export const sendAgenda = (context: CommandContext, { meetingId }: { meetingId: string }): Promise<Result<{ changes: number }, MeetingRefusal | "agenda-empty" | "agenda-unchanged">> =>
  onMeeting(context, { meetingId, act: "agenda.send", step: "send-agenda" }, async (trx, meeting) => {
    const agenda = await agendaOf(trx, meeting);
    if (agenda.items.length === 0) return refuse("agenda-empty");
    const last = await findLastSending(trx, meetingId);
    const changes = last ? changesBetween(last.agenda, agenda) : [];
    if (last && changes.length === 0) return refuse("agenda-unchanged");

    const [number, at] = [(last?.number ?? 0) + 1, context.now()];
    await setAgendaSent(trx, meetingId, at);
    const recipients = await tellMembers(trx, context, meeting, last ? "agenda-changed" : "agenda-sent", { facts: { sending: number }, once: String(number) });
    await insertSending(trx, { id: context.newId(), meetingId, number, agenda, changes, recipients, sentBy: personOf(context), sentAt: at });
    await recordOn(trx, context, meeting, "agenda.send", { items: agenda.items.length, again: last !== null, number, changes: changes.length, recipients });
    return accept({ changes: changes.length });
  });

/** The agenda as it stands, whole: only the mail and the list of changes are made from it, each for who may know. */
async function agendaOf(trx: Trx, meeting: Meeting): Promise<SentAgenda> {
  const annexes = await listAnnexes(trx, meeting.id);
  const items: SentAgenda["items"][number][] = [];
  for (const item of await listWholeAgenda(trx, meeting.id)) {
    const note = await findCoverNote(trx, item.id);
    items.push({
      ...{ id: item.id, title: item.title, kind: item.kind, isClosed: item.is_closed === 1, tlp: item.tlp, owner: item.owner_name, minutes: item.planned_minutes },
      ...{ text: sha256(JSON.stringify([item.notes, note])), annexes: annexes.filter(({ itemId }) => itemId === item.id).map(({ id, name }) => ({ id, name })) },
    });
  }
  return { title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, location: meeting.location, items };
}
