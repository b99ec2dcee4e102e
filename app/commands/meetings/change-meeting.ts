import type { CommandContext } from "#app/commands/context.ts";
import { checkPlan, type PlanRefusal } from "#app/domain/meetings/meeting.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import type { Trx } from "#db/client.ts";
import { setPlan, type Meeting } from "#db/queries/meetings.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";
import { tellMembers } from "./tell-members.ts";

interface Plan {
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly location: string;
}

/**
 * Another title, time or place, as long as the meeting did not begin. Who is expected there gets mail when the time or the place changed.
 * Refusals: those of a meeting, title-missing, ends-before-it-starts.
 */
export const changeMeeting = (context: CommandContext, { meetingId, ...plan }: Plan & { readonly meetingId: string }): Promise<Result<null, MeetingRefusal | PlanRefusal>> =>
  onMeeting(context, { meetingId, act: "meeting.change", step: "change" }, async (trx, meeting) => {
    const checked = checkPlan(plan);
    if (!checked.ok) return checked;

    await moveMeeting(trx, context, meeting, plan);
    const { startsAt, endsAt, location, sequence } = meeting;
    const isMoved = plan.startsAt !== startsAt || plan.endsAt !== endsAt || plan.location !== location;
    if (isMoved) await tellMembers(trx, context, meeting, "meeting-moved", { facts: { startsAt, endsAt, location, newStartsAt: plan.startsAt, newEndsAt: plan.endsAt, newLocation: plan.location }, once: String(sequence + 1) });
    return accept(null);
  });

/** Writes the plan with its record; calendars see a higher sequence. */
export async function moveMeeting(trx: Trx, context: CommandContext, meeting: Meeting, plan: Plan): Promise<void> {
  await setPlan(trx, meeting, context.now(), plan);
  await recordOn(trx, context, meeting, "meeting.change", {
    from: { title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, location: meeting.location },
    to: { ...plan },
  });
}
