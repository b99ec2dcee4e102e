import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { deleteAnnex, findAnnex } from "#db/queries/annexes.ts";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Takes an annex off an item; the log keeps its name and hash. Refusals: those of a meeting, annex-not-found. */
export const removeAnnex = (context: CommandContext, { meetingId, annexId }: { meetingId: string; annexId: string }): Promise<Result<{ itemId: string }, MeetingRefusal | "annex-not-found">> =>
  onMeeting(context, { meetingId, act: "agenda.change", step: "change-agenda" }, async (trx, meeting) => {
    const annex = await findAnnex(trx, meetingId, annexId);
    const item = annex && (await findAgendaItem(trx, context.actor, meetingId, annex.itemId));
    if (!item || item.isPublicWording) return refuse("annex-not-found");

    await deleteAnnex(trx, annexId);
    await recordOn(trx, context, meeting, "agenda.change", { change: "annex-remove", item: annex.itemId, annex: annexId, hash: annex.sha256 });
    return accept({ itemId: annex.itemId });
  });
