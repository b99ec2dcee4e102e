import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findOpenSeat, findOrganisation, insertSeat } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";
import { findBody } from "#db/queries/bodies.ts";

export type SeatRefusal = "not-allowed" | "not-found" | "organisation-unknown" | "seat-taken";

/** Gives an organisation a seat in a body, voting or advisory; one of each kind at a time. */
export function addSeat(context: CommandContext, input: { readonly body: string; readonly organisation: string; readonly isVoting: boolean }): Promise<Result<{ id: string }, SeatRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "seat.add")) return refuse("not-allowed");
    const body = await findBody(trx, input.body);
    if (!body) return refuse("not-found");
    const organisation = await findOrganisation(trx, input.organisation.trim());
    if (!organisation) return refuse("organisation-unknown");
    if (await findOpenSeat(trx, body.id, organisation.id, input.isVoting)) return refuse("seat-taken");

    const id = context.newId();
    await insertSeat(trx, { id, bodyId: body.id, organisationId: organisation.id, isVoting: input.isVoting, from: context.now() });
    await record(trx, context, { act: "seat.add", bodyId: body.id, subject: { kind: "seat", id }, payload: { organisation: organisation.id, isVoting: input.isVoting } });
    return accept({ id });
  });
}
