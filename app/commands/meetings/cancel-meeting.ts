import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { setCancelled } from "#db/queries/meetings.ts";
import { tellMembers } from "./tell-members.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Calls a meeting off, with a reason; it stays readable and calendars are told. Refusals: those of a meeting, reason-missing. */
export const cancelMeeting = (context: CommandContext, { meetingId, reason }: { meetingId: string; reason: string }): Promise<Result<null, MeetingRefusal | "reason-missing">> =>
  onMeeting(context, { meetingId, act: "meeting.cancel", step: "cancel" }, async (trx, meeting) => {
    if (reason.trim() === "") return refuse("reason-missing");

    await setCancelled(trx, meeting, context.now(), reason.trim());
    // Whoever got the agenda, or sees the meeting in a calendar, is told.
    await tellMembers(trx, context, meeting, "meeting-cancelled", { facts: { reason: reason.trim() }, once: String(meeting.sequence + 1) });
    await recordOn(trx, context, meeting, "meeting.cancel", { reason: reason.trim() });
    return accept(null);
  });
