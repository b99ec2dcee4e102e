import { CHOICES_OF, type Choice, type RoundKind } from "./choice.ts";
import { rank, type RankingResult } from "./ranking.ts";
import type { CastingVote, RuleSet } from "./rule.ts";
import { decide, poll, settleSilence, turnout, type CountedSeat, type Outcome, type SilenceTally, type Support, type Tally, type Turnout } from "./tally.ts";

/** A counting ballot: a choice, or a ranking in a `prioritering`. */
export interface CountedBallot {
  readonly seat: string;
  readonly choice?: string;
  readonly ranking?: readonly (readonly string[])[];
}

/** Everything that counting one item gives; which parts there are depends on the kind of round. */
export interface ItemCount {
  readonly tally: Tally | SilenceTally | Turnout;
  readonly outcome?: Outcome;
  readonly support?: Support;
  readonly result?: RankingResult;
  /** how the voorzitter decided a tie */
  readonly castingVote?: CastingVote;
}

/** The count in what holds more than that, such as a published item; null for what was not counted. */
export const countOf = ({ tally, outcome, support, result, castingVote }: Partial<ItemCount>): ItemCount | null =>
  tally ? { tally, ...(outcome && { outcome }), ...(support && { support }), ...(result && { result }), ...(castingVote && { castingVote }) } : null;

/** Counts one item of a round of any kind: the stored result, the page, the download and `ggi tally` all come through here. */
export function countItem(
  kind: RoundKind,
  rule: RuleSet,
  seats: readonly CountedSeat[],
  ballots: readonly CountedBallot[],
  options: readonly string[] = [],
  castingVote: CastingVote | null = null,
): ItemCount {
  if (kind === "prioritering") return countRanking(rule, seats, ballots, options);
  const votes = votesOf(kind, ballots);
  if (kind === "peiling") return poll(rule, seats, votes);
  return kind === "stilte" ? settleSilence(rule, seats, votes) : decide(rule, seats, votes, castingVote);
}

function countRanking(rule: RuleSet, seats: readonly CountedSeat[], ballots: readonly CountedBallot[], options: readonly string[]): ItemCount {
  const weightOf = new Map(seats.map(({ id, weight }) => [id, weight]));
  const cast = new Set(ballots.map(({ seat }) => seat));
  const ranked = ballots.flatMap(({ seat, ranking }) => {
    const weight = weightOf.get(seat);
    return weight === undefined || !ranking ? [] : [{ weight, ranking }];
  });
  return { tally: turnout(rule, seats, ({ id }) => cast.has(id)), result: rank(options, ranked) };
}

function votesOf(kind: RoundKind, ballots: readonly CountedBallot[]): Map<string, Choice> {
  const known: readonly Choice[] = CHOICES_OF[kind];
  return new Map(
    ballots.flatMap(({ seat, choice }): [string, Choice][] => {
      const said = known.find((candidate) => candidate === choice);
      return said ? [[seat, said]] : [];
    }),
  );
}
