import { slices } from "#app/platform/export/slices.ts";
import { xmlText } from "#app/platform/export/xml-reader.ts";

export const REQIF = "application/reqif+xml";
const NAMESPACE = "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd";
const XHTML = "http://www.w3.org/1999/xhtml";

/** A column of every requirement: a text, a whole number, or one of a few words. */
export type ReqifAttribute =
  | { readonly key: string; readonly name: string; readonly kind: "text" | "xhtml" | "number" }
  | { readonly key: string; readonly name: string; readonly kind: "choice"; readonly words: readonly string[] };

/** A heading or a requirement in the order of reading; `depth` 0 stands at the top. */
export interface ReqifNode {
  readonly id: string;
  readonly depth: number;
  readonly kind: "heading" | "requirement";
  /** number and words of a heading, or the short name of a requirement */
  readonly name: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

export interface ReqifInput {
  readonly id: string;
  readonly title: string;
  /** what stands in the header: the label, the fingerprint */
  readonly comment: string;
  /** ISO moment of everything in the file */
  readonly createdAt: string;
  readonly tool: string;
  readonly attributes: readonly ReqifAttribute[];
  readonly nodes: AsyncIterable<ReqifNode> | Iterable<ReqifNode>;
}

/**
 * A specification as ReqIF 1.2, piece by piece. Only the hierarchy, which comes last, is kept meanwhile: an id and a depth for each node.
 * Headings carry `ReqIF.ChapterName`, requirements the attributes that are given. Source: OMG ReqIF 1.2, formal/16-07-01, clause 10 and annex A
 * (the schema, in which the version of the header is fixed at "1.0"), and the names of the ReqIF Implementation Guide.
 */
export async function* reqifPieces(input: ReqifInput): AsyncGenerator<Uint8Array> {
  const breathe = slices();
  const at = input.createdAt;
  const changed = `LAST-CHANGE="${at}"`;
  let text = `<?xml version="1.0" encoding="UTF-8"?>\n<REQ-IF xmlns="${NAMESPACE}" xmlns:xhtml="${XHTML}"><THE-HEADER><REQ-IF-HEADER IDENTIFIER="${idOf("header", input.id)}"><COMMENT>${xmlText(input.comment)}</COMMENT><CREATION-TIME>${at}</CREATION-TIME><REQ-IF-TOOL-ID>${xmlText(input.tool)}</REQ-IF-TOOL-ID><REQ-IF-VERSION>1.0</REQ-IF-VERSION><SOURCE-TOOL-ID>${xmlText(input.tool)}</SOURCE-TOOL-ID><TITLE>${xmlText(input.title)}</TITLE></REQ-IF-HEADER></THE-HEADER><CORE-CONTENT><REQ-IF-CONTENT>${datatypes(input.attributes, changed)}${specTypes(input.attributes, changed)}<SPEC-OBJECTS>`;
  const tree: { id: string; depth: number }[] = [];
  for await (const node of input.nodes) {
    const depth = Math.min(node.depth, (tree.at(-1)?.depth ?? -1) + 1);
    tree.push({ id: node.id, depth });
    text += specObject(node, input.attributes, changed);
    if (text.length < 64_000) continue;
    yield Buffer.from(text);
    text = "";
    await breathe();
  }
  text += `</SPEC-OBJECTS><SPECIFICATIONS><SPECIFICATION IDENTIFIER="${idOf("spec", input.id)}" LONG-NAME="${xmlText(input.title)}" ${changed}><TYPE><SPECIFICATION-TYPE-REF>type-specification</SPECIFICATION-TYPE-REF></TYPE><VALUES/><CHILDREN>`;
  for (const [index, { id, depth }] of tree.entries()) {
    const next = tree[index + 1]?.depth ?? -1;
    text += `<SPEC-HIERARCHY IDENTIFIER="${idOf("place", id)}" ${changed}><OBJECT><SPEC-OBJECT-REF>${idOf("object", id)}</SPEC-OBJECT-REF></OBJECT>`;
    text += next > depth ? "<CHILDREN>" : `</SPEC-HIERARCHY>${"</CHILDREN></SPEC-HIERARCHY>".repeat(Math.max(0, depth - Math.max(next, 0)))}`;
    if (text.length < 64_000) continue;
    yield Buffer.from(text);
    text = "";
    await breathe();
  }
  yield Buffer.from(`${text}</CHILDREN></SPECIFICATION></SPECIFICATIONS></REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>\n`);
}

function datatypes(attributes: readonly ReqifAttribute[], changed: string): string {
  const choices = attributes.flatMap((one) =>
    one.kind === "choice"
      ? [
          `<DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="data-${one.key}" LONG-NAME="${xmlText(one.name)}" ${changed}><SPECIFIED-VALUES>${one.words
            .map((word, index) => `<ENUM-VALUE IDENTIFIER="word-${one.key}-${index}" LONG-NAME="${xmlText(word)}" ${changed}><PROPERTIES><EMBEDDED-VALUE KEY="${index}" OTHER-CONTENT=""/></PROPERTIES></ENUM-VALUE>`)
            .join("")}</SPECIFIED-VALUES></DATATYPE-DEFINITION-ENUMERATION>`,
        ]
      : [],
  );
  return `<DATATYPES><DATATYPE-DEFINITION-STRING IDENTIFIER="data-text" LONG-NAME="T_String32k" MAX-LENGTH="32000" ${changed}/><DATATYPE-DEFINITION-XHTML IDENTIFIER="data-xhtml" LONG-NAME="T_XHTML" ${changed}/><DATATYPE-DEFINITION-INTEGER IDENTIFIER="data-number" LONG-NAME="T_Integer" MIN="0" MAX="1000000" ${changed}/>${choices.join("")}</DATATYPES>`;
}

const TAG = { text: "STRING", xhtml: "XHTML", number: "INTEGER", choice: "ENUMERATION" } as const;

function specTypes(attributes: readonly ReqifAttribute[], changed: string): string {
  const definition = (id: string, name: string, kind: ReqifAttribute["kind"], data: string) =>
    `<ATTRIBUTE-DEFINITION-${TAG[kind]} IDENTIFIER="${id}" LONG-NAME="${xmlText(name)}" ${kind === "choice" ? 'MULTI-VALUED="false" ' : ""}${changed}><TYPE><DATATYPE-DEFINITION-${TAG[kind]}-REF>${data}</DATATYPE-DEFINITION-${TAG[kind]}-REF></TYPE></ATTRIBUTE-DEFINITION-${TAG[kind]}>`;
  const own = attributes.map((one) => definition(`attribute-${one.key}`, one.name, one.kind, one.kind === "choice" ? `data-${one.key}` : `data-${one.kind}`));
  return (
    `<SPEC-TYPES><SPEC-OBJECT-TYPE IDENTIFIER="type-heading" LONG-NAME="Heading" ${changed}><SPEC-ATTRIBUTES>${definition("heading-name", "ReqIF.ChapterName", "xhtml", "data-xhtml")}${definition("heading-text", "ReqIF.Text", "xhtml", "data-xhtml")}</SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE>` +
    `<SPEC-OBJECT-TYPE IDENTIFIER="type-requirement" LONG-NAME="Requirement" ${changed}><SPEC-ATTRIBUTES>${own.join("")}</SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE><SPECIFICATION-TYPE IDENTIFIER="type-specification" LONG-NAME="Specification" ${changed}/></SPEC-TYPES>`
  );
}

function specObject({ id, kind, name, values }: ReqifNode, attributes: readonly ReqifAttribute[], changed: string): string {
  const written =
    kind === "heading"
      ? xhtmlValue("heading-name", name) + (typeof values["text"] === "string" && values["text"] !== "" ? xhtmlValue("heading-text", values["text"]) : "")
      : attributes.map((one) => attributeValue(one, values[one.key] ?? null)).join("");
  const type = kind === "heading" ? "type-heading" : "type-requirement";
  return `<SPEC-OBJECT IDENTIFIER="${idOf("object", id)}" LONG-NAME="${xmlText(name)}" ${changed}><TYPE><SPEC-OBJECT-TYPE-REF>${type}</SPEC-OBJECT-TYPE-REF></TYPE><VALUES>${written}</VALUES></SPEC-OBJECT>`;
}

function attributeValue(attribute: ReqifAttribute, value: string | number | null): string {
  if (value === null || value === "") return "";
  const id = `attribute-${attribute.key}`;
  if (attribute.kind === "xhtml") return xhtmlValue(id, String(value));
  if (attribute.kind === "choice") {
    const index = attribute.words.indexOf(String(value));
    return index === -1 ? "" : `<ATTRIBUTE-VALUE-ENUMERATION><DEFINITION><ATTRIBUTE-DEFINITION-ENUMERATION-REF>${id}</ATTRIBUTE-DEFINITION-ENUMERATION-REF></DEFINITION><VALUES><ENUM-VALUE-REF>word-${attribute.key}-${index}</ENUM-VALUE-REF></VALUES></ATTRIBUTE-VALUE-ENUMERATION>`;
  }
  const tag = TAG[attribute.kind];
  return `<ATTRIBUTE-VALUE-${tag} THE-VALUE="${attributeText(String(value))}"><DEFINITION><ATTRIBUTE-DEFINITION-${tag}-REF>${id}</ATTRIBUTE-DEFINITION-${tag}-REF></DEFINITION></ATTRIBUTE-VALUE-${tag}>`;
}

/** Text as it was typed: a paragraph between each two line ends in a row, a break for each other. Read back it is the same text. */
function xhtmlValue(definition: string, text: string): string {
  const inside = text
    .split("\n\n")
    .map((stretch) => `<xhtml:p>${stretch.split("\n").map(xmlText).join("<xhtml:br/>")}</xhtml:p>`)
    .join("");
  return `<ATTRIBUTE-VALUE-XHTML><THE-VALUE><xhtml:div>${inside}</xhtml:div></THE-VALUE><DEFINITION><ATTRIBUTE-DEFINITION-XHTML-REF>${definition}</ATTRIBUTE-DEFINITION-XHTML-REF></DEFINITION></ATTRIBUTE-VALUE-XHTML>`;
}

/** In an attribute a reader takes a line end for a space unless it is written as a reference. */
const attributeText = (text: string): string => xmlText(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");

/** An id as XML wants it: starting with a letter, without signs that it does not allow. */
const idOf = (what: string, id: string): string => `${what}-${id.replace(/[^\w.-]/g, "_")}`;
