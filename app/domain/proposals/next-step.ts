import { holds, isSignedIn, type Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { canMove, type Standing } from "./lifecycle.ts";

export const NEXT_STEPS = ["vote", "confirm", "discuss", "resubmit", "refer", "send", "decide", "poll", "edit", "comment", "follow"] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export interface Surroundings {
  /** the body of the round that is open about this proposal, if any */
  readonly openRoundBodyId: string | null;
  /** seats whose condition got an answer that they did not yet confirm or keep */
  readonly seatsToConfirm: readonly string[];
  readonly taskforceId: string | null;
  readonly isFollowed: boolean;
}

/** The one thing that this person can best do with this proposal now, or null. Urgent first: a vote closes by the clock. */
export function nextStep(proposal: Standing & { readonly isConsulted?: boolean }, actor: Actor, around: Surroundings): NextStep | null {
  const { state, bodyId } = proposal;
  const isInOpenRound = actor.memberships.some(
    (membership) => membership.bodyId === around.openRoundBodyId && may(actor, "ballot.cast", { bodyId: membership.bodyId, seatId: membership.seatId }),
  );
  if (isInOpenRound) return "vote";
  if (around.seatsToConfirm.some((seatId) => may(actor, "condition.confirm", { seatId }))) return "confirm";
  if (canMove(proposal, "discuss", actor)) return "discuss";
  if (canMove(proposal, "resubmit", actor)) return "resubmit";
  if (canMove(proposal, "refer", actor)) return "refer";
  if (canMove(proposal, "to-portfolio", actor) || canMove(proposal, "advice-to-portfolio", actor)) return "send";
  if (state === "in_portfolio" && around.taskforceId !== null && holds(actor, around.taskforceId, "chair", "secretary")) return "decide";
  if (state === "in_advice" && around.openRoundBodyId === null && mayAskAdvice(actor)) return "poll";
  if (state === "under_discussion" && may(actor, "round.prepare", { bodyId })) return "poll";
  if ((state === "draft" || state === "under_discussion") && may(actor, "proposal.edit", proposal)) return "edit";
  if (state === "under_discussion" && may(actor, "comment.add", proposal)) return "comment";
  return isSignedIn(actor) && !around.isFollowed ? "follow" : null;
}

/** The secretaris of the Adviesraad plans the round that gives the advice. */
const mayAskAdvice = (actor: Actor): boolean => actor.memberships.some(({ bodySlug, role }) => bodySlug === "adviesraad" && role === "secretary");
