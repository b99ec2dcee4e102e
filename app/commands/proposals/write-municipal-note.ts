import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import type { MunicipalNoteRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { insertMunicipalNote } from "#db/queries/municipal-notes.ts";
import { findProposal } from "#db/queries/proposals.ts";

/**
 * Somebody of an organisation writes a note about a proposal that only the people of that organisation read. It is no step of
 * the chain and a log that others read would tell of it: it is not logged, not searched and in no feed or export.
 */
export function writeMunicipalNote(context: CommandContext, { number, statement }: { number: string; statement: string }): Promise<Result<{ id: string }, MunicipalNoteRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    const organisationId = context.actor.organisation?.id ?? null;
    if (organisationId === null || !may(context.actor, "municipal-note.write", { organisationId })) return refuse("not-allowed");
    if (statement.trim() === "" || statement.length > LIMITS.comment) return refuse("note-invalid");

    const id = context.newId();
    await insertMunicipalNote(trx, { id, proposalId: proposal.id, organisationId, authorId: personOf(context), statement, createdAt: context.now() });
    return accept({ id });
  });
}
