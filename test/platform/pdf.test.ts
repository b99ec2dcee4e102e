import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pdfDocument } from "#app/platform/export/pdf/document.ts";

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

const LONG = Array.from({ length: 60 }, (_, row) => [`A-2026-${row + 1}`, "De uitkomst delen met alle gemeenten, en vragen wie er meedoet aan de proef", "Voorbeeldstad"]);
const minutes = {
  title: "Notulen: Maandoverleg GGI-Veilig",
  subtitle: "Expertgroep GGI-Veilig, 3 november 2026",
  label: "TLP:GREEN",
  author: "Expertgroep GGI-Veilig",
  createdAt: "2026-11-03T12:00:00.000Z",
  page: ["bladzijde", "van"] as const,
  parts: [
    { kind: "fields", rows: [["Gremium", "Expertgroep GGI-Veilig"]] },
    { kind: "heading", level: 1, text: "Actiepunten" },
    { kind: "table", head: ["Nummer", "Actie", "Wie"], rows: LONG },
    { kind: "heading", level: 1, text: "1. Meldtermijn" },
    { kind: "markdown", source: "## Vooraf\n\nDe termijn blijft **60 minuten**, zie [de toelichting](https://voorbeeld.nl/uitleg).\n\n- eerste gevolg\n- tweede gevolg\n\n> Een leverancier vroeg om meer tijd.\n\n| gemeente | stand |\n|---|---|\n| Één | klaar |", deeper: 1 },
  ],
} as const;

describe("a PDF of minutes, read back by somebody else's reader", () => {
  let bytes: Uint8Array;
  let pdf: PDFDocumentProxy;
  const trees: Node[] = [];
  const words = new Map<string, string>();
  const artifacts: string[] = [];

  beforeAll(async () => {
    bytes = await pdfDocument(minutes);
    pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    for (let place = 1; place <= pdf.numPages; place++) {
      const page = await pdf.getPage(place);
      trees.push((await page.getStructTree()) as Node);
      // Each word stands between the marks of the piece of structure that it belongs to.
      const open: string[] = [];
      for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
        if (!("str" in item)) {
          if (item.type === "endMarkedContent") open.pop();
          else open.push(item.type === "beginMarkedContentProps" && item.id ? item.id : ("tag" in item ? String(item.tag) : ""));
          continue;
        }
        const mark = open.findLast((one) => one === "Artifact" || one.includes("_mc")) ?? "";
        const said = item.str + (item.hasEOL ? " " : "");
        if (mark === "Artifact") artifacts.push(item.str);
        else if (mark !== "" || said.trim() !== "") words.set(mark, (words.get(mark) ?? "") + said);
      }
    }
  }, 60_000);
  afterAll(() => pdf.loadingTask.destroy());

  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  const nodes = () => trees.flatMap(all);
  const textOf = (node: Node): string => all(node).map(({ type, id }) => (type === "content" && id ? (words.get(id) ?? "") : "")).join("").replace(/ +/g, " ").trim();
  const withRole = (role: string) => nodes().filter((node) => node.role === role);

  test("says its title, language and author, shows the title in the window and calls itself PDF/UA", async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: "Notulen: Maandoverleg GGI-Veilig", Language: "nl-NL", Author: "Expertgroep GGI-Veilig" });
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    expect(metadata?.get("pdfuaid:part")).toBe("1");
    expect(metadata?.get("dc:title")).toContain("Notulen: Maandoverleg GGI-Veilig");
  });

  test("has its headings in order, no level left out, and the same ones as bookmarks", async () => {
    const headings = nodes().flatMap((node) => (/^H\d$/.test(node.role ?? "") ? [[node.role, textOf(node)]] : []));
    expect(headings).toEqual([["H1", "Notulen: Maandoverleg GGI-Veilig"], ["H2", "Actiepunten"], ["H2", "1. Meldtermijn"], ["H3", "Vooraf"]]);
    const outline = await pdf.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)])).toEqual([["Actiepunten", []], ["1. Meldtermijn", ["Vooraf"]]]);
  });

  test("has tables of rows with heads and cells, over more than one page", () => {
    expect(pdf.numPages).toBeGreaterThan(2);
    expect(withRole("TH").map(textOf)).toEqual(["Nummer", "Actie", "Wie", "gemeente", "stand"]);
    expect(withRole("TD").slice(0, 3).map(textOf)).toEqual(LONG[0]);
    expect(new Set(withRole("TD").map(textOf))).toEqual(new Set([...LONG.flat(), "Één", "klaar"]));
    // A row has nothing but cells.
    for (const row of withRole("TR")) expect((row.children ?? []).every(({ role }) => role === "TH" || role === "TD")).toBe(true);
  });

  test("has its lists, quotes and links as such", async () => {
    expect(withRole("LBody").map(textOf)).toEqual(["eerste gevolg", "tweede gevolg"]);
    expect(withRole("BlockQuote").map(textOf)).toEqual(["Een leverancier vroeg om meer tijd."]);
    expect(withRole("Link").map(textOf)).toEqual(["de toelichting"]);
    // The area to click on belongs to the link, and says where it leads.
    expect(withRole("Link").flatMap(all).filter(({ type }) => type === "object" || type === "annotation")).toHaveLength(1);
    const annotations = (await Promise.all(trees.map(async (_, place) => (await pdf.getPage(place + 1)).getAnnotations()))).flat();
    expect(annotations.map(({ subtype, url, contentsObj }) => [subtype, url, contentsObj.str])).toEqual([["Link", "https://voorbeeld.nl/uitleg", "https://voorbeeld.nl/uitleg"]]);
  });

  test("has every word in its structure, in the order of the text, except the foot of a page and the repeated head of a table", () => {
    expect(words.has("")).toBe(false);
    const told = nodes().flatMap(({ type, id }) => (type === "content" && id ? [id] : []));
    expect(new Set(told)).toEqual(new Set([...words.keys(), ...told]));
    expect([...words.keys()].filter((mark) => !told.includes(mark))).toEqual([]);
    expect(artifacts.filter((one) => /^bladzijde/.test(one))).toEqual(Array.from({ length: pdf.numPages }, (_, place) => `bladzijde ${place + 1} van ${pdf.numPages}`));
    expect(artifacts.filter((one) => one.startsWith("Notulen") && one.includes("TLP:GREEN"))).toHaveLength(pdf.numPages);
    expect(artifacts.filter((one) => one === "Nummer").length).toBeGreaterThan(0);
  });

  test("carries its fonts, so that it looks the same everywhere", () => {
    const text = Buffer.from(bytes).toString("latin1");
    const fonts = text.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
    expect(fonts).toBeGreaterThan(0);
    expect(text.match(/\/FontFile[23] /g)?.length).toBe(fonts);
    expect(text.match(/\/ToUnicode /g)?.length).toBeGreaterThanOrEqual(fonts);
  });
});
