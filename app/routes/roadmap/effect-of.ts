import type { CommandContext } from "#app/commands/context.ts";
import { whatIf, type WhatIf } from "#app/domain/roadmap/what-if.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { findPlan } from "#db/queries/roadmap-plan.ts";
import { listRoadmapItems } from "#db/queries/roadmap.ts";
import { plannedItems } from "./planned-items.ts";

/** What a yes to one item would do to the others, as far as this reader may know of them. */
export async function effectOf({ db, actor, now }: CommandContext, number: string): Promise<Omit<WhatIf, "plan">> {
  const [items, plan] = [await listRoadmapItems(db, actor, {}), await findPlan(db, actor)];
  return withoutPlan(whatIf(plannedItems(items, plan, dutchDay(now())), [number], plan.capacity));
}

/** What a page shows of a what-if: not the whole plan. */
export function withoutPlan({ plan: _plan, ...effect }: WhatIf): Omit<WhatIf, "plan"> {
  return effect;
}
