import type { Actor } from "#app/domain/access/actor.ts";
import { crossings } from "#app/domain/roadmap/horizon.ts";
import { effortRange, isHeldOn, loadPerQuarter, shownQuarters, type QuarterLoad } from "#app/domain/roadmap/load.ts";
import { plusQuarters, quarterOf, type Quarter } from "#app/domain/roadmap/quarter.ts";
import { groupBy } from "#app/domain/shared/group-by.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import type { Db } from "#db/client.ts";
import { ON_A_PAGE } from "#app/ui/roadmap/by-component.ts";
import type { TimelineItem, TimelineLink } from "#app/ui/roadmap/timeline.tsx";
import { findPlan, listAllMilestones, listAllPhases } from "#db/queries/roadmap-plan.ts";
import { listRoadmapItems, type RoadmapFilter, type RoadmapItem } from "#db/queries/roadmap.ts";
import { partOfQuarter } from "./roadmap-choice.ts";

/** An item with everything that its row in the table shows. */
export interface ShownItem extends TimelineItem {
  readonly id: string;
  readonly component: string;
  readonly fte: { readonly least: number; readonly most: number };
  readonly progress: RoadmapItem["progress"];
  readonly initiative: string | null;
  /** until when the Taskforce put it off */
  readonly heldUntil: Day | null;
  /** numbers, and whether this begins before that has ended */
  readonly waitsFor: readonly { readonly number: string; readonly end: Quarter; readonly isLate: boolean }[];
}

export interface ShownRoadmap {
  readonly quarters: readonly Quarter[];
  readonly today: { readonly quarter: Quarter; readonly part: number };
  /** people asked and there, of everything: a filter changes nothing of what fits */
  readonly load: readonly QuarterLoad[];
  readonly items: readonly ShownItem[];
  readonly links: readonly TimelineLink[];
  readonly crossing: readonly ShownItem[];
  readonly shown: { readonly from: number; readonly all: number; readonly next: string | null };
}

/** The roadmap as this reader may know it: one page of it from the item `from` on, or everything. */
export async function loadRoadmap(db: Db, actor: Actor, { filter, today, from, size = ON_A_PAGE }: { filter: RoadmapFilter; today: Day; from: string | null; size?: number }): Promise<ShownRoadmap> {
  const [all, plan] = [await listRoadmapItems(db, actor, filter), await findPlan(db, actor)];
  const [phases, milestones] = [await listAllPhases(db, actor), await listAllMilestones(db, actor, filter.component)];
  // What waits for what, and whether it fits, is about everything; a filter only leaves rows out.
  const everything = Object.values(filter).every((value) => value === undefined || value === null) ? all : await listRoadmapItems(db, actor, {});
  const withEfforts = <Item extends RoadmapItem>(item: Item) => ({ ...item, efforts: plan.efforts.get(item.id), isHeld: isHeldOn(item.heldUntil, today) });
  const planned = all.map(withEfforts);
  const known = new Map(everything.map((item) => [item.id, item]));
  const late = new Set(crossings(everything, plan.pairs).map(({ item, needs }) => `${item} ${needs}`));
  const [marks, needs] = [groupBy(milestones, ({ itemId }) => itemId), groupBy(plan.pairs, ({ itemId }) => itemId)];
  const parts = groupBy(phases, ({ itemId }) => itemId);

  const shown = (item: (typeof planned)[number]): ShownItem => ({
    ...{ id: item.id, number: item.number, title: item.title, start: item.start, end: item.end, standing: item.standing, progress: item.progress },
    component: item.component.name,
    fte: effortRange(item),
    initiative: item.initiative?.number ?? null,
    heldUntil: item.isHeld ? item.heldUntil : null,
    phases: (parts.get(item.id) ?? []).map(({ quarters, gate, passedOn }) => ({ quarters, hasGate: gate !== "", isPassed: passedOn !== null })),
    milestones: (marks.get(item.id) ?? []).map(({ dueOn, reachedOn }) => ({ quarter: quarterOf(dueOn), part: partOfQuarter(dueOn), isReached: reachedOn !== null })),
    waitsFor: (needs.get(item.id) ?? []).flatMap(({ needsId }) => {
      const needed = known.get(needsId);
      return needed ? [{ number: needed.number, end: needed.end, isLate: late.has(`${item.id} ${needsId}`) }] : [];
    }),
  });
  const first = Math.max(0, from === null ? 0 : planned.findIndex(({ number }) => number === from));
  const items = planned.slice(first, first + size).map(shown);
  const here = new Set(items.map(({ number }) => number));
  const current = quarterOf(today);
  return {
    quarters: shownQuarters(plusQuarters(current, -1), planned),
    today: { quarter: current, part: partOfQuarter(today) },
    load: loadPerQuarter(everything.map(withEfforts), plan.capacity, shownQuarters(current, planned)),
    items,
    links: items.flatMap(({ number, waitsFor }) => waitsFor.filter((needed) => here.has(needed.number)).map((needed) => ({ from: needed.number, to: number, isLate: needed.isLate }))),
    crossing: items.filter(({ waitsFor }) => waitsFor.some(({ isLate }) => isLate)),
    shown: { from: first, all: planned.length, next: planned[first + size]?.number ?? null },
  };
}
