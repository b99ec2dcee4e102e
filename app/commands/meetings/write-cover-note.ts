import { personOf, type CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { sha256 } from "#db/hash.ts";
import { putCoverNote, type CoverNote } from "#db/queries/annexes.ts";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Writes the oplegnotitie of an item: why it is here, what is asked, and what goes with it. Refusals: those of a meeting, item-not-found, request-missing. */
export const writeCoverNote = (context: CommandContext, { meetingId, itemId, note }: { meetingId: string; itemId: string; note: CoverNote }): Promise<Result<null, MeetingRefusal | "item-not-found" | "request-missing">> =>
  onMeeting(context, { meetingId, act: "agenda.change", step: "change-agenda" }, async (trx, meeting) => {
    const item = await findAgendaItem(trx, context.actor, meetingId, itemId);
    if (!item || item.isPublicWording) return refuse("item-not-found");
    if (note.request.trim() === "") return refuse("request-missing");

    await putCoverNote(trx, itemId, note, { personId: personOf(context), at: context.now() });
    await recordOn(trx, context, meeting, "agenda.change", { change: "cover-note", item: itemId, hash: sha256(JSON.stringify(note)) });
    return accept(null);
  });
