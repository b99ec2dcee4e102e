import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { joinAuthors, type AuthorRefusal } from "#app/domain/proposals/authors.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertAuthor, listDrafters } from "#db/queries/proposal-authors.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** An author or the secretaris lets somebody of the body write along. */
export function addAuthor(context: CommandContext, { number, personId }: { number: string; personId: string }): Promise<Result<null, AuthorRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    if (!may(context.actor, "proposal.authors", proposal)) return refuse("not-allowed");
    const drafters = await listDrafters(trx, proposal.bodyId, context.now());
    const joined = joinAuthors(proposal, personId, drafters.map(({ id }) => id));
    if (!joined.ok) return joined;

    if (!(await insertAuthor(trx, proposal.id, personId))) return refuse("already-author");
    await record(trx, context, { act: "proposal.authors", bodyId: proposal.bodyId, subject: { kind: "proposal", id: proposal.id }, payload: { number, added: personId } });
    return accept(null);
  });
}
