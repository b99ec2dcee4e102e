import { diffArrays } from "diff";
import { sharedRuns } from "./anchors.ts";
import { TEXT_FIELDS, type ProposalText, type TextField } from "./proposal.ts";

export interface DiffPart {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

export interface FieldDiff {
  readonly field: TextField;
  readonly parts: readonly DiffPart[];
  readonly addedWords: number;
  readonly removedWords: number;
}

/**
 * Past this many differing words between two shared stretches a comparison says nothing any more, and only costs time. A bound
 * on the work and not on the time: where a passage is carried to may not depend on how busy the machine was.
 */
const MOST_EDITS = 250;
/** Shorter texts are compared as a whole, which gives the smallest difference. */
const WORTH_ANCHORS = 600;

/**
 * Which words went and which came. The parts without `added` make the old text again, those without `removed` the new one.
 * Where hundreds of words in a row differ, they come out as one removal and one addition.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (Math.min(old.length, fresh.length) < WORTH_ANCHORS) return merge(compare(old, fresh));
  const parts: DiffPart[] = [];
  let [a, b] = [0, 0];
  for (const run of sharedRuns(old, fresh)) {
    parts.push(...compare(old.slice(a, run.a), fresh.slice(b, run.b)), part("same", old.slice(run.a, run.a + run.length).join("")));
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  return merge([...parts, ...compare(old.slice(a), fresh.slice(b))]);
}

function compare(old: string[], fresh: string[]): DiffPart[] {
  const changes = old.length === 0 && fresh.length === 0 ? [] : diffArrays(old, fresh, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [part("removed", old.join("")), part("added", fresh.join(""))];
  return changes.map((change) => part(change.added ? "added" : change.removed ? "removed" : "same", change.value.join("")));
}

/** The text fields that differ between two versions, in the order of the form. */
export function diffFields(before: ProposalText, after: ProposalText): FieldDiff[] {
  return TEXT_FIELDS.filter((field) => before[field] !== after[field]).map((field) => {
    const parts = diffWords(before[field], after[field]);
    return { field, parts, addedWords: countWords(parts, "added"), removedWords: countWords(parts, "removed") };
  });
}

/** A stretch of a text as it was and as it is, to stand beside each other. A side where nothing stands is empty. */
export interface Beside {
  readonly before: readonly DiffPart[];
  readonly after: readonly DiffPart[];
}

/** The same difference in rows of a line each: left what was, right what is. Joined, the sides are the two texts, but for the line ends between the rows. */
export function besideEachOther(parts: readonly DiffPart[]): Beside[] {
  const rows: { before: DiffPart[]; after: DiffPart[] }[] = [{ before: [], after: [] }];
  const put = (one: DiffPart) => {
    const row = rows.at(-1);
    if (one.text === "" || row === undefined) return;
    if (one.kind !== "added") row.before.push(one);
    if (one.kind !== "removed") row.after.push(one);
  };
  for (const { kind, text } of parts) {
    const lines = kind === "same" ? text.split(/\n+/u) : [text];
    lines.forEach((line, index) => {
      if (index > 0) rows.push({ before: [], after: [] });
      put(part(kind, line));
    });
  }
  return rows.filter(({ before, after }) => before.length + after.length > 0);
}

export const textBefore = (parts: readonly DiffPart[]): string => join(parts.filter(({ kind }) => kind !== "added"));
export const textAfter = (parts: readonly DiffPart[]): string => join(parts.filter(({ kind }) => kind !== "removed"));

/** A word with the space before it stays apart from its punctuation, so that "meldt." and "meldt," share a word. */
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu) ?? [];

const part = (kind: DiffPart["kind"], text: string): DiffPart => ({ kind, text });
const join = (parts: readonly DiffPart[]): string => parts.map(({ text }) => text).join("");
const countWords = (parts: readonly DiffPart[], kind: DiffPart["kind"]): number =>
  parts.filter((one) => one.kind === kind).reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);

/**
 * Between two changed words a lone space counts as changed too: "60 → 30" and "u → wij" read as one change, not as four.
 * Within one change the removal stands before the addition.
 */
function merge(parts: readonly DiffPart[]): DiffPart[] {
  const merged: DiffPart[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed !== "") merged.push(part("removed", removed));
    if (added !== "") merged.push(part("added", added));
    removed = "";
    added = "";
  };
  parts.forEach(({ kind, text }, index) => {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (removed !== "" && added !== "" && text === " " && isReplaced(parts, index + 1)) {
      removed += text;
      added += text;
    } else {
      flush();
      const last = merged.at(-1);
      if (last?.kind === "same") merged[merged.length - 1] = part("same", last.text + text);
      else if (text !== "") merged.push(part("same", text));
    }
  });
  flush();
  return merged;
}

/** Whether from here a removal and an addition follow each other. */
function isReplaced(parts: readonly DiffPart[], index: number): boolean {
  const [one, two] = [parts[index]?.kind, parts[index + 1]?.kind];
  return (one === "removed" && two === "added") || (one === "added" && two === "removed");
}
