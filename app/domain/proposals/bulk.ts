import type { Actor } from "../access/actor.ts";
import type { Result } from "../shared/result.ts";
import { transition, type MoveRefusal, type PersonalMove, type Standing } from "./lifecycle.ts";
import type { ProposalState } from "./proposal.ts";

export const BULK_STEPS = ["discuss", "refer", "send", "withdraw"] as const;
/** A step that several proposals may take at once; `send` is the way to the Taskforce from wherever each stands. */
export type BulkStep = (typeof BULK_STEPS)[number];

export const MOST_AT_ONCE = 100;

const MOVES = { discuss: ["discuss"], refer: ["refer"], send: ["to-portfolio", "advice-to-portfolio"], withdraw: ["withdraw"] } as const satisfies Record<BulkStep, readonly PersonalMove[]>;

/** Which move the step means for this proposal and where it leads, or why it is refused: the rules of the lifecycle, nothing more. */
export function bulkMove(standing: Standing, step: BulkStep, actor: Actor, details: { readonly reason?: string }): { readonly move: PersonalMove; readonly moved: Result<ProposalState, MoveRefusal> } {
  const tried = MOVES[step].map((move: PersonalMove) => ({ move, moved: transition(standing, move, actor, details) }));
  // A step that fits the state but is refused says more than one that does not fit.
  return tried.find(({ moved }) => moved.ok) ?? tried.find(({ moved }) => !moved.ok && moved.refusal !== "wrong-state") ?? (tried[0] as (typeof tried)[number]);
}
