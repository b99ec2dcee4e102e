/** One row of a file as it was read: texts by column, and which columns held a formula. */
export interface RawRow {
  /** the line or row number that a spreadsheet shows beside it */
  readonly place: number;
  readonly cells: readonly string[];
  readonly formulas: readonly number[];
}

export const MOST_ROWS = 10_000;
export const MOST_COLUMNS = 100;
export const LARGEST_TABLE_FILE = 10 * 1024 * 1024;

/** Why a file cannot be read as a table; the Dutch sentences are in app/text. */
export const TABLE_PROBLEMS = [
  "empty",
  "too-large",
  "unknown-kind",
  "old-excel",
  "broken-file",
  "zip-bomb",
  "broken-encoding",
  "one-column",
  "open-quote",
  "too-many-rows",
  "too-many-columns",
  "no-rows",
] as const;
export type TableProblem = (typeof TABLE_PROBLEMS)[number];

/** Thrown while reading, caught in `readTable`: nobody else sees it. */
export class UnreadableTable extends Error {
  constructor(
    readonly problem: TableProblem,
    readonly place: number | null = null,
  ) {
    super(problem);
  }
}

/** What a cell of an export may be. */
export type Cell = string | number | null;

/** Never a formula: a spreadsheet would run what starts with =, +, - or @. Apostrophes before such a sign get one more, so that `typedCell` gives back every text. */
export const plainCell = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The text behind a cell that `plainCell` made safe. */
export const typedCell = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** Collects rows while a file is read, and stops a file that would fill the memory. */
export class RowCollector {
  readonly rows: RawRow[] = [];

  add(place: number, cells: readonly string[], formulas: readonly number[] = []): void {
    let width = cells.length;
    while (width > 0 && (cells[width - 1] ?? "").trim() === "" && !formulas.includes(width - 1)) width--;
    if (width === 0) return;
    if (width > MOST_COLUMNS) throw new UnreadableTable("too-many-columns", place);
    // One more for the headings.
    if (this.rows.length > MOST_ROWS) throw new UnreadableTable("too-many-rows", place);
    this.rows.push({ place, cells: cells.slice(0, width), formulas });
  }
}
