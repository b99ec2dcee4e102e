import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { later } from "#app/domain/shared/instant.ts";
import { rehearsedChoices, type RehearsedVotes } from "#app/domain/voting/rehearsal.ts";
import { countOf, type ItemCount } from "#app/domain/voting/count.ts";
import type { RuleSet } from "#app/domain/voting/rule.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { actorOf } from "#db/queries/people.ts";
import { listFrozenSeats, listSeatCandidates } from "#db/queries/voting-electorate.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { countRound } from "#db/queries/voting-results.ts";
import { findRound, lockRound, type StoredRound } from "#db/queries/voting-rounds.ts";
import { castBallots, type CastRefusal } from "./cast-ballots.ts";
import { openRound, type OpeningRefusal } from "./open-round.ts";

/** What a rehearsal found: the result of each item, and how many seats could not vote. */
export interface Rehearsal {
  readonly rule: RuleSet;
  readonly seats: number;
  readonly unable: number;
  readonly isWeighted: boolean;
  readonly items: readonly { readonly id: string; readonly number: string | null; readonly title: string; readonly isAdvice: boolean; readonly count: ItemCount | null }[];
}

/** Carries the findings out of a transaction that must not stay. */
class Rehearsed extends Error {
  constructor(readonly found: Result<Rehearsal, OpeningRefusal | CastRefusal>) {
    super("a rehearsal is never kept");
  }
}

/**
 * Plays a round that was not opened yet, from opening to counting, through the ordinary commands with the real electorate and rules.
 * Nothing stays, and that is no promise of this code but of the database: all of it happens in one transaction that always ends in an
 * error, so it is rolled back whatever happened in it.
 */
export async function rehearseRound(context: CommandContext, { roundId, votes }: { roundId: string; votes: RehearsedVotes }): Promise<Result<Rehearsal, OpeningRefusal | CastRefusal>> {
  try {
    return await inTransaction(context.db, async (trx): Promise<never> => {
      throw new Rehearsed(await play(trx, context, roundId, votes));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.found;
    throw error;
  }
}

async function play(trx: Trx, context: CommandContext, roundId: string, votes: RehearsedVotes): Promise<Result<Rehearsal, OpeningRefusal | CastRefusal>> {
  const round = await lockRound(trx, context.actor, roundId);
  if (!round) return refuse("not-found");
  if (!may(context.actor, "round.rehearse", round)) return refuse("not-allowed");
  const opened = await openRound({ ...context, db: trx }, { roundId });
  if (!opened.ok) return opened;

  const open = await reread(trx, context, roundId);
  const during = later(open.opensAt, 1);
  const holders = new Map((await listSeatCandidates(trx, open.bodyId, during)).map(({ seatId, holderIds }) => [seatId, holderIds]));
  const seats = await listFrozenSeats(trx, roundId);
  const items = await listItems(trx, roundId);
  let unable = 0;
  for (const [place, seat] of seats.entries()) {
    const [holder] = holders.get(seat.id) ?? [];
    const choices = rehearsedChoices(open.kind, votes, place, items);
    if (holder === undefined || choices === null) {
      if (holder === undefined) unable++;
      continue;
    }
    const ballots = choices.map(({ itemId, choice }) => ({ itemId, choice, nonce: context.newId(), textHash: items.find(({ id }) => id === itemId)?.textHash ?? "", motivation: "-", condition: "-" }));
    const cast = await castBallots({ ...context, db: trx, now: () => during, actor: await actorOf(trx, holder, during) }, { roundId, seatId: seat.id, ballots });
    if (!cast.ok) return refuse(cast.refusal);
  }
  const { published } = await countRound(trx, await reread(trx, context, roundId));
  return accept({
    ...{ rule: open.rule, seats: seats.length, unable, isWeighted: seats.some(({ weight }) => weight !== 1) },
    items: items.map(({ id, number, title, stateBefore }) => {
      return { id, number, title, isAdvice: stateBefore === "in_advice", count: countOf(published.items.find((one) => one.id === id) ?? {}) };
    }),
  });
}

async function reread(trx: Trx, { actor }: CommandContext, roundId: string): Promise<StoredRound> {
  const round = await findRound(trx, actor, roundId);
  if (!round) throw new Error("the round of a rehearsal is gone");
  return round;
}

