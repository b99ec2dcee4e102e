import type { Actor } from "../access/actor.ts";
import { may, type Act } from "../access/policy.ts";
import { accept, refuse, type Result } from "../shared/result.ts";
import type { Advice, ProposalKind, ProposalState } from "./proposal.ts";

/** Where a proposal stands, with what the guards look at. */
export interface Standing {
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  readonly bodyId: string;
  readonly authorIds: readonly string[];
}

/** What comes with a move: an advice, a date, the author who asked. Only the guards read it. */
export interface MoveDetails {
  readonly advice?: Advice | undefined;
  readonly heldUntil?: string | undefined;
  readonly reason?: string | undefined;
  /** the author at whose request a secretaris withdraws */
  readonly askedBy?: string | undefined;
}

export type MoveRefusal = "not-allowed" | "wrong-state" | "wrong-kind" | "reason-missing" | "author-missing" | "advice-missing" | "date-missing";

type Guard = (standing: Standing, details: MoveDetails) => MoveRefusal | null;

interface Transition {
  readonly from: readonly ProposalState[];
  readonly to: ProposalState;
  /** a word of the policy when a person does it; otherwise what does it, with its own rights */
  readonly by: Act | Mover;
  readonly guard?: Guard;
}

/** What may move a proposal besides a person: its rights were checked by the command that runs it. */
export const MOVERS = ["round", "portfolio", "roadmap", "adoption"] as const;
export type Mover = (typeof MOVERS)[number];

const withReason: Guard = (_, { reason }) => (reason?.trim() ? null : "reason-missing");
const notAnAdvice: Guard = ({ kind }) => (kind === "advies" ? "wrong-kind" : null);
const onlyAnAdvice: Guard = ({ kind }) => (kind === "advies" ? null : "wrong-kind");
const atAuthorsRequest: Guard = ({ authorIds }, { askedBy }) =>
  askedBy !== undefined && authorIds.includes(askedBy) ? null : "author-missing";
const all =
  (...guards: Guard[]): Guard =>
  (standing, details) =>
    guards.map((guard) => guard(standing, details)).find((refusal) => refusal !== null) ?? null;

/**
 * Every way from one state to another; there is no other. Source: domain, the table under Proposals.
 * Opening a round of the Adviesraad moves nothing: the proposal stays `in_advice` until that round is established.
 */
export const TRANSITIONS = {
  discuss: { from: ["draft"], to: "under_discussion", by: "proposal.discuss" },
  withdraw: { from: ["draft", "referred_back"], to: "withdrawn", by: "proposal.withdraw", guard: withReason },
  "withdraw-for-author": {
    from: ["under_discussion"],
    to: "withdrawn",
    by: "proposal.withdraw-for-author",
    guard: all(withReason, atAuthorsRequest),
  },
  resubmit: { from: ["referred_back"], to: "under_discussion", by: "proposal.resubmit" },
  refer: { from: ["adopted"], to: "in_advice", by: "proposal.refer", guard: notAnAdvice },
  "advice-to-portfolio": { from: ["adopted"], to: "in_portfolio", by: "proposal.to-portfolio", guard: onlyAnAdvice },
  "to-portfolio": { from: ["advised"], to: "in_portfolio", by: "proposal.to-portfolio" },

  "open-vote": { from: ["under_discussion"], to: "in_vote", by: "round" },
  "back-to-discussion": { from: ["in_vote"], to: "under_discussion", by: "round" },
  adopt: { from: ["in_vote"], to: "adopted", by: "round" },
  reject: { from: ["in_vote"], to: "rejected", by: "round" },
  advise: { from: ["in_advice"], to: "advised", by: "round", guard: (_, { advice }) => (advice ? null : "advice-missing") },
  "refer-back-by-advice": { from: ["in_advice"], to: "referred_back", by: "round", guard: withReason },
  supersede: { from: ["adopted", "in_advice", "advised", "in_portfolio", "on_hold", "planned", "realised", "in_use"], to: "superseded", by: "adoption" },
  /** `ongeldig` reverses an established round; the voting command refuses it once a later step relies on it. */
  "undo-adoption": { from: ["adopted"], to: "under_discussion", by: "round", guard: withReason },
  "undo-rejection": { from: ["rejected"], to: "under_discussion", by: "round", guard: withReason },
  "undo-advice": { from: ["advised"], to: "in_advice", by: "round", guard: withReason },

  plan: { from: ["in_portfolio"], to: "planned", by: "portfolio", guard: withReason },
  hold: {
    from: ["in_portfolio"],
    to: "on_hold",
    by: "portfolio",
    guard: all(withReason, (_, { heldUntil }) => (heldUntil ? null : "date-missing")),
  },
  decline: { from: ["in_portfolio", "on_hold"], to: "declined", by: "portfolio", guard: withReason },
  "refer-back": { from: ["in_portfolio"], to: "referred_back", by: "portfolio", guard: withReason },
  resume: { from: ["on_hold"], to: "in_portfolio", by: "portfolio" },

  realise: { from: ["planned"], to: "realised", by: "roadmap" },
  "put-in-use": { from: ["realised"], to: "in_use", by: "roadmap" },
} as const satisfies Record<string, Transition>;

export type Move = keyof typeof TRANSITIONS;
export const MOVES = Object.keys(TRANSITIONS) as Move[];

/** The moves that a person makes from the proposal's own page. */
export type PersonalMove = { [M in Move]: (typeof TRANSITIONS)[M]["by"] extends Act ? M : never }[Move];
export type SystemMove = Exclude<Move, PersonalMove>;

const transitionOf = (move: Move): Transition => TRANSITIONS[move];
const isMover = (by: Act | Mover): by is Mover => (MOVERS as readonly string[]).includes(by);

/** The state after a person's move. Standing comes first, so an outsider learns nothing of the state. */
export function transition(standing: Standing, move: Move, actor: Actor, details: MoveDetails = {}): Result<ProposalState, MoveRefusal> {
  const { by } = transitionOf(move);
  if (isMover(by) || !may(actor, by, standing)) return refuse("not-allowed");
  return destination(standing, move, details);
}

/** The state after a move by an established round, a portfolio decision, the roadmap or an adoption. */
export function systemTransition(standing: Standing, move: SystemMove, details: MoveDetails = {}): Result<ProposalState, MoveRefusal> {
  return destination(standing, move, details);
}

/** Whether this actor could make this move now, apart from what the form still asks. For showing a button. */
export function canMove(standing: Standing, move: PersonalMove, actor: Actor): boolean {
  const filledIn: MoveDetails = { reason: "-", askedBy: standing.authorIds[0], advice: "positive", heldUntil: "-" };
  return transition(standing, move, actor, filledIn).ok;
}

function destination(standing: Standing, move: Move, details: MoveDetails): Result<ProposalState, MoveRefusal> {
  const { from, to, guard } = transitionOf(move);
  if (!from.includes(standing.state)) return refuse("wrong-state");
  const refusal = guard?.(standing, details) ?? null;
  return refusal === null ? accept(to) : refuse(refusal);
}
