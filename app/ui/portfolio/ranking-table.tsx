import { href, paths } from "#app/paths.ts";
import { number as amount } from "#app/text/format.ts";
import { rankingText } from "#app/text/portfolio-scores.ts";
import { DataTable } from "../table.tsx";
import { Tag } from "../tag.tsx";

export interface RankingRow {
  readonly number: string;
  readonly title: string;
  readonly score: string | null;
  readonly spread: string | null;
  readonly isOwnFirst: boolean;
  /** how many scores are on earlier criteria, in words */
  readonly older: string | null;
  readonly period: string | null;
  readonly efforts: string;
  readonly cost: string;
  /** null: it fits */
  readonly misfit: string | null;
}

/** In order of score: what fits in the people there are, and why something does not. */
export function RankingTable({ rows }: { rows: readonly RankingRow[] }) {
  return (
    <DataTable
      caption={rankingText.caption(rows.filter(({ misfit }) => misfit === null).length, rows.length)}
      head={[rankingText.initiative, rankingText.place, rankingText.score, rankingText.spread, rankingText.quarters, rankingText.people, rankingText.cost, rankingText.fits]}
      rows={rows.map((row, place) => ({
        key: row.number,
        cells: [
          <a key="link" href={href(paths.initiative, { number: row.number })}>{`${row.number} ${row.title}`}</a>,
          amount(place + 1),
          row.isOwnFirst ? (
            <a key="score" href={href(paths.initiativeScore, { number: row.number })} aria-label={`${rankingText.yourScore}: ${row.title}`}>
              {rankingText.yourScore}
            </a>
          ) : (
            <ScoreMark key="score" score={row.score} older={row.older} />
          ),
          row.spread ?? rankingText.noPlace,
          row.period ?? rankingText.noPlace,
          row.efforts,
          row.cost,
          <FitMark key="past" misfit={row.misfit} />,
        ],
      }))}
    />
  );
}

function ScoreMark({ score, older }: { score: string | null; older: string | null }) {
  return (
    <>
      {score ?? rankingText.noScore}
      {older !== null && <span className="small block">{older}</span>}
    </>
  );
}

/** The word for whether it fits, with the reason when it does not. */
export function FitMark({ misfit }: { misfit: string | null }) {
  if (misfit === null) return <Tag tone="green">{rankingText.yes}</Tag>;
  return (
    <>
      <Tag tone="amber">{rankingText.no}</Tag>
      <span className="small block">{misfit}</span>
    </>
  );
}
