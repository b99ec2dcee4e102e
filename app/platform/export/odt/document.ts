import { slices } from "#app/platform/export/slices.ts";
import { zip } from "#app/platform/export/zip-writer.ts";
import { toTokens } from "#app/platform/markdown.ts";
import { blocks, heading, paragraph, table } from "./blocks.ts";
import { words } from "./inline.ts";
import { contentStyles, fonts, part, styles } from "./styles.ts";
import { element, xml } from "./xml.ts";

export const ODT = "application/vnd.oasis.opendocument.text";

/** A piece of a document. Texts are plain text, but for `markdown`; whatever they hold, it is escaped here. */
export type OdtPart =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "fields"; readonly rows: readonly (readonly [term: string, value: string])[] }
  /** headings in the text stand `deeper` levels lower than they were typed */
  | { readonly kind: "markdown"; readonly source: string; readonly deeper?: number }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface OdtInput {
  readonly title: string;
  readonly subtitle?: string;
  /** how confidential it is: on top and at the foot of every page */
  readonly label: string;
  readonly author: string;
  /** ISO moment: the same input gives the same bytes */
  readonly createdAt: string;
  /** "pagina" and "van", around the page number */
  readonly page: readonly [page: string, of: string];
  readonly parts: readonly OdtPart[];
}

/** The same, of which the parts come one after the other: a long document never stands in memory whole. */
export interface OdtStream extends Omit<OdtInput, "parts"> {
  readonly parts: AsyncIterable<OdtPart> | Iterable<OdtPart>;
}

/** A document for a word processor: ODF 1.3, in Dutch, on A4. Source: OASIS OpenDocument 1.3, part 2 (packages) and part 3 (schema). */
export async function odtDocument(input: OdtInput): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of odtPieces(input)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The same, piece by piece. The type stands first and is not packed, so that a reader knows the file by its first bytes. */
export function odtPieces(input: OdtStream): AsyncGenerator<Uint8Array> {
  const { title, label, author, createdAt, page } = input;
  return zip([
    { name: "mimetype", text: ODT, isStored: true },
    { name: "META-INF/manifest.xml", text: manifest(["content.xml", "styles.xml", "meta.xml"]) },
    { name: "content.xml", text: content(input) },
    { name: "styles.xml", text: styles({ label, title, page: page[0], of: page[1] }) },
    {
      name: "meta.xml",
      text: part(
        "office:document-meta",
        element(
          "office:meta",
          {},
          element("meta:generator", {}, "GGI-portaal"),
          element("dc:title", {}, xml(title)),
          element("dc:subject", {}, xml(label)),
          element("dc:language", {}, "nl-NL"),
          element("meta:initial-creator", {}, xml(author)),
          element("dc:creator", {}, xml(author)),
          element("meta:creation-date", {}, xml(createdAt.slice(0, 19))),
          element("dc:date", {}, xml(createdAt.slice(0, 19))),
        ),
      ),
    },
  ]);
}

/** No text holds this sign: `xml` drops it. */
const HERE = "\u0000";

/** So many parts are turned into XML at once; so long a piece is sent on. */
const [TOGETHER, LONG] = [20, 64_000];

async function* content({ title, subtitle, parts }: OdtStream): AsyncGenerator<string> {
  const [before = "", after = ""] = part("office:document-content", fonts(), contentStyles(), element("office:body", {}, element("office:text", {}, HERE))).split(HERE);
  const breathe = slices();
  let text = before + paragraph(words(title), "Title") + (subtitle === undefined ? "" : paragraph(words(subtitle), "Subtitle"));
  let waiting: OdtPart[] = [];
  const take = async () => {
    text += (await Promise.all(waiting.map(written))).join("");
    waiting = [];
    await breathe();
  };
  for await (const one of parts) {
    waiting.push(one);
    if (waiting.length < TOGETHER) continue;
    await take();
    if (text.length < LONG) continue;
    yield text;
    text = "";
  }
  await take();
  yield text + after;
}

function manifest(names: readonly string[]): string {
  const entry = (path: string, type: string, version?: string) => element("manifest:file-entry", { "manifest:full-path": path, "manifest:media-type": type, "manifest:version": version });
  const root = { "xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version": "1.3" };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("manifest:manifest", root, entry("/", ODT, "1.3"), ...names.map((name) => entry(name, "text/xml")))}`;
}

async function written(one: OdtPart): Promise<string> {
  switch (one.kind) {
    case "heading":
      return heading(one.level, words(one.text));
    case "paragraph":
      return plain(one.text);
    case "fields":
      return one.rows.map(([term, value]) => paragraph(`${element("text:span", { "text:style-name": "Strong_20_Emphasis" }, words(`${term}:`))} ${words(value)}`)).join("");
    case "table":
      return table(one.head.map(words), one.rows.map((row) => row.map(words)));
    case "markdown": {
      const tokens = await toTokens(one.source);
      return tokens === null ? plain(one.source) : blocks(tokens, one.deeper ?? 0);
    }
  }
}

/** A text as it was typed: a paragraph for each stretch between empty lines. */
const plain = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((stretch) => paragraph(stretch.split("\n").map(words).join(element("text:line-break", {}))))
    .join("");
