import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { leaveAuthors, type AuthorRefusal } from "#app/domain/proposals/authors.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { deleteAuthor, lockAuthors } from "#db/queries/proposal-authors.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** An author leaves, or an author or the secretaris takes somebody off the list. One always stays. */
export function removeAuthor(context: CommandContext, { number, personId }: { number: string; personId: string }): Promise<Result<null, AuthorRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    if (!may(context.actor, "proposal.authors", proposal)) return refuse("not-allowed");
    const left = leaveAuthors({ state: proposal.state, authorIds: await lockAuthors(trx, proposal.id) }, personId);
    if (!left.ok) return left;

    await deleteAuthor(trx, proposal.id, personId);
    await record(trx, context, { act: "proposal.authors", bodyId: proposal.bodyId, subject: { kind: "proposal", id: proposal.id }, payload: { number, removed: personId } });
    return accept(null);
  });
}
