import type { ProvinceTurnout } from "#app/domain/voting/comparison.ts";
import { resultText } from "#app/text/voting-pages.ts";
import { Section } from "../layout.tsx";

/** Whom a round missed, by province. */
export function MissingTable({ rows }: { rows: readonly ProvinceTurnout[] }) {
  const seats = rows.reduce((sum, { missing }) => sum + missing.length, 0);
  const without = rows.filter((row) => row.seats === 0).length;
  return (
    <Section id="wie-missen-we" title={resultText.missing}>
      <p>{resultText.missingLead(seats, without)}</p>
      <table className="cards dense">
        <caption className="vh">{resultText.missingCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{resultText.province}</th>
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
            <tr key={row.province ?? ""}>
              <th scope="row">{row.province ?? resultText.elsewhere}</th>
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
    </Section>
  );
}
