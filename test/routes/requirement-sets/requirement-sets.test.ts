import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { expect, onTestFinished, test } from "vitest";
import { readReqif } from "#app/platform/export/reqif/reader.ts";
import { addRequirements } from "#app/commands/requirement-sets/add-requirements.ts";
import { changeChapter } from "#app/commands/requirement-sets/change-chapter.ts";
import { succeedRequirementSet } from "#app/commands/requirement-sets/succeed-requirement-set.ts";
import { runExportSet } from "#db/cli/export-set.ts";
import { findConcept, listSets } from "#db/queries/requirement-sets.ts";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { anApp } from "#test/support/app.ts";
import { imported } from "#test/support/importing.ts";
import { done } from "#test/support/meeting.ts";
import { adopted, aProgramme, conceptOf, frozen, type Programme } from "#test/support/requirement-sets.ts";
import { elements, parseXml, textOf } from "#test/support/xml.ts";

const addressOf = ({ slug }: Programme, rest = ""): string => `/programma-van-eisen/${slug}${rest}`;
async function fileOf(programme: Programme, address: string, who = "stranger"): Promise<{ name: string; bytes: Buffer; status: number }> {
  const answer = await anApp(programme).as(who).get(address);
  return { status: answer.status, name: /filename="([^"]*)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "", bytes: Buffer.from(await answer.arrayBuffer()) };
}
const partOf = (bytes: Buffer, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

/** The words of each page of a PDF. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, place) => (await (await pdf.getPage(place + 1)).getTextContent()).items.map((item) => ("str" in item ? item.str : "")).join(" ")));
  await pdf.loadingTask.destroy();
  return pages;
}

test("a stranger reads and downloads the frozen edition at its own address, with the label on every page and in every name", async () => {
  const programme = await aProgramme({ lot: "Noord" });
  expect((await anApp(programme).as("stranger").get(addressOf(programme))).status).toBe(404);
  const { frozen: seal } = await frozen(programme);
  const page = await anApp(programme).as("stranger").page(addressOf(programme));
  expect(page).toContain("2.1.1 Storing binnen het uur melden");
  expect(page).toContain(seal?.fingerprint);

  const [odt, pdf, xlsx, ods, csv, reqif] = await Promise.all(["odt", "pdf", "xlsx", "ods", "csv", "reqif"].map((ending) => fileOf(programme, `${addressOf(programme)}.${ending}`)));
  for (const file of [odt, pdf, xlsx, ods, csv, reqif]) expect(file?.name).toMatch(/^ggi-netwerk-koppeling-versie-1-TLP-CLEAR\.\w+$/);
  const styles = parseXml(partOf(odt?.bytes ?? Buffer.alloc(0), "styles.xml"));
  expect([...elements(styles, "style:header"), ...elements(styles, "style:footer")].map(textOf).every((words) => words.startsWith("TLP:CLEAR"))).toBe(true);
  expect(partOf(xlsx?.bytes ?? Buffer.alloc(0), "xl/worksheets/sheet1.xml")).toMatch(/<oddHeader>&amp;L&amp;BTLP:CLEAR.*<oddFooter>&amp;LTLP:CLEAR/);
  expect(elements(parseXml(partOf(ods?.bytes ?? Buffer.alloc(0), "styles.xml")), "style:header").map(textOf)).toEqual(["TLP:CLEAR – openbaar"]);
  const pages = await pagesOf(pdf?.bytes ?? Buffer.alloc(0));
  expect(pages.join(" ")).toContain("2.1.1 Storing binnen het uur melden");
  expect(pages.join(" ")).toContain(seal?.fingerprint.slice(0, 20));
  for (const words of pages) expect(words).toMatch(/TLP:CLEAR – openbaar.*bladzijde \d+ van \d+/);
  expect(csv?.bytes.toString()).toContain('"2.1.1";"2.1 Storingen"');
  expect(reqif?.bytes.toString()).toContain("<COMMENT>TLP:CLEAR");
});

test("a requirement that became stricter gives its label to every file that holds it, and is told to be missing from every file that does not", async () => {
  const programme = await aProgramme();
  await frozen(programme);
  await programme.db.updateTable("proposal").set({ tlp: "RED" }).where("number", "=", programme.second).execute();
  const address = addressOf(programme, "/versies/1");
  for (const format of ["odt", "pdf", "xlsx", "ods", "csv", "reqif", "antwoordblad"]) {
    expect((await fileOf(programme, `${address}/bestand/${format}`, "secretaris.netwerk")).name, format).toMatch(/-versie-1-TLP-RED/);
    expect((await fileOf(programme, `${address}/bestand/${format}`)).name, format).toMatch(/-versie-1-onvolledig-TLP-CLEAR/);
  }
  const [own, others] = [await pagesOf((await fileOf(programme, `${address}/bestand/pdf`, "secretaris.netwerk")).bytes), await pagesOf((await fileOf(programme, `${address}/bestand/pdf`)).bytes)];
  for (const words of own) expect(words).toContain("TLP:RED");
  for (const words of others) expect(words).toContain("zonder 1 vertrouwelijke eis");
  expect(others.join(" ")).toContain("Eén eis staat hier niet");
  expect(others.join(" ")).not.toContain("Storing binnen het uur melden");
  expect(await anApp(programme).as("secretaris.netwerk").page(`${address}/afdrukken`)).toContain("TLP:RED");
});

test("what another wrote in a title or a chapter meanwhile is shown, not overwritten", async () => {
  const programme = await aProgramme();
  const [one, other] = [anApp(programme).as("secretaris.netwerk"), anApp(programme).as("voorzitter.netwerk")];
  for (const [address, fields] of [
    [addressOf(programme, "/bewerken"), { title: "Koppeling", lot: "", intro: "", tlp: "CLEAR" }],
    [addressOf(programme, `/hoofdstukken/${programme.chapters.general}`), { title: "Algemeen", intro: "", parent: "" }],
  ] as const) {
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec(await one.page(address))?.[1] ?? "";
    expect((await other.post(address, { ...fields, seen, intro: "Van de voorzitter." })).status, address).toBe(302);
    const refused = await one.post(address, { ...fields, seen, intro: "Van de secretaris." });
    const page = await refused.text();
    expect([refused.status, page.includes("Van de voorzitter."), page.includes("Van de secretaris.")], address).toEqual([409, true, true]);
    const now = /name="seen" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
    expect((await one.post(address, { ...fields, seen: now, intro: "Van beiden." })).status, address).toBe(302);
  }
});

test("a supplier fills in only the answers: the rest of the sheet is locked, and conformity is chosen from three words", async () => {
  const programme = await aProgramme();
  await frozen(programme);
  const { bytes, name } = await fileOf(programme, addressOf(programme, "/versies/1/bestand/antwoordblad"));
  const sheet = partOf(bytes, "xl/worksheets/sheet1.xml");
  const rows = await readSheet(bytes);
  expect(name).toBe("ggi-netwerk-koppeling-versie-1-TLP-CLEAR-antwoordblad.xlsx");
  expect(rows.map((row) => row.slice(0, 2))).toEqual([["Eis", "Nummer"], ["1.1", programme.first], ["2.1.1", programme.second]]);
  expect(sheet).toContain('<sheetProtection sheet="1"');
  expect(sheet).toMatch(/<dataValidation type="list"[^>]*sqref="H2:H3"><formula1>"ja,deels,nee"<\/formula1>/);
  const open = [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="3"/g)].map(([, cell]) => cell);
  expect(open).toEqual(["H2", "I2", "J2", "H3", "I3", "J3"]);
});

/** A reader that is not ours: what a ReqIF file says, by the standard names of its elements. */
function readIndependently(text: string) {
  const list = <Item>(item: Item | Item[] | undefined): Item[] => (item === undefined ? [] : Array.isArray(item) ? item : [item]);
  interface Hierarchy { "@_IDENTIFIER": string; OBJECT: { "SPEC-OBJECT-REF": string }; CHILDREN?: { "SPEC-HIERARCHY": Hierarchy | Hierarchy[] } }
  interface Value { DEFINITION: Record<string, string>; "@_THE-VALUE"?: string; "THE-VALUE"?: { "xhtml:div": { "xhtml:p": unknown } }; VALUES?: { "ENUM-VALUE-REF": string } }
  interface Thing { "@_IDENTIFIER": string; "@_LONG-NAME": string; TYPE?: Record<string, string>; VALUES?: Record<string, Value | Value[]>; "SPEC-ATTRIBUTES"?: Record<string, Thing | Thing[]>; "SPECIFIED-VALUES"?: { "ENUM-VALUE": Thing | Thing[] } }
  const file = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false }).parse(text) as { "REQ-IF": { "@_xmlns": string; "THE-HEADER": { "REQ-IF-HEADER": Record<string, string> }; "CORE-CONTENT": { "REQ-IF-CONTENT": { DATATYPES: Record<string, Thing | Thing[]>; "SPEC-TYPES": { "SPEC-OBJECT-TYPE": Thing[]; "SPECIFICATION-TYPE": Thing }; "SPEC-OBJECTS": { "SPEC-OBJECT": Thing | Thing[] }; SPECIFICATIONS: { SPECIFICATION: Thing & { CHILDREN: { "SPEC-HIERARCHY": Hierarchy | Hierarchy[] } } } } } } };
  const root = file["REQ-IF"];
  const content = root["CORE-CONTENT"]["REQ-IF-CONTENT"];
  const types = content["SPEC-TYPES"];
  const definitions = new Map(types["SPEC-OBJECT-TYPE"].flatMap((type) => Object.values(type["SPEC-ATTRIBUTES"] ?? {}).flatMap((one) => list(one).map((thing) => [thing["@_IDENTIFIER"], thing["@_LONG-NAME"]] as const))));
  const words = new Map(Object.values(content.DATATYPES).flatMap((one) => list(one).flatMap((type) => list(type["SPECIFIED-VALUES"]?.["ENUM-VALUE"]).map((word) => [word["@_IDENTIFIER"], word["@_LONG-NAME"]] as const))));
  const valuesOf = (object: Thing) => Object.fromEntries(Object.entries(object.VALUES ?? {}).flatMap(([tag, some]) => list(some).map((value) => [definitions.get(Object.values(value.DEFINITION)[0] ?? "") ?? "?", tag.endsWith("ENUMERATION") ? words.get(value.VALUES?.["ENUM-VALUE-REF"] ?? "") : tag.endsWith("XHTML") ? JSON.stringify(value["THE-VALUE"]?.["xhtml:div"]["xhtml:p"]) : value["@_THE-VALUE"]])));
  const objects = new Map(list(content["SPEC-OBJECTS"]["SPEC-OBJECT"]).map((object) => [object["@_IDENTIFIER"], object]));
  const walk = (nodes: readonly Hierarchy[], depth: number): { depth: number; object: Thing; values: Record<string, string | undefined> }[] =>
    nodes.flatMap((node) => {
      const object = objects.get(node.OBJECT["SPEC-OBJECT-REF"]);
      if (!object) throw new Error(`no object ${node.OBJECT["SPEC-OBJECT-REF"]}`);
      return [{ depth, object, values: valuesOf(object) }, ...walk(list(node.CHILDREN?.["SPEC-HIERARCHY"]), depth + 1)];
    });
  const ids = [...text.matchAll(/ IDENTIFIER="([^"]*)"/g)].map(([, id]) => id ?? "");
  return { namespace: root["@_xmlns"], header: root["THE-HEADER"]["REQ-IF-HEADER"], ids, typeIds: [...types["SPEC-OBJECT-TYPE"], types["SPECIFICATION-TYPE"]].map((type) => type["@_IDENTIFIER"]), objects, nodes: walk(list(content.SPECIFICATIONS.SPECIFICATION.CHILDREN["SPEC-HIERARCHY"]), 0), references: [...text.matchAll(/<(?:[A-Z-]+)-REF>([^<]*)</g)].map(([, id]) => id ?? "") };
}

