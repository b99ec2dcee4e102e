import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { CountedBallot } from "#app/domain/voting/count.ts";
import { countItem } from "#app/domain/voting/count.ts";
import { FORMAT, frozenParts, seatsFor, type PublishedBallot, type PublishedItem, type PublishedRound } from "#app/domain/voting/published.ts";
import { optionsOf, parseRanking } from "#app/domain/voting/ranked-choice.ts";
import type { Db } from "../client.ts";
import { sha256 } from "../hash.ts";
import { listCountingBallots, type StoredBallot } from "./voting-ballots.ts";
import { listFrozenSeats, type FrozenSeat } from "./voting-electorate.ts";
import { listItems, type RoundItem } from "./voting-items.ts";
import type { StoredRound } from "./voting-rounds.ts";

/** A round with everything that its result is made of. Never hand this to anybody before the round has closed. */
export interface CountedRound {
  readonly items: readonly RoundItem[];
  readonly seats: readonly FrozenSeat[];
  readonly ballots: readonly StoredBallot[];
  /** the document, as far as the visibility of the round allows; `chain` follows when it is established */
  readonly published: PublishedRound;
}

/** Reads and counts a round that has closed. */
export const countRound = async (db: Db, round: StoredRound): Promise<CountedRound> =>
  countLoaded(db, round, await listItems(db, round.id), await listFrozenSeats(db, round.id));

/** The same, when items and seats were read already. */
export async function countLoaded(db: Db, round: StoredRound, items: readonly RoundItem[], seats: readonly FrozenSeat[]): Promise<CountedRound> {
  const ballots = await listCountingBallots(db, round.id);
  const published: PublishedRound = {
    format: FORMAT,
    round: {
      id: round.id,
      title: round.title,
      body: round.body.slug,
      kind: round.kind,
      sequence: round.sequence,
      previous: round.previousId,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      visibility: round.visibility,
      ...(round.kind === "prioritering" && { options: optionsOf(items) }),
    },
    rule: round.rule,
    seats: seats.map((seat) => ({ ...publishedSeat(round, seat), recusedFrom: seat.recusedFrom })),
    items: round.kind === "prioritering" ? [rankedItem(round, items, seats, ballots)] : items.map((item) => publishedItem(round, item, seats, ballots.filter(({ itemId }) => itemId === item.id))),
    fingerprint: round.fingerprint ?? "",
    chain: round.link,
  };
  return { items, seats, ballots, published };
}

/** SHA-256 over the frozen seats, texts and rules of a round: anybody can compute it again from the published file. */
export const fingerprintOf = (round: Pick<StoredRound, "kind" | "rule">, seats: readonly Omit<FrozenSeat, "recusedFrom">[], items: readonly Parameters<typeof frozenParts>[2][number][]): string =>
  sha256(canonicalJson(frozenParts(round.rule, seats.map((seat) => publishedSeat(round, seat)), items)));

const publishedSeat = (round: Pick<StoredRound, "kind">, { id, name, code, weight, notified }: Omit<FrozenSeat, "recusedFrom">) => ({
  id,
  organisation: name,
  code,
  weight,
  ...(round.kind === "stilte" && { notified }),
});

/**
 * What is hashed of the texts at opening, and published: each item, or for a prioritering the list of options as one text, for there
 * the seats say one thing about all of them.
 */
export function publishedTexts(round: Pick<StoredRound, "kind">, items: readonly Pick<RoundItem, "id" | "number" | "position" | "version" | "textHash">[]): Parameters<typeof frozenParts>[2] {
  const texts = items.map(({ id, number, version, textHash }) => ({ id, proposal: number, version, textHash: textHash ?? "" }));
  const [first] = texts;
  if (round.kind !== "prioritering" || !first) return texts;
  const options = optionsOf(items);
  const textHash = sha256(canonicalJson(texts.map((text, index) => ({ option: options[index], version: text.version, textHash: text.textHash }))));
  return [{ id: first.id, proposal: null, version: null, textHash }];
}

/** A prioritering is one question about all items; its ballots hang on the first. */
function rankedItem(round: StoredRound, items: readonly RoundItem[], seats: readonly FrozenSeat[], ballots: readonly StoredBallot[]): PublishedItem {
  const [text] = publishedTexts(round, items);
  if (!text) throw new Error("a ranking without options");
  const options = optionsOf(items);
  const cast = ballots.flatMap(({ seatId, choice, castAt, receipt }) => {
    const ranking = parseRanking(choice, options);
    return ranking === null ? [] : [{ seat: seatId, ranking, castAt, receipt }];
  });
  return { ...text, title: round.title, ballots: round.visibility === "openbaar" ? cast : null, ...countItem(round.kind, round.rule, seatsFor(seats, text.id), cast, options) };
}

function publishedItem(round: StoredRound, item: RoundItem, seats: readonly FrozenSeat[], ballots: readonly StoredBallot[]): PublishedItem {
  const about = { id: item.id, proposal: item.number, title: item.title, version: item.version, textHash: item.textHash ?? "" };
  if (item.pulledAt !== null) return { ...about, ballots: null, pulledTo: item.pulledTo };
  const counted = ballots.map(({ seatId, choice }): CountedBallot => ({ seat: seatId, choice }));
  return {
    ...about,
    ballots: round.visibility === "openbaar" ? ballots.map(publishedBallot) : null,
    ...countItem(round.kind, round.rule, seatsFor(seats, item.id), counted, [], item.castingVote),
  };
}

/** Motivations are for the members: the document is for everybody. */
const publishedBallot = ({ seatId, choice, castAt, receipt }: StoredBallot): PublishedBallot => ({ seat: seatId, choice, castAt, receipt });
