import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { checkPlan, type PlanRefusal } from "#app/domain/meetings/meeting.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { insertMeeting } from "#db/queries/meetings.ts";
import { recordOn } from "./on-meeting.ts";

export interface MeetingPlan {
  readonly bodyId: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly location: string;
  /** who may know of the meeting at all; its items have labels of their own */
  readonly tlp?: Tlp | undefined;
}

/** The secretaris plans a meeting of the body. Refusals: not-allowed, title-missing, ends-before-it-starts. */
export function planMeeting(context: CommandContext, plan: MeetingPlan): Promise<Result<{ id: string }, "not-allowed" | PlanRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "meeting.plan", { bodyId: plan.bodyId })) return refuse("not-allowed");
    const checked = checkPlan(plan);
    if (!checked.ok) return checked;

    const meeting = { ...plan, id: context.newId(), tlp: plan.tlp ?? ("CLEAR" as const) };
    await insertMeeting(trx, { ...meeting, createdBy: personOf(context), createdAt: context.now() });
    await recordOn(trx, context, meeting, "meeting.plan", { title: plan.title, startsAt: plan.startsAt, endsAt: plan.endsAt, location: plan.location, tlp: meeting.tlp });
    return accept({ id: meeting.id });
  });
}
