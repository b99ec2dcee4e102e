/** A file for a spreadsheet: with a byte order mark, semicolons as Dutch programs expect, and every cell quoted. */
export function csvFile(name: string, head: readonly string[], rows: readonly (readonly string[])[]): Response {
  const csv = [head, ...rows].map((row) => row.map(csvCell).join(";")).join("\r\n");
  return new Response(`\uFEFF${csv}\r\n`, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" } });
}

/** Never a formula: a spreadsheet would run what starts with =, +, - or @. */
export const plainCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const csvCell = (text: string): string => `"${plainCell(text).replaceAll('"', '""')}"`;
