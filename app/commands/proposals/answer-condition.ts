import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { isTextOpen, LIMITS } from "#app/domain/proposals/proposal.ts";
import type { ConditionRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { answerConditionRow, findCondition } from "#db/queries/proposal-discussion.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** Answers a condition with the current version, which must be newer than the text the seat voted on. */
export function answerCondition(context: CommandContext, input: { number: string; conditionId: string; answer: string }): Promise<Result<null, ConditionRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    const condition = proposal && (await findCondition(trx, proposal.id, input.conditionId, context.now()));
    if (!condition) return refuse("not-found");
    if (!may(context.actor, "condition.answer", proposal)) return refuse("not-allowed");
    if (!isTextOpen(proposal.state)) return refuse("text-locked");
    if (condition.version >= proposal.currentVersion) return refuse("new-version-first");
    if (input.answer.trim() === "" || input.answer.length > LIMITS.comment) return refuse("answer-missing");

    const { conditionId, answer } = input;
    await answerConditionRow(trx, { conditionId, answer, answeredIn: proposal.currentVersion, answeredBy: personOf(context), answeredAt: context.now() });
    await record(trx, context, {
      act: "condition.answer",
      bodyId: proposal.bodyId,
      subject: { kind: "condition", id: conditionId },
      payload: { number: proposal.number, version: proposal.currentVersion },
    });
    return accept(null);
  });
}
