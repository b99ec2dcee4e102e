import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { checkPlan, type PlanRefusal } from "#app/domain/meetings/meeting.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { insertAgendaItem } from "#db/queries/agenda-items.ts";
import { listTemplate } from "#db/queries/agenda-template.ts";
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

/** The secretaris plans a meeting of the body; its fixed points are on the agenda at once. Refusals: not-allowed, title-missing, ends-before-it-starts. */
export function planMeeting(context: CommandContext, plan: MeetingPlan): Promise<Result<{ id: string }, "not-allowed" | PlanRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "meeting.plan", { bodyId: plan.bodyId })) return refuse("not-allowed");
    const checked = checkPlan(plan);
    if (!checked.ok) return checked;

    const id = await putMeeting(trx, context, plan);
    await recordOn(trx, context, { id, bodyId: plan.bodyId }, "meeting.plan", { title: plan.title, startsAt: plan.startsAt, endsAt: plan.endsAt, location: plan.location, tlp: plan.tlp ?? "CLEAR" });
    return accept({ id });
  });
}

/** A meeting with the fixed points of its body; the caller checked the right and writes the log. */
export async function putMeeting(trx: Trx, context: CommandContext, plan: MeetingPlan & { readonly seriesId?: string }): Promise<string> {
  const [id, tlp] = [context.newId(), plan.tlp ?? ("CLEAR" as const)];
  await insertMeeting(trx, { ...plan, id, tlp, createdBy: personOf(context), createdAt: context.now() });
  for (const [place, point] of (await listTemplate(trx, plan.bodyId)).entries()) {
    const { title, kind, isClosed, notes, plannedMinutes, listsActions } = point;
    await insertAgendaItem(trx, { id: context.newId(), meetingId: id, position: place + 1, title, kind, isClosed, notes, tlp, plannedMinutes, listsActions });
  }
  return id;
}
