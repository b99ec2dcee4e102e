import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Disposition } from "#app/domain/proposals/discussion.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import type { AnswerRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { answerCommentRow, findComment } from "#db/queries/comments.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** An author, voorzitter or secretaris answers a comment: overgenomen, deels of niet, with the reason. Once. */
export function answerComment(
  context: CommandContext,
  input: { number: string; commentId: string; answer: string; disposition: Disposition },
): Promise<Result<null, AnswerRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    const comment = proposal && (await findComment(trx, proposal.id, input.commentId));
    if (!comment) return refuse("not-found");
    if (!may(context.actor, "comment.answer", proposal)) return refuse("not-allowed");
    if (input.answer.trim() === "" || input.answer.length > LIMITS.comment) return refuse("comment-invalid");

    const { commentId, answer, disposition } = input;
    if (!(await answerCommentRow(trx, { commentId, answer, disposition, answeredBy: personOf(context), answeredAt: context.now() }))) return refuse("already-answered");
    await record(trx, context, {
      act: "comment.answer",
      bodyId: proposal.bodyId,
      subject: { kind: "comment", id: commentId },
      payload: { number: proposal.number, disposition },
    });
    return accept(null);
  });
}
