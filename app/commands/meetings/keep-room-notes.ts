import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { sha256 } from "#db/hash.ts";
import { listRoomItems, putRoomNotes } from "#db/queries/room.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export type NotesRefusal = MeetingRefusal | "item-not-found" | "lost-notes" | "notes-too-long";

const LONGEST = 50_000;

/**
 * Keeps what the secretaris types under an item. Sending the same text again is no change, so a message that got lost can be repeated.
 * Refusals: those of a meeting, item-not-found, notes-too-long, lost-notes (somebody else kept other notes meanwhile: nothing is written).
 */
export const keepRoomNotes = (context: CommandContext, { meetingId, itemId, revision, notes }: { meetingId: string; itemId: string; revision: number; notes: string }): Promise<Result<{ revision: number }, NotesRefusal>> =>
  onMeeting(context, { meetingId, act: "room.note", step: "note" }, async (trx, meeting) => {
    const item = (await listRoomItems(trx, meetingId)).find(({ id }) => id === itemId);
    if (!item) return refuse("item-not-found");
    if (notes.length > LONGEST) return refuse("notes-too-long");
    if (item.notes === notes) return accept({ revision: item.revision });
    if (!(await putRoomNotes(trx, itemId, revision, notes))) return refuse("lost-notes");

    await recordOn(trx, context, meeting, "room.note", { item: itemId, revision: revision + 1, hash: sha256(notes) });
    return accept({ revision: revision + 1 });
  });
