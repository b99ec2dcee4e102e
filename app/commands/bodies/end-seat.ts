import type { CommandContext } from "#app/commands/context.ts";
import { endOf } from "#app/domain/access/period.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { endSeatAt, findSeat } from "#db/queries/seats.ts";

/** Ends a seat and the memberships on it, from now; one that has not begun never begins. What was done with it stays. */
export function endSeat(context: CommandContext, { id }: { readonly id: string }): Promise<Result<true, "not-allowed" | "not-found" | "already-ended">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "seat.end")) return refuse("not-allowed");
    const [seat, at] = [await findSeat(trx, id), context.now()];
    if (!seat) return refuse("not-found");
    if (endOf(seat, at) === null) return refuse("already-ended");

    await endSeatAt(trx, id, at);
    await record(trx, context, { act: "seat.end", bodyId: seat.bodyId, subject: { kind: "seat", id } });
    return accept(true);
  });
}
