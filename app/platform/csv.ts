import { plainCell } from "./export/table.ts";

export { plainCell };

/** A file for a spreadsheet: with a byte order mark, semicolons as Dutch programs expect, and every cell quoted. */
export function csvFile(name: string, head: readonly string[], rows: readonly (readonly string[])[]): Response {
  const csv = [head, ...rows].map((row) => row.map(csvCell).join(";")).join("\r\n");
  return new Response(`\uFEFF${csv}\r\n`, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" } });
}

const csvCell = (text: string): string => `"${plainCell(text).replaceAll('"', '""')}"`;