test("another program reads the ReqIF file: its own hierarchy, standard attribute names, and every reference points at something", async () => {
  const programme = await aProgramme();
  await frozen(programme);
  const text = (await fileOf(programme, `${addressOf(programme)}.reqif`)).bytes.toString("utf8");
  parseXml(text);
  const read = readIndependently(text);
  expect([read.namespace, read.header["REQ-IF-VERSION"], read.header["TITLE"]]).toEqual(["http://www.omg.org/spec/ReqIF/20110401/reqif.xsd", "1.0", "GGI-Netwerk koppeling"]);
  expect(read.nodes.map(({ depth, object }) => `${depth} ${object["@_LONG-NAME"]}`)).toEqual(["0 1 Algemeen", "1 1.1 Koppeling werkt altijd", "0 2 Melden", "1 2.1 Storingen", "2 2.1.1 Storing binnen het uur melden"]);
  expect(read.nodes[1]?.values).toMatchObject({ "ReqIF.ForeignID": programme.first, "ReqIF.Name": '"Koppeling werkt altijd"', Soort: "eis", Belang: "Must have", Vertrouwelijkheid: "CLEAR" });
  expect(new Set(read.ids).size).toBe(read.ids.length);
  expect(read.ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([]);
  expect(read.references.filter((id) => !read.ids.includes(id))).toEqual([]);
  expect([...read.objects.values()].filter(({ TYPE }) => !read.typeIds.includes(Object.values(TYPE ?? {})[0] ?? ""))).toEqual([]);
});

/** An element as the parser gives it in the order of the file: its name holds its children, `:@` its attributes. */
type Element = Readonly<Record<string, unknown>>;
const nameOf = (element: Element): string => Object.keys(element).find((key) => key !== ":@") ?? "";
const childrenOf = (element: Element): Element[] => (element[nameOf(element)] as Element[]).filter((child) => nameOf(child) !== "#text");
const attributesOf = (element: Element): Record<string, string> => (element[":@"] ?? {}) as Record<string, string>;
const withAll = (element: Element): Element[] => [element, ...childrenOf(element).flatMap(withAll)];

/** What the schema of OMG ReqIF (annex A of formal/16-07-01, namespace 20110401) lays down in an `xsd:sequence`: these children, in this order. Everywhere else it says `xsd:all`. */
const SEQUENCES: Record<string, readonly string[]> = {
  "REQ-IF": ["THE-HEADER", "CORE-CONTENT"],
  "REQ-IF-HEADER": ["COMMENT", "CREATION-TIME", "REQ-IF-TOOL-ID", "REQ-IF-VERSION", "SOURCE-TOOL-ID", "TITLE"],
  "REQ-IF-CONTENT": ["DATATYPES", "SPEC-TYPES", "SPEC-OBJECTS", "SPECIFICATIONS"],
};
/** What that schema requires of an element: attributes with `use="required"` beside IDENTIFIER and LAST-CHANGE, and children with `minOccurs="1"`. */
const REQUIRED: readonly [element: RegExp, attributes: readonly string[], child: string | null][] = [
  [/^DATATYPE-DEFINITION-STRING$/, ["MAX-LENGTH"], null],
  [/^DATATYPE-DEFINITION-INTEGER$/, ["MIN", "MAX"], null],
  [/^EMBEDDED-VALUE$/, ["KEY", "OTHER-CONTENT"], null],
  [/^ENUM-VALUE$/, [], "PROPERTIES"],
  [/^ATTRIBUTE-DEFINITION-ENUMERATION$/, ["MULTI-VALUED"], null],
  [/^ATTRIBUTE-VALUE-(STRING|INTEGER)$/, ["THE-VALUE"], null],
  [/^ATTRIBUTE-VALUE-XHTML$/, [], "THE-VALUE"],
  [/^ATTRIBUTE-VALUE-[A-Z]+$/, [], "DEFINITION"],
  [/^SPEC-HIERARCHY$/, [], "OBJECT"],
  [/^(ATTRIBUTE-DEFINITION-[A-Z]+|SPEC-OBJECT|SPECIFICATION)$/, [], "TYPE"],
];
const IDENTIFIED = /^(DATATYPE-DEFINITION-[A-Z]+|ATTRIBUTE-DEFINITION-[A-Z]+|ENUM-VALUE|SPEC-OBJECT|SPEC-OBJECT-TYPE|SPECIFICATION|SPECIFICATION-TYPE|SPEC-HIERARCHY)$/;

test("the ReqIF file keeps to the schema: order, what is required, once each, references to what they name, and XHTML blocks", async () => {
  const programme = await aProgramme();
  await frozen(programme);
  const text = (await fileOf(programme, `${addressOf(programme)}.reqif`)).bytes.toString("utf8");
  const file = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", parseTagValue: false, preserveOrder: true }).parse(text) as Element[];
  const root = file.find((one) => nameOf(one) === "REQ-IF")!;
  const all = withAll(root);
  const namesIn = (element: Element) => childrenOf(element).map(nameOf);
  for (const [name, order] of Object.entries(SEQUENCES)) expect([name, namesIn(all.find((one) => nameOf(one) === name)!)]).toEqual([name, order]);

  const faults = all.flatMap((element) => {
    const [name, own, children] = [nameOf(element), attributesOf(element), namesIn(element)];
    const needed = REQUIRED.filter(([pattern]) => pattern.test(name));
    const identified = IDENTIFIED.test(name) ? ["IDENTIFIER", "LAST-CHANGE"] : [];
    return [
      ...[...identified, ...needed.flatMap(([, attributes]) => attributes)].filter((attribute) => own[attribute] === undefined).map((attribute) => `${name} lacks ${attribute}`),
      ...needed.filter(([, , child]) => child !== null && children.filter((one) => one === child).length !== 1).map(([, , child]) => `${name} needs one ${child}`),
      ...(IDENTIFIED.test(name) && new Set(children).size < children.length ? [`${name} repeats a child`] : []),
      ...("LAST-CHANGE" in own && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(own["LAST-CHANGE"]!) ? [`${name} has no dateTime`] : []),
    ];
  });
  expect(faults).toEqual([]);

  // An IDREF only has to exist; the element that holds it also says what it has to be.
  const kinds = new Map(all.filter((one) => IDENTIFIED.test(nameOf(one))).map((one) => [attributesOf(one)["IDENTIFIER"], nameOf(one)]));
  const references = all.filter((one) => nameOf(one).endsWith("-REF")).map((one) => [nameOf(one).slice(0, -4), kinds.get((one[nameOf(one)] as { "#text": string }[])[0]?.["#text"])]);
  expect([references.length > 20, references.filter(([wanted, found]) => wanted !== found)]).toEqual([true, []]);

  // XHTML-CONTENT is one block (div or p) of the XHTML namespace.
  const contents = all.filter((one) => nameOf(one) === "THE-VALUE");
  expect([attributesOf(root)["xmlns:xhtml"], contents.length > 3, contents.filter((one) => namesIn(one).length !== 1 || !/^xhtml:(div|p)$/.test(namesIn(one)[0] ?? ""))]).toEqual(["http://www.w3.org/1999/xhtml", true, []]);
  expect(contents.flatMap((one) => withAll(one).slice(1)).map(nameOf).filter((name) => !name.startsWith("xhtml:"))).toEqual([]);
});

test("the file comes in again: the same chapters and texts, as drafts and a concept of their own", async () => {
  const programme = await aProgramme();
  const { db, slug, chapters, secretary } = programme;
  const awkward = { title: "Tekens & <regels>", statement: 'Eén "regel"\nen nog een\n\n- punt  met  ruimte\n\n\n\nslot', rationale: "Omdat =1+1", kind: "wens" as const, weight: 100 };
  const third = await adopted(programme, awkward.title, awkward);
  done(await addRequirements(secretary, { slug, chapterId: chapters.section, proposals: [third] }));
  done(await changeChapter(secretary, { slug, chapterId: chapters.section, title: "Storingen", intro: "Bij elke storing.", parentId: chapters.reporting }));
  const edition = await frozen(programme);
  const bytes = (await fileOf(programme, `${addressOf(programme)}.reqif`)).bytes;

  expect(await imported(secretary, bytes, { body: "netwerk", fileName: "programma.reqif" })).toMatchObject({ ok: true, value: { count: 3 } });
  const made = (await listSets(db, secretary.actor, {})).find((set) => set.slug !== slug);
  expect(made).toMatchObject({ newest: null, concept: { title: edition.title, tlp: "CLEAR", component: { slug: "ggi-netwerk" } }, amount: 3 });
  const [before, after] = [await findWholeOutline(db, edition.id), await findWholeOutline(db, (await findConcept(db, secretary.actor, made?.slug ?? ""))?.id ?? "")];
  const shape = (lines: typeof before) => lines.map((line) => (line.kind === "chapter" ? [line.number, line.chapter.title, line.chapter.intro] : [line.number, line.requirement.title, line.requirement.kind, line.requirement.weight]));
  expect(shape(after)).toEqual(shape(before));
  const texts = await db.selectFrom("proposal_version").select(["title", "statement", "rationale", "acceptance", "text_hash"]).where("title", "=", awkward.title).execute();
  expect(texts).toHaveLength(2);
  expect(texts[1]).toEqual(texts[0]);
});

test("a specification of another tool comes in with its headings as chapters; what is no ReqIF says so", async () => {
  const value = (kind: string, definition: string, inside: string) => `<ATTRIBUTE-VALUE-${kind}><THE-VALUE>${inside}</THE-VALUE><DEFINITION><ATTRIBUTE-DEFINITION-${kind}-REF>${definition}</ATTRIBUTE-DEFINITION-${kind}-REF></DEFINITION></ATTRIBUTE-VALUE-${kind}>`;
  const object = (id: string, values: string) => `<SPEC-OBJECT IDENTIFIER="${id}" LAST-CHANGE="2026-01-01T00:00:00Z">\n <VALUES>${values}</VALUES></SPEC-OBJECT>`;
  const place = (id: string, children = "") => `<SPEC-HIERARCHY IDENTIFIER="h-${id}"><OBJECT><SPEC-OBJECT-REF>${id}</SPEC-OBJECT-REF></OBJECT>${children === "" ? "" : `<CHILDREN>${children}</CHILDREN>`}</SPEC-HIERARCHY>`;
  const file = `<?xml version="1.0"?><r:REQ-IF xmlns:r="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd"><CORE-CONTENT><REQ-IF-CONTENT><SPEC-TYPES><SPEC-OBJECT-TYPE IDENTIFIER="t"><SPEC-ATTRIBUTES><ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="a1" LONG-NAME="ReqIF.Text"/><ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="a2" LONG-NAME="ReqIF.ChapterName"/></SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE></SPEC-TYPES><SPEC-OBJECTS>${object("c1", value("XHTML", "a2", "<div>1. Algemeen</div>"))}${object("r1", value("XHTML", "a1", "<x:div>\n  <x:p>Het systeem\n   werkt <x:b>altijd</x:b>.</x:p><x:ul><x:li>dag</x:li><x:li><x:p>nacht</x:p></x:li></x:ul><x:table><x:tr><x:th>uur</x:th><x:th>grens</x:th></x:tr><x:tr><x:td>1</x:td><x:td>99 %</x:td></x:tr></x:table></x:div>"))}</SPEC-OBJECTS><SPECIFICATIONS><SPECIFICATION IDENTIFIER="s"><CHILDREN>${place("c1", place("r1"))}</CHILDREN></SPECIFICATION></SPECIFICATIONS></REQ-IF-CONTENT></CORE-CONTENT></r:REQ-IF>`;
  const read = await readReqif(file);
  expect(read.outline.chapters).toEqual([{ path: ["Algemeen"], intro: "", places: [1] }]);
  expect(read.rows.map(({ cells }) => cells)).toEqual([["", "Het systeem werkt altijd.", "Het systeem werkt altijd.\n\n- dag\n- nacht\n\nuur | grens\n\n1 | 99 %"]]);
  const turned = await readReqif(file.replace("1. Algemeen", "24 uur per dag").replace(/(<OBJECT>.*?<\/OBJECT>)(<CHILDREN>.*<\/CHILDREN>)(<\/SPEC-HIERARCHY><\/CHILDREN>)/, "$2$1$3"));
  expect(turned.outline.chapters).toEqual([{ path: ["24 uur per dag"], intro: "", places: [1] }]);
  await expect(readReqif("<REQ-IF></REQ-IF>")).rejects.toThrow("no-rows");
  await expect(readReqif("<REQ-IF><!DOCTYPE x>")).rejects.toThrow("broken-file");
});

test("the keeper walks it through in forms: a chapter, a choice, weights, the check, freezing and the next version; mistakes keep what was typed", async () => {
  const programme = await aProgramme();
  const app = anApp(programme).as("secretaris.netwerk");
  const wish = await adopted(programme, "Graag sneller", { kind: "wens", weight: 40 });
  expect((await app.post(addressOf(programme, "/hoofdstukken"), { title: "", intro: "Blijft staan", parent: "" })).status).toBe(422);
  expect((await app.post(addressOf(programme, "/hoofdstukken"), { title: "Wensen", intro: "", parent: "" })).status).toBe(302);
  const picker = await app.page(addressOf(programme, "/eisen?soort=wens"));
  expect(picker).toContain(`value="${wish}"`);
  const chapter = /<option value="([^"]+)"[^>]*>3 Wensen/.exec(picker)?.[1] ?? "";
  expect((await app.post(addressOf(programme, "/eisen"), { chapter, proposals: [wish] })).status).toBe(302);
  const weights = await app.page(addressOf(programme, "/gewichten"));
  const field = /name="(gewicht-[^"]+)"/.exec(weights)?.[1] ?? "";
  const refused = await app.post(addressOf(programme, "/gewichten"), { [field]: "veel" });
  expect([refused.status, (await refused.text()).includes('value="veel"')]).toEqual([422, true]);

  const check = await app.page(addressOf(programme, "/bevriezing"));
  expect(check).toContain("De gewichten van de wensen zijn samen 40");
  expect(check).toContain(`href="${addressOf(programme, "/gewichten")}"`);
  expect(check).not.toContain('name="seen"');
  const was = `gezien-${field}`;
  const stale = await app.post(addressOf(programme, "/gewichten"), { [field]: "90", [was]: "10" });
  expect([stale.status, (await stale.text()).replaceAll("<!-- -->", "").includes("Nu: 40.")]).toEqual([409, true]);
  expect((await app.post(addressOf(programme, "/gewichten"), { [field]: "100", [was]: "40" })).status).toBe(302);
  const seen = /name="seen" value="(\d+)"/.exec(await app.page(addressOf(programme, "/bevriezing")))?.[1] ?? "";
  expect((await app.post(addressOf(programme, "/bevriezing"), { note: "Klaar", seen: "1" })).status).toBe(409);
  expect((await app.post(addressOf(programme, "/bevriezing"), { note: "Klaar", seen })).headers.get("Location")).toBe(addressOf(programme, "/versies/1"));
  expect((await app.post(addressOf(programme, "/bevriezing"), { note: "", seen })).status).toBe(409);
  expect((await app.post(addressOf(programme, "/nieuwe-versie"))).status).toBe(302);
  expect((await app.post(addressOf(programme, "/nieuwe-versie"))).status).toBe(409);
  expect((await conceptOf(programme)).version).toBe(2);
});

