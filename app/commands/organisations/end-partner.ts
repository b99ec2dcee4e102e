import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { endPartner as endPartnerAt } from "#db/queries/partnerships.ts";

/** A gemeente leaves a samenwerkingsverband, from now. What was counted before stays as it was. */
export function endPartner(context: CommandContext, { id, municipalityId }: { readonly id: string; readonly municipalityId: string }): Promise<Result<true, "not-allowed" | "not-found">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "organisation.change")) return refuse("not-allowed");
    if (!(await endPartnerAt(trx, id, municipalityId, context.now()))) return refuse("not-found");
    await record(trx, context, { act: "organisation.change", bodyId: null, subject: { kind: "organisation", id }, payload: { leaves: municipalityId } });
    return accept(true);
  });
}
