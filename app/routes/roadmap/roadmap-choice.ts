import type { CommandContext } from "#app/commands/context.ts";
import { loadPerQuarter, shownQuarters, STANDINGS, type Planned, type QuarterLoad } from "#app/domain/roadmap/load.ts";
import { plusQuarters, quarterOf } from "#app/domain/roadmap/quarter.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { listRoadmapItems, type RoadmapFilter } from "#db/queries/roadmap.ts";
import { findPlan } from "#db/queries/roadmap-plan.ts";
import { plannedItems } from "./planned-items.ts";

/** What the address asks of the roadmap. */
export function roadmapChoice(query: URLSearchParams): RoadmapFilter {
  const standing = STANDINGS.find((one) => one === query.get("stand"));
  return { component: query.get("onderdeel") || undefined, standing, body: query.get("gremium") || undefined };
}

/** The people asked and there per quarter, from this one on, of everything this reader may know of; `extra` is what a form proposes. */
export async function loadFor({ db, actor, now }: CommandContext, extra: readonly Planned[] = []): Promise<QuarterLoad[]> {
  const plan = await findPlan(db, actor);
  const today = dutchDay(now());
  const items = [...plannedItems(await listRoadmapItems(db, actor, {}), plan, today), ...extra];
  return loadPerQuarter(items, plan.capacity, shownQuarters(quarterOf(today), items));
}

/** How much of its quarter a day has behind it, in tenths. */
export const partOfQuarter = (day: string): number => Math.round((((Number(day.slice(5, 7)) - 1) % 3) * 30 + Number(day.slice(8))) / 9.2) / 10;

/** The quarters that a form offers: from a year back, five years on. */
export const offeredQuarters = (today: string): string[] => Array.from({ length: 24 }, (_, index) => plusQuarters(quarterOf(today), index - 4));
