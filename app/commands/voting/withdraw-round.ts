import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { withdraw, type RoundRefusal } from "#app/domain/voting/round.ts";
import { wayBack } from "#app/domain/voting/settlement.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { setEnded } from "#db/queries/voting-round-writes.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";
import { moveItems } from "./move-items.ts";
import { tellVoters } from "./tell-voters.ts";

/** Takes a round back before it closes, with a reason; its ballots stay and its proposals go back to where they were. */
export function withdrawRound(
  context: CommandContext,
  { roundId, reason }: { roundId: string; reason: string },
): Promise<Result<null, "not-found" | "not-allowed" | RoundRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "round.withdraw", round)) return refuse("not-allowed");
    const withdrawn = withdraw(round, reason, context.now());
    if (!withdrawn.ok) return withdrawn;

    await setEnded(trx, roundId, withdrawn.value, context.now(), reason);
    await moveItems(trx, context, roundId, { decide: ({ stateBefore }) => stateBefore && wayBack(stateBefore), reason });
    if (round.openedAt !== null) await tellVoters(trx, context, round, "round-withdrawn", { facts: { reason } });
    await record(trx, context, { act: "round.withdraw", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { reason } });
    return accept(null);
  });
}
