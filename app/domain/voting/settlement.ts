import type { Advice, ProposalState } from "../proposals/proposal.ts";
import type { SystemMove } from "../proposals/lifecycle.ts";
import type { RoundKind } from "./choice.ts";
import type { RuleSet } from "./rule.ts";
import type { Outcome } from "./tally.ts";

export type BodyKind = "expertgroep" | "adviesraad" | "taskforce";

/** A move that the end of a round makes, with the advice when it gives one. */
export interface Settlement {
  readonly move: SystemMove;
  readonly advice?: Advice;
}

export interface Ending {
  readonly roundKind: RoundKind;
  /** null for a peiling or a ranking, which have no verdict */
  readonly outcome: Outcome | null;
  /** the state of the proposal before this round, or before the round that this one repeats */
  readonly stateBefore: ProposalState;
  /** points of attention that go along with a positive advice */
  readonly advicePoints: string;
  /** the rule set allows a second call when the quorum is missed */
  readonly secondCall?: boolean | undefined;
}

/**
 * What establishing a round does to a proposal; null when it stays where it is. A proposal that came for advice gets an advice,
 * any other is adopted or rejected; without a verdict it goes back to the state before opening; a tie,
 * objections and a missed quorum with a second call leave it until the next round. Source: domain, the lifecycle of a proposal.
 */
export function settle({ roundKind, outcome, stateBefore, advicePoints, secondCall }: Ending): Settlement | null {
  if (nextRoundAfter(outcome, { kind: roundKind, rule: { secondCall } }) !== null) return null;
  if (!isBinding(roundKind) || (outcome !== "aangenomen" && outcome !== "verworpen")) return wayBack(stateBefore);
  const isAdopted = outcome === "aangenomen";
  if (stateBefore !== "in_advice") return { move: isAdopted ? "adopt" : "reject" };
  if (!isAdopted) return { move: "advise", advice: "negative" };
  return { move: "advise", advice: advicePoints === "" ? "positive" : "positive_with_points" };
}

/**
 * Whether a proposal left its round behind, as one that was replaced while its advice was asked. The result stands in the register,
 * the proposal stays where it went. Source: domain, the lifecycle of a proposal.
 */
export const hasGoneOn = (state: ProposalState, stateBefore: ProposalState): boolean => state !== "in_vote" && state !== stateBefore;

/** The move that takes a proposal out of a running round; null for one that never left its state. */
export const wayBack = (stateBefore: ProposalState): Settlement | null =>
  stateBefore === "under_discussion" ? { move: "back-to-discussion" } : null;

/** The move that undoes an established round, or null when it changed nothing. */
export function undo(state: ProposalState, stateBefore: ProposalState): Settlement | null {
  if (state === stateBefore) return null;
  if (state === "in_vote") return wayBack(stateBefore);
  if (state === "adopted" && stateBefore === "under_discussion") return { move: "undo-adoption" };
  if (state === "rejected" && stateBefore === "under_discussion") return { move: "undo-rejection" };
  return state === "advised" && stateBefore === "in_advice" ? { move: "undo-advice" } : null;
}

/** The states that a round can leave a proposal in; from any other, a later step relies on the round. */
export const isAsLeft = (state: ProposalState, outcome: Outcome | null, stateBefore: ProposalState): boolean => {
  if (stateBefore === "in_advice") return state === "in_advice" || state === "superseded" || (state === "advised" && (outcome === "aangenomen" || outcome === "verworpen"));
  if (outcome === "aangenomen") return state === "adopted" || state === "in_vote";
  if (outcome === "verworpen") return state === "rejected" || state === "in_vote";
  return state === "in_vote" || state === "under_discussion";
};

export const NEXT_ROUNDS = ["herstemming", "besluit", "tweede_oproep"] as const;
export type NextRound = (typeof NEXT_ROUNDS)[number];

/** What a result asks for next: the same text once more after a tie, a vote after objections, a second call where the rule set has one. */
export function nextRoundAfter(outcome: Outcome | null, { kind, rule }: { readonly kind: RoundKind; readonly rule: Pick<RuleSet, "secondCall" | "castingVote"> }): NextRound | null {
  if (outcome === "quorum_niet_gehaald") return kind === "besluit" && rule.secondCall === true ? "tweede_oproep" : null;
  if (outcome === "staking") return awaitsCastingVote(outcome, rule) ? null : "herstemming";
  return outcome === "naar_stemming" ? "besluit" : null;
}

/** Whether a tie waits for the voorzitter: then the result cannot be established yet. */
export const awaitsCastingVote = (outcome: Outcome | null, rule: Pick<RuleSet, "castingVote">): boolean => outcome === "staking" && rule.castingVote === true;

/** The rule set of the round that follows: after a tie the last one, and a second call asks no quorum. */
export function ruleAfter(rule: RuleSet, next: NextRound): RuleSet {
  const { secondCall, ...others } = rule;
  if (next === "tweede_oproep") return { ...others, quorum: null };
  return { ...others, ...(secondCall && { secondCall }), secondTie: next === "herstemming" };
}

/** Whether a concept repeats a round on the same text: after a tie or objections, or as second call. Its items and kind stand fixed. */
export const isFollowUp = (round: { readonly isSecondCall: boolean; readonly rule: Pick<RuleSet, "secondTie"> }, items: readonly { readonly stateBefore: ProposalState | null }[]): boolean =>
  round.isSecondCall || round.rule.secondTie || items.some(({ stateBefore }) => stateBefore !== null);

/** Which proposals a body may put to the vote: its own in discussion, and for the Adviesraad what came for advice. */
export const mayBeVotedOn = (bodyKind: BodyKind, isOwn: boolean, state: ProposalState): boolean =>
  (isOwn && state === "under_discussion") || (bodyKind === "adviesraad" && state === "in_advice");

/** Whether a round of this kind decides something, and so makes a decision for the register. */
export const isBinding = (kind: RoundKind): boolean => kind === "besluit" || kind === "stilte";

/** The states in which a proposal can be put in order of priority: shared, and not at an end. */
export const RANKABLE = ["under_discussion", "adopted", "in_advice", "advised", "in_portfolio"] as const satisfies readonly ProposalState[];
export const mayBeRanked = (state: ProposalState): boolean => (RANKABLE as readonly ProposalState[]).includes(state);
