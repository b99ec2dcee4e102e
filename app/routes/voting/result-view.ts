import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { isChoiceOf, type Choice } from "#app/domain/voting/choice.ts";
import { compareRounds, supportOf, turnoutByProvince, type ComparedRound, type ProvinceTurnout, type SeatRow } from "#app/domain/voting/comparison.ts";
import type { ItemCount } from "#app/domain/voting/count.ts";
import type { RuleSet } from "#app/domain/voting/rule.ts";
import { shortDate } from "#app/text/format.ts";
import { castNote, baseText, choiceText, countsFor, neededNote, quorumNote, roundName, strengthText } from "#app/text/voting.ts";
import { resultText } from "#app/text/voting-pages.ts";
import type { BarPart } from "#app/ui/voting/choice-bar.tsx";
import type { MatrixColumn } from "#app/ui/voting/round-matrix.tsx";
import type { Db } from "#db/client.ts";
import { listConditionsOfRounds, listCountingBallots } from "#db/queries/voting-ballots.ts";
import { listFrozenSeats, type FrozenSeat } from "#db/queries/voting-electorate.ts";
import { listBallotsOnItems, listPastItems, listProvinces, listSeatsOfRounds, type PastBallot } from "#db/queries/voting-history.ts";
import type { RoundItem } from "#db/queries/voting-items.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";

/** The four figures, each with what it means. Empty where a round has no verdict to reach. */
export function figuresOf(counted: ItemCount, rule: RuleSet): { term: string; value: string; note: string }[] {
  const { tally } = counted;
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
}

/** The matrix seat × round of one item; null when this reader may not see who chose what, or nothing was chosen by name. */
export async function historyOf(db: Db, actor: Actor, round: StoredRound, item: RoundItem, now: Instant): Promise<History | null> {
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === round.bodyId);
  const past = item.subjectId === null ? [] : await listPastItems(db, actor, { bodyId: round.bodyId, subjectIds: [item.subjectId], until: round.closesAt }, now);
  const shown = past.filter((one) => isMember || one.round.visibility === "openbaar");
  if (!shown.some(({ itemId }) => itemId === item.id)) return null;
  const ballots = await listBallotsOnItems(db, shown.map(({ itemId }) => itemId));
  const seats = await listSeatsOfRounds(db, shown.map((one) => one.round.id));
  const compared = shown.map((one): ComparedRound => ({ seats: seats.filter(({ roundId }) => roundId === one.round.id), choices: choicesOf(one.round.kind, ballots.filter(({ itemId }) => itemId === one.itemId)) }));
  return {
    columns: shown.map((one, index) => {
      const { support, seats: of } = supportOf(compared[index] ?? { seats: [], choices: new Map() });
      const { kind, sequence, closesAt } = one.round;
      return { id: one.itemId, name: roundName(kind, sequence), note: resultText.version(one.version, shortDate(closesAt)), support: resultText.supportOf(kind, support, of) };
    }),
    rows: compareRounds(compared),
  };
}

function choicesOf(kind: StoredRound["kind"], ballots: readonly PastBallot[]): Map<string, Choice> {
  return new Map(ballots.flatMap(({ seatId, choice }): [string, Choice][] => (isChoiceOf(kind, choice) ? [[seatId, choice]] : [])));
}

/** Whom this item missed, by province. */
export async function missingOf(db: Db, seats: readonly FrozenSeat[], item: RoundItem, cast: ReadonlySet<string>): Promise<ProvinceTurnout[]> {
  return turnoutByProvince(await listProvinces(db), seats.filter(({ recusedFrom }) => !recusedFrom.includes(item.id)), cast);
}

/** What seats wrote beside their choice, for the members of the body. */
export async function remarksOf(db: Db, round: StoredRound, item: RoundItem): Promise<{ seat: string; text: string; choice: string; strength: string | null }[]> {
  const seats = new Map((await listFrozenSeats(db, round.id)).map(({ id, name }) => [id, name]));
  const conditions = await listConditionsOfRounds(db, [round.id]);
  const ballots = (await listCountingBallots(db, round.id)).filter(({ itemId }) => itemId === item.id);
  return ballots.flatMap((ballot) => {
    const name = seats.get(ballot.seatId) ?? "";
    const choice = isChoiceOf(round.kind, ballot.choice) ? choiceText[ballot.choice] : "";
    const condition = conditions.find(({ ballotId }) => ballotId === ballot.id);
    return [
      ...(condition ? [{ seat: name, text: condition.statement, choice, strength: strengthText[condition.strength] }] : []),
      ...(ballot.motivation === "" ? [] : [{ seat: name, text: ballot.motivation, choice, strength: null }]),
    ];
  });
}
