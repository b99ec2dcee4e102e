import { UnreadableTable } from "./table.ts";

/** What somebody who reads XML is told, in order. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attribute: (name: string) => string | null): void;
  close?(name: string): void;
  text?(text: string): void;
}

const LONGEST_TAG = 256 * 1024;

/**
 * Reads XML in one pass, piece by piece, and keeps nothing. There is no document type, so no entities beside the five of
 * XML itself and numbers: a text that multiplies itself cannot be written.
 */
export class XmlReader {
  readonly #listener: XmlListener;
  #rest = "";

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  feed(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf("<", at);
      if (open === -1) break;
      if (open > at) this.#tell(text.slice(at, open));
      const after = this.#tag(text, open);
      if (after === -1) {
        at = open;
        break;
      }
      at = after;
    }
    // Text without a tag behind it waits, for an entity may be cut in two.
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST_TAG && this.#rest.startsWith("<") && !this.#rest.startsWith("<![CDATA[")) throw new UnreadableTable("broken-file");
  }

  end(): void {
    if (this.#rest.trim() !== "") throw new UnreadableTable("broken-file");
  }

  /** Where the text goes on behind the tag at `open`, or -1 when the tag is not whole yet. */
  #tag(text: string, open: number): number {
    if (text.startsWith("<!--", open)) return behind(text, "-->", open);
    if (text.startsWith("<![CDATA[", open)) {
      const end = text.indexOf("]]>", open);
      if (end !== -1) this.#listener.text?.(text.slice(open + 9, end));
      return end === -1 ? -1 : end + 3;
    }
    if (text.startsWith("<?", open)) return behind(text, "?>", open);
    if (text.length - open < 9 && "<![CDATA[".startsWith(text.slice(open))) return -1;
    if (text.startsWith("<!", open)) throw new UnreadableTable("broken-file");
    const end = tagEnd(text, open);
    if (end === -1) return -1;
    const tag = text.slice(open + 1, end);
    if (tag.startsWith("/")) this.#listener.close?.(localName(tag.slice(1).trim()));
    else {
      const isEmpty = tag.endsWith("/");
      const name = localName(/^[^\s/>]+/.exec(tag)?.[0] ?? "");
      this.#listener.open?.(name, (wanted) => attributeIn(tag, wanted));
      if (isEmpty) this.#listener.close?.(name);
    }
    return end + 1;
  }

  #tell(text: string): void {
    this.#listener.text?.(text.includes("&") ? unescape(text) : text);
  }
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

/** A `>` inside quotes does not end a tag. */
function tagEnd(text: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === ">") return at;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const ATTRIBUTE = /\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributeIn(tag: string, wanted: string): string | null {
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE)) if (name === wanted) return unescape(double ?? single ?? "");
  return null;
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const unescape = (text: string): string =>
  text.replace(/&(#x[\da-fA-F]{1,6}|#\d{1,7}|[a-zA-Z]+);/g, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
  });

/** Text as it may stand in XML, in an element or an attribute; signs that XML cannot hold are left out. */
export const xmlText = (text: string): string =>
  text.replace(/[<>&"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (sign) => ESCAPED[sign] ?? "");

const ESCAPED: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
