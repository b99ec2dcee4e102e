import type { Plan } from "#db/queries/roadmap-plan.ts";
import type { RoadmapItem } from "#db/queries/roadmap.ts";

/** The items with the people they ask per quarter and the numbers of what they need, as far as those are among them. */
export function plannedItems(items: readonly RoadmapItem[], { efforts, pairs }: Plan) {
  const numberOf = new Map(items.map(({ id, number }) => [id, number]));
  const needs = new Map<string, string[]>();
  for (const { itemId, needsId } of pairs) {
    const number = numberOf.get(needsId);
    if (number !== undefined) needs.set(itemId, [...(needs.get(itemId) ?? []), number]);
  }
  return items.map((item) => ({ ...item, efforts: efforts.get(item.id), needs: needs.get(item.id) ?? [] }));
}
