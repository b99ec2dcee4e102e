import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { effortsOf } from "#app/domain/roadmap/load.ts";
import { quartersBetween, quartersFrom, type Quarter } from "#app/domain/roadmap/quarter.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findPlan } from "#db/queries/roadmap-plan.ts";
import { holdItem, replaceEfforts } from "#db/queries/roadmap-plan-writes.ts";
import { findRoadmapItemForAct } from "#db/queries/roadmap-writes.ts";

export type EffortRefusal = "not-found" | "not-allowed" | "wrong-state" | "quarter-unknown" | "fte-invalid" | "plan-changed";

/** Says how many people an item asks in each of its quarters, where that differs from its ordinary number. It moves along with the item. */
export function setEffort(context: CommandContext, input: { readonly number: string; readonly efforts: ReadonlyMap<Quarter, number>; /** the numbers as the person saw them: others in between are not overwritten */ readonly seen?: ReadonlyMap<Quarter, number> }): Promise<Result<true, EffortRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const seen = await findRoadmapItemForAct(trx, context.actor, input.number);
    if (!seen) return refuse("not-found");
    if (!may(context.actor, "roadmap.change", { bodyId: seen.bodyId })) return refuse("not-allowed");
    await holdItem(trx, seen.id);
    const item = (await findRoadmapItemForAct(trx, context.actor, input.number)) ?? seen;
    if (item.standing === "vervallen") return refuse("wrong-state");
    const quarters = [...input.efforts.keys()];
    if (quarters.some((quarter) => quarter < item.start || quarter > item.end)) return refuse("quarter-unknown");
    if ([...input.efforts.values()].some((fte) => !Number.isSafeInteger(fte) || fte < 0 || fte > 999)) return refuse("fte-invalid");
    if (input.seen !== undefined) {
      const now = effortsOf({ ...item, efforts: (await findPlan(trx, context.actor)).efforts.get(item.id) });
      if (quartersFrom(item.start, item.end).some((quarter, place) => input.seen?.get(quarter) !== now[place])) return refuse("plan-changed");
    }

    await replaceEfforts(trx, item.id, [...input.efforts].filter(([, fte]) => fte !== item.fte).map(([quarter, fte]) => ({ place: quartersBetween(item.start, quarter), fte })));
    await record(trx, context, { act: "roadmap.change", bodyId: item.bodyId, subject: { kind: "roadmap_item", id: item.id }, payload: { number: item.number, efforts: Object.fromEntries(input.efforts) } });
    return accept(true);
  });
}
