import type { CommandContext } from "#app/commands/context.ts";
import { endOf } from "#app/domain/access/period.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { endMembershipAt, findMembership } from "#db/queries/seats.ts";

/** Ends a membership, from now; one that has not begun never begins. The seat stays. */
export function endMembership(context: CommandContext, { id }: { readonly id: string }): Promise<Result<true, "not-allowed" | "not-found" | "already-ended">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "membership.end")) return refuse("not-allowed");
    const membership = await findMembership(trx, id);
    if (!membership) return refuse("not-found");
    const end = endOf(membership, context.now());
    if (end === null) return refuse("already-ended");

    await endMembershipAt(trx, id, end);
    await record(trx, context, { act: "membership.end", bodyId: membership.bodyId, subject: { kind: "membership", id }, payload: { person: membership.personId, until: end } });
    return accept(true);
  });
}
