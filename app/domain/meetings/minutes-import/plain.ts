const EMOJI = /\p{Extended_Pictographic}|[\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}]|:(?!\d)[a-z0-9_+-]{2,30}:/giu;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", eacute: "é", euml: "ë", iuml: "ï", ouml: "ö", ndash: "–", mdash: "–" };

/** The words of one line of Markdown or HTML, without the marks: for recognising, never for publishing. */
export function plainText(source: string): string {
  return source
    .replace(/\\\s*$/, "")
    .replace(/<!--(?:(?!<!--).)*?-->/g, " ")
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<((?:https?:|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>/gi, " $1 ")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, " $1 ")
    .replace(/\[([^[\]]+)\]\((?:[^()]|\([^()]*\))*\)/g, "$1")
    .replace(/\[([^[\]]+)\]\[[^[\]]*\]/g, "$1")
    .replace(/`([^`]*)`/g, "$1")
    .replace(/~~/g, "")
    .replace(/\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<=\s)\*{2,3}(?=\s|$)/g, "")
    .replace(/(^|[\s(>[])_{1,3}(?=\S)|(?<=\S)_{1,3}(?=[\s).,:;!?\]]|$)/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, "$1")
    .replace(/&(#\d+|[a-z]+);/gi, (whole, name: string) => entity(whole, name))
    .replace(/(\d)\u{FE0F}?\u{20E3}/gu, "$1. ")
    .replace(EMOJI, " ")
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const IN_FRONT = /^(\s*(?:[-*+>]\s+)?)(?:(?:\p{Extended_Pictographic}|[\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}])+\s*)+/u;

/** A line with a picture in front of it, or of pasted HTML, with the marks that Markdown has for the same: bold, italic, and no paragraphs. */
export const asMarkdown = (line: string): string => withoutTags(line.replace(IN_FRONT, "$1"));

const withoutTags = (line: string): string => (line.includes("<") ? line.replace(/<\/?(?:b|strong)\b[^>]*>/gi, "**").replace(/<\/?(?:i|em|u)\b[^>]*>/gi, "_").replace(/<\/?(?:p|div|span|li)\b[^>]*>/gi, "") : line);

function entity(whole: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = Number(name.slice(1));
  return code > 31 && code < 0x10ffff ? String.fromCodePoint(code) : " ";
}

/** A heading or label to recognise it by: without marks, number, colon, accents or capitals. */
export function keyOf(text: string): string {
  return plainText(text)
    .replace(/^(?:agendapunt|punt|ad)\s+(?=\d)/i, "")
    .replace(/^[-–•*+>\s]+/, "")
    .replace(/^\(?(?:\d+|[a-z](?=[.)]))(?:[.)]\d+)*[a-z]?[.:)]*\s+(?=\S)/i, "")
    .replace(/^[-–—:]+\s+(?=\S)/, "")
    .replace(/[\s:;.]+$/, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .trim();
}
