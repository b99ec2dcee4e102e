import { diffArrays } from "diff";
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

/** Past this many differing words a comparison says nothing any more, and only costs time. */
const MOST_EDITS = 1_200;

/**
 * Which words went and which came. The parts without `added` make the old text again, those without `removed` the new one.
 * Texts that differ in thousands of words come out as one removal and one addition.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return merge([part("removed", before), part("added", after)]);
  return merge(
    changes.map((change) => part(change.added ? "added" : change.removed ? "removed" : "same", change.value.join(""))),
  );
}

/** The text fields that differ between two versions, in the order of the form. */
export function diffFields(before: ProposalText, after: ProposalText): FieldDiff[] {
  return TEXT_FIELDS.filter((field) => before[field] !== after[field]).map((field) => {
    const parts = diffWords(before[field], after[field]);
    return { field, parts, addedWords: countWords(parts, "added"), removedWords: countWords(parts, "removed") };
  });
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
