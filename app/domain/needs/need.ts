import { accept, refuse, type Result } from "../shared/result.ts";

export const NEED_STATES = ["submitted", "accepted", "joined", "declined"] as const;
/** ingediend, aanvaard, samengevoegd, afgewezen */
export type NeedState = (typeof NEED_STATES)[number];

export const ANSWERS = ["accept", "join", "decline"] as const;
export type Answer = (typeof ANSWERS)[number];

export const NEED_LIMITS = { title: 150, statement: 5_000, answer: 5_000 } as const;

export type AnswerRefusal = "already-answered" | "answer-missing" | "target-missing" | "target-self";

interface Answering {
  readonly answer: Answer;
  readonly text: string;
  /** the need it is joined to; only for `join` */
  readonly target: { readonly id: string; readonly state: NeedState } | null;
}

/**
 * What an answer makes of a submitted need. Every answer carries a text for the gemeente that asked; joining names an accepted need.
 * Source: domain, "Components".
 */
export function answerTo(need: { readonly id: string; readonly state: NeedState }, { answer, text, target }: Answering): Result<NeedState, AnswerRefusal> {
  if (need.state !== "submitted") return refuse("already-answered");
  if (text.trim() === "") return refuse("answer-missing");
  if (answer === "accept") return accept("accepted");
  if (answer === "decline") return accept("declined");
  if (target === null || target.state !== "accepted") return refuse("target-missing");
  return target.id === need.id ? refuse("target-self") : accept("joined");
}
