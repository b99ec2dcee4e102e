import type { Actor } from "#app/domain/access/actor.ts";
import { groupBy } from "#app/domain/shared/group-by.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { PROVINCES } from "#app/domain/municipalities/provinces.ts";
import { isChoiceOf, type Choice } from "#app/domain/voting/choice.ts";
import { compareRounds, conditionsAnswered, supportOf, turnoutByProvince, turnoutBySize, type ComparedRound, type ProvinceTurnout, type SeatRow } from "#app/domain/voting/comparison.ts";
import { voicesOf, type Represented } from "#app/domain/voting/voices.ts";
import type { ItemCount } from "#app/domain/voting/count.ts";
import type { RuleSet } from "#app/domain/voting/rule.ts";
import { shortDate } from "#app/text/format.ts";
import { castNote, baseText, choiceText, countsFor, neededNote, quorumNote, roundName, strengthText } from "#app/text/voting.ts";
import { resultText } from "#app/text/voting-result.ts";
import type { BarPart } from "#app/ui/voting/choice-bar.tsx";
import type { Remark } from "#app/ui/voting/remarks.tsx";
import type { MatrixColumn } from "#app/ui/voting/round-matrix.tsx";
import type { Db } from "#db/client.ts";
import { listConditionsOfRounds } from "#db/queries/voting-ballots.ts";
import type { FrozenSeat } from "#db/queries/voting-electorate.ts";
import { listPastItems, type PastBallot, type PastItem } from "#db/queries/voting-history.ts";
import type { RoundItem } from "#db/queries/voting-items.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";
import { listVotes, type VotesOfRounds } from "#db/queries/voting-settled.ts";

/** The four figures, each with what it means. A peiling has only its turnout. */
export function figuresOf(counted: ItemCount, rule: RuleSet): { term: string; value: string; note: string }[] {
  const { tally } = counted;
  if (counted.support) return [{ term: resultText.cast, value: String(tally.seatsCast), note: castNote(tally.seats, true, false) }];
  const turnout = [
    { term: resultText.quorumNeeded, value: String(tally.quorumNeeded), note: quorumNote(rule.quorum, tally.seats) },
    { term: resultText.cast, value: String(tally.seatsCast), note: castNote(tally.seats, tally.seatsCast >= tally.quorumNeeded, rule.quorum !== null) },
  ];
  if (!("base" in tally)) return turnout;
  return [
    ...turnout,
    { term: resultText.base, value: String(tally.base), note: baseText[rule.majority.base] },
    { term: resultText.needed, value: tally.needed === null ? resultText.noNeeded : String(tally.needed), note: tally.needed === null ? resultText.noNeededNote : neededNote(rule.majority) },
  ];
}

/** The parts of the bar and the rows of its table, from the same figures. */
export function partsOf({ tally, support }: ItemCount, rule: RuleSet, frozenWeight: number): (BarPart & { counts: string })[] {
  const none = (said: number) => ({ key: "none" as const, label: resultText.notCast, value: Math.max(0, frozenWeight - said), counts: countsFor("none", rule.majority.base) });
  if (support) {
    const { akkoord, akkoord_mits, niet_akkoord, onthouden } = support;
    return [
      { key: "for", label: choiceText.akkoord, value: akkoord, counts: "" },
      { key: "condition", label: choiceText.akkoord_mits, value: akkoord_mits, counts: "" },
      { key: "against", label: choiceText.niet_akkoord, value: niet_akkoord, counts: "" },
      { key: "abstain", label: choiceText.onthouden, value: onthouden, counts: "" },
      { ...none(akkoord + akkoord_mits + niet_akkoord + onthouden), counts: "" },
    ];
  }
  if (!("for" in tally)) return [];
  return [
    { key: "for", label: choiceText.voor, value: tally.for, counts: countsFor("voor", rule.majority.base) },
    { key: "against", label: choiceText.tegen, value: tally.against, counts: countsFor("tegen", rule.majority.base) },
    { key: "abstain", label: choiceText.onthouden, value: tally.abstain, counts: countsFor("onthouden", rule.majority.base) },
    none(tally.for + tally.against + tally.abstain),
  ];
}

export interface History {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly SeatRow[];
  /** what became of the conditions of former rounds, in one sentence */
  readonly conditions: string | null;
}

/** The rounds that held an item, with who chose what in each, as far as this reader may see that by name. */
export interface NamedRounds {
  readonly past: readonly PastItem[];
  readonly votes: VotesOfRounds;
}

