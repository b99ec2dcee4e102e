import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findRoadmapItemForAct, reachMilestoneOn } from "#db/queries/roadmap-writes.ts";

/** Says that a mark was reached today. Refuses one that was reached before or stands on another item. */
export function reachMilestone(context: CommandContext, input: { readonly number: string; readonly milestoneId: string }): Promise<Result<true, "not-found" | "not-allowed" | "already-reached">> {
  return inTransaction(context.db, async (trx) => {
    const item = await findRoadmapItemForAct(trx, context.actor, input.number);
    if (!item) return refuse("not-found");
    if (!may(context.actor, "roadmap.change", { bodyId: item.bodyId })) return refuse("not-allowed");
    const on = dutchDay(context.now());

    if (!(await reachMilestoneOn(trx, { id: input.milestoneId, itemId: item.id, on }))) return refuse("already-reached");
    await record(trx, context, { act: "roadmap.change", bodyId: item.bodyId, subject: { kind: "roadmap_item", id: item.id }, payload: { number: item.number, milestoneReached: input.milestoneId, on } });
    return accept(true);
  });
}
