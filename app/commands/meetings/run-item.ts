import type { CommandContext } from "#app/commands/context.ts";
import { clocksAfter } from "#app/domain/meetings/room.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listRoomItems, setClock } from "#db/queries/room.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Begins an item: its clock runs and that of any other stops; with null every clock stops. Refusals: those of a meeting, item-not-found. */
export const runItem = (context: CommandContext, { meetingId, itemId }: { meetingId: string; itemId: string | null }): Promise<Result<null, MeetingRefusal | "item-not-found">> =>
  onMeeting(context, { meetingId, act: "room.clock", step: "run" }, async (trx, meeting) => {
    const items = await listRoomItems(trx, meetingId);
    if (itemId !== null && !items.some(({ id }) => id === itemId)) return refuse("item-not-found");
    const changed = clocksAfter(items, itemId, context.now());
    if (changed.length === 0) return accept(null);

    for (const { id, ...clock } of changed) await setClock(trx, id, clock);
    await recordOn(trx, context, meeting, "room.clock", { item: itemId });
    return accept(null);
  });
