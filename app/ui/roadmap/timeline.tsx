import { quartersBetween, type Quarter } from "#app/domain/roadmap/quarter.ts";
import type { QuarterLoad, Standing } from "#app/domain/roadmap/load.ts";
import { href, paths } from "#app/paths.ts";
import { quarter as quarterText } from "#app/text/format.ts";
import { roadmapText, standingText } from "#app/text/roadmap.ts";
import { CapacityStrip } from "./capacity-strip.tsx";

interface TimelineProps {
  readonly quarters: readonly Quarter[];
  /** how far the current quarter has gone, from 0 to 1, and which it is */
  readonly today: { readonly quarter: Quarter; readonly part: number };
  readonly load: readonly QuarterLoad[];
  readonly rows: readonly { readonly component: string; readonly items: readonly TimelineItem[] }[];
}

export interface TimelineItem {
  readonly number: string;
  readonly title: string;
  readonly start: Quarter;
  readonly end: Quarter;
  readonly standing: Standing;
}

const [LEFT, CELL, BAR, HEAD, STRIP] = [150, 125, 40, 34, 132];

/** The roadmap as a picture by quarter. What is proposed is dashed and says so; a table beside it holds the same. */
export function Timeline({ quarters, today, load, rows }: TimelineProps) {
  const [first] = quarters;
  if (first === undefined) return null;
  const placed = rows.map(({ component, items }) => ({ component, items: items.filter(({ start, end }) => end >= first && start <= (quarters.at(-1) ?? first)) }));
  const bottom = HEAD + placed.reduce((sum, { items }) => sum + Math.max(items.length, 1) * BAR + 12, 0);
  const height = bottom + STRIP;
  const width = LEFT + quarters.length * CELL;
  const now = LEFT + (quartersBetween(first, today.quarter) + today.part) * CELL;
  let top = HEAD;
  const lanes = placed.map((row) => {
    const from = top;
    top += Math.max(row.items.length, 1) * BAR + 12;
    return { ...row, from };
  });
  return (
    <div className="scroll tl">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={roadmapText.timelineAlt}>
        {lanes.map(({ component, from, items }) => (
          <rect key={component} className="tl-lane" x={0} y={from} width={width} height={Math.max(items.length, 1) * BAR + 6} />
        ))}
        {quarters.map((one, index) => (
          <g key={one}>
            <line className="tl-grid" x1={LEFT + index * CELL} x2={LEFT + index * CELL} y1={HEAD - 8} y2={bottom} />
            <text className="tl-quarter" x={LEFT + index * CELL + 6} y={18}>
              {quarterText(one)}
            </text>
          </g>
        ))}
        {lanes.map(({ component, from, items }) => (
            <g key={component}>
              <text className="tl-component" x={12} y={from + 28}>
                {component}
              </text>
              {items.map((item, index) => (
                <Bar key={item.number} item={item} first={first} last={quarters.length} y={from + 6 + index * BAR} />
              ))}
            </g>
        ))}
        <line className="tl-halo" x1={now} x2={now} y1={HEAD - 8} y2={bottom} />
        <line className="tl-today" x1={now} x2={now} y1={HEAD - 8} y2={bottom} />
        <rect className="tl-flag" x={now - 36} y={bottom - 6} width={72} height={22} rx={3} />
        <text className="tl-now" x={now} y={bottom + 10} textAnchor="middle">
          {roadmapText.today}
        </text>
        <CapacityStrip load={load} quarters={quarters} left={LEFT} cell={CELL} top={bottom + 28} />
      </svg>
    </div>
  );
}

function Bar({ item, first, last, y }: { item: TimelineItem; first: Quarter; last: number; y: number }) {
  const from = Math.max(0, quartersBetween(first, item.start));
  const until = Math.min(last, quartersBetween(first, item.end) + 1);
  const [x, width] = [LEFT + from * CELL + 2, (until - from) * CELL - 4];
  const room = Math.max(6, Math.floor((width - 16) / 7.4));
  const label = item.title.length > room ? `${item.title.slice(0, room - 1)}…` : item.title;
  return (
    <a href={href(paths.roadmapItem, { number: item.number })} aria-label={`${item.number} ${item.title}, ${standingText[item.standing]}, ${roadmapText.period(quarterText(item.start), quarterText(item.end))}`}>
      <title>{`${item.number} ${item.title}`}</title>
      <rect className={`tl-bar tl-${item.standing}`} x={x} y={y} width={width} height={BAR - 6} rx={4} />
      <text className={`tl-label tl-on-${item.standing}`} x={x + 10} y={y + 22}>
        {label}
      </text>
    </a>
  );
}
