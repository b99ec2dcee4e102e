import { plainText } from "./plain.ts";
import { htmlTable, isTableStart, readTable, typedTable, type Row } from "./tables.ts";
import type { Place } from "./types.ts";

/** One piece of the source; together the blocks hold every line that is not blank. */
export type Block =
  | (Place & { readonly kind: "heading"; readonly level: number; readonly text: string; readonly rest: string | null; readonly style: "atx" | "setext" | "bold" | "label" | "html" })
  | (Place & { readonly kind: "table"; readonly rows: readonly Row[] })
  | (Place & { readonly kind: "list"; readonly items: readonly ListItem[] })
  | (Place & { readonly kind: "paragraph"; readonly lines: readonly string[] })
  | (Place & { readonly kind: "quote"; readonly lines: readonly string[] })
  | (Place & { readonly kind: "markup"; readonly isFront?: true })
  | (Place & { readonly kind: "code"; readonly lines: readonly string[] });

export interface ListItem extends Place {
  readonly depth: number;
  readonly marker: string;
  readonly checked: boolean | null;
  /** the raw text after the marker, continuation lines joined with a line end */
  readonly text: string;
}

const ATX = /^\s{0,3}(#{1,6})(?!#)\s*(.*?)\s*#*\s*$/;
const HTML_HEADING = /^\s*<h([1-6])[^>]*>(.*?)<\/h\1>\s*$/i;
const SUMMARY = /^\s*(?:<details[^>]*>\s*)?<summary[^>]*>(.*?)<\/summary>\s*$/i;
const RULE = /^\s{0,3}([-*_=])(?:\s*\1){2,}\s*$/;
const ITEM = /^(\s*)([-*+•‣▪·–]|\(?\d{1,3}[.)\\]+|[a-z][.)])(?:\s+|(?<=\d[.)])(?=\p{Lu}\p{L}))(.*)$/u;
const BOLD_LINE = /^\s{0,3}(?:(\d+(?:\.\d+)*)\\?[.)]?\s+)?(?:[-*+]\s+)?(\*\*|__)((?:(?!\2).)+)\2\s*:?\s*$/;
const UNDERLINE = /^\s{0,3}(=+|-{2,})\s*$/;
const TAG_ONLY = /^\s*(?:<\/?(?:details|summary|div|p|center|section|span|br|hr|a|img|ul|ol|figure)\b[^>]*>\s*)+$/i;

/** Cuts the source in blocks, line by line; Markdown as people write it rather than as a specification has it. */
export function blocksOf(source: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const front = frontMatter(source);
  if (front > 0) {
    blocks.push({ kind: "markup", isFront: true, from: 1, until: 1 }, { kind: "paragraph", lines: source.slice(1, front - 1), from: 2, until: front - 1 }, { kind: "markup", isFront: true, from: front, until: front });
    at = front;
  }
  while (at < source.length) {
    const block = blockAt(source, at);
    if (block) blocks.push(block);
    at = block ? block.until : at + 1;
  }
  return blocks;
}

