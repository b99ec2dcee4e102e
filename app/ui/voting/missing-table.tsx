import type { ProvinceTurnout, Size } from "#app/domain/voting/comparison.ts";
import { resultText } from "#app/text/voting-result.ts";
import { Section } from "../layout.tsx";

type Counts = Omit<ProvinceTurnout, "province">;

interface MissingTableProps {
  readonly rows: readonly ProvinceTurnout[];
  readonly sizes: readonly (Counts & { readonly size: Size | null })[];
}

/** Whom a round missed, by province and by size of the gemeente. */
export function MissingTable({ rows, sizes }: MissingTableProps) {
  const seats = rows.reduce((sum, { missing }) => sum + missing.length, 0);
  const without = rows.filter((row) => row.seats === 0).length;
  return (
    <Section id="wie-missen-we" title={resultText.missing}>
      <p>{resultText.missingLead(seats, without)}</p>
      <TurnoutTable caption={resultText.missingCaption} head={resultText.province} rows={rows.map((row) => ({ ...row, label: row.province ?? resultText.elsewhere }))} />
      <TurnoutTable caption={resultText.missingBySize} head={resultText.size} rows={sizes.map((row) => ({ ...row, label: row.size === null ? resultText.elsewhere : resultText.sizes[row.size] }))} />
    </Section>
  );
}

function TurnoutTable({ caption, head, rows }: { caption: string; head: string; rows: readonly (Counts & { readonly label: string })[] }) {
  return (
    <table className="cards dense">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="right">
            {resultText.voices}
          </th>
          <th scope="col" className="right">
            {resultText.voted}
          </th>
          <th scope="col">{resultText.missing}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td className="num right" data-label={resultText.voices}>
              {row.seats}
            </td>
            <td className="num right" data-label={resultText.voted}>
              {row.cast}
            </td>
            <td data-label={resultText.missing}>{row.seats === 0 ? resultText.noSeat : row.missing.join(", ") || resultText.nobody}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
