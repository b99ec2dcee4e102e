import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { mergerRefusal, type MergerRefusal } from "#app/domain/municipalities/organisation.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { endMunicipality, findByCodes, findOrganisationById } from "#db/queries/organisations.ts";
import { endSeatAt, listRunningSeatIds } from "#db/queries/seats.ts";

export interface MergerInput {
  readonly id: string;
  /** the first day on which it no longer exists */
  readonly day: Day | null;
  /** CBS codes of what it went into */
  readonly successors: readonly string[];
}

/**
 * Records a herindeling: the gemeente stays readable and points to what it went into. Its seats end now, each with its own
 * record in the log of its body. Source: domain, "A gemeente that merged stays readable and points to its successor".
 */
export function mergeMunicipality(context: CommandContext, { id, day, successors }: MergerInput): Promise<Result<true, MergerRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "organisation.merge")) return refuse("not-allowed");
    const municipality = await findOrganisationById(trx, id);
    if (!municipality) return refuse("not-found");
    const [found, at] = [await findByCodes(trx, [...new Set(successors)]), context.now()];
    const refusal = mergerRefusal(municipality, found, day, dutchDay(at));
    if (refusal !== null || day === null) return refuse(refusal ?? "day-missing");

    await endMunicipality(trx, id, found.flatMap((one) => one?.id ?? []), day, at);
    for (const seat of await listRunningSeatIds(trx, id, at)) {
      await endSeatAt(trx, seat.id, at);
      await record(trx, context, { act: "seat.end", bodyId: seat.bodyId, subject: { kind: "seat", id: seat.id }, payload: { merged: municipality.code } });
    }
    await record(trx, context, { act: "organisation.merge", bodyId: null, subject: { kind: "organisation", id }, payload: { code: municipality.code, day, successors: [...new Set(successors)] } });
    return accept(true);
  });
}
