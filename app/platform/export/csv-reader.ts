import { slices } from "./slices.ts";
import { RowCollector, UnreadableTable, type RawRow } from "./table.ts";

export const DELIMITERS = [";", ",", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Reads CSV as spreadsheets write it: quotes around a cell may hold line ends, two quotes stand for one. A first line `sep=;`
 * says the delimiter; otherwise the one that splits the headings. Source: RFC 4180, with other delimiters.
 */
export async function readCsv(text: string): Promise<{ rows: RawRow[]; delimiter: Delimiter }> {
  const said = /^sep=([;,\t|])\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const delimiter = (said?.[1] as Delimiter | undefined) ?? delimiterOf(body);
  const found = new RowCollector();
  const breathe = slices();
  let at = 0;
  let line = said ? 2 : 1;
  while (at < body.length) {
    const row = readRow(body, at, delimiter, line);
    found.add(line, row.cells);
    line += row.lines;
    at = row.next;
    await breathe();
  }
  return { rows: found.rows, delimiter };
}

interface ReadRow {
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
}

function readRow(text: string, from: number, delimiter: string, line: number): ReadRow {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) throw new UnreadableTable("open-quote", line);
      const raw = text.slice(at + 1, end);
      lines += raw.split("\n").length - 1;
      at = end + 1;
      const stop = endOfCell(text, at, delimiter);
      // What stands behind the closing quote belongs to the cell, as spreadsheets read it.
      cells.push(raw.replaceAll('""', '"').replace(/\r\n?/g, "\n") + text.slice(at, stop).trimEnd());
      at = stop;
    } else {
      const stop = endOfCell(text, at, delimiter);
      cells.push(text.slice(at, stop));
      at = stop;
    }
    if (text[at] !== delimiter) break;
    at++;
  }
  return { cells, next: at + (text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1), lines };
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const sign = text[at];
    if (sign === delimiter || sign === "\n" || sign === "\r") return at;
    at++;
  }
  return at;
}

/** Of the four, the one that stands most in the first line that is not empty, outside quotes. */
function delimiterOf(text: string): Delimiter {
  const start = /\S/.exec(text)?.index ?? 0;
  let isQuoted = false;
  const counts = new Map<string, number>();
  for (let at = text.lastIndexOf("\n", start) + 1; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === "\n" || sign === "\r") && at > start) break;
    else if (!isQuoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...DELIMITERS].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))[0] ?? ";";
}
