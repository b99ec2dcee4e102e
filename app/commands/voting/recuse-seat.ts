import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import { isOpen } from "#app/domain/voting/round.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listLatestOfSeat } from "#db/queries/voting-ballots.ts";
import { insertRecusal, isSeatInRound } from "#db/queries/voting-electorate.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";

export type RecusalRefusal = "not-found" | "not-allowed" | "seat-not-in-round" | "round-not-open" | "seat-has-voted" | "seat-recused" | "reason-missing";

/** A seat steps back from one item, with a reason, before it voted on it: it then counts in no base and no quorum of that item. */
export function recuseSeat(
  context: CommandContext,
  { roundId, itemId, seatId, reason }: { roundId: string; itemId: string; seatId: string; reason: string },
): Promise<Result<null, RecusalRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    const items = round ? await listItems(trx, roundId) : [];
    const named = items.find(({ id }) => id === itemId);
    // A prioritering asks one thing about all its items: ballots and recusals hang on the first.
    const item = round?.kind === "prioritering" ? named && items[0] : named;
    if (!round || !item) return refuse("not-found");
    if (!may(context.actor, "round.recuse", { bodyId: round.bodyId, seatId })) return refuse("not-allowed");
    if (!(await isSeatInRound(trx, roundId, seatId))) return refuse("seat-not-in-round");
    if (!isOpen(round, context.now())) return refuse("round-not-open");
    if (reason === "") return refuse("reason-missing");
    if ((await listLatestOfSeat(trx, roundId, seatId)).some((ballot) => ballot.itemId === item.id && ballot.choice !== WITHDRAWN)) return refuse("seat-has-voted");
    const isNew = await insertRecusal(trx, { id: context.newId(), itemId: item.id, seatId, personId: personOf(context), reason, at: context.now() });
    if (!isNew) return refuse("seat-recused");

    await record(trx, context, { act: "round.recuse", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { item: item.id, seat: seatId, reason } });
    return accept(null);
  });
}
