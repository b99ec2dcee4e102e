import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { AmendmentWithdrawal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findAmendment, withdrawAmendmentRow } from "#db/queries/amendments.ts";
import { record } from "#db/queries/audit.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** Its maker takes an amendment back, as long as it was not handled. It stays readable. */
export function withdrawAmendment(context: CommandContext, input: { number: string; amendment: number }): Promise<Result<null, AmendmentWithdrawal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    const amendment = proposal && (await findAmendment(trx, proposal.id, input.amendment));
    if (!amendment) return refuse("not-found");
    if (!may(context.actor, "amendment.withdraw", { personId: amendment.authorId })) return refuse("not-allowed");
    if (!(await withdrawAmendmentRow(trx, amendment.id, context.now()))) return refuse("amendment-settled");

    await record(trx, context, {
      act: "amendment.withdraw",
      bodyId: proposal.bodyId,
      subject: { kind: "amendment", id: amendment.id },
      payload: { number: proposal.number, amendment: amendment.number },
    });
    return accept(null);
  });
}
