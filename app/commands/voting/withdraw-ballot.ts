import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { admitWithdrawal, castingRole, receiptOf, type BallotRefusal } from "#app/domain/voting/ballot.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import { inTransaction } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { record } from "#db/queries/audit.ts";
import { insertBallot, listLatestOfSeat } from "#db/queries/voting-ballots.ts";
import { isSeatInRound, listRecusedItems } from "#db/queries/voting-electorate.ts";
import { findItem } from "#db/queries/voting-items.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";

/** Takes a ballot back: the seat counts as not having voted on the item; the former rows stay. */
export function withdrawBallot(
  context: CommandContext,
  { roundId, itemId, seatId }: { roundId: string; itemId: string; seatId: string },
): Promise<Result<null, "not-found" | "not-allowed" | BallotRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    const item = round && (await findItem(trx, roundId, itemId));
    if (!round || !item) return refuse("not-found");
    if (!may(context.actor, "ballot.withdraw", { bodyId: round.bodyId, seatId })) return refuse("not-allowed");

    const latest = (await listLatestOfSeat(trx, roundId, seatId)).find((ballot) => ballot.itemId === itemId) ?? null;
    const now = context.now();
    const role = castingRole(context.actor.memberships.flatMap((membership) => (membership.seatId === seatId ? [membership.role] : [])));
    const admitted = admitWithdrawal({
      ...{ round, now, role, latest, frozenHash: item.textHash ?? "", isPulled: item.pulledAt !== null },
      isSeatInRound: await isSeatInRound(trx, roundId, seatId),
      isRecused: (await listRecusedItems(trx, roundId, seatId)).includes(itemId),
    });
    if (!admitted.ok) return admitted;

    const ballot = { id: context.newId(), itemId, seatId, revision: (latest?.revision ?? 0) + 1, choice: WITHDRAWN, motivation: "", textHash: item.textHash ?? "", castAt: now, nonce: context.newId() };
    const link = await record(trx, context, {
      act: "ballot.withdraw",
      bodyId: round.bodyId,
      subject: { kind: "round", id: roundId },
      payload: { item: itemId, seat: seatId, revision: ballot.revision, ballot: ballot.id, commitment: sha256(canonicalJson(ballot)) },
    });
    await insertBallot(trx, { ...ballot, casterId: personOf(context), casterRole: role ?? "member", receipt: receiptOf(link.hash), visibility: round.visibility, chainSequence: link.sequence });
    return accept(null);
  });
}
