import type { QuarterLoad } from "#app/domain/roadmap/load.ts";
import type { Quarter } from "#app/domain/roadmap/quarter.ts";
import { roadmapText } from "#app/text/roadmap.ts";

interface CapacityStripProps {
  readonly load: readonly QuarterLoad[];
  readonly quarters: readonly Quarter[];
  readonly left: number;
  readonly cell: number;
  readonly top: number;
}

const ROOM = 56;

/** Under the timeline: people asked for per quarter, against the line of who is there. */
export function CapacityStrip({ load, quarters, left, cell, top }: CapacityStripProps) {
  const most = Math.max(1, ...load.map(({ decided, proposed, capacity }) => Math.max(decided + proposed, capacity ?? 0)));
  const tall = (people: number): number => (people / most) * ROOM;
  const base = top + ROOM;
  return (
    <g>
      <text className="tl-component" x={12} y={top + 18}>
        {roadmapText.capacity}
      </text>
      <text className="tl-muted" x={12} y={top + 38}>
        {roadmapText.perQuarter}
      </text>
      {load.map(({ quarter, decided, proposed, capacity, isOver }) => {
        const index = quarters.indexOf(quarter);
        if (index < 0) return null;
        const x = left + index * cell;
        return (
          <g key={quarter}>
            <rect className="tl-used" x={x + 8} y={base - tall(decided)} width={cell - 16} height={tall(decided)} />
            {proposed > 0 && <rect className="tl-asked" x={x + 8} y={base - tall(decided + proposed)} width={cell - 16} height={tall(proposed)} />}
            {capacity !== null && <line className="tl-capacity" x1={x} x2={x + cell} y1={base - tall(capacity)} y2={base - tall(capacity)} />}
            <text className={isOver ? "tl-over" : "tl-muted"} x={x + 8} y={base + 20}>
              {roadmapText.used(decided + proposed, capacity, isOver)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
