import { diffArrays } from "diff";

/** A stretch of a merged text: everybody agrees on it, or two people changed the same words in two ways. */
export type MergePiece =
  | { readonly kind: "agreed"; readonly text: string }
  | { readonly kind: "clash"; readonly base: string; readonly theirs: string; readonly yours: string };

export const CLASH_CHOICES = ["theirs", "yours", "both"] as const;
/** What to do with a clash: take the stored words, one's own, or first the stored and then one's own. */
export type ClashChoice = (typeof CLASH_CHOICES)[number];

/** A change of the base: passages `start` up to `end` became `text`. An insertion has no length. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly text: readonly string[];
}

/** Past this many changed passages the two texts have nothing in common any more. */
const MOST_EDITS = 2_000;

/**
 * Three-way merge by passages (a sentence or a line). Changes in different passages are taken over from both sides; changes of
 * the same passage, or additions at the same place, become a clash, unless both sides wrote the same.
 * Source: Khanna, Kunal and Pierce, "A formal investigation of diff3" (2007).
 */
export function mergeTexts(base: string, theirs: string, yours: string): MergePiece[] {
  if (theirs === yours || yours === base) return agreed(theirs);
  if (theirs === base) return agreed(yours);
  const passages = passagesOf(base);
  const pieces: MergePiece[] = [];
  let at = 0;
  for (const { theirHunks, ourHunks } of groups(hunks(passages, passagesOf(theirs)), hunks(passages, passagesOf(yours)))) {
    const both = [...theirHunks, ...ourHunks];
    const [start, end] = [Math.min(...both.map((hunk) => hunk.start)), Math.max(...both.map((hunk) => hunk.end))];
    pieces.push(...agreed(passages.slice(at, start).join("")), ...settled(passages, start, end, theirHunks, ourHunks));
    at = end;
  }
  pieces.push(...agreed(passages.slice(at).join("")));
  return joined(pieces);
}

/** One value that has no parts: changed by one side it is taken over, changed by both in two ways it is a clash. */
export function mergeValues(base: string, theirs: string, yours: string): MergePiece[] {
  if (theirs === yours || yours === base) return agreed(theirs);
  return theirs === base ? agreed(yours) : [{ kind: "clash", base, theirs, yours }];
}

/** A list in which the order says nothing: what either side added is in it, what either side took out is not. */
export function mergeLists(base: readonly string[], theirs: readonly string[], yours: readonly string[]): string[] {
  const kept = base.filter((one) => theirs.includes(one) && yours.includes(one));
  const fresh = [...theirs, ...yours].filter((one) => !base.includes(one));
  return [...new Set([...kept, ...fresh])];
}

export const hasClash = (pieces: readonly MergePiece[]): boolean => pieces.some(({ kind }) => kind === "clash");

/** The text with each clash settled as `choose` says; clashes are counted from 0 in the order of the text. */
export function composeText(pieces: readonly MergePiece[], choose: (clash: number) => ClashChoice): string {
  let clash = 0;
  return pieces
    .map((piece) => {
      if (piece.kind === "agreed") return piece.text;
      const choice = choose(clash++);
      return choice === "both" ? spaced(piece.theirs, piece.yours) : piece[choice];
    })
    .join("");
}

/** Two texts after each other do not grow into one word. */
const spaced = (first: string, second: string): string => (first === "" || second === "" || /\s$/u.test(first) || /^\s/u.test(second) ? first + second : `${first} ${second}`);

/** Sentences and lines, each with the white space behind it: joined they are the text again. */
export const passagesOf = (text: string): string[] => (text === "" ? [] : text.split(/(?=\S)(?<=[.!?;][ \t]+)|(?=[^\n])(?<=\n)/u));

function hunks(base: readonly string[], changed: readonly string[]): Hunk[] {
  const changes = diffArrays([...base], [...changed], { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [{ start: 0, end: base.length, text: changed }];
  const found: { start: number; end: number; text: string[] }[] = [];
  let at = 0;
  let isOpen = false;
  for (const change of changes) {
    if (!change.added && !change.removed) {
      at += change.value.length;
      isOpen = false;
      continue;
    }
    if (!isOpen) found.push({ start: at, end: at, text: [] });
    isOpen = true;
    const hunk = found.at(-1);
    if (hunk === undefined) continue;
    if (change.added) hunk.text.push(...change.value);
    else hunk.end = at += change.value.length;
  }
  return found;
}

interface Group {
  readonly theirHunks: Hunk[];
  readonly ourHunks: Hunk[];
}

/** Hunks that touch the same passages together, in the order of the text. */
function groups(theirs: readonly Hunk[], yours: readonly Hunk[]): Group[] {
  const ordered = [...theirs.map((hunk) => ({ hunk, isTheirs: true })), ...yours.map((hunk) => ({ hunk, isTheirs: false }))].sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end);
  const found: (Group & { start: number; end: number })[] = [];
  for (const { hunk, isTheirs } of ordered) {
    let group = found.at(-1);
    if (group === undefined || !touches(group, hunk)) found.push((group = { theirHunks: [], ourHunks: [], start: hunk.start, end: hunk.end }));
    (isTheirs ? group.theirHunks : group.ourHunks).push(hunk);
    group.end = Math.max(group.end, hunk.end);
  }
  return found;
}

/** An addition touches what begins or ends where it stands; two changes only when they share a passage. */
const touches = (group: { start: number; end: number }, hunk: Hunk): boolean =>
  hunk.start < group.end || (hunk.start === group.end && (hunk.end === hunk.start || group.start === group.end));

function settled(base: readonly string[], start: number, end: number, theirHunks: readonly Hunk[], ourHunks: readonly Hunk[]): MergePiece[] {
  const [before, theirs, yours] = [base.slice(start, end).join(""), applied(base, start, end, theirHunks), applied(base, start, end, ourHunks)];
  return mergeValues(before, theirs, yours);
}

/** The passages `start` up to `end` of the base, with these changes. */
function applied(base: readonly string[], start: number, end: number, changes: readonly Hunk[]): string {
  let [at, text] = [start, ""];
  for (const change of changes) {
    text += base.slice(at, change.start).join("") + change.text.join("");
    at = change.end;
  }
  return text + base.slice(at, end).join("");
}

const agreed = (text: string): MergePiece[] => (text === "" ? [] : [{ kind: "agreed", text }]);

function joined(pieces: readonly MergePiece[]): MergePiece[] {
  const all: MergePiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.kind === "agreed" && last?.kind === "agreed") all[all.length - 1] = { kind: "agreed", text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
