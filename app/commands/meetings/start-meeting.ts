import type { CommandContext } from "#app/commands/context.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import { setStarted } from "#db/queries/meetings.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Opens the meeting: attendance and minutes can be recorded from here. */
export const startMeeting = (context: CommandContext, { meetingId }: { meetingId: string }): Promise<Result<null, MeetingRefusal>> =>
  onMeeting(context, { meetingId, act: "meeting.start", step: "start" }, async (trx, meeting) => {
    await setStarted(trx, meetingId);
    await recordOn(trx, context, meeting, "meeting.start");
    return accept(null);
  });
