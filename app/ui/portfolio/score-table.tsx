import type { Standing } from "#app/domain/portfolio/score.ts";
import { number } from "#app/text/format.ts";
import { points, scoreText } from "#app/text/portfolio-scores.ts";
import { DataTable } from "../table.tsx";

export interface ScoreRow extends Standing {
  readonly title: string;
}

/** Above this the seats really differ: a point and more. */
const WIDE = 120;

/** Per criterion what the seats gave together, and how far they lie apart. */
export function ScoreTable({ rows }: { rows: readonly ScoreRow[] }) {
  return (
    <DataTable
      caption={scoreText.caption}
      head={[scoreText.criterion, scoreText.weight, scoreText.mean, scoreText.range, scoreText.spread, scoreText.picture]}
      rows={rows.map((row) => ({
        key: row.criterionId,
        cells:
          row.mean === null || row.lowest === null || row.highest === null || row.spread === null
            ? [row.title, number(row.weight), scoreText.unknown, "–", "–", "–"]
            : [
                row.title,
                number(row.weight),
                points(row.mean),
                scoreText.rangeOf(row.lowest, row.highest),
                row.spread >= WIDE ? (
                  <span key="spreiding">
                    <span className="soon">{points(row.spread)}</span>
                    <span className="small block">{scoreText.wide}</span>
                  </span>
                ) : (
                  points(row.spread)
                ),
                <Picture key="beeld" title={row.title} lowest={row.lowest} highest={row.highest} mean={row.mean} />,
              ],
      }))}
    />
  );
}

const at = (point: number): number => 8 + (point - 1) * 21;

/** The scale from 1 to 5 with the span of what was given and its middle. */
function Picture({ title, lowest, highest, mean }: { title: string; lowest: number; highest: number; mean: number }) {
  return (
    <svg className="spread" viewBox="0 0 100 16" width="100" height="16" role="img" aria-label={scoreText.spreadAlt(title, lowest, highest, points(mean))}>
      <path className="tl-grid" d={`M${at(1)} 8H${at(5)}`} />
      <path className="spread-span" d={`M${at(lowest)} 8H${at(highest)}`} />
      <circle className="tl-used" cx={at(mean / 100)} cy={8} r={5} />
    </svg>
  );
}

export interface SeatScore {
  readonly organisation: string;
  readonly points: readonly (number | null)[];
  readonly note: string;
}

export interface PastScore {
  readonly key: string;
  readonly organisation: string;
  readonly criterion: string;
  readonly points: number;
}

/** What was given on criteria that count no longer. */
export function PastScoreTable({ past }: { past: readonly PastScore[] }) {
  return <DataTable caption={scoreText.pastCaption} head={[scoreText.organisation, scoreText.criterion, scoreText.points]} rows={past.map(({ key, organisation, criterion, points: given }) => ({ key, cells: [organisation, criterion, String(given)] }))} />;
}

/** Who gave what: for the members of the Taskforce who gave their own. */
export function SeatScoreTable({ criteria, seats }: { criteria: readonly string[]; seats: readonly SeatScore[] }) {
  return (
    <DataTable
      caption={scoreText.perSeatCaption}
      head={[scoreText.organisation, ...criteria, scoreText.remark]}
      rows={seats.map(({ organisation, points: given, note }) => ({ key: organisation, cells: [organisation, ...given.map((point) => (point === null ? "–" : String(point))), note === "" ? "–" : note] }))}
    />
  );
}
