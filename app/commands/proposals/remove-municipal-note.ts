import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { MunicipalNoteRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { deleteMunicipalNote } from "#db/queries/municipal-notes.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** Anybody of the organisation takes away one of its notes. A note of another organisation does not exist here. */
export function removeMunicipalNote(context: CommandContext, { number, noteId }: { number: string; noteId: string }): Promise<Result<null, MunicipalNoteRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    const organisationId = context.actor.organisation?.id ?? null;
    if (organisationId === null || !may(context.actor, "municipal-note.write", { organisationId })) return refuse("not-allowed");

    return (await deleteMunicipalNote(trx, { id: noteId, proposalId: proposal.id, organisationId })) ? accept(null) : refuse("not-found");
  });
}
