import type { ProposalState } from "../proposals/proposal.ts";
import { TRANSITIONS, type SystemMove } from "../proposals/lifecycle.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

export const INITIATIVE_STATES = ["voorgesteld", "opgenomen", "aangehouden", "terugverwezen", "afgewezen", "gerealiseerd"] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

export const APPROACHES = ["optimalisatie", "innovatie"] as const;
export type Approach = (typeof APPROACHES)[number];

export const PORTFOLIO_OUTCOMES = ["opnemen", "aanhouden", "afwijzen", "terugverwijzen"] as const;
export type PortfolioOutcome = (typeof PORTFOLIO_OUTCOMES)[number];

/** The number of an initiative: `INI-001`. */
export const initiativeNumber = (sequence: number): string => `INI-${String(sequence).padStart(3, "0")}`;

/** What an initiative is made of, as its makers fill it in. */
export interface InitiativeText {
  readonly title: string;
  readonly summary: string;
  readonly costFrom: number | null;
  readonly costTo: number | null;
}
export type InitiativeTextRefusal = "title-missing" | "summary-missing" | "cost-invalid";

/** Whether this can stand on the board. The cost is a range in whole euros, or unknown. */
export function checkText({ title, summary, costFrom, costTo }: InitiativeText): Result<true, InitiativeTextRefusal> {
  if (title.trim() === "") return refuse("title-missing");
  if (summary.trim() === "") return refuse("summary-missing");
  const isAmount = (amount: number | null): boolean => amount === null || (Number.isSafeInteger(amount) && amount >= 0 && amount <= 1_000_000_000);
  if (!isAmount(costFrom) || !isAmount(costTo) || (costFrom !== null && costTo !== null && costTo < costFrom)) return refuse("cost-invalid");
  return accept(true);
}

/** What the Taskforce decides on, as far as the rule looks at it. */
export interface Undecided {
  readonly state: InitiativeState;
  readonly proposals: readonly { readonly number: string; readonly state: ProposalState }[];
  readonly hasRoadmapItem: boolean;
}

export interface PortfolioDecision {
  readonly outcome: PortfolioOutcome;
  readonly dictum: string;
  readonly motivation: string;
  /** with aanhouden: the day on which it comes back */
  readonly until?: string | null | undefined;
  /** with terugverwijzen: what the authors answer */
  readonly question?: string | null | undefined;
  readonly figures?: { readonly for: number; readonly against: number; readonly abstain: number } | null | undefined;
}

export type PortfolioRefusal =
  | "wrong-state" | "still-held" | "no-proposals" | "proposal-not-ready" | "roadmap-missing" | "dictum-missing" | "motivation-missing" | "until-missing" | "until-past" | "question-missing" | "figures-negative";

const STATE_AFTER: Record<PortfolioOutcome, InitiativeState> = { opnemen: "opgenomen", aanhouden: "aangehouden", afwijzen: "afgewezen", terugverwijzen: "terugverwezen" };
const MOVE: Record<PortfolioOutcome, SystemMove> = { opnemen: "plan", aanhouden: "hold", afwijzen: "decline", terugverwijzen: "refer-back" };

/** What the Taskforce can decide about an initiative in this state; nothing once it is settled. */
export function outcomesFor(state: InitiativeState): readonly PortfolioOutcome[] {
  if (state === "voorgesteld") return PORTFOLIO_OUTCOMES;
  return state === "aangehouden" ? ["afwijzen"] : [];
}

const isReady = (move: SystemMove, state: ProposalState): boolean => (TRANSITIONS[move].from as readonly ProposalState[]).includes(state);

/** What follows from a decision: the state of the initiative and how every proposal in it moves. */
export interface Consequence {
  readonly state: InitiativeState;
  readonly move: SystemMove;
  /** whether its proposals may stand in another initiative from now on */
  readonly releasesProposals: boolean;
  readonly standing: "vastgesteld" | "vervallen" | null;
}

/**
 * What a decision of the Taskforce does, or why it cannot be taken. Always with a motivation; aanhouden names a day to come,
 * terugverwijzen a question, opnemen a place on the roadmap. What is on hold can only be turned down; anything else waits until it
 * is taken up again. It moves all its proposals or none.
 * Source: domain, "Portfolio and roadmap" and the lifecycle table.
 */
export function decidePortfolio(initiative: Undecided, decision: PortfolioDecision, today: string): Result<Consequence, PortfolioRefusal> {
  const { outcome, until, question, figures } = decision;
  if (initiative.state !== "voorgesteld" && initiative.state !== "aangehouden") return refuse("wrong-state");
  if (!outcomesFor(initiative.state).includes(outcome)) return refuse("still-held");
  if (initiative.proposals.length === 0) return refuse("no-proposals");
  if (initiative.proposals.some(({ state }) => !isReady(MOVE[outcome], state))) return refuse("proposal-not-ready");
  if (outcome === "opnemen" && !initiative.hasRoadmapItem) return refuse("roadmap-missing");
  if (decision.dictum.trim() === "") return refuse("dictum-missing");
  if (decision.motivation.trim() === "") return refuse("motivation-missing");
  if (outcome === "aanhouden" && !until) return refuse("until-missing");
  if (outcome === "aanhouden" && until && until <= today) return refuse("until-past");
  if (outcome === "terugverwijzen" && !question?.trim()) return refuse("question-missing");
  if (figures && [figures.for, figures.against, figures.abstain].some((count) => !Number.isSafeInteger(count) || count < 0)) return refuse("figures-negative");
  const isEnd = outcome === "afwijzen" || outcome === "terugverwijzen";
  return accept({ state: STATE_AFTER[outcome], move: MOVE[outcome], releasesProposals: isEnd, standing: outcome === "opnemen" ? "vastgesteld" : isEnd ? "vervallen" : null });
}