/** How many lines of `key: value` between two rules open the text. */
function frontMatter(source: readonly string[]): number {
  if (source[0]?.trim() !== "---") return 0;
  const end = source.findIndex((line, index) => index > 0 && line.trim() === "---");
  return end > 1 && end < 30 && source.slice(1, end).every((line) => /^\s*(?:[\w-]+:|- |#|$)/.test(line) || /^\s{2,}\S/.test(line)) ? end + 1 : 0;
}

function blockAt(source: readonly string[], at: number): Block | null {
  const line = source[at] ?? "";
  const place = (lines: number): Place => ({ from: at + 1, until: at + lines });
  if (line.trim() === "") return null;
  if (/^\s*<!--/.test(line)) return { kind: "markup", ...place(runUntil(source, at, /-->/)) };
  if (/^\s*(```|~~~)/.test(line)) {
    const lines = runUntil(source, at + 1, /^\s*(```|~~~)/) + 1;
    return { kind: "code", lines: source.slice(at, at + lines), ...place(Math.min(lines, source.length - at)) };
  }
  if (/^\s*<table\b/i.test(line)) {
    const lines = runUntil(source, at, /<\/table>/i);
    return { kind: "table", rows: htmlTable(source.slice(at, at + lines).join("\n"), at + 1), ...place(lines) };
  }
  const atx = ATX.exec(line);
  if (atx?.[1] && (atx[2] !== "" || atx[1].length > 1)) return { kind: "heading", level: atx[1].length, text: atx[2] ?? "", rest: null, style: "atx", ...place(1) };
  const html = HTML_HEADING.exec(line);
  if (html?.[1]) return { kind: "heading", level: Number(html[1]), text: html[2] ?? "", rest: null, style: "html", ...place(1) };
  const summary = SUMMARY.exec(line);
  if (summary) return { kind: "heading", level: 5, text: summary[1] ?? "", rest: null, style: "html", ...place(1) };
  if (TAG_ONLY.test(line)) return { kind: "markup", ...place(1) };
  if (isTableStart(source, at)) {
    const { rows, lines } = readTable(source, at);
    return { kind: "table", rows, ...place(lines) };
  }
  const typed = typedTable(source, at);
  if (typed) return { kind: "table", rows: typed, ...place(typed.length) };
  const below = source[at + 1] ?? "";
  if (UNDERLINE.test(below) && !RULE.test(line) && (!ITEM.test(line) || /^\s*\d/.test(line)) && line.length <= 110 && !/^\s*>/.test(line)) {
    return { kind: "heading", level: below.trim().startsWith("=") ? 1 : 2, text: line.trim(), rest: null, style: "setext", ...place(2) };
  }
  if (RULE.test(line)) return { kind: "markup", ...place(1) };
  const bold = BOLD_LINE.exec(line);
  if (bold?.[3] && isTitleLike(plainText(bold[3]))) {
    return { kind: "heading", level: 7, text: `${bold[1] ? `${bold[1]}. ` : ""}${bold[3]}`, rest: null, style: "bold", ...place(1) };
  }
  if (/^\s{0,3}>/.test(line)) {
    const lines = runWhile(source, at, (next) => next.trim() !== "" && !ATX.test(next) && (/^\s{0,3}>/.test(next) || !startsBlock(next)));
    return { kind: "quote", lines: source.slice(at, at + lines), ...place(lines) };
  }
  if (ITEM.test(line)) return listAt(source, at);
  const lines = runWhile(source, at, (next, distance) => next.trim() !== "" && (distance === 0 || !startsBlock(next)) && (distance === 0 || (!isTableStart(source, at + distance) && typedTable(source, at + distance) === null)) && !(distance > 0 && UNDERLINE.test(source[at + distance + 1] ?? "") && (source[at + distance + 1] ?? "").includes("=")));
  return { kind: "paragraph", lines: source.slice(at, at + lines), ...place(lines) };
}

/** A bold line is a heading unless it is a sentence, stands in parentheses, or is marked as an action or decision. */
const isTitleLike = (text: string): boolean =>
  /[\p{L}\d]/u.test(text) && text.length <= 120 && !/^[([]/.test(text) && !(text.length > 40 && /[.!?;]$/.test(text)) && !/^(?:actie(?:punt)?|besluit|toezegging|conclusie|let op|nb)\b[^:]{0,40}:\s*\S/i.test(text);

const startsBlock = (line: string): boolean =>
  (ATX.test(line) && /^\s{0,3}#{1,6}\s/.test(line)) || BOLD_LINE.test(line) || ITEM.test(line) || HTML_HEADING.test(line) || SUMMARY.test(line) || /^\s{0,3}>/.test(line) || /^\s*(<table\b|<!--|```)/i.test(line) || TAG_ONLY.test(line);

/** A list, with its nested items flattened and lazy continuation lines kept with their item. */
function listAt(source: readonly string[], at: number): Block {
  const items: ListItem[] = [];
  let end = at;
  for (let index = at; index < source.length; index++) {
    const line = source[index] ?? "";
    const item = BOLD_LINE.test(line) && index > at && !/^\s*[-*+]\s/.test(line) ? null : ITEM.exec(line);
    if (item) {
      // "1. Opening" behind a list of bullets and a white line begins something else.
      if (/^1[.)]/.test(item[2] ?? "") && (source[index - 1] ?? "").trim() === "" && items.length > 0 && items.every(({ marker }) => !/\d/.test(marker)) && (item[1] ?? "") === "") break;
      const box = /^\[([ xX])\]\s*(.*)$/.exec(item[3] ?? "");
      items.push({ depth: indent(item[1] ?? ""), marker: item[2] ?? "-", checked: box ? box[1] !== " " : null, text: box ? (box[2] ?? "") : (item[3] ?? ""), from: index + 1, until: index + 1 });
      end = index;
      continue;
    }
    if (line.trim() === "") {
      const next = source.slice(index + 1).find((later) => later.trim() !== "") ?? "";
      if ((!ITEM.test(next) && !/^(\s{2,}|\t)\S/.test(next)) || BOLD_LINE.test(next)) break;
      continue;
    }
    if (startsBlock(line) || RULE.test(line) || isTableStart(source, index) || (ATX.test(line) && line.trimStart().startsWith("#"))) break;
    const isApart = (source[index - 1] ?? "").trim() === "";
    if (isApart && !/^(\s{2,}|\t)/.test(line)) break;
    const last = items.at(-1);
    if (!last) break;
    items[items.length - 1] = { ...last, text: `${last.text}\n${line.trim()}`, until: index + 1 };
    end = index;
  }
  return { kind: "list", items, from: at + 1, until: end + 1 };
}

const indent = (space: string): number => Math.floor(space.replace(/\t/g, "    ").length / 2);

function runWhile(source: readonly string[], at: number, holds: (line: string, distance: number) => boolean): number {
  let lines = 0;
  while (at + lines < source.length && holds(source[at + lines] ?? "", lines)) lines++;
  return Math.max(1, lines);
}

/** How many lines from `at` up to and including the first that matches; to the end when none does. */
function runUntil(source: readonly string[], at: number, end: RegExp): number {
  for (let index = at; index < source.length; index++) if (end.test(source[index] ?? "")) return index - at + 1;
  return source.length - at;
}
