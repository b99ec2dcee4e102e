import { plusQuarters, quartersBetween, type Quarter } from "#app/domain/roadmap/quarter.ts";
import type { QuarterLoad, Standing } from "#app/domain/roadmap/load.ts";
import { href, paths } from "#app/paths.ts";
import { quarter as quarterText } from "#app/text/format.ts";
import { roadmapText, standingWords } from "#app/text/roadmap.ts";
import { CapacityStrip } from "./capacity-strip.tsx";
import { linkPath, markPaths, type Frame } from "./timeline-marks.ts";

interface TimelineProps {
  readonly quarters: readonly Quarter[];
  /** how far the current quarter has gone, from 0 to 1, and which it is */
  readonly today: { readonly quarter: Quarter; readonly part: number };
  readonly load: readonly QuarterLoad[];
  readonly rows: readonly { readonly component: string; readonly items: readonly TimelineItem[] }[];
  readonly links?: readonly TimelineLink[];
  /** one sheet of A3 in landscape: as high as the sheet allows, titles whole */
  readonly isOnPaper?: boolean;
}

export interface TimelineItem {
  readonly number: string;
  readonly title: string;
  readonly start: Quarter;
  readonly end: Quarter;
  readonly standing: Standing;
  /** until when the Taskforce put it off */
  readonly heldUntil?: string | null;
  readonly phases?: readonly { readonly quarters: number; readonly hasGate: boolean; readonly isPassed: boolean }[];
  readonly milestones?: readonly { readonly quarter: Quarter; readonly part: number; readonly isReached: boolean }[];
}

/** `to` waits for `from`; late when it begins before that has ended. */
export interface TimelineLink {
  readonly from: string;
  readonly to: string;
  readonly isLate: boolean;
}

const [LEFT, CELL, HEAD, STRIP, BETWEEN] = [150, 125, 34, 132, 12];

/** The height of a row, of the bar in it and of the letters on that bar. */
interface Pitch {
  readonly row: number;
  readonly bar: number;
  readonly letter: number;
}
const ON_SCREEN: Pitch = { row: 40, bar: 34, letter: 13 };
/** A sheet of A3 in units of the picture, of which 13 are letters of 9 points: 400 by 210 mm. */
const SHEET = { width: 1640, height: 860 };

/** Rows that fill the sheet and no more: the fewer bars, the larger their letters, up to those of the screen. */
function onPaper(bars: number, lanes: number): Pitch {
  const row = Math.min(ON_SCREEN.row, (SHEET.height - HEAD - STRIP - lanes * BETWEEN) / Math.max(1, bars));
  return { row, bar: row * 0.85, letter: Math.min(ON_SCREEN.letter, row * 0.72) };
}

