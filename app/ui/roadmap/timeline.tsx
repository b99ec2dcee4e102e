import { quartersBetween, type Quarter } from "#app/domain/roadmap/quarter.ts";
import type { Standing } from "#app/domain/roadmap/load.ts";
import { href, paths } from "#app/paths.ts";
import { quarter as quarterText } from "#app/text/format.ts";
import { roadmapText, standingText } from "#app/text/roadmap.ts";

interface TimelineProps {
  readonly quarters: readonly Quarter[];
  /** how far the current quarter has gone, from 0 to 1, and which it is */
  readonly today: { readonly quarter: Quarter; readonly part: number };
  readonly rows: readonly { readonly component: string; readonly items: readonly TimelineItem[] }[];
}

export interface TimelineItem {
  readonly number: string;
  readonly title: string;
  readonly start: Quarter;
  readonly end: Quarter;
  readonly standing: Standing;
}

const [LEFT, CELL, BAR, HEAD] = [150, 110, 34, 34];

/** The roadmap as a picture by quarter. What is proposed is dashed and says so; a table beside it holds the same. */
export function Timeline({ quarters, today, rows }: TimelineProps) {
  const [first] = quarters;
  if (first === undefined) return null;
  const placed = rows.map(({ component, items }) => ({ component, items: items.filter(({ start, end }) => end >= first && start <= (quarters.at(-1) ?? first)) }));
  const height = HEAD + placed.reduce((sum, { items }) => sum + Math.max(items.length, 1) * BAR + 12, 0);
  const width = LEFT + quarters.length * CELL;
  const now = LEFT + (quartersBetween(first, today.quarter) + today.part) * CELL;
  let top = HEAD;
  return (
    <div className="scroll tl">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={roadmapText.timelineAlt}>
        {quarters.map((one, index) => (
          <g key={one}>
            <line className="tl-grid" x1={LEFT + index * CELL} x2={LEFT + index * CELL} y1={HEAD - 8} y2={height} />
            <text className="tl-quarter" x={LEFT + index * CELL + 6} y={18}>
              {quarterText(one)}
            </text>
          </g>
        ))}
        {placed.map(({ component, items }) => {
          const from = top;
          top += Math.max(items.length, 1) * BAR + 12;
          return (
            <g key={component}>
              <line className="tl-grid" x1={0} x2={width} y1={from} y2={from} />
              <text className="tl-component" x={0} y={from + 24}>
                {component}
              </text>
              {items.map((item, index) => (
                <Bar key={item.number} item={item} first={first} last={quarters.length} y={from + 6 + index * BAR} />
              ))}
            </g>
          );
        })}
        <line className="tl-today" x1={now} x2={now} y1={HEAD - 10} y2={height} />
        <text className="tl-now" x={now + 4} y={HEAD - 4}>
          {roadmapText.today}
        </text>
      </svg>
    </div>
  );
}

function Bar({ item, first, last, y }: { item: TimelineItem; first: Quarter; last: number; y: number }) {
  const from = Math.max(0, quartersBetween(first, item.start));
  const until = Math.min(last, quartersBetween(first, item.end) + 1);
  const [x, width] = [LEFT + from * CELL + 2, (until - from) * CELL - 4];
  const room = Math.max(6, Math.floor(width / 8.2) - 2);
  const label = item.title.length > room ? `${item.title.slice(0, room - 1)}…` : item.title;
  return (
    <a href={href(paths.roadmapItem, { number: item.number })} aria-label={`${item.number} ${item.title}, ${standingText[item.standing]}, ${roadmapText.period(quarterText(item.start), quarterText(item.end))}`}>
      <title>{`${item.number} ${item.title}`}</title>
      <rect className={`tl-bar tl-${item.standing}`} x={x} y={y} width={width} height={BAR - 8} rx={4} />
      <text className="tl-label" x={x + 8} y={y + 17}>
        {label}
      </text>
    </a>
  );
}
