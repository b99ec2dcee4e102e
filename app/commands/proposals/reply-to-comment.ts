import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { asConsulted } from "#app/domain/proposals/consultation.ts";
import { isEnded, LIMITS } from "#app/domain/proposals/proposal.ts";
import type { ReplyRefusal } from "#app/domain/proposals/refusals.ts";
import { organisationOf } from "#app/domain/proposals/speaker.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findComment, insertComment } from "#db/queries/comments.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** Somebody goes on under a comment. A reply to a reply joins the same thread; the disposition belongs to the comment that began it. */
export function replyToComment(context: CommandContext, input: { number: string; commentId: string; statement: string }): Promise<Result<{ id: string }, ReplyRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    const comment = proposal && (await findComment(trx, proposal.id, input.commentId));
    if (!comment) return refuse("not-found");
    if (!may(context.actor, "comment.add", asConsulted(proposal, context.now()))) return refuse("not-allowed");
    if (isEnded(proposal.state)) return refuse("comment-closed");
    if (input.statement.trim() === "" || input.statement.length > LIMITS.comment) return refuse("comment-invalid");

    const id = context.newId();
    await insertComment(trx, {
      ...{ id, proposalId: proposal.id, version: proposal.currentVersion, statement: input.statement, quote: null, place: null, now: null },
      ...{ parentId: comment.parentId ?? comment.id, amendmentId: comment.amendmentId, authorId: personOf(context), createdAt: context.now() },
      organisationName: organisationOf(context.actor, proposal.bodyId),
    });
    await record(trx, context, {
      act: "comment.add",
      bodyId: proposal.bodyId,
      subject: { kind: "comment", id },
      payload: { number: proposal.number, version: proposal.currentVersion, replyTo: comment.parentId ?? comment.id },
    });
    return accept({ id });
  });
}
