import { slices } from "./slices.ts";
import { plainCell, type Cell } from "./table.ts";
import type { TableToWrite } from "./write-table.ts";
import { xmlText } from "./xml-reader.ts";
import type { Part } from "./zip-writer.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** What one cell of a sheet can hold; a longer text is cut, as the program itself would refuse the file. */
const LONGEST_CELL = 32_767;

/** The parts of a workbook with one sheet: a bold heading that stays in sight, texts that wrap, a filter over all columns. */
export function xlsxParts(table: TableToWrite): Part[] {
  return [
    { name: "[Content_Types].xml", text: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>` },
    { name: "_rels/.rels", text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: "xl/workbook.xml", text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(sheetName(table.sheet))}" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>` },
    { name: "xl/styles.xml", text: `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>` },
    { name: "xl/worksheets/sheet1.xml", text: sheet(table) },
  ];
}

async function* sheet({ head, widths = [], rows }: TableToWrite): AsyncGenerator<string> {
  const breathe = slices();
  const columns = head.map((_, index) => `<col min="${index + 1}" max="${index + 1}" width="${widths[index] ?? 16}" customWidth="1"/>`).join("");
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${row(1, head, 1)}`;
  let place = 1;
  for await (const cells of rows) {
    text += row(++place, cells, 2);
    if (text.length < 64_000) continue;
    yield text;
    text = "";
    await breathe();
  }
  yield `${text}</sheetData><autoFilter ref="A1:${columnName(head.length - 1)}${place}"/></worksheet>`;
}

const row = (place: number, cells: readonly Cell[], style: number): string => `<row r="${place}">${cells.map((cell, column) => cellText(cell, `${columnName(column)}${place}`, style)).join("")}</row>`;

function cellText(cell: Cell, reference: string, style: number): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  // A literal `_x0041_` would be read as the letter A: its first sign is written as such a code.
  const safe = plainCell(cell).slice(0, LONGEST_CELL).replace(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_");
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(safe)}</t></is></c>`;
}

function columnName(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnName(Math.floor(index / 26) - 1) + rest;
}

/** A sheet has a name of at most 31 signs, without the signs of a reference. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
