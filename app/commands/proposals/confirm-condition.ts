import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { ConfirmRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findCondition, settleConditionRow } from "#db/queries/proposal-discussion.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** The seat that put a condition says whether the answer settles it: `confirmed`, or the condition is `kept`. */
export function confirmCondition(
  context: CommandContext,
  input: { number: string; conditionId: string; settled: "confirmed" | "kept" },
): Promise<Result<null, ConfirmRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    const condition = proposal && (await findCondition(trx, proposal.id, input.conditionId, context.now()));
    if (!condition) return refuse("not-found");
    if (!may(context.actor, "condition.confirm", { seatId: condition.seatId })) return refuse("not-allowed");

    const { conditionId, settled } = input;
    if (!(await settleConditionRow(trx, { conditionId, settled, settledBy: personOf(context), settledAt: context.now() }))) return refuse("answer-missing");
    await record(trx, context, {
      act: "condition.confirm",
      bodyId: proposal.bodyId,
      subject: { kind: "condition", id: conditionId },
      payload: { number: proposal.number, settled, seatId: condition.seatId },
    });
    return accept(null);
  });
}
