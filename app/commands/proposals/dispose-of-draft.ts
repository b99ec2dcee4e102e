import { personOf, type CommandContext } from "#app/commands/context.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { deletePrivateDraft } from "#db/queries/private-drafts.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** Throws away what this person kept about a proposal, or about a new one. Nobody else's text can be reached. */
export function disposeOfDraft(context: CommandContext, { number }: { number: string | null }): Promise<Result<null, "not-found">> {
  return inTransaction(context.db, async (trx) => {
    const proposal = number === null ? null : await findProposal(trx, context.actor, number, dutchDay(context.now()));
    if (number !== null && !proposal) return refuse("not-found");
    await deletePrivateDraft(trx, { personId: personOf(context), proposalId: proposal?.id ?? null });
    return accept(null);
  });
}
