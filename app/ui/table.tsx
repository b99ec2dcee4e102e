import type { ReactNode } from "react";

interface DataTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A table; on a phone every row becomes a block with the heads in front of the cells. */
export function DataTable({ caption, head, rows }: DataTableProps) {
  return (
    <div className="scroll">
      <table className="cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={head[index]} scope="row" className={typeof cell === "string" && !cell.includes(" ") ? "nowrap" : undefined}>
                    {cell}
                  </th>
                ) : (
                  <td key={head[index]} data-label={head[index]}>
                    <div>{cell}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
