import type { Token, Tokens } from "marked";
import { element, xml } from "./xml.ts";

const span = (style: string, inside: string): string => (inside === "" ? "" : element("text:span", { "text:style-name": style }, inside));

/** Words with their emphasis and links as ODF. An image becomes its description, raw HTML the signs that were typed. */
export const inline = (tokens: readonly Token[] | undefined): string => (tokens ?? []).map(one).join("");

function one(token: Token): string {
  switch (token.type) {
    case "strong":
      return span("Strong_20_Emphasis", inline(token.tokens));
    case "em":
      return span("Emphasis", inline(token.tokens));
    case "del":
      return span("Strikethrough", inline(token.tokens));
    case "codespan":
      return span("Source_20_Text", spaced((token as Tokens.Codespan).text));
    case "checkbox":
      return (token as Tokens.Checkbox).checked ? "☑ " : "☐ ";
    case "br":
      return element("text:line-break", {});
    case "link":
      return link(token as Tokens.Link);
    default:
      return "tokens" in token && token.tokens !== undefined ? inline(token.tokens) : words("text" in token ? String(token.text) : "");
  }
}

/** Only an address of the web or of mail, without a name and password in it; any other link stays as its words. */
function link({ href, tokens }: Tokens.Link): string {
  const target = safeTarget(href);
  return target === null ? inline(tokens) : element("text:a", { "xlink:type": "simple", "xlink:href": target }, inline(tokens));
}

export function safeTarget(href: string): string | null {
  const target = words(href) === xml(href) ? href.trim() : "";
  const isSafe = URL.canParse(target) && ["http:", "https:", "mailto:"].includes(new URL(target).protocol) && new URL(target).username + new URL(target).password === "";
  return isSafe ? target : null;
}

/** Running text: a line end in the source is a space, and a reference such as &amp; is the sign that it stands for. */
export const words = (text: string): string => xml(plainWords(text));

export const plainWords = (text: string): string => withoutReferences(text).replace(/\s*\n\s*/g, " ");

/** Text in which every space counts. */
export const spaced = (text: string): string =>
  xml(text)
    .replace(/\t/g, element("text:tab", {}))
    .replace(/ {2,}/g, (spaces) => ` ${element("text:s", { "text:c": spaces.length - 1 })}`)
    .replace(/^ /, element("text:s", {}));

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", euro: "€", eacute: "é", euml: "ë", iuml: "ï", ouml: "ö", uuml: "ü" };

function withoutReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
