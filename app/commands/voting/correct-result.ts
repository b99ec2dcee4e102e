import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertErratum } from "#db/queries/errata.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";

/** Adds an erratum to an established result; the result itself stays as it was stored. Source: voting, "Publication and recount". */
export function correctResult(context: CommandContext, { roundId, statement }: { roundId: string; statement: string }): Promise<Result<null, "not-found" | "not-allowed" | "round-not-established" | "reason-missing">> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "round.correct", round)) return refuse("not-allowed");
    if (round.state !== "vastgesteld" && round.state !== "gepubliceerd") return refuse("round-not-established");
    if (statement.trim() === "") return refuse("reason-missing");

    const id = context.newId();
    await insertErratum(trx, { id, roundId, statement: statement.trim(), createdBy: personOf(context), createdAt: context.now() });
    await record(trx, context, { act: "round.correct", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { erratum: id, statement: statement.trim() } });
    return accept(null);
  });
}
