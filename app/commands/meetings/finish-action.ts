import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { finish, type FinishRefusal } from "#app/domain/meetings/action-item.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findAction, finishActionAt } from "#db/queries/action-items.ts";
import { record } from "#db/queries/audit.ts";

/** The owner or the secretaris finishes an action, or drops it. Refusals: not-found, not-allowed, action-not-open. */
export function finishAction(context: CommandContext, { number, to = "done", note = "" }: { number: string; to?: "done" | "dropped"; note?: string }): Promise<Result<null, "not-found" | "not-allowed" | FinishRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const action = await findAction(trx, context.actor, number);
    if (!action) return refuse("not-found");
    if (!may(context.actor, "action.finish", { bodyId: action.body.id, personId: action.ownerId })) return refuse("not-allowed");
    const finished = finish(action.state, to);
    if (!finished.ok) return finished;
    if (!(await finishActionAt(trx, action.id, { to, at: context.now(), note: note.trim() === "" ? null : note.trim() }))) return refuse("action-not-open");

    await record(trx, context, { act: "action.finish", bodyId: action.body.id, subject: { kind: "action", id: action.id }, payload: { number, to } });
    return accept(null);
  });
}
