import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { detailsRefusal, type OrganisationDetails, type OrganisationRefusal } from "#app/domain/municipalities/organisation.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findTwin, insertOrganisation } from "#db/queries/organisations.ts";

/** Adds an organisation that may get seats and accounts. */
export function addOrganisation(context: CommandContext, input: OrganisationDetails): Promise<Result<{ id: string }, OrganisationRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "organisation.register")) return refuse("not-allowed");
    const refusal = detailsRefusal(input) ?? (await findTwin(trx, input, null));
    if (refusal !== null) return refuse(refusal);

    const id = context.newId();
    if (!(await insertOrganisation(trx, id, { ...input, name: input.name.trim() }))) return refuse("code-taken");
    await record(trx, context, { act: "organisation.register", bodyId: null, subject: { kind: "organisation", id }, payload: { kind: input.kind, name: input.name.trim(), code: input.code } });
    return accept({ id });
  });
}
