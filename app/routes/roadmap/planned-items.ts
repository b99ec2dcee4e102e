import { isHeldOn } from "#app/domain/roadmap/load.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import type { Plan } from "#db/queries/roadmap-plan.ts";
import type { RoadmapItem } from "#db/queries/roadmap.ts";

/** The items with the people they ask per quarter, whether they are put off, and the numbers of what they need, as far as those are among them. */
export function plannedItems(items: readonly RoadmapItem[], { efforts, pairs }: Plan, today: Day) {
  const numberOf = new Map(items.map(({ id, number }) => [id, number]));
  const needs = new Map<string, string[]>();
  for (const { itemId, needsId } of pairs) {
    const number = numberOf.get(needsId);
    if (number !== undefined) needs.set(itemId, [...(needs.get(itemId) ?? []), number]);
  }
  return items.map((item) => ({ ...item, efforts: efforts.get(item.id), isHeld: isHeldOn(item.heldUntil, today), needs: needs.get(item.id) ?? [] }));
}
