import type { CommandContext } from "#app/commands/context.ts";
import { moved, type MoveRefusal } from "#app/domain/meetings/agenda.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listWholeAgenda, setPositions } from "#db/queries/agenda-items.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

interface Move {
  readonly meetingId: string;
  readonly itemId: string;
  readonly direction: "up" | "down";
}

/** Moves an item one place. Refusals: those of a meeting, item-not-found, already-at-the-edge. */
export const moveAgendaItem = (context: CommandContext, { meetingId, itemId, direction }: Move): Promise<Result<null, MeetingRefusal | MoveRefusal | "item-not-found">> =>
  onMeeting<null, MoveRefusal | "item-not-found">(context, { meetingId, act: "agenda.change", step: "change-agenda" }, async (trx, meeting) => {
    const items = await listWholeAgenda(trx, meetingId);
    if (!items.some(({ id }) => id === itemId)) return refuse("item-not-found");
    const order = moved(items.map(({ id }) => id), itemId, direction);
    if (!order.ok) return order;

    await setPositions(trx, order.value);
    await recordOn(trx, context, meeting, "agenda.change", { change: "move", item: itemId, direction });
    return accept(null);
  });
