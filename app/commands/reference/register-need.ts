import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { nextNumber } from "#db/queries/counters.ts";
import { insertSharedNeed } from "#db/queries/reference.ts";

/** Enters a shared need, which no gemeente has to hand in. Source: domain, "Components". */
export function registerNeed(context: CommandContext, { title, componentIds }: { readonly title: string; readonly componentIds: readonly string[] }): Promise<Result<{ number: string }, "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "need.register")) return refuse("not-allowed");
    const [id, number] = [context.newId(), `BH-${String(await nextNumber(trx, "need")).padStart(3, "0")}`];
    await insertSharedNeed(trx, { id, number, title, componentIds, at: context.now() });
    await record(trx, context, { act: "need.register", bodyId: null, subject: { kind: "need", id }, payload: { number, title } });
    return accept({ number });
  });
}
