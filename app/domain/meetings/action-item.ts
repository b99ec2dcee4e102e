import type { Day } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

export type ActionState = "open" | "done" | "dropped";

/** The number under which an action comes back until it is done: `A-2026-031`. */
export const actionNumber = (year: number, sequence: number): string => `A-${year}-${String(sequence).padStart(3, "0")}`;

/** Due in the past and still open. */
export const isLate = (action: { readonly state: ActionState; readonly dueOn: Day | null }, today: Day): boolean => action.state === "open" && action.dueOn !== null && action.dueOn < today;

export type FinishRefusal = "action-not-open";

/** An action ends once, as done or as dropped. */
export const finish = (state: ActionState, to: "done" | "dropped"): Result<"done" | "dropped", FinishRefusal> => (state === "open" ? accept(to) : refuse("action-not-open"));