export async function namedRoundsOf(db: Db, actor: Actor, round: StoredRound, item: RoundItem, now: Instant): Promise<NamedRounds> {
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === round.bodyId);
  const found = item.subjectId === null ? onlyHere(round, item) : await listPastItems(db, actor, { bodyId: round.bodyId, subjectIds: [item.subjectId], until: round.closesAt }, now);
  const past = found.filter((one) => isMember || one.round.visibility === "openbaar");
  const isOwnRoundNamed = isMember || round.visibility === "openbaar";
  const itemIds = new Set([...past.map(({ itemId }) => itemId), ...(isOwnRoundNamed ? [item.id] : [])]);
  return { past, votes: await listVotes(db, past, [...itemIds]) };
}

/** A free text is of one round: there is no other to stand beside it. */
const onlyHere = ({ id, kind, sequence, state, closesAt, visibility }: StoredRound, item: RoundItem): PastItem[] =>
  kind === "prioritering" ? [] : [{ itemId: item.id, subjectId: item.id, version: item.version, statement: item.statement, outcome: item.outcome, count: item.count, round: { id, kind, sequence, state, closesAt, visibility } }];

/** The matrix seat × round of one item; null when nothing is known by name. */
export function historyOf({ past, votes }: NamedRounds): History | null {
  if (past.length === 0) return null;
  const { compared, rows } = comparedOf(past, votes);
  const [answered, last] = [conditionsAnswered(rows), past.at(-1)];
  return {
    columns: past.map((one, index) => {
      const { support, seats: of } = supportOf(compared[index] ?? { seats: [], choices: new Map() });
      const { kind, sequence, closesAt } = one.round;
      return { id: one.itemId, name: roundName(kind, sequence), note: resultText.version(one.version, shortDate(closesAt)), support: resultText.supportOf(kind, support, of) };
    }),
    ...{ rows, conditions: answered && last ? resultText.conditionsAnswered(last.round.kind, answered.raised, answered.behind) : null },
  };
}

/** Votes that are kept are compared once. */
const comparisons = new WeakMap<VotesOfRounds, { readonly compared: readonly ComparedRound[]; readonly rows: readonly SeatRow[] }>();

function comparedOf(past: readonly PastItem[], votes: VotesOfRounds) {
  const known = comparisons.get(votes);
  if (known) return known;
  const [seatsOf, ballotsOf] = [groupBy(votes.seats, ({ roundId }) => roundId), groupBy(votes.ballots, ({ itemId }) => itemId)];
  const rounds = past.map((one): ComparedRound => ({ seats: seatsOf.get(one.round.id) ?? [], choices: choicesOf(one.round.kind, ballotsOf.get(one.itemId) ?? []) }));
  const found = { compared: rounds, rows: compareRounds(rounds) };
  comparisons.set(votes, found);
  return found;
}

function choicesOf(kind: StoredRound["kind"], ballots: readonly PastBallot[]): Map<string, Choice> {
  return new Map(ballots.flatMap(({ seatId, choice }): [string, Choice][] => (isChoiceOf(kind, choice) ? [[seatId, choice]] : [])));
}

/** Whom this item missed, by province and by size: gemeenten one by one, also those that a samenwerkingsverband spoke for. */
export function missingOf(seats: readonly FrozenSeat[], item: RoundItem, { votes: { ballots } }: NamedRounds, represented: ReadonlyMap<string, readonly Represented[]>): { province: ProvinceTurnout[]; size: ReturnType<typeof turnoutBySize> } {
  const cast = new Set(ballots.flatMap(({ itemId, seatId }) => (itemId === item.id ? [seatId] : [])));
  const voices = voicesOf(seats.filter(({ recusedFrom }) => !recusedFrom.includes(item.id)), represented);
  return { province: turnoutByProvince(PROVINCES, voices, cast), size: turnoutBySize(voices, cast) };
}

/** What seats wrote beside their choice, for the members of the body. */
export async function remarksOf(db: Db, round: StoredRound, item: RoundItem, seats: readonly FrozenSeat[], { votes: { ballots } }: NamedRounds): Promise<Remark[]> {
  const nameOf = new Map(seats.map(({ id, name }) => [id, name]));
  const conditionOf = new Map((await listConditionsOfRounds(db, [round.id])).map((condition) => [condition.ballotId, condition]));
  return ballots.flatMap((ballot): Remark[] => {
    if (ballot.itemId !== item.id) return [];
    const seat = nameOf.get(ballot.seatId) ?? "";
    const choice = isChoiceOf(round.kind, ballot.choice) ? choiceText[ballot.choice] : "";
    const condition = conditionOf.get(ballot.id);
    return [
      ...(condition ? [{ seat, text: condition.statement, choice, strength: strengthText[condition.strength] }] : []),
      ...(ballot.motivation === "" ? [] : [{ seat, text: ballot.motivation, choice, strength: null }]),
    ];
  });
}
