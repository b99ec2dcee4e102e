import type { z } from "zod";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { keepRoomNotes } from "#app/commands/meetings/keep-room-notes.ts";
import { noteOutcome } from "#app/commands/meetings/note-outcome.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { roomForm } from "#app/platform/schemas/planning.ts";
import { optionalDay } from "#app/platform/schemas/meetings.ts";
import type { Meeting } from "#db/queries/meetings.ts";
import type { RoomItem } from "#db/queries/room.ts";

type Typed = z.infer<typeof roomForm>;

/** Keeps the notes and, when that button was pressed, records the outcome under them; returns the notice to show. */
export async function keepAndRecord(context: CommandContext, meeting: Meeting, item: RoomItem, typed: Typed): Promise<Result<string, string>> {
  const [meetingId, itemId] = [meeting.id, item.id];
  const kept = await keepRoomNotes(context, { meetingId, itemId, revision: typed.revision, notes: typed.notes });
  if (!kept.ok) return kept;
  if (typed.stap !== "uitkomst") return accept("notes-kept");
  const recorded = await recordOutcome(context, meeting, item, typed);
  return recorded.ok ? accept("outcome-noted") : recorded;
}

/** The outcome as what it is: a note, a decision in the register, or an action with its owner. */
async function recordOutcome(context: CommandContext, meeting: Meeting, item: RoomItem, { outcome, statement, owner, ownerName, due }: Typed): Promise<Result<unknown, string>> {
  const [meetingId, itemId] = [meeting.id, item.id];
  if (statement === "") return refuse("statement-missing");
  if (outcome === "informatie") return noteOutcome(context, { meetingId, itemId, statement });
  if (outcome === "besluit") return recordDecision(context, { meetingId, agendaItemId: itemId, title: item.title, dictum: statement, motivation: "", result: "aangenomen" });
  const day = optionalDay.safeParse(due);
  if (!day.success) return refuse("day-unknown");
  return recordAction(context, { meetingId, agendaItemId: itemId, statement, ownerId: owner === "" ? null : owner, ownerName, dueOn: day.data });
}
