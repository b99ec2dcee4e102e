import { diffWords } from "./diff.ts";
import { TEXT_FIELDS, type ProposalText, type TextField } from "./proposal.ts";

/** Words in one field of a version, exactly as they stand there. */
export interface Passage {
  readonly field: TextField;
  readonly start: number;
  readonly quote: string;
}

/** At `start` the words `removed` make place for `added`; one of the two may be empty. */
export interface Edit {
  readonly start: number;
  readonly removed: string;
  readonly added: string;
}

export type FieldTexts = Pick<ProposalText, TextField>;

/** A part of a field that stands between blank lines, with the number by which people speak about it. */
export interface Paragraph {
  readonly field: TextField;
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

/** The paragraphs of one field, numbered from 1. What stands between two of them is white. */
export function paragraphsOf(field: TextField, text: string): Paragraph[] {
  const blocks = [...text.matchAll(/\S(?:[\s\S]*?\S)?(?=\s*\n[^\S\n]*\n|\s*$)/gu)];
  return blocks.map((block, index) => ({ field, number: index + 1, start: block.index, text: block[0] }));
}

/** Every paragraph of a version, in the order of the form. */
export const allParagraphs = (text: FieldTexts): Paragraph[] => TEXT_FIELDS.flatMap((field) => paragraphsOf(field, text[field]));

/** The number of the paragraph in which this place lies; between two it is the one before; 1 in an empty field. */
export const paragraphAt = (text: string, place: number): number =>
  Math.max(1, paragraphsOf("statement", text).filter(({ start }) => start <= place).length);

/** How one text became another, as edits in the order of the text. Applying them gives exactly the other text. */
export function editsBetween(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let [place, removed, added] = [0, "", ""];
  const flush = () => {
    if (removed !== "" || added !== "") edits.push({ start: place - removed.length, removed, added });
    [removed, added] = ["", ""];
  };
  for (const { kind, text } of diffWords(before, after)) {
    if (kind === "same") flush();
    if (kind !== "added") place += text.length;
    if (kind === "removed") removed += text;
    if (kind === "added") added += text;
  }
  flush();
  return edits;
}

/** Where a person's quote stands: exactly as typed if possible, otherwise with other spaces or line ends. Null when nowhere. */
export function locate(quote: string, texts: FieldTexts, within?: { readonly field: TextField; readonly number: number }): Passage | null {
  const words = quote.normalize("NFC").trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  const loose = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("\\s+"), "u");
  const exact = new RegExp(quote.trim().replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "u");
  const places = allParagraphs(texts).filter(({ field, number }) => within === undefined || (field === within.field && number === within.number));
  for (const search of [exact, loose]) {
    for (const { field, start, text } of places) {
      const found = search.exec(text);
      if (found) return { field, start: start + found.index, quote: found[0] };
    }
  }
  return within === undefined ? locateAcross(loose, texts) : null;
}

/** A quote that runs over more than one paragraph of a field. */
function locateAcross(search: RegExp, texts: FieldTexts): Passage | null {
  for (const field of TEXT_FIELDS) {
    const found = search.exec(texts[field]);
    if (found) return { field, start: found.index, quote: found[0] };
  }
  return null;
}

/**
 * Where a passage stands in the next version, or null when the text changed there. It is found again when no edit touches it,
 * or when its words occur once before and once after: then they were moved as a whole. The result always holds exactly the quote.
 */
export function carryPassage(passage: Passage, before: FieldTexts, after: FieldTexts, edits?: readonly Edit[]): Passage | null {
  const { field, start, quote } = passage;
  const end = start + quote.length;
  if (quote === "" || before[field].slice(start, end) !== quote) return null;
  const changed = edits ?? editsBetween(before[field], after[field]);
  if (!changed.some((edit) => edit.start < end && edit.start + edit.removed.length > start)) {
    const moved = start + shiftBefore(changed, start);
    if (after[field].slice(moved, moved + quote.length) === quote) return { field, start: moved, quote };
  }
  const only = onlyPlace(after, quote);
  return only !== null && onlyPlace(before, quote) !== null ? { ...only, quote } : null;
}

/** By how much everything from this place on moved, because of edits that lie wholly before it. */
export const shiftBefore = (edits: readonly Edit[], place: number): number =>
  edits.filter(({ start, removed }) => start + removed.length <= place).reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);

/** The one place in all fields where these words stand; null when there is none or more than one. */
function onlyPlace(texts: FieldTexts, words: string): { field: TextField; start: number } | null {
  const places = TEXT_FIELDS.flatMap((field) => {
    const first = texts[field].indexOf(words);
    if (first === -1) return [];
    return texts[field].indexOf(words, first + 1) === -1 ? [{ field, start: first }] : [{ field, start: first }, { field, start: first }];
  });
  return places.length === 1 ? (places[0] ?? null) : null;
}
