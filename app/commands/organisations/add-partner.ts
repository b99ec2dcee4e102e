import type { CommandContext } from "#app/commands/context.ts";
import { isPeriod, overlap, type Period } from "#app/domain/access/period.ts";
import { may } from "#app/domain/access/policy.ts";
import type { PartnerRefusal } from "#app/domain/municipalities/organisation.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findOrganisation } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";
import { findOrganisationById } from "#db/queries/organisations.ts";
import { insertPartner, listPartnerPeriods } from "#db/queries/partnerships.ts";

/** A gemeente takes part in a samenwerkingsverband, for a period. */
export function addPartner(context: CommandContext, { id, municipality, ...period }: { readonly id: string; readonly municipality: string } & Period): Promise<Result<true, PartnerRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "organisation.change")) return refuse("not-allowed");
    const partnership = await findOrganisationById(trx, id);
    if (!partnership) return refuse("not-found");
    if (partnership.kind !== "samenwerkingsverband") return refuse("only-partnerships");
    const found = await findOrganisation(trx, municipality.trim());
    if (found?.kind !== "gemeente") return refuse("municipality-unknown");
    if (!isPeriod(period)) return refuse("period-invalid");
    if ((await listPartnerPeriods(trx, id, found.id)).some((other) => overlap(other, period))) return refuse("already-partner");

    if (!(await insertPartner(trx, { partnershipId: id, municipalityId: found.id, ...period }))) return refuse("already-partner");
    await record(trx, context, { act: "organisation.change", bodyId: null, subject: { kind: "organisation", id }, payload: { takesPart: found.id, from: period.from, until: period.until } });
    return accept(true);
  });
}
