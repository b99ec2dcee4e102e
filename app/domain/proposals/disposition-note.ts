import type { ConditionState, ConditionStrength, Disposition } from "./discussion.ts";
import type { DiffPart } from "./diff.ts";
import { addUp, type Totals } from "./reactions.ts";

/** A change of an amendment, a comment or a condition, with what was decided about it. */
export interface NoteChange {
  readonly label: string;
  readonly place: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly removed: string;
  readonly added: string;
  readonly parts: readonly DiffPart[];
  readonly disposition: Disposition | null;
  readonly wording: string | null;
  readonly answer: string | null;
  readonly isWithdrawn: boolean;
  /** the version on the table when it was handled; while it is open, the current one */
  readonly on: number;
}

export interface NoteComment {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly quote: string | null;
  readonly statement: string;
  readonly amendment: number | null;
  readonly replies: readonly { readonly by: string; readonly statement: string }[];
  readonly disposition: Disposition | null;
  readonly answer: string | null;
  readonly on: number;
}

export interface NoteCondition {
  readonly id: string;
  readonly by: string;
  readonly strength: ConditionStrength;
  readonly quote: string | null;
  readonly statement: string;
  readonly answer: string | null;
  readonly state: ConditionState;
  readonly on: number;
}

/** All that was said about one version, on the way to the next. */
export interface NoteChapter {
  readonly version: number;
  /** null while there is no next version */
  readonly next: number | null;
  readonly changes: readonly NoteChange[];
  readonly comments: readonly NoteComment[];
  readonly conditions: readonly NoteCondition[];
  readonly totals: Totals;
  readonly open: number;
}

/**
 * The reactienota: per transition from one version to the next every change, comment and condition with its disposition and answer, newest
 * transition first. Withdrawn changes stand in it and do not count. Source: domain, Discussion.
 */
export function chaptersOfNote(current: number, said: { readonly changes: readonly NoteChange[]; readonly comments: readonly NoteComment[]; readonly conditions: readonly NoteCondition[] }): NoteChapter[] {
  const versions = [...new Set([...said.changes, ...said.comments, ...said.conditions].map(({ on }) => on))].sort((a, b) => b - a);
  return versions.map((version) => {
    const [changes, comments, conditions] = [about(said.changes, version), about(said.comments, version), about(said.conditions, version)];
    const counted = [...changes.filter(({ isWithdrawn }) => !isWithdrawn), ...comments];
    const totals = addUp(counted.map(({ disposition }) => ({ kind: "change", version, disposition, count: 1 }))).totals.get(version);
    return {
      ...{ version, changes, comments, conditions },
      next: version < current ? version + 1 : null,
      totals: totals ?? { adopted: 0, partly: 0, not: 0 },
      open: counted.filter(({ disposition }) => disposition === null).length + conditions.filter(({ state }) => state === "open" || state === "kept").length,
    };
  });
}

const about = <Said extends { readonly on: number }>(all: readonly Said[], version: number): Said[] => all.filter(({ on }) => on === version);
