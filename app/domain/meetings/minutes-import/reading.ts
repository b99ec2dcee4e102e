import type { Day } from "../../shared/instant.ts";
import type { ImportedAction, ImportedAttendee, ImportedDecision, ImportedMinutes, ImportedQuestion, LineRole, Place, Warning } from "./types.ts";

/** What has been understood so far; the readers of attendance, actions and decisions write in it one after another. */
export interface Reading {
  readonly source: readonly string[];
  readonly roles: Map<number, LineRole>;
  readonly attendance: ImportedAttendee[];
  readonly actions: ImportedAction[];
  readonly decisions: ImportedDecision[];
  readonly questions: ImportedQuestion[];
  readonly agenda: ImportedMinutes["agenda"][number][];
  readonly warnings: Warning[];
  day: Day | null;
}

export const newReading = (source: readonly string[]): Reading => ({ source, roles: new Map(), attendance: [], actions: [], decisions: [], questions: [], agenda: [], warnings: [], day: null });

/** Says what these lines are, unless something already did. Blank lines have no role. */
export function mark(reading: Reading, { from, until }: Place, role: LineRole): void {
  for (let line = from; line <= until; line++) {
    if ((reading.source[line - 1] ?? "").trim() !== "" && !reading.roles.has(line)) reading.roles.set(line, role);
  }
}

export const isFree = (reading: Reading, { from, until }: Place): boolean => {
  for (let line = from; line <= until; line++) if (reading.roles.has(line)) return false;
  return true;
};
