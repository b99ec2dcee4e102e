import { odsParts } from "./ods-writer.ts";
import { slices } from "./slices.ts";
import { plainCell, type Cell } from "./table.ts";
import { xlsxParts } from "./xlsx-writer.ts";
import { zip } from "./zip-writer.ts";

export const TABLE_FORMATS = ["csv", "xlsx", "ods"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export interface TableToWrite {
  /** the name of the sheet */
  readonly sheet: string;
  readonly head: readonly string[];
  /** how wide each column is, in characters; a spreadsheet shows it, CSV does not */
  readonly widths?: readonly number[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  /** how confidential it is: on top and at the foot of every printed page; CSV has no pages */
  readonly label?: string;
  /** a form to fill in: all else is locked */
  readonly answers?: Answers;
}

/** The columns in which somebody answers, and the words from which a cell of a column is chosen. Only XLSX knows these. */
export interface Answers {
  readonly columns: readonly number[];
  readonly choices: readonly { readonly column: number; readonly words: readonly string[]; readonly refused: string }[];
}

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
} satisfies Record<TableFormat, string>;

/** The table as a file, piece by piece; no cell of it is a formula. */
export function writeTable(format: TableFormat, table: TableToWrite): AsyncGenerator<Uint8Array> {
  if (format === "csv") return csv(table);
  return zip(format === "xlsx" ? xlsxParts(table) : odsParts(table));
}

/** The same as an answer to download: it leaves the server while the rows are still being read. */
export const tableFile = (format: TableFormat, name: string, table: TableToWrite): Response => download(`${name}.${format}`, TYPES[format], writeTable(format, table));

/** A file that leaves the server piece by piece, as it is being made. */
export function download(name: string, type: string, pieces: AsyncGenerator<Uint8Array>): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" } });
}

/** With a byte order mark and semicolons, as Dutch spreadsheets expect, and every cell quoted. */
async function* csv({ head, rows }: TableToWrite): AsyncGenerator<Uint8Array> {
  const breathe = slices();
  const line = (cells: readonly Cell[]): string => `${cells.map((cell) => (typeof cell === "number" ? String(cell) : `"${plainCell(cell ?? "").replaceAll('"', '""')}"`)).join(";")}\r\n`;
  let piece = `\uFEFF${line(head)}`;
  for await (const row of rows) {
    piece += line(row);
    if (piece.length < 32_000) continue;
    yield Buffer.from(piece);
    piece = "";
    await breathe();
  }
  yield Buffer.from(piece);
}
