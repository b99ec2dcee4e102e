import type { CommandContext } from "#app/commands/context.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import { setMinutesPublished } from "#db/queries/meetings.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Publishes adopted minutes. Closed items and what quotes a stricter record stay out of sight: the query layer leaves them out. */
export const publishMinutes = (context: CommandContext, { meetingId }: { meetingId: string }): Promise<Result<null, MeetingRefusal>> =>
  onMeeting(context, { meetingId, act: "minutes.publish", step: "publish" }, async (trx, meeting) => {
    await setMinutesPublished(trx, meetingId, context.now());
    await recordOn(trx, context, meeting, "minutes.publish", { hash: meeting.minutesHash });
    return accept(null);
  });
