import { slices } from "./slices.ts";
import { plainCell, type Cell } from "./table.ts";
import type { Answers, TableToWrite } from "./write-table.ts";
import { xmlText } from "./xml-reader.ts";
import type { Part } from "./zip-writer.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** What one cell of a sheet can hold; a longer text is cut, as the program itself would refuse the file. */
const LONGEST_CELL = 32_767;

/** The parts of a workbook with one sheet: a bold heading that stays in sight and comes back on every printed page, texts that wrap, a filter over all columns. */
export function xlsxParts(table: TableToWrite): Part[] {
  return [
    { name: "[Content_Types].xml", text: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>` },
    { name: "_rels/.rels", text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: "xl/workbook.xml", text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(sheetName(table.sheet))}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${xmlText(sheetName(table.sheet).replaceAll("'", "''"))}'!$1:$1</definedName></definedNames></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>` },
    { name: "xl/styles.xml", text: `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF9E5"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color rgb="FF74818F"/></${side}>`).join("")}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>` },
    { name: "xl/worksheets/sheet1.xml", text: sheet(table) },
  ];
}

async function* sheet({ head, widths = [], rows, label, answers }: TableToWrite): AsyncGenerator<string> {
  const breathe = slices();
  const columns = head.map((_, index) => `<col min="${index + 1}" max="${index + 1}" width="${widths[index] ?? USUAL_WIDTH}" customWidth="1"/>`).join("");
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>${row(1, head, LINE)}`;
  const isOpen = head.map((_, column) => answers?.columns.includes(column) ?? false);
  let place = 1;
  for await (const cells of rows) {
    text += row(++place, cells, heightOf(cells, widths), isOpen);
    if (text.length < 64_000) continue;
    yield text;
    text = "";
    await breathe();
  }
  const lock = answers ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>' : "";
  yield `${text}</sheetData>${lock}<autoFilter ref="A1:${columnName(head.length - 1)}${place}"/>${validations(answers, place)}${pages(label)}</worksheet>`;
}

/** Lists from which a cell is chosen, from the first row below the head to the last. */
function validations(answers: Answers | undefined, last: number): string {
  const choices = answers?.choices ?? [];
  if (choices.length === 0 || last < 2) return "";
  const one = ({ column, words, refused }: Answers["choices"][number]) =>
    `<dataValidation type="list" allowBlank="1" showErrorMessage="1" error="${xmlText(refused)}" sqref="${columnName(column)}2:${columnName(column)}${last}"><formula1>"${xmlText(words.join(","))}"</formula1></dataValidation>`;
  return `<dataValidations count="${choices.length}">${choices.map(one).join("")}</dataValidations>`;
}

/** Wide paper with the label on top and at the foot of every page; in such a line the sign & starts a code and is written twice. */
function pages(label: string | undefined): string {
  if (label === undefined) return "";
  const words = xmlText(label.replaceAll("&", "&&"));
  return `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;L&amp;B${words}</oddHeader><oddFooter>&amp;L${words}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** `isOpen` per column: somebody may fill in the cell. Left out for the head. */
const row = (place: number, cells: readonly Cell[], height: number, isOpen?: readonly boolean[]): string =>
  `<row r="${place}" ht="${height}">${cells.map((cell, column) => cellText(cell, `${columnName(column)}${place}`, isOpen === undefined ? HEAD_CELL : isOpen[column] ? OPEN_CELL : PLAIN_CELL)).join("")}</row>`;

/** How high one line is, and the highest row there can be, in points. */
const [LINE, HIGHEST] = [15, 409];
/** In letters. */
const USUAL_WIDTH = 16;

/** The height that the longest cell needs: not every program works it out by itself, and then lines of one row stand on those of the next. A column of 60 wide holds about 60 letters. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): number {
  let lines = 1;
  for (const [column, cell] of cells.entries()) {
    if (typeof cell !== "string") continue;
    let own = 0;
    for (const line of cell.split("\n")) own += Math.max(1, Math.ceil(line.length / (widths[column] ?? USUAL_WIDTH)));
    if (own > lines) lines = own;
  }
  return Math.min(HIGHEST, lines * LINE);
}

/** The places of these looks in the list of styles. */
const [HEAD_CELL, PLAIN_CELL, OPEN_CELL, NUMBER_CELL] = [1, 2, 3, 4];

function cellText(cell: Cell, reference: string, style: number): string {
  if (cell === null || cell === "") return style === OPEN_CELL ? `<c r="${reference}" s="${style}"/>` : "";
  if (typeof cell === "number") return `<c r="${reference}" s="${style === OPEN_CELL ? OPEN_CELL : NUMBER_CELL}"><v>${cell}</v></c>`;
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
