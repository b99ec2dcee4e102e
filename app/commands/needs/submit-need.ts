import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { nextNumber } from "#db/queries/counters.ts";
import { insertNeed } from "#db/queries/needs.ts";

interface NewNeed {
  readonly title: string;
  readonly statement: string;
  readonly bodyId: string;
  readonly componentIds: readonly string[];
}

/** A signed-in gemeente asks an expert group for something. Returns its number; refuses who speaks for no organisation. */
export function submitNeed(context: CommandContext, need: NewNeed): Promise<Result<string, "not-allowed">> {
  const { db, actor, now, newId } = context;
  return inTransaction(db, async (trx) => {
    if (!may(actor, "need.submit") || actor.organisation === null) return refuse("not-allowed");
    const id = newId();
    const number = `BH-${String(await nextNumber(trx, "need")).padStart(3, "0")}`;
    await insertNeed(trx, { ...need, id, number, submittedBy: personOf(context), organisationId: actor.organisation.id, createdAt: now() });
    await record(trx, context, { act: "need.submit", bodyId: need.bodyId, subject: { kind: "need", id }, payload: { number } });
    return accept(number);
  });
}
