import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { publish, type RoundRefusal } from "#app/domain/voting/round.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { publishDecisionAt } from "#db/queries/decisions.ts";
import { listUnpublishedDecisionIds } from "#db/queries/voting-decisions.ts";
import { setPublished } from "#db/queries/voting-round-writes.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";
import { tellVoters } from "./tell-voters.ts";

/** Shows an established result, and the decisions that it made, to everybody who may see the round. */
export function publishRound(context: CommandContext, { roundId }: { roundId: string }): Promise<Result<null, "not-found" | "not-allowed" | RoundRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "round.publish", round)) return refuse("not-allowed");
    const published = publish(round);
    if (!published.ok) return published;

    await setPublished(trx, roundId, context.now());
    for (const id of await listUnpublishedDecisionIds(trx, roundId)) {
      await publishDecisionAt(trx, id, context.now());
      await record(trx, context, { act: "decision.publish", bodyId: round.bodyId, subject: { kind: "decision", id }, payload: { round: roundId } });
    }
    await tellVoters(trx, context, round, "round-result");
    await record(trx, context, { act: "round.publish", bodyId: round.bodyId, subject: { kind: "round", id: roundId } });
    return accept(null);
  });
}
