import type { CommandContext } from "#app/commands/context.ts";
import { checkPlan, type PlanRefusal } from "#app/domain/meetings/meeting.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import { setPlan } from "#db/queries/meetings.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

interface NewPlan {
  readonly meetingId: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly location: string;
}

/** Another title, time or place, as long as the meeting did not begin. Refusals: those of a meeting, title-missing, ends-before-it-starts. */
export const changeMeeting = (context: CommandContext, { meetingId, ...plan }: NewPlan): Promise<Result<null, MeetingRefusal | PlanRefusal>> =>
  onMeeting(context, { meetingId, act: "meeting.change", step: "change" }, async (trx, meeting) => {
    const checked = checkPlan(plan);
    if (!checked.ok) return checked;

    await setPlan(trx, meeting, context.now(), plan);
    await recordOn(trx, context, meeting, "meeting.change", {
      from: { title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, location: meeting.location },
      to: plan,
    });
    return accept(null);
  });
