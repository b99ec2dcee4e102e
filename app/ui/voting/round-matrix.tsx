import type { SeatRow } from "#app/domain/voting/comparison.ts";
import { choiceTone } from "#app/text/voting.ts";
import { cellText, resultText } from "#app/text/voting-result.ts";
import { Tag } from "#app/ui/tag.tsx";

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
      <tbody>
        {rows.map(({ seatId, name, cells }) => (
          <tr key={seatId}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <MatrixCell key={columns[index]?.id} cell={cell} round={columns[index]?.name ?? ""} />
            ))}
          </tr>
        ))}
      </tbody>
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

function MatrixCell({ cell, round }: { cell: SeatRow["cells"][number]; round: string }) {
  const { label, note, tone } = cellText(cell);
  const colour = cell.kind === "cast" ? choiceTone[cell.choice] : undefined;
  return (
    <td data-label={round}>
      <span>{cell.kind === "cast" ? <Tag tone={colour}>{label}</Tag> : <span className="muted">{label}</span>}</span>
      {note && <span className={tone === "plain" ? "move" : `move move-${tone}`}>{note}</span>}
    </td>
  );
}
