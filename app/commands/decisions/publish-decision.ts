import type { CommandContext } from "#app/commands/context.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findDecision, publishDecisionAt } from "#db/queries/decisions.ts";

/**
 * Publishes a decision apart from the minutes; an embargo still holds it back until its moment. Answers whether everybody sees it now: a
 * decision about something confidential also needs a public title. Refusals: not-found, not-allowed, already-published.
 */
export function publishDecision(context: CommandContext, { number }: { number: string }): Promise<Result<{ isSeen: boolean }, "not-found" | "not-allowed" | "already-published">> {
  return inTransaction(context.db, async (trx) => {
    const decision = await findDecision(trx, context.actor, number, context.now());
    if (!decision) return refuse("not-found");
    if (!may(context.actor, "decision.publish", { bodyId: decision.body.id })) return refuse("not-allowed");
    if (!(await publishDecisionAt(trx, decision.id, context.now()))) return refuse("already-published");

    await record(trx, context, { act: "decision.publish", bodyId: decision.body.id, subject: { kind: "decision", id: decision.id }, payload: { number, embargo: decision.embargoUntil } });
    return accept({ isSeen: (await findDecision(trx, STRANGER, number, context.now())) !== null });
  });
}