test("a frozen programma is found where people look: the proposal, the body, the search, the feed, the sitemap and the news of followers", async () => {
  const programme = await aProgramme();
  const follower = anApp(programme).as("gemeente1");
  expect((await follower.post("/volgen", { kind: "component", reference: "ggi-netwerk", follow: "1" })).status).toBe(302);
  programme.clockAdvances(60_000);
  await frozen(programme);
  const stranger = anApp(programme).as("stranger");
  for (const address of [`/voorstellen/${programme.second}`, "/gremia/netwerk", "/zoeken?q=storingen", "/programma-van-eisen", "/sitemap.xml", "/feeds/gremia/netwerk.atom"]) {
    expect([address, (await stranger.page(address)).includes(addressOf(programme))]).toEqual([address, true]);
  }
  expect(await stranger.page(`/voorstellen/${programme.second}`)).toContain("als eis 2.1.1");
  expect(await follower.page("/mijn")).toContain("Versie 1 van dit programma van eisen is bevroren");
});

test("two editions beside each other, for whoever may read both", async () => {
  const programme = await aProgramme();
  await frozen(programme);
  done(await succeedRequirementSet(programme.secretary, { slug: programme.slug }));
  const own = await anApp(programme).as("lid1.netwerk").page(addressOf(programme, "/vergelijk?van=1&naar=2"));
  expect(own).toContain("Beide versies zijn gelijk.");

  const concept = await findWholeOutline(programme.db, (await conceptOf(programme)).id);
  const [general] = concept.flatMap((line) => (line.kind === "chapter" ? [line.chapter] : []));
  const secretary = anApp(programme).as("secretaris.netwerk");
  expect((await secretary.post(addressOf(programme, `/hoofdstukken/${general?.id ?? ""}`), { title: "Algemeen", intro: "Lees dit eerst.", parent: "" })).status).toBe(302);
  expect((await secretary.post(addressOf(programme, `/hoofdstukken/${general?.id ?? ""}/volgorde`), { direction: "down" })).status).toBe(302);
  expect((await secretary.post(addressOf(programme, "/bewerken"), { title: "GGI-Netwerk koppeling", lot: "", intro: "Voor alle leveranciers.", tlp: "CLEAR" })).status).toBe(302);
  const page = (await anApp(programme).as("lid1.netwerk").page(addressOf(programme, "/vergelijk?van=1&naar=2"))).replaceAll("<!-- -->", "");
  await programme.db.updateTable("proposal").set({ tlp: "AMBER" }).where("number", "=", programme.first).execute();
  expect(await anApp(programme).as("lid1.netwerk").page(addressOf(programme, "/vergelijk?van=1&naar=2"))).toContain("TLP:AMBER");
  for (const words of ["De eisen zijn gelijk. Alleen wat eromheen staat, is anders.", "1 Algemeen staat nu op 2", "De inleiding van 2 Algemeen is gewijzigd", "De inleiding van het programma is gewijzigd"]) expect(page).toContain(words);
  expect(await anApp(programme).as("stranger").page(addressOf(programme, "/vergelijk?van=1&naar=2"))).toContain("Er is nog geen tweede versie");
});

test("the command line writes the same file as the page", async () => {
  const programme = await aProgramme();
  await frozen(programme);
  const [folder, lines] = [mkdtempSync(path.join(tmpdir(), "ggi-set-")), [] as string[]];
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const out = path.join(folder, "set.reqif");
  const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line), open: () => Promise.resolve(programme.db), now: programme.now, newId: programme.resources.newId };

  expect(await runExportSet([programme.slug, "--format", "reqif", "--out", out], io)).toBe(0);
  expect(readFileSync(out).equals((await fileOf(programme, `${addressOf(programme)}.reqif`)).bytes)).toBe(true);
  expect([await runExportSet(["bestaat-niet"], io), await runExportSet([programme.slug, "--format", "exe"], io)]).toEqual([1, 2]);
});
