import { slices } from "./slices.ts";
import { MOST_COLUMNS, MOST_ROWS, RowCollector, type RawRow } from "./table.ts";
import { XmlReader } from "./xml-reader.ts";
import type { ZipReader } from "./zip-reader.ts";

/** The first sheet of an OpenDocument spreadsheet. A repeated row or cell is written out only as far as a table may go. Source: OpenDocument 1.3, part 3, §9. */
export async function readOds(zip: ZipReader): Promise<RawRow[]> {
  const found = new RowCollector();
  const breathe = slices();
  let [tables, place, depth] = [0, 0, 0];
  let row: { cells: string[]; formulas: number[]; repeated: number } | null = null;
  let cell: { lines: string[]; value: string | null; repeated: number; isFormula: boolean } | null = null;
  const reader = new XmlReader({
    open(name, attribute) {
      if (name === "table") tables++;
      if (tables !== 1) return;
      if (name === "table-row") row = { cells: [], formulas: [], repeated: count(attribute("number-rows-repeated")) };
      else if ((name === "table-cell" || name === "covered-table-cell") && row) {
        const kind = attribute("value-type");
        const value = kind === "date" ? attribute("date-value") : kind === "float" || kind === "percentage" || kind === "currency" ? attribute("value") : kind === "boolean" ? yesNo(attribute("boolean-value")) : null;
        cell = { lines: [], value, repeated: count(attribute("number-columns-repeated")), isFormula: attribute("formula") !== null };
      } else if (name === "annotation") depth++;
      else if (name === "p" && cell && depth === 0) cell.lines.push("");
      else if (cell && depth === 0 && cell.lines.length > 0) cell.lines.push((cell.lines.pop() ?? "") + (name === "s" ? " ".repeat(Math.min(count(attribute("c")), 1_000)) : name === "tab" ? "\t" : name === "line-break" ? "\n" : ""));
    },
    text(text) {
      if (cell && depth === 0 && cell.lines.length > 0) cell.lines.push((cell.lines.pop() ?? "") + text);
    },
    close(name) {
      if (name === "annotation") depth--;
      if (tables !== 1 || !row) return;
      if (cell && (name === "table-cell" || name === "covered-table-cell")) {
        const text = cell.value ?? cell.lines.join("\n");
        if (cell.isFormula) row.formulas.push(row.cells.length);
        // The last cell of a row may be repeated to the edge of the sheet: one more than fits is enough to tell.
        for (let times = Math.min(cell.repeated, MOST_COLUMNS + 1 - row.cells.length); times > 0; times--) row.cells.push(text);
        cell = null;
      } else if (name === "table-row") {
        const { cells, formulas, repeated } = row;
        const isEmpty = cells.every((text) => text === "") && formulas.length === 0;
        for (let times = isEmpty ? 0 : Math.min(repeated, MOST_ROWS + 2); times > 0; times--) found.add(place + 1, cells, formulas);
        place += repeated;
        row = null;
      }
    },
  });
  for await (const piece of zip.text("content.xml")) {
    reader.feed(piece);
    await breathe();
  }
  reader.end();
  return found.rows;
}

const count = (repeated: string | null): number => Math.max(1, Number(repeated ?? 1) || 1);
const yesNo = (value: string | null): string => (value === "true" ? "ja" : "nee");
