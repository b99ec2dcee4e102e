import type { Day } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

/** The number under which a promise is kept: `T-2026-004`. */
export const commitmentNumber = (year: number, sequence: number): string => `T-${year}-${String(sequence).padStart(3, "0")}`;

export type CommitmentRefusal = "statement-missing" | "promiser-missing";

/** A promise says what and by whom; when may be open. Refusals: statement-missing, promiser-missing. */
export function checkCommitment({ statement, promisedBy }: { readonly statement: string; readonly promisedBy: string }): Result<null, CommitmentRefusal> {
  if (statement.trim() === "") return refuse("statement-missing");
  return promisedBy.trim() === "" ? refuse("promiser-missing") : accept(null);
}

/** Past its day and still not kept. */
export const isOverdue = ({ isDone, dueOn }: { readonly isDone: boolean; readonly dueOn: Day | null }, today: Day): boolean => !isDone && dueOn !== null && dueOn < today;
