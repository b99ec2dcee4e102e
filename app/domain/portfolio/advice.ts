import type { ProposalState } from "../proposals/proposal.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

/** The management questions of the Adviesraad. Source: domain, "Bodies". */
export const ADVICE_SUBJECTS = ["organisatie", "adoptie", "implementatie", "opschaling"] as const;
export type AdviceSubject = (typeof ADVICE_SUBJECTS)[number];

export const ANSWER_KINDS = ["overgenomen", "deels", "niet"] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export const ADVICE_STAGES = ["concept", "vastgesteld", "aangeboden", "beantwoord", "gestopt"] as const;
export type AdviceStage = (typeof ADVICE_STAGES)[number];

/** An advies of the Adviesraad as far as its own flow looks at it. */
export interface AdviceFacts {
  readonly state: ProposalState;
  /** whether the Taskforce answered it by itself */
  readonly isAnswered: boolean;
}

const STAGE: Record<ProposalState, AdviceStage> = {
  draft: "concept", under_discussion: "concept", in_vote: "concept", adopted: "vastgesteld", in_advice: "vastgesteld", advised: "vastgesteld",
  in_portfolio: "aangeboden", on_hold: "aangeboden", referred_back: "beantwoord", planned: "beantwoord", realised: "beantwoord", in_use: "beantwoord", declined: "beantwoord",
  rejected: "gestopt", withdrawn: "gestopt", superseded: "gestopt",
};

/**
 * Where an advies stands on its way to the Taskforce and back: concept → vastgesteld → aangeboden → beantwoord. It follows from the
 * lifecycle that every proposal has: a portfolio decision on the initiative it stands in is an answer as well.
 */
export const adviceStage = ({ state, isAnswered }: AdviceFacts): AdviceStage => (isAnswered && STAGE[state] === "aangeboden" ? "beantwoord" : STAGE[state]);

/**
 * Whether the portfolio still has to find an initiative for it: it was offered, and no answer settled it. An answered advies may still be
 * carried out by an initiative, but nothing waits for that any more. Source: domain, "Portfolio and roadmap".
 */
export const waitsForInitiative = ({ state, isAnswered }: AdviceFacts): boolean => state === "in_portfolio" && !isAnswered;

export type AnswerRefusal = "not-an-advice" | "not-offered" | "already-answered" | "in-initiative" | "answer-missing" | "motivation-missing";

/**
 * Whether the Taskforce can answer now, and whether the answer ends the advies. Only what was offered, once, and not while an
 * initiative carries it: then the portfolio decision is the answer. "Niet overgenomen" ends it; anything else leaves it free for an initiative.
 */
export function answerAdvice(
  advice: AdviceFacts & { readonly isAdvice: boolean; readonly isInInitiative: boolean },
  answer: { readonly kind: AnswerKind; readonly dictum: string; readonly motivation: string },
): Result<{ readonly declines: boolean }, AnswerRefusal> {
  if (!advice.isAdvice) return refuse("not-an-advice");
  if (advice.isAnswered) return refuse("already-answered");
  if (advice.state !== "in_portfolio") return refuse("not-offered");
  if (advice.isInInitiative) return refuse("in-initiative");
  if (answer.dictum.trim() === "") return refuse("answer-missing");
  if (answer.motivation.trim() === "") return refuse("motivation-missing");
  return accept({ declines: answer.kind === "niet" });
}
