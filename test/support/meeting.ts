import { addAgendaItem, type AgendaItemInput } from "#app/commands/meetings/add-agenda-item.ts";
import { closeMeeting } from "#app/commands/meetings/close-meeting.ts";
import { planMeeting } from "#app/commands/meetings/plan-meeting.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { shareConceptMinutes } from "#app/commands/meetings/share-concept-minutes.ts";
import { startMeeting } from "#app/commands/meetings/start-meeting.ts";
import { writeMinutes } from "#app/commands/meetings/write-minutes.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { listWholeAgenda } from "#db/queries/agenda-items.ts";
import { inTransaction } from "#db/client.ts";
import { at, type Chamber } from "#test/support/voting.ts";

export type Stage = "gepland" | "agenda_verstuurd" | "gaande" | "gehouden" | "notulen_concept";

/** The value, or the refusal as an error: for what a test takes for granted. */
export function done<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** A meeting of Veilig at ten, with an open and a closed item, brought as far as the test needs by secretaris `sam`. */
export async function aMeeting(chamber: Chamber, stage: Stage = "gepland", items: readonly Partial<AgendaItemInput>[] = [{}, { title: "Aanbod van een leverancier", isClosed: true }]) {
  const sam = await chamber.as("sam");
  const { id: meetingId } = done(await planMeeting(sam, { bodyId: "veilig", title: "Overleg Veilig", startsAt: at("10:00"), endsAt: at("12:00"), location: "Online" }));
  const itemIds: string[] = [];
  for (const item of items) itemIds.push(done(await addAgendaItem(sam, { meetingId, title: "Meldtermijn", kind: "besluit", isClosed: false, notes: "", ...item })).id);
  const order: Stage[] = ["gepland", "agenda_verstuurd", "gaande", "gehouden", "notulen_concept"];
  const reaches = (wanted: Stage) => order.indexOf(stage) >= order.indexOf(wanted);
  if (reaches("agenda_verstuurd")) done(await sendAgenda(sam, { meetingId }));
  if (reaches("gaande")) done(await startMeeting(sam, { meetingId }));
  if (reaches("gehouden")) {
    done(await writeMinutes(sam, { meetingId, revision: 0, items: itemIds.map((id, index) => ({ id, minutes: index === 0 ? "De termijn blijft **60 minuten**." : "Het aanbod is te duur." })) }));
    done(await closeMeeting(sam, { meetingId }));
  }
  if (reaches("notulen_concept")) done(await shareConceptMinutes(sam, { meetingId }));
  return { meetingId, itemIds: itemIds as [string, ...string[]], agenda: () => inTransaction(chamber.db, (trx) => listWholeAgenda(trx, meetingId)) };
}
