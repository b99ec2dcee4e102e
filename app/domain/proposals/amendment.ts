import { editsBetween, paragraphAt, shiftBefore, type Edit, type FieldTexts } from "./passages.ts";
import type { DiffPart } from "./diff.ts";
import { LIMITS, TEXT_FIELDS, type TextField } from "./proposal.ts";

export const AMENDMENT_STATES = ["submitted", "withdrawn", "handled"] as const;
/** ingediend, ingetrokken, behandeld */
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

/** One concrete change of one field, at a place in a version. */
export interface Change extends Edit {
  readonly field: TextField;
}

/** Edits with fewer than this many letters between them read as one change. */
const NEAR = 12;
/** More changes than this are a new text, not an amendment. */
export const MOST_CHANGES = 50;

/** What somebody changed by editing the text of a version, as concrete changes in the order of the text. Applying them all gives exactly the edited text. */
export function changesBetween(before: FieldTexts, after: FieldTexts): Change[] {
  return TEXT_FIELDS.flatMap((field) => joinNear(before[field], editsBetween(before[field], after[field])).map((edit) => ({ field, ...edit })));
}

function joinNear(text: string, edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const between = last === undefined ? "" : text.slice(last.start + last.removed.length, edit.start);
    if (last === undefined || between.length > NEAR || between.includes("\n")) joined.push(edit);
    else joined[joined.length - 1] = { start: last.start, removed: last.removed + between + edit.removed, added: last.added + between + edit.added };
  }
  return joined;
}

/** Two amendments that ask for exactly the same at the same place agree; they do not collide. */
export const isSameChange = (one: Change, other: Change): boolean =>
  one.field === other.field && one.start === other.start && one.removed === other.removed && one.added === other.added;

/** Whether two changes are about the same passage: they overlap or touch, so that both together would say something nobody wrote. */
export const collides = (one: Change, other: Change): boolean =>
  one.field === other.field && !isSameChange(one, other) && one.start <= endOf(other) && other.start <= endOf(one);

/** Every pair that collides. */
export function collisions<C extends Change>(changes: readonly C[]): [C, C][] {
  return changes.flatMap((one, index) => changes.slice(index + 1).filter((other) => collides(one, other)).map((other): [C, C] => [one, other]));
}

/**
 * The text with all these changes made, in whatever order they are given; nothing else moves. Null when two collide, or when one of
 * them does not fit this text. A change that is asked for twice is made once.
 */
export function applyChanges<Text extends FieldTexts>(text: Text, changes: readonly Change[]): Text | null {
  const once = changes.filter((change, index) => changes.findIndex((other) => isSameChange(change, other)) === index);
  if (collisions(once).length > 0 || once.some((change) => !fits(text, change))) return null;
  const applied = Object.fromEntries(TEXT_FIELDS.map((field) => [field, applyTo(text[field], once.filter((change) => change.field === field))]));
  return { ...text, ...applied };
}

const applyTo = (text: string, changes: readonly Change[]): string =>
  [...changes].sort((a, b) => b.start - a.start).reduce((made, { start, removed, added }) => made.slice(0, start) + added + made.slice(start + removed.length), text);

/** Whether the words that the change takes away stand where it says. */
export const fits = (text: FieldTexts, { field, start, removed }: Change): boolean =>
  start <= text[field].length && text[field].slice(start, start + removed.length) === removed;

/** The same change on the next version, or null ("tekst gewijzigd") when an edit overlaps or touches its passage. */
export function carryChange<C extends Change>(change: C, before: FieldTexts, after: FieldTexts, edits?: readonly Edit[]): C | null {
  const made = edits ?? editsBetween(before[change.field], after[change.field]);
  if (made.some((edit) => edit.start <= endOf(change) && change.start <= edit.start + edit.removed.length)) return null;
  const moved = { ...change, start: change.start + shiftBefore(made, change.start) };
  return fits(after, moved) ? moved : null;
}

/** The numbered paragraph in which a change stands, with its words in place and some text around them. */
export function changeInContext(text: FieldTexts, change: Change, around = 160): { paragraph: number; parts: DiffPart[] } {
  const whole = text[change.field];
  const [before, after] = [whole.slice(0, change.start), whole.slice(endOf(change))];
  const lead = before.slice(before.lastIndexOf("\n\n") + 1).trimStart();
  const tail = after.split("\n\n")[0] ?? "";
  const parts: DiffPart[] = [
    { kind: "same", text: lead.length > around ? `…${lead.slice(-around).replace(/^\S*/u, "")}` : lead },
    { kind: "removed", text: change.removed },
    { kind: "added", text: change.added },
    { kind: "same", text: tail.length > around ? `${tail.slice(0, around).replace(/\S*$/u, "")}…` : tail },
  ];
  return { paragraph: paragraphAt(whole, change.start), parts: parts.filter((part) => part.text !== "") };
}

/** An amendment is handled once each of its changes got an answer. */
export const isHandled = (changes: readonly { readonly disposition: unknown }[]): boolean => changes.every(({ disposition }) => disposition !== null);

export type AmendmentProblem = "unchanged" | "too-many" | "too-long";

/** Why an edited text is no amendment; null when it is one. */
export function amendmentProblem(after: FieldTexts, changes: readonly Change[]): AmendmentProblem | null {
  if (changes.length === 0) return "unchanged";
  if (changes.length > MOST_CHANGES) return "too-many";
  const most = { title: LIMITS.title, statement: LIMITS.text, rationale: LIMITS.text, acceptance: LIMITS.text, source: LIMITS.source };
  return TEXT_FIELDS.some((field) => after[field].length > most[field]) ? "too-long" : null;
}

const endOf = ({ start, removed }: Edit): number => start + removed.length;
