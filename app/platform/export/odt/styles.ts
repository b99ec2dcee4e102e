import { element, xml } from "./xml.ts";

const NAMESPACES = {
  "xmlns:office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  "xmlns:style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  "xmlns:text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  "xmlns:table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  "xmlns:fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  "xmlns:svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  "office:version": "1.3",
};

/** A whole part of the package under its root element. */
export const part = (root: string, ...children: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, NAMESPACES, ...children)}`;

const FONT = "Noto Sans";
const MONO = "Noto Sans Mono";

export const fonts = (): string =>
  element(
    "office:font-face-decls",
    {},
    element("style:font-face", { "style:name": FONT, "svg:font-family": `'${FONT}'`, "style:font-family-generic": "swiss" }),
    element("style:font-face", { "style:name": MONO, "svg:font-family": `'${MONO}'`, "style:font-family-generic": "modern" }),
  );

interface Look {
  readonly parent?: string;
  readonly level?: number;
  readonly paragraph?: Readonly<Record<string, string>>;
  readonly text?: Readonly<Record<string, string>>;
}

function paragraphStyle(name: string, { parent = "Standard", level, paragraph = {}, text = {} }: Look): string {
  return element(
    "style:style",
    { "style:name": name.replaceAll(" ", "_20_"), "style:display-name": name, "style:family": "paragraph", "style:parent-style-name": name === "Standard" ? undefined : parent, "style:default-outline-level": level },
    element("style:paragraph-properties", paragraph),
    element("style:text-properties", text),
  );
}

const textStyle = (name: string, text: Readonly<Record<string, string>>): string =>
  element("style:style", { "style:name": name.replaceAll(" ", "_20_"), "style:display-name": name, "style:family": "text" }, element("style:text-properties", text));

const above = (space: string, below = "0.2cm") => ({ "fo:margin-top": space, "fo:margin-bottom": below, "fo:keep-with-next": "always" });

const named = (): string =>
  [
    element(
      "style:default-style",
      { "style:family": "paragraph" },
      element("style:paragraph-properties", { "fo:hyphenation-ladder-count": "no-limit" }),
      element("style:text-properties", { "style:font-name": FONT, "fo:font-size": "11pt", "fo:language": "nl", "fo:country": "NL" }),
    ),
    element("style:default-style", { "style:family": "table" }, element("style:table-properties", { "table:border-model": "collapsing" })),
    paragraphStyle("Standard", {}),
    paragraphStyle("Text body", { paragraph: { "fo:margin-bottom": "0.25cm", "fo:line-height": "130%" } }),
    paragraphStyle("Title", { paragraph: above("0cm", "0.3cm"), text: { "fo:font-size": "22pt", "fo:font-weight": "bold" } }),
    paragraphStyle("Subtitle", { paragraph: { "fo:margin-bottom": "0.4cm" }, text: { "fo:color": "#4a5867" } }),
    ...[16, 13, 12, 11].map((size, index) => paragraphStyle(`Heading ${index + 1}`, { level: index + 1, paragraph: above(index === 0 ? "0.7cm" : "0.5cm"), text: { "fo:font-size": `${size}pt`, "fo:font-weight": "bold" } })),
    paragraphStyle("Quotations", { parent: "Text_20_body", paragraph: { "fo:margin-left": "1cm", "fo:margin-right": "1cm" }, text: { "fo:font-style": "italic" } }),
    paragraphStyle("Preformatted Text", { text: { "style:font-name": MONO, "fo:font-size": "9.5pt" } }),
    paragraphStyle("Horizontal Line", { paragraph: { "fo:border-bottom": "0.5pt solid #74818f", "fo:margin-bottom": "0.4cm" } }),
    paragraphStyle("Table Contents", {}),
    paragraphStyle("Table Heading", { parent: "Table_20_Contents", text: { "fo:font-weight": "bold" } }),
    paragraphStyle("Header", { text: { "fo:font-size": "9pt", "fo:font-weight": "bold" } }),
    paragraphStyle("Footer", { text: { "fo:font-size": "9pt", "fo:color": "#4a5867" } }),
    textStyle("Strong Emphasis", { "fo:font-weight": "bold" }),
    textStyle("Emphasis", { "fo:font-style": "italic" }),
    textStyle("Strikethrough", { "style:text-line-through-style": "solid" }),
    textStyle("Source Text", { "style:font-name": MONO }),
    listStyle("List bullet", (level) => element("text:list-level-style-bullet", { "text:level": level, "text:bullet-char": level % 2 === 1 ? "•" : "–" }, indent(level))),
    listStyle("List number", (level) => element("text:list-level-style-number", { "text:level": level, "style:num-format": level === 2 ? "a" : "1", "style:num-suffix": "." }, indent(level))),
  ].join("");

const listStyle = (name: string, levelOf: (level: number) => string): string =>
  element("text:list-style", { "style:name": name.replaceAll(" ", "_20_"), "style:display-name": name }, ...Array.from({ length: 10 }, (_, index) => levelOf(index + 1)));

const indent = (level: number): string =>
  element(
    "style:list-level-properties",
    { "text:list-level-position-and-space-mode": "label-alignment" },
    element("style:list-level-label-alignment", { "text:label-followed-by": "listtab", "fo:text-indent": "-0.6cm", "fo:margin-left": `${(level * 0.6 + 0.2).toFixed(1)}cm` }),
  );

/** Paper A4, with the label on top of every page and the title and page number below. */
export function styles({ label, title, page, of }: { label: string; title: string; page: string; of: string }): string {
  const counted = `${xml(title)} · ${xml(page)} ${element("text:page-number", { "text:select-page": "current" }, "1")} ${xml(of)} ${element("text:page-count", {}, "1")}`;
  return part(
    "office:document-styles",
    fonts(),
    element("office:styles", {}, named()),
    element(
      "office:automatic-styles",
      {},
      element(
        "style:page-layout",
        { "style:name": "Page" },
        element("style:page-layout-properties", { "fo:page-width": "21cm", "fo:page-height": "29.7cm", "fo:margin-top": "1.5cm", "fo:margin-bottom": "1.5cm", "fo:margin-left": "2.5cm", "fo:margin-right": "2.5cm" }),
        element("style:header-style", {}, element("style:header-footer-properties", { "fo:min-height": "1cm", "fo:margin-bottom": "0.6cm" })),
        element("style:footer-style", {}, element("style:header-footer-properties", { "fo:min-height": "1cm", "fo:margin-top": "0.6cm" })),
      ),
    ),
    element(
      "office:master-styles",
      {},
      element(
        "style:master-page",
        { "style:name": "Standard", "style:page-layout-name": "Page" },
        element("style:header", {}, element("text:p", { "text:style-name": "Header" }, xml(label))),
        element("style:footer", {}, element("text:p", { "text:style-name": "Footer" }, `${xml(label)} · ${counted}`)),
      ),
    ),
  );
}

/** The styles that only the content itself uses: the lines of a table. */
export const contentStyles = (): string =>
  element(
    "office:automatic-styles",
    {},
    element("style:style", { "style:name": "Table", "style:family": "table" }, element("style:table-properties", { "style:width": "16cm", "table:align": "margins", "fo:margin-top": "0.2cm", "fo:margin-bottom": "0.4cm" })),
    element("style:style", { "style:name": "Cell", "style:family": "table-cell" }, element("style:table-cell-properties", { "fo:border": "0.5pt solid #74818f", "fo:padding": "0.12cm" })),
  );
