import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { deleteAgendaItem, isItemUsed, listWholeAgenda, setPositions } from "#db/queries/agenda-items.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Takes an item off the agenda, as long as nothing was written or decided under it. Refusals: those of a meeting, item-not-found, item-in-use. */
export const removeAgendaItem = (context: CommandContext, { meetingId, itemId }: { meetingId: string; itemId: string }): Promise<Result<null, MeetingRefusal | "item-not-found" | "item-in-use">> =>
  onMeeting(context, { meetingId, act: "agenda.change", step: "change-agenda" }, async (trx, meeting) => {
    const items = await listWholeAgenda(trx, meetingId);
    const item = items.find(({ id }) => id === itemId);
    if (!item) return refuse("item-not-found");
    if (item.minutes !== "" || item.room_notes !== "" || (await isItemUsed(trx, itemId))) return refuse("item-in-use");

    await deleteAgendaItem(trx, itemId);
    await setPositions(trx, items.filter(({ id }) => id !== itemId).map(({ id }) => id));
    await recordOn(trx, context, meeting, "agenda.change", { change: "remove", item: itemId, title: item.title });
    return accept(null);
  });
