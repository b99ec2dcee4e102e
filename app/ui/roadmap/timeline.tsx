import { plusQuarters, quartersBetween, type Quarter } from "#app/domain/roadmap/quarter.ts";
import type { QuarterLoad, Standing } from "#app/domain/roadmap/load.ts";
import { href, paths } from "#app/paths.ts";
import { quarter as quarterText } from "#app/text/format.ts";
import { roadmapText, standingText } from "#app/text/roadmap.ts";
import { CapacityStrip } from "./capacity-strip.tsx";
import { linkPath, markPaths, type Frame } from "./timeline-marks.ts";

interface TimelineProps {
  readonly quarters: readonly Quarter[];
  /** how far the current quarter has gone, from 0 to 1, and which it is */
  readonly today: { readonly quarter: Quarter; readonly part: number };
  readonly load: readonly QuarterLoad[];
  readonly rows: readonly { readonly component: string; readonly items: readonly TimelineItem[] }[];
  readonly links?: readonly TimelineLink[];
}

export interface TimelineItem {
  readonly number: string;
  readonly title: string;
  readonly start: Quarter;
  readonly end: Quarter;
  readonly standing: Standing;
  readonly phases?: readonly { readonly quarters: number; readonly hasGate: boolean; readonly isPassed: boolean }[];
  readonly milestones?: readonly { readonly quarter: Quarter; readonly part: number; readonly isReached: boolean }[];
}

/** `to` waits for `from`; late when it begins before that has ended. */
export interface TimelineLink {
  readonly from: string;
  readonly to: string;
  readonly isLate: boolean;
}

const [LEFT, CELL, BAR, HEAD, STRIP] = [150, 125, 40, 34, 132];

/** The roadmap as a picture by quarter. What is proposed is dashed and says so; a table beside it holds the same. */
export function Timeline({ quarters, today, load, rows, links = [] }: TimelineProps) {
  const [first] = quarters;
  if (first === undefined) return null;
  const last = quarters.at(-1) ?? first;
  const placed = rows.map(({ component, items }) => ({ component, items: items.filter(({ start, end }) => end >= first && start <= last) })).filter(({ items }) => items.length > 0);
  const bottom = HEAD + placed.reduce((sum, { items }) => sum + items.length * BAR + 12, 0);
  const [width, height] = [LEFT + quarters.length * CELL, bottom + STRIP];
  const frame: Frame = { left: LEFT, cell: CELL, right: width, at: (quarter, part = 0) => LEFT + (quartersBetween(first, quarter) + part) * CELL };
  const now = frame.at(today.quarter, today.part);
  const tops = new Map<string, number>();
  let top = HEAD;
  const lanes = placed.map((row) => {
    const from = top;
    row.items.forEach(({ number }, index) => tops.set(number, from + 6 + index * BAR));
    top += row.items.length * BAR + 12;
    return { ...row, from };
  });
  const shown = lanes.flatMap(({ items }) => items);
  const marks = markPaths(shown, tops, frame, BAR - 6);
  return (
    <div className="scroll tl">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={roadmapText.timelineAlt}>
        {lanes.map(({ component, from, items }) => (
          <rect key={component} className="tl-lane" x={0} y={from} width={width} height={items.length * BAR + 6} />
        ))}
        {quarters.map((one, index) => (
          <g key={one}>
            <path className="tl-grid" d={`M${LEFT + index * CELL} ${HEAD - 8}V${bottom}`} />
            <text className="tl-quarter" x={LEFT + index * CELL + 6} y={18}>
              {quarterText(one)}
            </text>
          </g>
        ))}
        <path className="tl-dep" d={linkPath(links.filter(({ isLate }) => !isLate), shown, tops, frame, BAR - 6)} />
        {lanes.map(({ component, from, items }) => (
          <g key={component}>
            <text className="tl-component" x={12} y={from + 28}>
              {component}
            </text>
            {items.map((item) => (
              <Bar key={item.number} item={item} frame={frame} y={tops.get(item.number) ?? 0} />
            ))}
          </g>
        ))}
        <path className="tl-phase" d={marks.phases} />
        <path className="tl-gate" d={marks.gates} />
        <path className="tl-gate tl-passed" d={marks.passed} />
        <path className="tl-mark" d={marks.milestones} />
        <path className="tl-mark tl-reached" d={marks.reached} />
        <path className="tl-cross" d={linkPath(links.filter(({ isLate }) => isLate), shown, tops, frame, BAR - 6)} />
        <path className="tl-halo" d={`M${now} ${HEAD - 8}V${bottom}`} />
        <path className="tl-today" d={`M${now} ${HEAD - 8}V${bottom}`} />
        <rect className="tl-flag" x={now - 36} y={bottom - 6} width={72} height={22} rx={3} />
        <text className="tl-now" x={now} y={bottom + 10} textAnchor="middle">
          {roadmapText.today}
        </text>
        <CapacityStrip load={load} quarters={quarters} left={LEFT} cell={CELL} top={bottom + 28} />
      </svg>
    </div>
  );
}

function Bar({ item: { number, title, start, end, standing }, frame, y }: { item: TimelineItem; frame: Frame; y: number }) {
  const from = Math.max(frame.left, frame.at(start)) + 2;
  const width = Math.min(frame.right, frame.at(plusQuarters(end, 1))) - 2 - from;
  const room = Math.max(6, Math.floor((width - 16) / 7.4));
  const isLong = title.length > room;
  return (
    <a href={href(paths.roadmapItem, { number })} aria-label={`${number} ${title}, ${standingText[standing]}`}>
      {isLong && <title>{title}</title>}
      <rect className={`tl-bar tl-${standing}`} x={from} y={y} width={width} height={BAR - 6} rx={4} />
      <text className={`tl-label tl-on-${standing}`} x={from + 10} y={y + 22}>
        {isLong ? `${title.slice(0, room - 1)}…` : title}
      </text>
    </a>
  );
}
