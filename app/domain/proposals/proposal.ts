import type { FieldProblem } from "../shared/field-problem.ts";
import type { Day } from "../shared/instant.ts";

export const PROPOSAL_KINDS = ["eis", "wens", "advies"] as const;
/** eis: mandatory in a tender · wens: scored, with a weight · advies: on a management question */
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const MOSCOW = ["must", "should", "could", "wont"] as const;
export type Moscow = (typeof MOSCOW)[number];

export const PROPOSAL_STATES = [
  "draft",
  "under_discussion",
  "in_vote",
  "adopted",
  "in_advice",
  "advised",
  "in_portfolio",
  "on_hold",
  "referred_back",
  "planned",
  "realised",
  "in_use",
  "rejected",
  "withdrawn",
  "declined",
  "superseded",
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Readable for ever, and nothing more happens to them. */
export const END_STATES = ["in_use", "rejected", "withdrawn", "declined", "superseded"] as const satisfies readonly ProposalState[];

export const ADVICES = ["positive", "positive_with_points", "negative"] as const;
/** What an advisory body said; it travels along and has no veto. */
export type Advice = (typeof ADVICES)[number];

export const LINK_KINDS = ["derived_from", "conflicts_with", "replaces", "related_to"] as const;
/** afgeleid van, conflicteert met, vervangt, hangt samen met */
export type LinkKind = (typeof LINK_KINDS)[number];

export const TEXT_FIELDS = ["title", "statement", "rationale", "acceptance", "source"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What one version of a proposal says. A version never changes after it was saved. */
export interface ProposalText {
  readonly title: string;
  readonly statement: string;
  readonly rationale: string;
  /** toetsing: how a supplier proves it */
  readonly acceptance: string;
  readonly source: string;
  readonly moscow: Moscow;
  /** only for a wens */
  readonly weight: number | null;
}

export const LIMITS = { title: 150, text: 20_000, source: 500, reason: 500, comment: 5_000, weight: 100 } as const;

export type TextProblems = { readonly [Field in keyof ProposalText]?: FieldProblem };

/** Per field what is wrong with a text of this kind; an empty object when nothing is. */
export function textProblems(kind: ProposalKind, text: ProposalText): TextProblems {
  return Object.fromEntries(
    [
      ["title", lengthProblem(text.title, LIMITS.title, true)],
      ["statement", lengthProblem(text.statement, LIMITS.text, true)],
      ["rationale", lengthProblem(text.rationale, LIMITS.text, false)],
      ["acceptance", lengthProblem(text.acceptance, LIMITS.text, false)],
      ["source", lengthProblem(text.source, LIMITS.source, false)],
      ["weight", weightProblem(kind, text.weight)],
    ].filter(([, problem]) => problem !== null),
  ) as TextProblems;
}

function lengthProblem(text: string, max: number, isRequired: boolean): FieldProblem | null {
  if (isRequired && text.trim() === "") return "required";
  return text.length > max ? "too-long" : null;
}

/** Only a wens is scored; its weight is a whole number from 1 to 100. */
function weightProblem(kind: ProposalKind, weight: number | null): FieldProblem | null {
  if (kind !== "wens") return null;
  if (weight === null) return "required";
  return Number.isInteger(weight) && weight >= 1 && weight <= LIMITS.weight ? null : "not-a-number";
}

export const isEnded = (state: ProposalState): boolean => (END_STATES as readonly ProposalState[]).includes(state);

/** The text may change only before the vote and after it came back. Source: domain, Proposals. */
export const isTextOpen = (state: ProposalState): boolean => state === "draft" || state === "under_discussion";

/**
 * On hold until a date is a predicate on the clock: from that day it stands in the portfolio again,
 * without anybody doing anything.
 */
export const stateAt = (state: ProposalState, heldUntil: Day | null, today: Day): ProposalState =>
  state === "on_hold" && heldUntil !== null && heldUntil <= today ? "in_portfolio" : state;
