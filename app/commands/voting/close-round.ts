import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { refuse, type Result } from "#app/domain/shared/result.ts";
import { closeEarly, itemsToVoteOn, type RoundRefusal } from "#app/domain/voting/round.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listTurnout } from "#db/queries/voting-ballots.ts";
import { listFrozenSeats } from "#db/queries/voting-electorate.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { setClosesAt } from "#db/queries/voting-round-writes.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";
import { scheduleRoundMail } from "./tell-voters.ts";

/** Ends a round before its time, when the rule set allows it and every seat has voted on every item. Returns the moment. */
export function closeRound(context: CommandContext, { roundId }: { roundId: string }): Promise<Result<Instant, "not-found" | "not-allowed" | RoundRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "round.extend", round)) return refuse("not-allowed");
    const [items, seats, turnout] = [await listItems(trx, roundId), await listFrozenSeats(trx, roundId), await listTurnout(trx, roundId)];
    const isComplete = seats.every((seat) => (turnout.get(seat.id) ?? 0) >= itemsToVoteOn(round.kind, items, seat.recusedFrom));
    const closed = closeEarly(round, isComplete, context.now());
    if (!closed.ok) return closed;

    await setClosesAt(trx, roundId, closed.value);
    await scheduleRoundMail(trx, context, roundId, { opensAt: round.opensAt, closesAt: closed.value });
    await record(trx, context, { act: "round.close", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { from: round.closesAt, to: closed.value } });
    return closed;
  });
}
