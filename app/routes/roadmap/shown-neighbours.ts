import { tooLateFor } from "#app/domain/roadmap/item.ts";
import type { Quarter } from "#app/domain/roadmap/quarter.ts";
import type { RoadmapItem } from "#db/queries/roadmap.ts";

export interface ShownNeighbour {
  readonly number: string;
  readonly title: string;
  /** whether the two cross: one begins before the other, which it needs, has ended */
  readonly isLate: boolean;
}

/** What an item waits for and what waits for it, each with a mark where the two cross. */
export function neighboursOf(own: { readonly start: Quarter; readonly end: Quarter }, found: readonly { readonly item: RoadmapItem; readonly isWaiting: boolean }[]): { waitsFor: ShownNeighbour[]; neededBy: ShownNeighbour[] } {
  const shown = ({ number, title }: RoadmapItem, isLate: boolean): ShownNeighbour => ({ number, title, isLate });
  return {
    waitsFor: found.filter(({ isWaiting }) => !isWaiting).map(({ item }) => shown(item, tooLateFor(own.start, [item]).length > 0)),
    neededBy: found.filter(({ isWaiting }) => isWaiting).map(({ item }) => shown(item, tooLateFor(item.start, [own]).length > 0)),
  };
}
