import type { CommandContext } from "#app/commands/context.ts";
import { checkPlan, type PlanRefusal } from "#app/domain/meetings/meeting.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import type { Trx } from "#db/client.ts";
import { firstUnheard } from "#db/queries/outbox.ts";
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
    await tellOfMove(trx, context, meeting, plan);
    return accept(null);
  });

/** A letter with the former time and place: the ones people know, which is older than `meeting` when the letter of an earlier move still waits. */
async function tellOfMove(trx: Trx, context: CommandContext, meeting: Meeting, plan: Plan): Promise<void> {
  if (isSameMoment(meeting, plan)) return;
  const { startsAt = meeting.startsAt, endsAt = meeting.endsAt, location = meeting.location } = (await firstUnheard(trx, "meeting-moved", meeting.id)) ?? {};
  // Put back before anybody heard of it: there is nothing to tell.
  if (isSameMoment({ startsAt, endsAt, location }, plan)) return;
  await tellMembers(trx, context, meeting, "meeting-moved", { facts: { startsAt, endsAt, location, newStartsAt: plan.startsAt, newEndsAt: plan.endsAt, newLocation: plan.location }, once: String(meeting.sequence + 1) });
}

const isSameMoment = (one: { startsAt?: unknown; endsAt?: unknown; location?: unknown }, { startsAt, endsAt, location }: Plan): boolean => one.startsAt === startsAt && one.endsAt === endsAt && one.location === location;

/** Writes the plan with its record; calendars see a higher sequence. */
export async function moveMeeting(trx: Trx, context: CommandContext, meeting: Meeting, plan: Plan): Promise<void> {
  await setPlan(trx, meeting, context.now(), plan);
  await recordOn(trx, context, meeting, "meeting.change", {
    from: { title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, location: meeting.location },
    to: { ...plan },
  });
}
