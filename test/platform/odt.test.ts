import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ODT, odtDocument, type OdtPart } from "#app/platform/export/odt/document.ts";
import { elements, parseXml, textOf } from "#test/support/xml.ts";

const document = (...parts: OdtPart[]) =>
  odtDocument({ title: "VEI-001 Melden & doen", subtitle: "Versie 2", label: "TLP:RED – alleen dit gremium", author: "Anna <Jansen>", createdAt: "2026-11-24T12:00:00.000Z", page: ["pagina", "van"], parts });

async function opened(...parts: OdtPart[]) {
  const files = unzipSync(await document(...parts));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const contentOf = async (source: string, deeper = 0) => parseXml((await opened({ kind: "markdown", source, deeper }))["content.xml"] ?? "");
const wordsIn = async (source: string, name: string) => elements(await contentOf(source), name).map(textOf);

describe("the package", () => {
  test("tells what it is in its first bytes, unpacked and without extras", async () => {
    const bytes = await document();
    const header = new DataView(bytes.buffer, bytes.byteOffset);
    const [method, nameLength, extraLength] = [header.getUint16(8, true), header.getUint16(26, true), header.getUint16(28, true)];
    expect([method, nameLength, extraLength, strFromU8(bytes.slice(30, 38)), strFromU8(bytes.slice(38, 38 + ODT.length))]).toEqual([0, 8, 0, "mimetype", ODT]);
  });

  test("lists every part in its manifest, and every part is well-formed", async () => {
    const files = await opened({ kind: "paragraph", text: "Een tekst." });
    const listed = elements(parseXml(files["META-INF/manifest.xml"] ?? ""), "manifest:file-entry").map((entry) => entry.attributes["manifest:full-path"]);
    expect(listed).toEqual(["/", "content.xml", "styles.xml", "meta.xml"]);
    for (const name of ["content.xml", "styles.xml", "meta.xml"]) expect(parseXml(files[name] ?? "").attributes["office:version"]).toBe("1.3");
  });

  test("says its label on top and at the foot of every page, with the page number", async () => {
    const styles = parseXml((await opened())["styles.xml"] ?? "");
    expect(elements(styles, "style:header").map(textOf)).toEqual(["TLP:RED – alleen dit gremium"]);
    expect(elements(styles, "style:footer").map(textOf)).toEqual(["TLP:RED – alleen dit gremium · VEI-001 Melden & doen · pagina 1 van 1"]);
    expect(elements(styles, "style:master-page").map((page) => page.attributes["style:name"])).toEqual(["Standard"]);
  });

  test("is in Dutch, with the title and the author as they are written", async () => {
    const files = await opened();
    const [style] = elements(parseXml(files["styles.xml"] ?? ""), "style:text-properties");
    expect([style?.attributes["fo:language"], style?.attributes["fo:country"]]).toEqual(["nl", "NL"]);
    const meta = parseXml(files["meta.xml"] ?? "");
    expect(["dc:language", "dc:title", "dc:creator"].map((name) => elements(meta, name).map(textOf)[0])).toEqual(["nl-NL", "VEI-001 Melden & doen", "Anna <Jansen>"]);
  });

  test("has every style that its text names", async () => {
    const files = await opened({ kind: "markdown", source: "# Kop\n\n> citaat\n\n- een\n\n1. twee\n\n`code` **vet** *schuin* ~~weg~~\n\n```\nx\n```\n\n---\n\n| a |\n|---|\n| b |" });
    const named = (xml: string) => elements(parseXml(xml), "style:style").concat(elements(parseXml(xml), "text:list-style")).map((style) => style.attributes["style:name"]);
    const known = new Set([...named(files["styles.xml"] ?? ""), ...named(files["content.xml"] ?? "")]);
    const used = [...(files["content.xml"] ?? "").matchAll(/(?:text|table):style-name="([^"]+)"/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  test("the same input gives the same bytes", async () => {
    expect(await document({ kind: "paragraph", text: "x" })).toEqual(await document({ kind: "paragraph", text: "x" }));
  });
});

describe("what Markdown becomes", () => {
  test("headings stand below the heading they belong to", async () => {
    const headings = elements(await contentOf("# Een\n\n### Drie", 1), "text:h");
    expect(headings.map((heading) => [heading.attributes["text:outline-level"], textOf(heading)])).toEqual([["2", "Een"], ["4", "Drie"]]);
  });

  test("lists keep their nesting and the number they start with", async () => {
    const content = await contentOf("3. drie\n4. vier\n   - onder vier");
    const [numbers, bullets] = elements(content, "text:list");
    expect([numbers?.attributes["text:style-name"], bullets?.attributes["text:style-name"]]).toEqual(["List_20_number", "List_20_bullet"]);
    expect(elements(content, "text:list-item").map((item) => item.attributes["text:start-value"])).toEqual(["3", undefined, undefined]);
    expect(elements(numbers ?? content, "text:list")).toHaveLength(1);
  });

  test("a task keeps its box, before its own words", async () => {
    expect((await wordsIn("- [x] klaar\n- [ ] open", "text:list-item")).concat(await wordsIn("- [x] ruim\n\n- [ ] ook", "text:list-item"))).toEqual(["☑ klaar", "☐ open", "☑ ruim", "☐ ook"]);
  });

  test("a table has its head repeated on every page", async () => {
    const content = await contentOf("| Norm | Eis |\n|---|---|\n| BIO2 | **8.16** |\n| BIG | <b> |");
    const [head] = elements(content, "table:table-header-rows");
    expect(elements(content, "table:table-row").map((row) => elements(row, "table:table-cell").map(textOf))).toEqual([["Norm", "Eis"], ["BIO2", "8.16"], ["BIG", "<b>"]]);
    expect(head && elements(head, "table:table-row")).toHaveLength(1);
  });

  test("emphasis, code and line ends are kept; signs stay signs", async () => {
    expect(await wordsIn('**vet** & <script>alert("x")</script> &amp; `a  <b>`', "text:p")).toEqual(expect.arrayContaining(['vet & <script>alert("x")</script> & a  <b>']));
    expect(await wordsIn("```\nals (x)\n    stop\n```", "text:p")).toEqual(expect.arrayContaining(["als (x)", "    stop"]));
    expect(elements(await contentOf("een  \ntwee"), "text:line-break")).toHaveLength(1);
  });

  test("only an address of the web or of mail becomes a link", async () => {
    const content = await contentOf("[goed](https://vng.nl/a?b=1&c=2) [mail](mailto:a@b.nl) [fout](javascript:alert(1)) [ook](https://u:p@x.nl) [hier](/voorstellen)");
    expect(elements(content, "text:a").map((link) => link.attributes["xlink:href"])).toEqual(["https://vng.nl/a?b=1&c=2", "mailto:a@b.nl"]);
    expect(elements(content, "text:p").map(textOf)).toContain("goed mail fout ook hier");
  });

  test("a text that nests too deep comes out as it was typed", async () => {
    const deep = ">".repeat(9_000) + " diep";
    expect((await wordsIn(deep, "text:p")).join("")).toContain("diep");
  });
});

test("whatever people type, the document is well-formed and nothing but our own elements is in it", async () => {
  const bits = fc.constantFrom("# ", "\n\n", "- ", "1. ", "> ", "| a | b |\n|---|---|\n", "**", "`", "<x y=\"z\">", "&", "&#0;", "&#xD800;", "\u0001", "\ud800", "]]>", "[a](b\"c)", "![x](y)", "tekst ", "  \n", "```\n", "<!--", "- [x] ");
  await fc.assert(
    fc.asyncProperty(fc.array(bits, { maxLength: 25 }), fc.string({ unit: "binary", maxLength: 30 }), async (list, text) => {
      const source = list.join("") + text;
      const files = await opened({ kind: "markdown", source }, { kind: "fields", rows: [[source, source]] }, { kind: "table", head: [source], rows: [[source]] });
      const names = new Set(["office:document-content", ...allNames(parseXml(files["content.xml"] ?? ""))]);
      expect([...names].filter((name) => !/^(office|style|text|table):[a-z-]+$/.test(name))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const allNames = (node: ReturnType<typeof parseXml>): string[] => [node.name, ...node.children.flatMap((child) => (typeof child === "string" ? [] : allNames(child)))];
