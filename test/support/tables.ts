import { readTable } from "#app/platform/export/read-table.ts";
import type { Cell, RawRow } from "#app/platform/export/table.ts";
import { writeTable, type TableFormat, type TableToWrite } from "#app/platform/export/write-table.ts";

/** A whole file of a table, as somebody would download it. */
export async function aTableFile(format: TableFormat, head: readonly string[], rows: readonly (readonly Cell[])[], more: Pick<TableToWrite, "label" | "widths"> = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeTable(format, { sheet: "Voorstellen", head, rows, ...more })) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What `readTable` says of a file: its rows as texts, or the problem. */
export async function tableIn(bytes: Uint8Array | string): Promise<{ heads: readonly string[]; rows: readonly (readonly string[])[]; raw: readonly RawRow[] } | { problem: string; place: number | null }> {
  const read = await readTable(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  if (!read.ok) return { problem: read.refusal, place: read.place ?? null };
  return { heads: read.value.heads, rows: read.value.rows.map(({ cells }) => cells), raw: read.value.rows };
}
