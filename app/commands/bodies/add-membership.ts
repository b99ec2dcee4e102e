import type { CommandContext } from "#app/commands/context.ts";
import type { Role } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findSeat, hasOpenMembership, insertMembership } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";
import { findAccount } from "#db/queries/sessions.ts";

export type MembershipRefusal = "not-allowed" | "not-found" | "person-unknown" | "already-member";

/** Puts somebody on a seat in a role, from now. */
export function addMembership(context: CommandContext, input: { readonly seatId: string; readonly email: string; readonly role: Role }): Promise<Result<{ id: string }, MembershipRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "membership.add")) return refuse("not-allowed");
    const seat = await findSeat(trx, input.seatId);
    if (!seat || seat.until !== null) return refuse("not-found");
    const account = await findAccount(trx, input.email);
    if (!account) return refuse("person-unknown");
    if (await hasOpenMembership(trx, seat.id, account.id)) return refuse("already-member");

    const id = context.newId();
    await insertMembership(trx, { id, seatId: seat.id, personId: account.id, role: input.role, from: context.now() });
    await record(trx, context, { act: "membership.add", bodyId: seat.bodyId, subject: { kind: "membership", id }, payload: { person: account.id, seat: seat.id, role: input.role } });
    return accept({ id });
  });
}
