import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { deleteView as deleteViewRow } from "#db/queries/saved-views.ts";

/** Forgets a view of one's own. */
export function deleteView(context: CommandContext, { id }: { id: string }): Promise<Result<null, "not-found" | "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "view.delete")) return refuse("not-allowed");
    if (!(await deleteViewRow(trx, id, personOf(context)))) return refuse("not-found");
    await record(trx, context, { act: "view.delete", bodyId: null, subject: { kind: "view", id } });
    return accept(null);
  });
}
