import type { Actor, Membership } from "#app/domain/access/actor.ts";
import { diffWords } from "#app/domain/proposals/diff.ts";
import { standsIn } from "#app/domain/proposals/discussion.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { isSeenWith } from "#app/domain/voting/ballot.ts";
import { CHOICES_OF, isChoiceOf, WITHDRAWN } from "#app/domain/voting/choice.ts";
import { href, paths } from "#app/paths.ts";
import { dateTime, time } from "#app/text/format.ts";
import { choiceText, roundName } from "#app/text/voting.ts";
import { ballotText } from "#app/text/voting-ballot.ts";
import type { BallotCardItem } from "#app/ui/voting/ballot-card.tsx";
import type { ItemVoice } from "#app/ui/voting/item-voices.tsx";
import type { Db } from "#db/client.ts";
import { listConditionsOfRounds, listLatestOfSeat, type RoundCondition, type StoredBallot } from "#db/queries/voting-ballots.ts";
import { listRecusedItems } from "#db/queries/voting-electorate.ts";
import { listBallotsOnItems, listPastItems, listSeatsOfRounds, type PastBallot, type PastItem } from "#db/queries/voting-history.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";
import type { BallotSeat } from "./ballot-seats.ts";

export const ITEMS_PER_PAGE = 20;

/** The seats for which somebody may cast in a body; the one asked for first. */
export function votingSeatsOf(actor: Actor, bodyId: string, wanted: string | null): Membership[] {
  const seats = actor.memberships.filter(
    (membership, index, all) => membership.bodyId === bodyId && membership.isVoting && membership.role !== "secretary" && membership.role !== "observer" && all.findIndex(({ seatId }) => seatId === membership.seatId) === index,
  );
  return [...seats.filter(({ seatId }) => seatId === wanted), ...seats.filter(({ seatId }) => seatId !== wanted)];
}

/** Everything the stembiljet of one seat is made of. */
export interface BallotFacts {
  readonly round: StoredRound;
  readonly items: readonly RoundItem[];
  readonly latest: ReadonlyMap<string, StoredBallot>;
  readonly conditions: readonly RoundCondition[];
  readonly recused: readonly string[];
  /** the items on which the seat itself voted, for who looks with a volmacht: that it did is all there is to see */
  readonly held: ReadonlySet<string>;
  /** names of the seats that voted with a volmacht */
  readonly proxyNames: ReadonlyMap<string, string>;
  readonly before: ReadonlyMap<string, { readonly item: PastItem; readonly ballot: PastBallot | undefined }>;
}

export async function loadBallotFacts(db: Db, actor: Actor, round: StoredRound, seat: Pick<BallotSeat, "seatId" | "throughSeatId">, now: Instant): Promise<BallotFacts> {
  const { seatId } = seat;
  const own = await loadOwnBallots(db, round, seat);
  const subjectIds = own.items.flatMap(({ subjectId }) => subjectId ?? []);
  const past = (await listPastItems(db, actor, { bodyId: round.bodyId, subjectIds, until: now }, now)).filter((item) => item.round.id !== round.id);
  const lastOf = new Map(past.map((item) => [item.subjectId, item]));
  const pastBallots = await listBallotsOnItems(db, [...lastOf.values()].map(({ itemId }) => itemId), seatId);
  const earlier = await listConditionsOfRounds(db, [...new Set([...lastOf.values()].map((item) => item.round.id))], seatId);
  const isByProxy = [...own.latest.values()].some(({ proxySeatId }) => proxySeatId !== null);
  const voting = isByProxy ? await listSeatsOfRounds(db, [round.id]) : [];
  return {
    ...own,
    proxyNames: new Map(voting.map((seat) => [seat.seatId, seat.name])),
    conditions: [...own.conditions, ...earlier],
    before: new Map([...lastOf].map(([subjectId, item]) => [subjectId, { item, ballot: pastBallots.find(({ itemId }) => itemId === item.itemId) }])),
  };
}

/** The same without what was said in earlier rounds: all that saving the form needs. */
export async function loadOwnBallots(db: Db, round: StoredRound, { seatId, throughSeatId }: Pick<BallotSeat, "seatId" | "throughSeatId">): Promise<BallotFacts> {
  const items = await listItems(db, round.id);
  const cast = await listLatestOfSeat(db, round.id, seatId);
  const held = new Set(cast.filter((ballot) => isCounting(ballot) && !isSeenWith(throughSeatId, ballot)).map(({ itemId }) => itemId));
  const latest = new Map(cast.map((ballot) => [ballot.itemId, held.has(ballot.itemId) ? { ...ballot, ...UNSEEN } : ballot]));
  const hasConditions = [...latest.values()].some(({ choice }) => choice === "akkoord_mits");
  return {
    ...{ round, items, latest, held },
    conditions: hasConditions ? await listConditionsOfRounds(db, [round.id], seatId) : [],
    // What was pulled out takes no choice either.
    recused: [...(await listRecusedItems(db, round.id, seatId)), ...items.flatMap(({ id, pulledAt }) => (pulledAt === null ? [] : [id]))],
    proxyNames: new Map(),
    before: new Map(),
  };
}

/** What is left of a vote that is not for these eyes. */
const UNSEEN = { id: "", choice: "", motivation: "", receivedNote: null, receipt: "" } as const;

/** How many items have a choice that counts, leaving out those on which the seat does not take part. */
export const filledIn = ({ items, latest, recused }: BallotFacts): { readonly done: number; readonly of: number } => {
  const mine = items.filter(({ id }) => !recused.includes(id));
  return { done: mine.filter(({ id }) => isCounting(latest.get(id))).length, of: mine.length };
};