/** The roadmap as a picture by quarter. What is proposed is dashed and says so; a table beside it holds the same. */
export function Timeline({ quarters, today, load, rows, links = [], isOnPaper = false }: TimelineProps) {
  const [first] = quarters;
  if (first === undefined) return null;
  const last = quarters.at(-1) ?? first;
  const placed = rows.map(({ component, items }) => ({ component, items: items.filter(({ start, end }) => end >= first && start <= last) })).filter(({ items }) => items.length > 0);
  const cell = isOnPaper ? (SHEET.width - LEFT) / quarters.length : CELL;
  const width = LEFT + quarters.length * cell;
  const pitch = isOnPaper ? onPaper(placed.reduce((sum, { items }) => sum + items.length, 0), placed.length) : ON_SCREEN;
  const bottom = HEAD + placed.reduce((sum, { items }) => sum + items.length * pitch.row + BETWEEN, 0);
  const height = bottom + STRIP;
  const frame: Frame = { left: LEFT, cell, right: width, at: (quarter, part = 0) => LEFT + (quartersBetween(first, quarter) + part) * cell };
  const now = frame.at(today.quarter, today.part);
  const tops = new Map<string, number>();
  let top = HEAD;
  const lanes = placed.map((row) => {
    const from = top;
    row.items.forEach(({ number }, index) => tops.set(number, from + 6 + index * pitch.row));
    top += row.items.length * pitch.row + BETWEEN;
    return { ...row, from };
  });
  const shown = lanes.flatMap(({ items }) => items);
  const marks = markPaths(shown, tops, frame, pitch.bar);
  return (
    <div className="scroll tl">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={roadmapText.timelineAlt}>
        {lanes.map(({ component, from, items }) => (
          <rect key={component} className="tl-lane" x={0} y={from} width={width} height={items.length * pitch.row + 6} />
        ))}
        {quarters.map((one, index) => (
          <g key={one}>
            <path className="tl-grid" d={`M${LEFT + index * cell} ${HEAD - 8}V${bottom}`} />
            <text className="tl-quarter" x={LEFT + index * cell + 6} y={18}>
              {quarterText(one)}
            </text>
          </g>
        ))}
        <path className="tl-dep" d={linkPath(links.filter(({ isLate }) => !isLate), shown, tops, frame, pitch.bar)} />
        {isOnPaper && <path className="tl-today" d={`M${now} ${HEAD - 8}V${bottom}`} />}
        {lanes.map(({ component, from, items }) => (
          <g key={component}>
            <text className="tl-component" x={12} y={from + Math.min(28, pitch.row)}>
              {component}
            </text>
            {items.map((item) => (
              <Bar key={item.number} item={item} frame={frame} y={tops.get(item.number) ?? 0} pitch={pitch} isOnPaper={isOnPaper} />
            ))}
          </g>
        ))}
        <path className="tl-phase" d={marks.phases} />
        <path className="tl-gate" d={marks.gates} />
        <path className="tl-gate tl-passed" d={marks.passed} />
        <path className="tl-mark" d={marks.milestones} />
        <path className="tl-mark tl-reached" d={marks.reached} />
        <path className="tl-cross" d={linkPath(links.filter(({ isLate }) => isLate), shown, tops, frame, pitch.bar)} />
        {!isOnPaper && <path className="tl-halo" d={`M${now} ${HEAD - 8}V${bottom}`} />}
        {!isOnPaper && <path className="tl-today" d={`M${now} ${HEAD - 8}V${bottom}`} />}
        <rect className="tl-flag" x={now - 36} y={bottom - 6} width={72} height={22} rx={3} />
        <text className="tl-now" x={now} y={bottom + 10} textAnchor="middle">
          {roadmapText.today}
        </text>
        <CapacityStrip load={load} quarters={quarters} left={LEFT} cell={cell} top={bottom + 28} />
      </svg>
    </div>
  );
}

interface BarProps {
  readonly item: TimelineItem;
  readonly frame: Frame;
  readonly y: number;
  readonly pitch: Pitch;
  readonly isOnPaper: boolean;
}

/** On a screen a title that is too long is cut, and whole in the tip and the table; on paper it runs on past its bar, for the row is its own. */
function Bar({ item: { number, title, start, end, standing, heldUntil = null }, frame, y, pitch, isOnPaper }: BarProps) {
  const from = Math.max(frame.left, frame.at(start)) + 2;
  const width = Math.min(frame.right, frame.at(plusQuarters(end, 1))) - 2 - from;
  const letter = pitch.letter * 0.57;
  const room = Math.max(6, Math.floor((width - 16) / letter));
  const isLong = title.length > room;
  const isAtTheEdge = isOnPaper && from + 10 + title.length * letter > frame.right;
  return (
    <a href={href(paths.roadmapItem, { number })} aria-label={`${number} ${title}, ${standingWords(standing, heldUntil)}`}>
      {isLong && !isOnPaper && <title>{title}</title>}
      <rect className={`tl-bar tl-${standing}`} x={from} y={y} width={width} height={pitch.bar} rx={4} />
      <text className={`tl-label tl-on-${standing}`} x={isAtTheEdge ? frame.right - 8 : from + 10} y={y + Math.round(pitch.bar / 2 + pitch.letter * 0.38)} {...(isOnPaper && { fontSize: pitch.letter, textAnchor: isAtTheEdge ? "end" : "start" })}>
        {isLong && !isOnPaper ? `${title.slice(0, room - 1)}…` : title}
      </text>
    </a>
  );
}
