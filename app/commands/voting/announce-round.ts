import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { announce, type RoundRefusal } from "#app/domain/voting/round.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { setAnnounced } from "#db/queries/voting-round-writes.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";

/** Shows a concept round to everybody who may see its texts. Refuses when it is no longer a concept. */
export function announceRound(context: CommandContext, { roundId }: { roundId: string }): Promise<Result<null, "not-found" | "not-allowed" | RoundRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "round.announce", round)) return refuse("not-allowed");
    const announced = announce(round);
    if (!announced.ok) return announced;

    await setAnnounced(trx, roundId, context.now());
    await record(trx, context, { act: "round.announce", bodyId: round.bodyId, subject: { kind: "round", id: roundId } });
    return accept(null);
  });
}
