import { personOf, type CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { setItemOutcome } from "#db/queries/agenda-items.ts";
import { insertNotedOutcome, listRoomItems } from "#db/queries/room.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Notes something that was told under an item, for the minutes. Refusals: those of a meeting, item-not-found, statement-missing. */
export const noteOutcome = (context: CommandContext, { meetingId, itemId, statement }: { meetingId: string; itemId: string; statement: string }): Promise<Result<{ id: string }, MeetingRefusal | "item-not-found" | "statement-missing">> =>
  onMeeting(context, { meetingId, act: "outcome.note", step: "note" }, async (trx, meeting) => {
    const item = (await listRoomItems(trx, meetingId)).find(({ id }) => id === itemId);
    if (!item) return refuse("item-not-found");
    if (statement.trim() === "") return refuse("statement-missing");

    const id = context.newId();
    await insertNotedOutcome(trx, { id, meetingId, itemId, statement: statement.trim(), addedBy: personOf(context), addedAt: context.now() });
    await setItemOutcome(trx, itemId, "informatie", { onlyWhenNone: true });
    await recordOn(trx, context, meeting, "outcome.note", { item: itemId, outcome: id });
    return accept({ id });
  });
