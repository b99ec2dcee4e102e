import type { CommandContext } from "#app/commands/context.ts";
import { loadPerQuarter, shownQuarters, STANDINGS, type Planned, type QuarterLoad } from "#app/domain/roadmap/load.ts";
import { plusQuarters, quarterOf } from "#app/domain/roadmap/quarter.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { listCapacity, listRoadmapItems, type RoadmapFilter } from "#db/queries/roadmap.ts";

/** What the address asks of the roadmap. */
export function roadmapChoice(query: URLSearchParams): RoadmapFilter {
  const standing = STANDINGS.find((one) => one === query.get("stand"));
  return { component: query.get("onderdeel") || undefined, standing };
}

/** The people asked and there per quarter, from this one on, of everything this reader may know of; `extra` is what a form proposes. */
export async function loadFor({ db, actor, now }: CommandContext, extra: readonly Planned[] = []): Promise<QuarterLoad[]> {
  const items = [...(await listRoadmapItems(db, actor, {})), ...extra];
  return loadPerQuarter(items, await listCapacity(db), shownQuarters(quarterOf(dutchDay(now())), items));
}

/** The quarters that a form offers: from a year back, five years on. */
export const offeredQuarters = (today: string): string[] => Array.from({ length: 24 }, (_, index) => plusQuarters(quarterOf(today), index - 4));
