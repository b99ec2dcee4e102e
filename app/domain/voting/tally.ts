import type { Choice } from "./choice.ts";
import { needed, type CastingVote, type RuleSet } from "./rule.ts";

/** A seat as frozen at opening, for one item; recused seats are left out before counting. */
export interface CountedSeat {
  readonly id: string;
  readonly weight: number;
  /** told that the stilteronde runs; only then silence counts */
  readonly notified?: boolean;
  /** present in the meeting; only for the base `aanwezig` */
  readonly present?: boolean;
}

/** What each seat said: the last valid ballot of each, withdrawn ones left out. */
export type Votes = ReadonlyMap<string, Choice>;

export const OUTCOMES = ["aangenomen", "verworpen", "staking", "quorum_niet_gehaald", "geen_uitspraak", "naar_stemming"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Voor, tegen and onthouden are weights; quorum and turnout are seats. */
export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly seatsCast: number;
  readonly seats: number;
  readonly quorumNeeded: number;
  readonly base: number;
  /** null where there is no verdict to reach */
  readonly needed: number | null;
}

export interface Verdict {
  readonly tally: Tally;
  readonly outcome: Outcome;
  /** how a tie was decided */
  readonly castingVote?: CastingVote;
}

/**
 * Counts a `besluit`: the figures and the outcome that a page shows and that is stored come from here alone.
 * Weights are added exactly; throws when their sum cannot be held exactly. Where the rule set lets the voorzitter decide a tie, it stays one until
 * that was done. Source: voting, "Order of outcomes".
 */
export function decide(rule: RuleSet, seats: readonly CountedSeat[], votes: Votes, castingVote: CastingVote | null = null): Verdict {
  const frozen = weightOf(seats, () => true);
  const inFavour = weightOf(seats, ({ id }) => votes.get(id) === "voor");
  const against = weightOf(seats, ({ id }) => votes.get(id) === "tegen");
  const abstain = weightOf(seats, ({ id }) => votes.get(id) === "onthouden");
  const base = {
    voor_tegen: inFavour + against,
    uitgebracht: inFavour + against + abstain,
    aanwezig: weightOf(seats, ({ present }) => present === true),
    zetels: frozen,
  }[rule.majority.base];
  const threshold = atLeastOne(needed(rule.majority, base));
  const { seatsCast, quorumNeeded } = turnout(rule, seats, ({ id }) => votes.has(id));

  const outcome = ((): Outcome => {
    if (seatsCast < quorumNeeded) return "quorum_niet_gehaald";
    if (inFavour + against === 0n) return "geen_uitspraak";
    if (inFavour >= threshold) return "aangenomen";
    if (inFavour !== against || !canTie(rule)) return "verworpen";
    if (rule.castingVote === true) return castingVote === null ? "staking" : castingVote.choice === "voor" ? "aangenomen" : "verworpen";
    return rule.secondTie ? "verworpen" : "staking";
  })();
  const hasVerdict = outcome !== "quorum_niet_gehaald" && outcome !== "geen_uitspraak";
  return {
    tally: {
      for: exact(inFavour),
      against: exact(against),
      abstain: exact(abstain),
      seatsCast,
      seats: seats.length,
      quorumNeeded,
      base: exact(base),
      needed: hasVerdict ? exact(threshold) : null,
    },
    outcome,
    ...(rule.castingVote === true && castingVote !== null && inFavour === against && hasVerdict && canTie(rule) && { castingVote }),
  };
}

/** Support in a `peiling`: weight per choice and turnout; there is no verdict. */
export interface Support {
  readonly akkoord: number;
  readonly akkoord_mits: number;
  readonly niet_akkoord: number;
  readonly onthouden: number;
}

export interface Turnout {
  readonly seatsCast: number;
  readonly seats: number;
  readonly quorumNeeded: number;
}

export function poll(rule: RuleSet, seats: readonly CountedSeat[], votes: Votes): { readonly support: Support; readonly tally: Turnout } {
  const of = (choice: Choice) => exact(weightOf(seats, ({ id }) => votes.get(id) === choice));
  return {
    support: { akkoord: of("akkoord"), akkoord_mits: of("akkoord_mits"), niet_akkoord: of("niet_akkoord"), onthouden: of("onthouden") },
    tally: turnout(rule, seats, ({ id }) => votes.has(id)),
  };
}

export interface SilenceTally extends Turnout {
  readonly objections: number;
}

/**
 * A `stilte`: silence counts as no objection, for seats that were told. Enough objections send the item to a vote.
 * Source: voting, "Stilteronde".
 */
export function settleSilence(
  rule: RuleSet,
  seats: readonly CountedSeat[],
  votes: Votes,
): { readonly tally: SilenceTally; readonly outcome: Outcome } {
  const objections = seats.filter(({ id }) => votes.get(id) === "bezwaar").length;
  const tally = { objections, ...turnout(rule, seats, ({ id, notified }) => notified === true || votes.has(id)) };
  if (objections >= rule.objections) return { tally, outcome: "naar_stemming" };
  return { tally, outcome: tally.seatsCast < tally.quorumNeeded ? "quorum_niet_gehaald" : "aangenomen" };
}

/** Seats that took part, and how many the quorum asks. A missing quorum rule asks none. */
export function turnout(rule: Pick<RuleSet, "quorum">, seats: readonly CountedSeat[], tookPart: (seat: CountedSeat) => boolean): Turnout {
  return {
    seatsCast: seats.filter(tookPart).length,
    seats: seats.length,
    quorumNeeded: rule.quorum ? exact(needed(rule.quorum, BigInt(seats.length))) : 0,
  };
}

/** Whether all weights together can be counted exactly in a published file. */
export const hasExactWeights = (seats: readonly Pick<CountedSeat, "weight">[]): boolean =>
  seats.every(({ weight }) => Number.isSafeInteger(weight) && weight >= 1) &&
  seats.reduce((sum, { weight }) => sum + BigInt(weight), 0n) <= BigInt(Number.MAX_SAFE_INTEGER);

const weightOf = (seats: readonly CountedSeat[], counts: (seat: CountedSeat) => boolean): bigint =>
  seats.reduce((sum, seat) => (counts(seat) ? sum + BigInt(seat.weight) : sum), 0n);

const atLeastOne = (count: bigint): bigint => (count < 1n ? 1n : count);

const canTie = ({ majority }: RuleSet): boolean =>
  majority.num * 2 === majority.den && (majority.base === "voor_tegen" || majority.base === "uitgebracht");

function exact(count: bigint): number {
  if (count > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError("the weights are too large to count exactly");
  return Number(count);
}
