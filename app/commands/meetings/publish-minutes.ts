import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listEmbargoed } from "#db/queries/decisions.ts";
import { setMinutesPublished } from "#db/queries/meetings.ts";
import { indexMinutes } from "#db/search-index.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/**
 * Publishes adopted minutes. Closed items and what quotes a stricter record stay out of sight: the query layer leaves them out. A decision under
 * embargo that they tell of holds them back. Refusals: those of a meeting, embargo-runs.
 */
export const publishMinutes = (context: CommandContext, { meetingId }: { meetingId: string }): Promise<Result<null, MeetingRefusal | "embargo-runs">> =>
  onMeeting(context, { meetingId, act: "minutes.publish", step: "publish" }, async (trx, meeting) => {
    if ((await listEmbargoed(trx, meetingId, context.now())).length > 0) return refuse("embargo-runs");

    await setMinutesPublished(trx, meetingId, context.now());
    await indexMinutes(trx, meetingId);
    await recordOn(trx, context, meeting, "minutes.publish", { hash: meeting.minutesHash });
    return accept(null);
  });