/** The choice of this seat now, as the form would send it. */
export function currentValue({ latest, conditions }: BallotFacts, itemId: string): BallotCardItem["value"] {
  const ballot = latest.get(itemId);
  const condition = conditions.find(({ ballotId }) => ballotId === ballot?.id);
  return {
    choice: isCounting(ballot) ? ballot.choice : "",
    motivation: isCounting(ballot) ? ballot.motivation : "",
    condition: isCounting(ballot) ? (condition?.statement ?? "") : "",
    strength: condition?.strength ?? "must",
    quote: condition?.quote ?? "",
  };
}

/** The cards of one page of the form. What was typed goes before what was stored, so that nothing is lost on a refusal. */
export function cardsOf(facts: BallotFacts, page: number, newId: () => string, voices: ReadonlyMap<string, readonly ItemVoice[]>): Omit<BallotCardItem, "problem">[] {
  const { round, items } = facts;
  return items.slice((page - 1) * ITEMS_PER_PAGE, page * ITEMS_PER_PAGE).map((item) => {
    const ballot = facts.latest.get(item.id);
    const before = item.subjectId === null ? undefined : facts.before.get(item.subjectId);
    const isSame = before?.item.statement === item.statement;
    return {
      ...{ id: item.id, position: item.position, of: items.length, number: item.number, version: item.version, title: item.title, statement: item.statement },
      href: item.subjectKind === "proposal" && item.number ? href(paths.proposal, { number: item.number }) : null,
      ...{ hash: item.textHash ?? "", nonce: newId(), isRecused: facts.recused.includes(item.id), isPulled: item.pulledAt !== null, isHeld: facts.held.has(item.id) },
      savedAt: isCounting(ballot) && !facts.held.has(item.id) ? time(ballot.castAt) : null,
      savedBy: isCounting(ballot) && !facts.held.has(item.id) ? savedBy(ballot, facts) : null,
      previous: before ? previousOf(facts, before) : null,
      diff: before && !isSame ? diffWords(before.item.statement, item.statement) : null,
      choices: CHOICES_OF[round.kind],
      motivated: round.rule.motivation.filter((choice) => isChoiceOf(round.kind, choice)),
      voices: voices.get(item.id) ?? [],
      value: currentValue(facts, item.id),
    };
  });
}

/** Who saved it, when that was nobody of the seat itself. */
function savedBy({ proxySeatId, receivedNote }: StoredBallot, { proxyNames, round }: BallotFacts): string | null {
  if (receivedNote !== null) return ballotText.savedBy.secretary(receivedNote, dateTime(round.closesAt));
  return proxySeatId === null ? null : ballotText.savedBy.proxy(proxyNames.get(proxySeatId) ?? "");
}

/** What confirming the choice of the last round again would send, or null when that choice does not exist in this round. */
export function againOf({ round, before, conditions, items }: BallotFacts, itemId: string): BallotCardItem["value"] | null {
  const { subjectId, statement } = items.find(({ id }) => id === itemId) ?? {};
  const past = subjectId == null ? undefined : before.get(subjectId);
  if (!past?.ballot || !isChoiceOf(round.kind, past.ballot.choice)) return null;
  const condition = conditions.find(({ ballotId }) => ballotId === past.ballot?.id);
  // The words of the former text may be gone from this one.
  const quote = condition?.quote && standsIn(condition.quote, statement ?? "") ? condition.quote : "";
  return { choice: past.ballot.choice, motivation: past.ballot.motivation, condition: condition?.statement ?? "", strength: condition?.strength ?? "must", quote };
}

/** The first item that still waits for a choice, once the seat has begun. */
export function nextOpen({ items, latest, recused }: BallotFacts): { readonly position: number; readonly page: number } | null {
  const index = items.findIndex(({ id }) => !recused.includes(id) && !isCounting(latest.get(id)));
  const item = items[index];
  return item && index > 0 ? { position: item.position, page: Math.floor(index / ITEMS_PER_PAGE) + 1 } : null;
}

/** The cards with a heading where another component begins; none when all stand under the same, or under none. */
export function withComponents<Card extends { readonly id: string }>(cards: readonly Card[], componentOf: ReadonlyMap<string, string>): (Card & { readonly heading: string | null })[] {
  const names = cards.map(({ id }) => componentOf.get(id) ?? ballotText.noComponent);
  const isGrouped = new Set(names).size > 1;
  return cards.map((card, index) => ({ ...card, heading: isGrouped && names[index] !== names[index - 1] ? (names[index] ?? null) : null }));
}

function previousOf(facts: BallotFacts, { item, ballot }: { item: PastItem; ballot: PastBallot | undefined }): BallotCardItem["previous"] {
  const { conditions } = facts;
  const { kind, sequence } = item.round;
  const choice = ballot && isChoiceOf(kind, ballot.choice) ? choiceText[ballot.choice].toLowerCase() : null;
  const condition = ballot?.choice === "akkoord_mits" ? conditions.findLast(({ itemId }) => itemId === item.itemId) : undefined;
  return { again: againOf(facts, facts.items.find(({ subjectId }) => subjectId === item.subjectId)?.id ?? "") === null ? null : choice, round: roundName(kind, sequence).toLowerCase(), choice, condition: condition?.statement ?? null };
}

const isCounting = (ballot: StoredBallot | undefined): ballot is StoredBallot => ballot !== undefined && ballot.choice !== WITHDRAWN;
