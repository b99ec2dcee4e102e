import type { AnswerKind } from "../portfolio/advice.ts";
import type { RoundKind } from "../voting/choice.ts";
import type { ItemCount } from "../voting/count.ts";
import type { Outcome } from "../voting/tally.ts";
import type { Advice, ProposalKind, ProposalState } from "./proposal.ts";
import type { Reactions, Totals } from "./reactions.ts";

/** What the trail is made of; every list may be empty, every moment is an ISO text. */
export interface ChainFacts {
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  readonly advice: Advice | null;
  readonly needs: readonly { number: string; title: string; at: string; by: string | null }[];
  readonly versions: readonly { version: number; at: string; why: string }[];
  /** states it came into, oldest first */
  readonly steps: readonly { to: ProposalState; at: string; reason: string }[];
  readonly rounds: readonly ChainRound[];
  /** with what the Taskforce answered, where the decision is an answer to an advies */
  readonly decisions: readonly { number: string; title: string; at: string; bodyName: string; answer?: AnswerKind | null }[];
  readonly minutes: readonly { meetingId: string; title: string; at: string; anchor: string }[];
  readonly initiative: { number: string; title: string; at: string } | null;
  readonly roadmap: { number: string; title: string; at: string; start: string; end: string; status: string } | null;
  readonly successor: { number: string; title: string } | null;
  /** frozen editions of a programma van eisen in which it stands, and as which requirement */
  readonly sets?: readonly { slug: string; title: string; version: number; number: string; at: string }[];
  /** what was said about it and decided on that; absent: nothing */
  readonly reactions?: Pick<Reactions, "comments" | "amendments" | "totals">;
}

export interface ChainRound {
  readonly id: string;
  readonly sequence: number;
  readonly kind: RoundKind;
  readonly version: number;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly at: string;
  readonly closesAt: string;
  readonly isOpen: boolean;
  readonly isAnnounced: boolean;
  /** ingetrokken or ongeldig */
  readonly isEndedEarly: boolean;
  readonly seats: number;
  readonly cast: number;
  /** the outcome as this actor may see it; null while it is hidden */
  readonly outcome: Outcome | null;
  /** the stored figures, under the same condition */
  readonly count: ItemCount | null;
}

export type ChainStep =
  | { readonly what: "need"; readonly at: string; readonly number: string; readonly title: string; readonly by: string | null }
  | { readonly what: "version"; readonly at: string; readonly version: number; readonly why: string; readonly nota?: Totals }
  | { readonly what: "state"; readonly at: string; readonly state: ProposalState; readonly reason: string; readonly advice: Advice | null; readonly said?: Pick<Reactions, "comments" | "amendments"> }
  | ({ readonly what: "round" } & ChainRound)
  | { readonly what: "decision"; readonly at: string; readonly number: string; readonly title: string; readonly bodyName: string; readonly answer?: AnswerKind | null }
  | { readonly what: "minutes"; readonly at: string; readonly meetingId: string; readonly title: string; readonly anchor: string }
  | { readonly what: "set"; readonly at: string; readonly slug: string; readonly title: string; readonly version: number; readonly number: string }
  | { readonly what: "initiative"; readonly at: string; readonly number: string; readonly title: string }
  | { readonly what: "roadmap"; readonly at: string; readonly number: string; readonly title: string; readonly start: string; readonly end: string; readonly status: string }
  | { readonly what: "successor"; readonly at: string; readonly number: string; readonly title: string }
  | { readonly what: "expected"; readonly at: null; readonly step: ExpectedStep };

export type Placed = ChainStep & { readonly when: "done" | "now" | "todo" };

export const EXPECTED_STEPS = ["discussion", "resubmission", "vote", "decision", "advice", "portfolio", "roadmap", "use"] as const;
export type ExpectedStep = (typeof EXPECTED_STEPS)[number];

/** What still has to happen from each state, for an eis or wens; an advies skips the Adviesraad's advice. */
const AHEAD: Record<ProposalState, readonly ExpectedStep[]> = {
  draft: ["discussion", "vote", "decision", "advice", "portfolio", "roadmap", "use"],
  under_discussion: ["vote", "decision", "advice", "portfolio", "roadmap", "use"],
  in_vote: ["decision", "advice", "portfolio", "roadmap", "use"],
  adopted: ["advice", "portfolio", "roadmap", "use"],
  in_advice: ["advice", "portfolio", "roadmap", "use"],
  advised: ["portfolio", "roadmap", "use"],
  in_portfolio: ["portfolio", "roadmap", "use"],
  on_hold: ["portfolio", "roadmap", "use"],
  referred_back: ["resubmission", "vote", "decision", "advice", "portfolio", "roadmap", "use"],
  planned: ["roadmap", "use"],
  realised: ["use"],
  in_use: [],
  rejected: [],
  withdrawn: [],
  declined: [],
  superseded: [],
};

