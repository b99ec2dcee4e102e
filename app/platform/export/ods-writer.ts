import { slices } from "./slices.ts";
import { plainCell, type Cell } from "./table.ts";
import type { TableToWrite } from "./write-table.ts";
import { xmlText } from "./xml-reader.ts";
import type { Part } from "./zip-writer.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = ["office", "table", "text", "style"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(" ") + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';
const TYPE = "application/vnd.oasis.opendocument.spreadsheet";

/** The parts of an OpenDocument spreadsheet with one sheet. Source: OpenDocument 1.3, parts 2 and 3. */
export function odsParts(table: TableToWrite): Part[] {
  const names = ["content.xml", ...(table.label === undefined ? [] : ["styles.xml"])];
  const manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
  return [
    { name: "mimetype", text: TYPE, isStored: true },
    { name: "META-INF/manifest.xml", text: `${HEAD}<manifest:manifest xmlns:manifest="${manifest}" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/>${names.map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`).join("")}</manifest:manifest>` },
    { name: "content.xml", text: content(table) },
    ...(table.label === undefined ? [] : [{ name: "styles.xml", text: pages(table.label) }]),
  ];
}

/** Wide paper with the label on top and at the foot of every page. */
const pages = (label: string): string =>
  `${HEAD}<office:document-styles ${NAMES} office:version="1.3"><office:automatic-styles><style:page-layout style:name="blad"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout></office:automatic-styles>` +
  `<office:master-styles><style:master-page style:name="Default" style:page-layout-name="blad"><style:header><text:p>${xmlText(label)}</text:p></style:header><style:footer><text:p>${xmlText(label)} · <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`;

async function* content({ sheet, head, widths = [], rows, label }: TableToWrite): AsyncGenerator<string> {
  const breathe = slices();
  const columnStyles = head.map((_, index) => `<style:style style:name="k${index}" style:family="table-column"><style:table-column-properties style:column-width="${((widths[index] ?? 16) * 0.2).toFixed(1)}cm"/></style:style>`).join("");
  const look = label === undefined ? "" : ' table:style-name="blad"';
  const sheetStyle = label === undefined ? "" : '<style:style style:name="blad" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>';
  let text =
    `${HEAD}<office:document-content ${NAMES} office:version="1.3"><office:automatic-styles>${sheetStyle}${columnStyles}` +
    '<style:style style:name="kop" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="tekst" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style></office:automatic-styles>' +
    `<office:body><office:spreadsheet><table:table table:name="${xmlText(sheet)}"${look}>${head.map((_, index) => `<table:table-column table:style-name="k${index}"/>`).join("")}<table:table-header-rows>${row(head, "kop")}</table:table-header-rows>`;
  for await (const cells of rows) {
    text += row(cells, "tekst");
    if (text.length < 64_000) continue;
    yield text;
    text = "";
    await breathe();
  }
  yield `${text}</table:table></office:spreadsheet></office:body></office:document-content>`;
}

const row = (cells: readonly Cell[], style: string): string => `<table:table-row>${cells.map((cell) => cellText(cell, style)).join("")}</table:table-row>`;

function cellText(cell: Cell, style: string): string {
  if (cell === null || cell === "") return "<table:table-cell/>";
  if (typeof cell === "number") return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  const lines = plainCell(cell).split("\n").map((line) => `<text:p>${spaced(xmlText(line))}</text:p>`);
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${lines.join("")}</table:table-cell>`;
}

/** A reader takes several spaces for one, and none at the ends of a line, unless they are written as such; a tab has a sign of its own. */
const spaced = (line: string): string => line.replace(/^ +| {2,}| +$/g, (spaces) => `<text:s text:c="${spaces.length}"/>`).replaceAll("\t", "<text:tab/>");
