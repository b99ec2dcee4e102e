import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listWholeAgenda } from "#db/queries/agenda-items.ts";
import { setAgendaSent } from "#db/queries/meetings.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Sends the agenda: from now on everybody who may see the meeting reads it. Again after a change. Refusals: those of a meeting, agenda-empty. */
export const sendAgenda = (context: CommandContext, { meetingId }: { meetingId: string }): Promise<Result<null, MeetingRefusal | "agenda-empty">> =>
  onMeeting(context, { meetingId, act: "agenda.send", step: "send-agenda" }, async (trx, meeting) => {
    const items = await listWholeAgenda(trx, meetingId);
    if (items.length === 0) return refuse("agenda-empty");

    await setAgendaSent(trx, meetingId, context.now());
    await recordOn(trx, context, meeting, "agenda.send", { items: items.length, again: meeting.agendaSentAt !== null });
    return accept(null);
  });
