import { slices } from "./slices.ts";
import { RowCollector, UnreadableTable, type RawRow } from "./table.ts";
import { serialMoment, isDateFormat } from "./xlsx-dates.ts";
import { XmlReader, type XmlListener } from "./xml-reader.ts";
import type { ZipReader } from "./zip-reader.ts";

/** Columns further away hold nothing that a table of proposals has. */
const FURTHEST_COLUMN = 16_384;

/** The first visible sheet of a workbook: texts, numbers, dates and yes or no as text; which cells hold a formula. Source: ECMA-376 part 1, §18. */
export async function readXlsx(zip: ZipReader): Promise<RawRow[]> {
  const workbook = await readWorkbook(zip);
  const strings = zip.has("xl/sharedStrings.xml") ? await readStrings(zip) : [];
  const dateStyles = zip.has("xl/styles.xml") ? await readDateStyles(zip) : new Set<number>();
  const found = new RowCollector();
  let row: { place: number; cells: string[]; formulas: number[] } | null = null;
  let lastPlace = 0;
  let cell: { column: number; type: string; style: number; value: string; isFormula: boolean } | null = null;
  let takes = false;
  let isPhonetic = false;
  await parse(zip, workbook.sheet, {
    open(name, attribute) {
      if (name === "row") {
        lastPlace = Number(attribute("r") ?? lastPlace + 1);
        row = { place: lastPlace, cells: [], formulas: [] };
      } else if (name === "c" && row) {
        const column = columnOf(attribute("r")) ?? row.cells.length;
        if (column >= FURTHEST_COLUMN) throw new UnreadableTable("broken-file", row.place);
        cell = { column, type: attribute("t") ?? "n", style: Number(attribute("s") ?? 0), value: "", isFormula: false };
      } else if (name === "f" && cell) cell.isFormula = true;
      else if (name === "rPh") isPhonetic = true;
      else if (name === "v" || name === "t") takes = cell !== null && !isPhonetic;
    },
    close(name) {
      if (name === "v" || name === "t") takes = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "c" && row && cell) {
        while (row.cells.length < cell.column) row.cells.push("");
        row.cells[cell.column] = valueOf(cell, strings, dateStyles, workbook.is1904);
        if (cell.isFormula) row.formulas.push(cell.column);
        cell = null;
      } else if (name === "row" && row) {
        found.add(row.place, row.cells, row.formulas);
        row = null;
      }
    },
    text(text) {
      if (takes && cell) cell.value += text;
    },
  });
  return found.rows;
}

function valueOf({ type, style, value }: { type: string; style: number; value: string }, strings: readonly string[], dateStyles: ReadonlySet<number>, is1904: boolean): string {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "inlineStr" || type === "str") return shown(value);
  if (type === "b") return value === "1" ? "ja" : "nee";
  if (type !== "n" || value === "") return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (dateStyles.has(style)) return serialMoment(number, is1904);
  return String(Number(number.toPrecision(15)));
}

/** `_x000A_` stands for a sign that XML could not hold. */
const shown = (text: string): string => text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, "\n");

function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Which part holds the first sheet that is not hidden, and from which day dates are counted. */
async function readWorkbook(zip: ZipReader): Promise<{ sheet: string; is1904: boolean }> {
  const sheets: { id: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await parse(zip, "xl/workbook.xml", {
    open(name, attribute) {
      if (name === "workbookPr") is1904 = ["1", "true"].includes(attribute("date1904") ?? "");
      // `sheetId` is another name, so `id` is the one of the relation.
      if (name === "sheet") sheets.push({ id: attribute("id") ?? "", isHidden: (attribute("state") ?? "visible") !== "visible" });
    },
  });
  const first = sheets.find(({ isHidden }) => !isHidden);
  let target: string | null = null;
  await parse(zip, "xl/_rels/workbook.xml.rels", {
    open(name, attribute) {
      if (name === "Relationship" && attribute("Id") === first?.id) target = attribute("Target");
    },
  });
  if (target === null) throw new UnreadableTable("broken-file");
  return { sheet: (target as string).startsWith("/") ? (target as string).slice(1) : `xl/${target as string}`, is1904 };
}

async function readStrings(zip: ZipReader): Promise<string[]> {
  const strings: string[] = [];
  let [takes, isPhonetic, current] = [false, false, ""];
  await parse(zip, "xl/sharedStrings.xml", {
    open(name) {
      if (name === "si") current = "";
      else if (name === "rPh") isPhonetic = true;
      else if (name === "t") takes = !isPhonetic;
    },
    close(name) {
      if (name === "t") takes = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "si") strings.push(shown(current));
    },
    text(text) {
      if (takes) current += text;
    },
  });
  return strings;
}

/** The places in the list of styles that show a number as a date or a time. */
async function readDateStyles(zip: ZipReader): Promise<Set<number>> {
  const own = new Map<number, string>();
  const styles = new Set<number>();
  let [isCellStyles, place] = [false, 0];
  await parse(zip, "xl/styles.xml", {
    open(name, attribute) {
      if (name === "numFmt") own.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      else if (name === "cellXfs") isCellStyles = true;
      else if (name === "xf" && isCellStyles) {
        const format = Number(attribute("numFmtId") ?? 0);
        if (isDateFormat(format, own.get(format))) styles.add(place);
        place++;
      }
    },
    close(name) {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return styles;
}

async function parse(zip: ZipReader, name: string, listener: XmlListener): Promise<void> {
  const reader = new XmlReader(listener);
  const breathe = slices();
  for await (const piece of zip.text(name)) {
    reader.feed(piece);
    await breathe();
  }
  reader.end();
}
