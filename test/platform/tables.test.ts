import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { plainCell, typedCell } from "#app/platform/export/table.ts";
import type { TableFormat } from "#app/platform/export/write-table.ts";
import { ZipReader } from "#app/platform/export/zip-reader.ts";
import { zip } from "#app/platform/export/zip-writer.ts";
import { aTableFile, tableIn } from "#test/support/tables.ts";

const FORMATS = ["csv", "xlsx", "ods"] as const;
const awkward = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("=1+1", "'=1", "''-x", "- punt\n- punt", 'zegt "ja"', "a;b,c\td|e", "_x0041_", "<b>&amp;</b>", "  twee  spaties  ", "één ë €", "+31 6", "@naam", "]]>", "regel\n\nregel"),
);
/** What a form lets through: no signs of control, no loose halves of a sign, ends of lines as \n. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu, "").replace(/\p{Surrogate}/gu, "");

describe.each(FORMATS)("a table written as %s", (format) => {
  test("reads back as the same texts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(awkward, awkward, awkward), { minLength: 1, maxLength: 8 }), async (raw) => {
        const rows = raw.map((row) => ["x", ...row.map(clean), "y"]);
        const read = await tableIn(await aTableFile(format, ["Eén", "Twee", "Drie", "Vier", "Vijf"], rows));
        expect("rows" in read && read.rows.map((row) => row.map(typedCell))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  test("holds no cell that a spreadsheet would run", async () => {
    const read = await tableIn(await aTableFile(format, ["Tekst", "Rest"], [["=HYPERLINK(1)", "+1"], ["-2", "@x"]]));
    expect("rows" in read && read.rows.flat()).toEqual(["'=HYPERLINK(1)", "'+1", "'-2", "'@x"]);
  });
});

test("a text that was made safe comes back whole, whatever it starts with", () => {
  fc.assert(fc.property(awkward, (text) => typedCell(plainCell(text)) === text));
});

test("on paper no line of a row stands on the next one, the head comes back on each page, and each page bears the label", async () => {
  const rows = [["kort", "letter ".repeat(40), 1], ["drie\nkorte\nregels", "kort", 2], ["x".repeat(2_000), "", 3]];
  const part = async (format: TableFormat, name: string) => {
    const file = new ZipReader(await aTableFile(format, ["Een", "Twee", "Drie"], rows, { label: "TLP:GREEN", widths: [10, 40, 8] }));
    let text = "";
    for await (const piece of file.text(name)) text += piece;
    return text;
  };
  const sheet = await part("xlsx", "xl/worksheets/sheet1.xml");
  expect([...sheet.matchAll(/<row r="\d+" ht="(\d+)"/g)].map(([, height]) => Number(height))).toEqual([15, 7 * 15, 3 * 15, 409]);
  expect(sheet).toMatch(/<oddHeader>[^<]*TLP:GREEN<\/oddHeader><oddFooter>[^<]*TLP:GREEN/);
  expect(await part("xlsx", "xl/workbook.xml")).toContain("'Voorstellen'!$1:$1");
  // Without a height of its own LibreOffice leaves the label off the page.
  expect(await part("ods", "styles.xml")).toMatch(/<style:header-style><style:header-footer-properties fo:min-height="[\d.]+cm"/);
  expect(await part("ods", "content.xml")).toMatch(/<table:table-header-rows><table:table-row>.*Drie.*<\/table:table-header-rows>/);
});

test("somebody else's reader finds the same cells in our workbook", async () => {
  const rows = [["Een", "tekst\nop twee regels", 12], ["_x0041_", "ë € <&>", 3]];
  expect(await readSheet(await aTableFile("xlsx", ["A", "B", "C"], rows))).toEqual([["A", "B", "C"], ...rows]);
});

describe("CSV of other programs", () => {
  test.each([
    ["semicolons", "a;b\r\n1;2\r\n"],
    ["commas", "a,b\n1,2"],
    ["tabs", "a\tb\n1\t2\n"],
    ["a line that says the delimiter", "sep=|\r\na|b\r\n1|2\r\n"],
    ["a mark before UTF-8", "\ufeffa;b\n1;2\n"],
    ["empty lines around", "\n\na;b\n\n1;2\n\n"],
  ])("with %s", async (_, text) => {
    expect(await tableIn(text)).toMatchObject({ heads: ["a", "b"], rows: [["1", "2"]] });
  });

  test("in Windows-1252 keeps its accents", async () => {
    expect(await tableIn(Buffer.from("titel;tekst\ncoöperatie;\x80 5, privé\n", "latin1"))).toMatchObject({ rows: [["coöperatie", "€ 5, privé"]] });
  });

  test("a cell with line ends, quotes and delimiters is one cell, and the place of a row is its line", async () => {
    const read = await tableIn('a;b\n"een ""twee""\ndrie; vier";x\nlaatste;y\n');
    expect("raw" in read && read.raw.map(({ place, cells }) => [place, cells[0]])).toEqual([[2, 'een "twee"\ndrie; vier'], [4, "laatste"]]);
  });

  test.each([
    ["nothing", "", "empty", null],
    ["only spaces", " \n ", "empty", null],
    ["only headings", "a;b\n", "no-rows", null],
    ["one column", "titel\nx\n", "one-column", 1],
    ["an open quote", 'a;b\n"x;y\n', "open-quote", 2],
    ["bytes of no text", Buffer.from([97, 59, 98, 10, 0, 1, 2, 255]), "broken-encoding", null],
    ["bytes that no encoding has", Buffer.from("titel;tekst\nco\x81\x8d;x\n", "latin1"), "broken-encoding", null],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), "old-excel", null],
    ["a PDF", "%PDF-1.7 x;y", "unknown-kind", null],
    ["more than ten megabytes", Buffer.alloc(10 * 1024 * 1024 + 1, "a;b\n"), "too-large", null],
    ["too many rows", `a;b\n${"1;2\n".repeat(10_001)}`, "too-many-rows", 10_002],
    ["too many columns", `a;b\n${"1;".repeat(101)}2\n`, "too-many-columns", 2],
  ])("with %s says what is wrong", async (_, bytes, problem, place) => {
    expect(await tableIn(bytes)).toEqual({ problem, place });
  });
});

const SHEET = (rows: string) => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const RELATIONS = '<Relationships><Relationship Id="rId9" Target="/xl/worksheets/blad.xml"/></Relationships>';

/** A workbook as another program could write it. */
async function aWorkbook(rows: string, others: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const parts = { "xl/workbook.xml": '<workbook><workbookPr/><sheets><sheet name="Weg" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Blad" sheetId="2" r:id="rId9"/></sheets></workbook>', "xl/_rels/workbook.xml.rels": RELATIONS, "xl/worksheets/blad.xml": SHEET(rows), ...others };
  const pieces: Uint8Array[] = [];
  for await (const piece of zip(Object.entries(parts).map(([name, text]) => ({ name, text })))) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("workbooks of other programs", () => {
  test("shared, rich and inline texts, numbers, dates and gaps are read as one sees them, from the first sheet in sight", async () => {
    const file = await aWorkbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>vier</t></is></c></row><row r="3"><c r="A3"><v>4.4400000000000004</v></c><c r="B3" s="1"><v>46000</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="str"><v>a &amp; b</v></c></row>',
      { "xl/sharedStrings.xml": "<sst><si><t>een</t></si><si><r><t>tw</t></r><r><t>ee</t></r><rPh><t>x</t></rPh></si></sst>", "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>' },
    );
    expect(await tableIn(file)).toMatchObject({ heads: ["een", "twee", "", "vier"], rows: [["4.44", "2025-12-09", "ja", "a & b"]] });
  });

  test("a formula is told apart from a text", async () => {
    const read = await tableIn(await aWorkbook('<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c t="str"><f>1+1</f><v>2</v></c><c t="str"><v>x</v></c></row>'));
    expect("raw" in read && read.raw[0]?.formulas).toEqual([0]);
  });

  test.each([
    ["that unpacks to gigabytes", SHEET(" ".repeat(3_000_000)), "zip-bomb"],
    ["with a document type", `<!DOCTYPE x [<!ENTITY a "aaaa">]>${SHEET("<row><c><v>1</v></c></row>")}`, "broken-file"],
    ["that stops halfway", "<worksheet><sheetData><row", "broken-file"],
  ])("one %s is refused", async (_, sheet, problem) => {
    expect(await tableIn(await aWorkbook("", { "xl/worksheets/blad.xml": sheet }))).toMatchObject({ problem });
  });

  test("a zip of thousands of parts, one without a sheet, and one cut short are refused", async () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, number) => [`deel-${number}`, ""]));
    expect(await tableIn(await aWorkbook("", many))).toMatchObject({ problem: "zip-bomb" });
    expect(await tableIn((await aWorkbook("<row><c><v>1</v></c></row>")).subarray(0, 200))).toMatchObject({ problem: "broken-file" });
    const other: Uint8Array[] = [];
    for await (const piece of zip([{ name: "word/document.xml", text: "x" }])) other.push(piece);
    expect(await tableIn(Buffer.concat(other))).toMatchObject({ problem: "unknown-kind" });
  });

  test("what a part says of its own size is not believed", async () => {
    const honest = await aWorkbook(SHEET(""), { "xl/worksheets/blad.xml": " ".repeat(2_000_000) });
    const small = Buffer.alloc(4);
    small.writeUInt32LE(2_000_000);
    for (let at = honest.indexOf(small); at !== -1; at = honest.indexOf(small, at)) honest.writeUInt32LE(10, at);
    expect(deflateRawSync(Buffer.alloc(2_000_000, " ")).length * 300).toBeLessThan(2_000_000);
    expect(await tableIn(honest)).toMatchObject({ problem: "zip-bomb" });
  });
});
