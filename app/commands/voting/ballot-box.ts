import type { CommandContext } from "#app/commands/context.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { optionsOf } from "#app/domain/voting/ranked-choice.ts";
import type { Trx } from "#db/client.ts";
import { listLatestOfSeat, type StoredBallot } from "#db/queries/voting-ballots.ts";
import { isSeatInRound, listRecusedItems } from "#db/queries/voting-electorate.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";
import type { Mandate } from "./mandate.ts";

/** What casting for a seat starts from, read after the round was held. */
export interface BallotBox extends Mandate {
  readonly round: StoredRound;
  readonly seatId: string;
  readonly now: Instant;
  readonly isSeatInRound: boolean;
  readonly recused: readonly string[];
  readonly items: ReadonlyMap<string, RoundItem>;
  readonly latest: Map<string, StoredBallot>;
}

/** The clock is read after the round was held: who had to wait until past the end is too late. */
export async function openBallotBox(trx: Trx, { now }: CommandContext, round: StoredRound, seatId: string, mandate: Mandate): Promise<BallotBox> {
  return {
    ...{ ...mandate, round, seatId, now: now(), isSeatInRound: await isSeatInRound(trx, round.id, seatId) },
    recused: await listRecusedItems(trx, round.id, seatId),
    items: new Map((await listItems(trx, round.id)).map((item) => [item.id, item])),
    latest: new Map((await listLatestOfSeat(trx, round.id, seatId)).map((ballot) => [ballot.itemId, ballot])),
  };
}

/** What the rules ask about one item of the box. */
export const standingIn = (box: BallotBox, item: RoundItem) => ({
  ...box,
  ...{ isRecused: box.recused.includes(item.id), isPulled: item.pulledAt !== null },
  ...{ latest: box.latest.get(item.id) ?? null, frozenHash: item.textHash ?? "" },
  // A ranking is about all items at once; it hangs on the first.
  options: box.round.kind === "prioritering" && item.position === 1 ? optionsOf([...box.items.values()]) : [],
});
