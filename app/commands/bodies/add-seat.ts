import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { seatRefusal, type SeatRefusal } from "#app/domain/bodies/seat.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findOrganisation } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";
import { findBody } from "#db/queries/bodies.ts";
import { holdBody, insertSeat, listPartnerIds, listSeatPlans } from "#db/queries/seats.ts";

export interface SeatInput {
  /** slug */
  readonly body: string;
  /** CBS code or name */
  readonly organisation: string;
  readonly isVoting: boolean;
  /** absent: from now */
  readonly from?: Instant | null;
  /** absent: until further notice */
  readonly until?: Instant | null;
}

/** Gives an organisation a seat in a body for a period, voting or advisory. Source: domain, "Organisations and seats". */
export function addSeat(context: CommandContext, input: SeatInput): Promise<Result<{ id: string }, SeatRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "seat.add")) return refuse("not-allowed");
    const body = await findBody(trx, input.body);
    if (!body) return refuse("not-found");
    const organisation = await findOrganisation(trx, input.organisation.trim());
    if (!organisation) return refuse("organisation-unknown");
    await holdBody(trx, body.id);
    const [at, period] = [context.now(), { from: input.from ?? context.now(), until: input.until ?? null }];
    const earliest = period.from < at ? period.from : at;
    const municipalities = organisation.kind === "gemeente" ? [organisation.id] : ((await listPartnerIds(trx, [organisation.id], earliest)).get(organisation.id) ?? []);
    const refusal = seatRefusal({ organisationId: organisation.id, isVoting: input.isVoting, municipalities, ...period }, await listSeatPlans(trx, body.id, earliest));
    if (refusal !== null) return refuse(refusal);

    const id = context.newId();
    await insertSeat(trx, { id, bodyId: body.id, organisationId: organisation.id, isVoting: input.isVoting, ...period });
    await record(trx, context, { act: "seat.add", bodyId: body.id, subject: { kind: "seat", id }, payload: { organisation: organisation.id, isVoting: input.isVoting, ...period } });
    return accept({ id });
  });
}
