import { plusQuarters, type Quarter } from "#app/domain/roadmap/quarter.ts";
import type { TimelineItem, TimelineLink } from "./timeline.tsx";

/** Where a quarter stands in the picture. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly cell: number;
  readonly at: (quarter: Quarter, part?: number) => number;
}

const SIZE = 5;
const diamond = (x: number, y: number): string => `M${x} ${y - SIZE}l${SIZE} ${SIZE}l-${SIZE} ${SIZE}l-${SIZE}-${SIZE}z`;
const isInside = (x: number, { left, right }: Frame): boolean => x >= left && x <= right;

/** All marks of one kind as one path: a thousand marks cost the page no more elements than one. */
export function markPaths(items: readonly TimelineItem[], tops: ReadonlyMap<string, number>, frame: Frame, bar: number): Record<"phases" | "gates" | "passed" | "milestones" | "reached", string> {
  const paths = { phases: "", gates: "", passed: "", milestones: "", reached: "" };
  for (const { number, start, phases = [], milestones = [] } of items) {
    const y = tops.get(number) ?? 0;
    let from = start;
    for (const { quarters, hasGate, isPassed } of phases) {
      from = plusQuarters(from, quarters);
      const x = Math.round(frame.at(from));
      if (!isInside(x, frame)) continue;
      paths.phases += `M${x} ${y + 4}v${bar - 8}`;
      if (hasGate) paths[isPassed ? "passed" : "gates"] += diamond(x, y);
    }
    for (const { quarter, part, isReached } of milestones) {
      const x = Math.round(frame.at(quarter, part));
      if (isInside(x, frame)) paths[isReached ? "reached" : "milestones"] += diamond(x, y + bar);
    }
  }
  return paths;
}

/** From the end of what is needed to the beginning of what waits for it, along the room between two bars so that no title is crossed out. */
export function linkPath(links: readonly TimelineLink[], items: readonly TimelineItem[], tops: ReadonlyMap<string, number>, frame: Frame, bar: number): string {
  const known = new Map(items.map((item) => [item.number, item]));
  return links
    .flatMap(({ from, to }) => {
      const [needed, waiting] = [known.get(from), known.get(to)];
      const [y, there] = [tops.get(from), tops.get(to)];
      if (!needed || !waiting || y === undefined || there === undefined) return [];
      const [x, until] = [Math.min(frame.right, frame.at(plusQuarters(needed.end, 1))) - 2, Math.max(frame.left, frame.at(waiting.start)) + 2];
      const between = there > y ? there - 3 : there + bar + 3;
      return [`M${Math.round(x)} ${y + bar / 2}h5V${between}H${Math.round(until)}V${there + bar / 2}`];
    })
    .join("");
}
