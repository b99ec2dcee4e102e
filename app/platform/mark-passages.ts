import type { Passage } from "#app/domain/proposals/passages.ts";

/** Words as they stand in a Markdown text and in the HTML that was made of it: signs that mean lay-out are no words. */
const WORD = /&#?\w+;|[\p{L}\p{N}\p{M}]+/gu;

/**
 * The HTML of a Markdown text with a `<mark>` around each passage, so that a reader sees to which words people reacted. The words of
 * the passage are found back in the HTML by how often they came before; where source and HTML do not agree on that, nothing is marked.
 * A mark never crosses a tag: a passage over bold words or two paragraphs gets one mark for each piece.
 */
export function markPassages(html: string, source: string, passages: readonly Pick<Passage, "start" | "quote">[]): string {
  const inSource = wordsOf(source);
  const ranges = passages.flatMap(({ start, quote }) => rangeOf(inSource, start, start + quote.length) ?? []);
  if (ranges.length === 0) return html;
  const inHtml = wordsOf(html, "<");
  const places = ranges.flatMap(({ from, until }) => placeIn(inHtml, inSource, from, until) ?? []).sort((one, other) => one.from - other.from);
  let made = "";
  let at = 0;
  for (const { from, until } of places) {
    if (until <= at) continue;
    const start = Math.max(from, at);
    made += html.slice(at, start) + markText(html.slice(start, until));
    at = until;
  }
  return made + html.slice(at);
}

interface Word {
  readonly text: string;
  readonly start: number;
}

/** From a place up to another, the last not included. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** The words of a text; of HTML only those between the tags. An entity is a sign, not a word. */
function wordsOf(text: string, tag?: "<"): Word[] {
  const open = tag === undefined ? text : text.replace(/<[^>]*>/gu, (found) => " ".repeat(found.length));
  return [...open.matchAll(WORD)].filter(([found]) => !found.startsWith("&")).map((found) => ({ text: found[0], start: found.index }));
}

/** Which words lie within these places, as the first and the one after the last; null when there are none. */
function rangeOf(words: readonly Word[], start: number, end: number): Stretch | null {
  const from = words.findIndex((word) => word.start >= start);
  const until = words.findIndex((word) => word.start >= end);
  const last = until === -1 ? words.length : until;
  return from === -1 || from >= last ? null : { from, until: last };
}

/** Where the same words stand in the HTML: the second time there when it was the second time in the source. Null when both do not agree how often. */
function placeIn(html: readonly Word[], source: readonly Word[], from: number, until: number): Stretch | null {
  const wanted = source.slice(from, until).map(({ text }) => text);
  const [here, there] = [timesIn(source, wanted), timesIn(html, wanted)];
  const at = here.length === there.length ? there[here.indexOf(from)] : undefined;
  const [first, last] = at === undefined ? [] : [html[at], html[at + wanted.length - 1]];
  return first && last ? { from: first.start, until: last.start + last.text.length } : null;
}

const timesIn = (words: readonly Word[], wanted: readonly string[]): number[] =>
  words.flatMap((_, at) => (wanted.every((word, index) => words[at + index]?.text === word) ? [at] : []));

const markText = (html: string): string =>
  html
    .split(/(<[^>]*>)/u)
    .map((piece) => (piece.startsWith("<") || piece.trim() === "" ? piece : `<mark>${piece}</mark>`))
    .join("");
