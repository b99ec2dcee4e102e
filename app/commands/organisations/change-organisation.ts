import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { detailsRefusal, type OrganisationDetails, type OrganisationRefusal } from "#app/domain/municipalities/organisation.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findOrganisationById, findTwin, updateOrganisation } from "#db/queries/organisations.ts";

/** Changes what is known of an organisation. Its kind and its CBS code stay: votes and figures rely on them. */
export function changeOrganisation(context: CommandContext, { id, ...input }: { readonly id: string } & Omit<OrganisationDetails, "kind" | "code">): Promise<Result<true, OrganisationRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "organisation.change")) return refuse("not-allowed");
    const known = await findOrganisationById(trx, id);
    if (!known) return refuse("not-found");
    const details = { ...input, name: input.name.trim(), kind: known.kind, code: known.code };
    const refusal = detailsRefusal(details) ?? (known.validUntil === null ? await findTwin(trx, details, id) : null);
    if (refusal !== null) return refuse(refusal);

    await updateOrganisation(trx, id, details);
    await record(trx, context, { act: "organisation.change", bodyId: null, subject: { kind: "organisation", id }, payload: { name: details.name } });
    return accept(true);
  });
}
