import type { CommandContext } from "#app/commands/context.ts";
import { mayEnd } from "#app/domain/access/period.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { endMembershipAt, findMembership } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";

/** Ends a membership, from now. The seat stays. */
export function endMembership(context: CommandContext, { id }: { readonly id: string }): Promise<Result<true, "not-allowed" | "not-found" | "already-ended">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "membership.end")) return refuse("not-allowed");
    const [membership, at] = [await findMembership(trx, id), context.now()];
    if (!membership) return refuse("not-found");
    if (!mayEnd(membership, at)) return refuse("already-ended");

    await endMembershipAt(trx, id, at);
    await record(trx, context, { act: "membership.end", bodyId: membership.bodyId, subject: { kind: "membership", id }, payload: { person: membership.personId } });
    return accept(true);
  });
}