/** States that show as a step of their own; the others show through their round, decision or version. */
const SHOWN_STATES: readonly ProposalState[] = [
  "under_discussion",
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
];

/**
 * The whole chain of one proposal in order of time: what happened, the one step it is in now, and what is still to come.
 * Nothing is "now" once it has ended. A version made before the first sharing of the text shows as the draft.
 */
export function chainOf(facts: ChainFacts): Placed[] {
  const past = happened(facts).sort(byMoment);
  const ahead: ChainStep[] = expected(facts).map((step) => ({ what: "expected", at: null, step }));
  const last = ahead.length === 0 ? -1 : past.findLastIndex((step) => step.what !== "minutes" && step.what !== "set");
  return [
    ...past.map((step, index): Placed => ({ ...step, when: index === last ? "now" : "done" })),
    ...ahead.map((step): Placed => ({ ...step, when: "todo" })),
  ];
}

/** Which step of how many this proposal is in: "Stap 8 van 14". */
export function chainPosition(steps: readonly Placed[]): { step: number; of: number } {
  const now = steps.findIndex((step) => step.when === "now");
  return { step: now === -1 ? steps.filter((step) => step.when === "done").length : now + 1, of: steps.length };
}

function happened(facts: ChainFacts): ChainStep[] {
  const states = facts.steps.filter(({ to }, index) => SHOWN_STATES.includes(to) && !isReturnFromVote(facts, index));
  return [
    ...facts.needs.map((need): ChainStep => ({ what: "need", ...need })),
    ...facts.versions.map((version): ChainStep => ({ what: "version", ...version, ...notaBefore(facts, version.version) })),
    ...states.map(({ to, at, reason }, index): ChainStep => ({ what: "state", at, state: to, reason, advice: to === "advised" ? facts.advice : null, ...saidIn(facts, states, index) })),
    ...facts.rounds.map((round): ChainStep => ({ what: "round", ...round })),
    ...facts.decisions.map((decision): ChainStep => ({ what: "decision", ...decision })),
    ...facts.minutes.map((passage): ChainStep => ({ what: "minutes", ...passage })),
    ...(facts.sets ?? []).map((set): ChainStep => ({ what: "set", ...set })),
    ...(facts.initiative ? [{ what: "initiative", ...facts.initiative } as const] : []),
    ...(facts.roadmap ? [{ what: "roadmap", ...facts.roadmap } as const] : []),
    ...(facts.successor ? [{ what: "successor", at: facts.steps.at(-1)?.at ?? "", ...facts.successor } as const] : []),
  ];
}

/** A version shows what was decided on what people said about the one before it. */
function notaBefore({ reactions }: ChainFacts, version: number): { nota?: Totals } {
  const nota = reactions?.totals.get(version - 1);
  return nota === undefined ? {} : { nota };
}

/** The first time that it came under discussion tells how much was said. */
function saidIn({ reactions }: ChainFacts, states: readonly { to: ProposalState }[], index: number): { said?: Pick<Reactions, "comments" | "amendments"> } {
  const isFirst = states.findIndex(({ to }) => to === "under_discussion") === index;
  return isFirst && reactions !== undefined && reactions.comments + reactions.amendments > 0 ? { said: { comments: reactions.comments, amendments: reactions.amendments } } : {};
}

/** After a peiling the text lies open again: the round already says so. */
const isReturnFromVote = ({ steps }: ChainFacts, index: number): boolean =>
  steps[index]?.to === "under_discussion" && steps[index - 1]?.to === "in_vote";

function expected({ kind, state, roadmap, initiative, decisions }: ChainFacts): ExpectedStep[] {
  // An answered advies waits for nothing, unless an initiative carries it out.
  if (initiative === null && decisions.some(({ answer }) => answer != null)) return [];
  return AHEAD[state].filter((step) => !(step === "advice" && kind === "advies") && !(step === "roadmap" && roadmap !== null));
}

/** At the same moment a need comes before what it led to, and a cause before its consequence. */
const ORDER: readonly ChainStep["what"][] = ["need", "version", "round", "decision", "minutes", "state", "set", "initiative", "roadmap", "successor", "expected"];
const byMoment = (a: ChainStep, b: ChainStep): number =>
  (a.at ?? "").localeCompare(b.at ?? "") || ORDER.indexOf(a.what) - ORDER.indexOf(b.what);
