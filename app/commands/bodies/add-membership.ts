import type { CommandContext } from "#app/commands/context.ts";
import type { Role } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { membershipRefusal, type MembershipRefusal } from "#app/domain/bodies/seat.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findSeat, holdMembershipPeriods, insertMembership } from "#db/queries/seats.ts";
import { findAccount } from "#db/queries/sessions.ts";

export interface MembershipInput {
  readonly seatId: string;
  readonly email: string;
  readonly role: Role;
  /** absent: from now, or from the beginning of a seat that is still to come */
  readonly from?: Instant | null;
  /** absent: as long as the seat */
  readonly until?: Instant | null;
}

/** Puts somebody on a seat in a role, for a period within that of the seat. */
export function addMembership(context: CommandContext, input: MembershipInput): Promise<Result<{ id: string }, MembershipRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "membership.add")) return refuse("not-allowed");
    const [seat, at] = [await findSeat(trx, input.seatId), context.now()];
    if (!seat || (seat.until !== null && seat.until <= at)) return refuse("not-found");
    const account = await findAccount(trx, input.email);
    if (!account) return refuse("person-unknown");
    const period = { from: input.from ?? (seat.from > at ? seat.from : at), until: input.until ?? seat.until };
    const refusal = membershipRefusal(period, seat, await holdMembershipPeriods(trx, seat.id, account.id));
    if (refusal !== null) return refuse(refusal);

    const id = context.newId();
    await insertMembership(trx, { id, seatId: seat.id, personId: account.id, role: input.role, ...period });
    await record(trx, context, { act: "membership.add", bodyId: seat.bodyId, subject: { kind: "membership", id }, payload: { person: account.id, seat: seat.id, role: input.role, ...period } });
    return accept({ id });
  });
}
