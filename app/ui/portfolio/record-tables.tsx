import type { Support } from "#app/domain/portfolio/support.ts";
import { href, paths } from "#app/paths.ts";
import { date, number } from "#app/text/format.ts";
import { recordText } from "#app/text/portfolio-scores.ts";
import { DataTable } from "../table.tsx";

export interface SaidRow {
  readonly key: string;
  readonly proposal: string;
  readonly version: number;
  readonly body: string;
  readonly roundId: string;
  readonly closesAt: string;
  readonly outcome: string;
}

/** Which body said what about which version, and when. */
export function AdvisedTable({ said, advices }: { said: readonly SaidRow[]; advices: readonly string[] }) {
  return (
    <>
      {advices.length > 0 && (
        <ul>
          {advices.map((advice) => (
            <li key={advice}>{advice}</li>
          ))}
        </ul>
      )}
      {said.length === 0 ? (
        <p className="muted">{recordText.none}</p>
      ) : (
        <DataTable
          caption={recordText.caption}
          head={[recordText.proposal, recordText.body, recordText.date, recordText.outcome]}
          rows={said.map((one) => ({
            key: one.key,
            cells: [
              `${one.proposal}, ${recordText.version(one.version)}`,
              one.body,
              date(one.closesAt),
              <a key="uitslag" href={href(paths.roundResult, { id: one.roundId })} aria-label={`${one.outcome}: ${one.proposal}, ${one.body}`}>
                {one.outcome}
              </a>,
            ],
          }))}
        />
      )}
    </>
  );
}

/** How each seat stands towards the proposals, from its own last open vote on each. */
export function SupportTable({ support }: { support: readonly Support[] }) {
  if (support.length === 0) return <p className="muted">{recordText.supportNone}</p>;
  const whole = support.filter(({ against, abstained }) => against + abstained === 0).length;
  return (
    <>
      <p>{recordText.supportSum(whole, support.length)}</p>
      <details>
        <summary>{recordText.support}</summary>
        <DataTable
          caption={recordText.supportCaption}
          head={[recordText.organisation, recordText.inFavour, recordText.withCondition, recordText.abstained, recordText.against]}
          rows={support.map((one) => ({
            key: one.organisation,
            cells: [
              one.code === null ? one.organisation : <a key="gemeente" href={href(paths.municipality, { code: one.code })}>{one.organisation}</a>,
              number(one.inFavour),
              number(one.withCondition),
              number(one.abstained),
              number(one.against),
            ],
          }))}
        />
      </details>
    </>
  );
}
