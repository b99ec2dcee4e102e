import { plainText } from "./plain.ts";

/** One row of a table: its cells as written (Markdown), and the line it came from. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

const DIVIDER = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$|^\s*\|\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** A pipe table: a row and a divider below it, or two rows that both start with a pipe. */
export function isTableStart(source: readonly string[], at: number): boolean {
  const line = source[at] ?? "";
  if (!line.includes("|")) return false;
  const below = source[at + 1] ?? "";
  if (DIVIDER.test(below) && below.includes("-") && (below.includes("|") || line.trim().startsWith("|"))) return true;
  return /^\s*\|.*\|\s*$/.test(line) && /^\s*\|.*\|\s*$/.test(below);
}

export function readTable(source: readonly string[], at: number): { rows: Row[]; lines: number } {
  const rows: Row[] = [];
  let lines = 0;
  while (at + lines < source.length) {
    const line = source[at + lines] ?? "";
    if (!line.includes("|") || line.trim() === "") break;
    if (!DIVIDER.test(line)) rows.push({ cells: cellsOf(line), line: at + lines + 1 });
    lines++;
  }
  return { rows, lines };
}

/** Cells between pipes that are not escaped and not inside code. */
export function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, "|").trim());
}

/** The rows of an HTML table. */
export function htmlTable(source: string, firstLine: number): Row[] {
  const rows: Row[] = [];
  for (const row of source.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<\/tr>|<tr\b|<\/table>)/gi)) {
    const cells = [...(row[1] ?? "").matchAll(/<t[dh]\b[^>]*>([\s\S]*?)(?=<\/t[dh]>|<t[dh]\b|$)/gi)].map((cell) => (cell[1] ?? "").replace(/\s+/g, " ").trim());
    if (cells.length > 0) rows.push({ cells, line: firstLine + (source.slice(0, row.index).match(/\n/g)?.length ?? 0) });
  }
  return rows;
}

/** The pieces of a cell that holds several lines. */
export const piecesOf = (cell: string): string[] => cell.split(/<br\s*\/?>|\n/i).map((piece) => piece.trim()).filter((piece) => plainText(piece) !== "");

/** A table pasted from a letter: at least two lines with the same three or more columns, tabs or wide gaps between them; otherwise null. */
export function typedTable(source: readonly string[], at: number): Row[] | null {
  const columnsOf = (line: string): string[] => (/^\s*(?:[-*+>#|]|$)/.test(line) ? [] : line.trim().split(/\t+| {2,}/));
  const width = columnsOf(source[at] ?? "").length;
  if (width < 3) return null;
  const rows: Row[] = [];
  for (let line = at; columnsOf(source[line] ?? "").length === width; line++) rows.push({ cells: columnsOf(source[line] ?? ""), line: line + 1 });
  return rows.length < 2 ? null : rows;
}
