import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { AdviceSubject } from "#app/domain/portfolio/advice.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findAdvice, upsertSubject } from "#db/queries/advices.ts";
import { record } from "#db/queries/audit.ts";

/** Says which management question an advies is about. */
export function classifyAdvice(context: CommandContext, input: { readonly number: string; readonly subject: AdviceSubject }): Promise<Result<true, "not-found" | "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    const at = context.now();
    const advice = await findAdvice(trx, context.actor, input.number, dutchDay(at));
    if (!advice) return refuse("not-found");
    if (!may(context.actor, "advice.classify", { bodyId: advice.bodyId })) return refuse("not-allowed");

    await upsertSubject(trx, { proposalId: advice.id, subject: input.subject, by: personOf(context), at });
    await record(trx, context, { act: "advice.classify", bodyId: advice.bodyId, subject: { kind: "proposal", id: advice.id }, payload: { number: advice.number, from: advice.subject, subject: input.subject } });
    return accept(true);
  });
}
