import type { SeatRow } from "#app/domain/voting/comparison.ts";
import { choiceTone } from "#app/text/voting.ts";
import { cellText, resultText } from "#app/text/voting-result.ts";
import { keptMarkup } from "#app/ui/kept-markup.ts";
import { toneClass } from "#app/ui/tag.tsx";

/** A column of the matrix: one round. */
export interface MatrixColumn {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly support: string;
}

/** Seat × round: what each seat said, and how that changed. On a phone every seat is a block of its own. */
export function RoundMatrix({ columns, rows }: { columns: readonly MatrixColumn[]; rows: readonly SeatRow[] }) {
  return (
    <table className="cards dense">
      <caption>{resultText.historyCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{resultText.seat}</th>
          {columns.map(({ id, name, note }) => (
            <th scope="col" key={id}>
              {name}
              <br />
              {note}
            </th>
          ))}
        </tr>
      </thead>
      <tbody dangerouslySetInnerHTML={keptMarkup(rows, () => matrixRows(columns, rows))} />
      <tfoot>
        <tr>
          <th scope="row">{resultText.support}</th>
          {columns.map(({ id, name, support }) => (
            <td key={id} data-label={name}>
              {support}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** What seats said and in which rounds comes from the same ballots, which are kept once the rounds are established. */
function matrixRows(columns: readonly MatrixColumn[], rows: readonly SeatRow[]) {
  return (
    <>
      {rows.map(({ seatId, name, cells }) => (
        <tr key={seatId}>
          <th scope="row">{name}</th>
          {cells.map((cell, index) => matrixCell(cell, columns[index]))}
        </tr>
      ))}
    </>
  );
}

/** Not a component: a large body has thousands of these. */
function matrixCell(cell: SeatRow["cells"][number], column: MatrixColumn | undefined) {
  const { label, note, tone } = cellText(cell);
  return (
    <td key={column?.id} data-label={column?.name}>
      <span>{cell.kind === "cast" ? <span className={toneClass(choiceTone[cell.choice])}>{label}</span> : <span className="muted">{label}</span>}</span>
      {note && <span className={tone === "plain" ? "move" : `move move-${tone}`}>{note}</span>}
    </td>
  );
}
