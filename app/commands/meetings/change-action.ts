import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { isBeforeMeeting } from "#app/domain/meetings/action-item.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { changeOpenAction, findAction } from "#db/queries/action-items.ts";
import { record } from "#db/queries/audit.ts";
import { insertJobs } from "#db/queries/jobs.ts";
import { futureReminders } from "./future-reminders.ts";
import { findOwner, type ItemOwner } from "./item-owner.ts";

export interface ActionChange {
  readonly number: string;
  readonly statement: string;
  readonly owner: ItemOwner;
  readonly dueOn: Day | null;
  readonly note: string;
}

/** Another owner, day or wording of an open action; the log keeps what it was. Refusals: not-found, not-allowed, statement-missing, owner-missing, due-too-early, action-not-open. */
export function changeAction(context: CommandContext, { number, statement, owner, dueOn, note }: ActionChange): Promise<Result<null, "not-found" | "not-allowed" | "statement-missing" | "owner-missing" | "due-too-early" | "action-not-open">> {
  return inTransaction(context.db, async (trx) => {
    const action = await findAction(trx, context.actor, number);
    if (!action) return refuse("not-found");
    if (!may(context.actor, "action.change", { bodyId: action.body.id })) return refuse("not-allowed");
    if (statement.trim() === "") return refuse("statement-missing");
    const named = owner.personId !== null && owner.personId === action.ownerId ? accept({ ownerId: action.ownerId, ownerName: action.ownerName }) : await findOwner(trx, action.body.id, context.now(), owner);
    if (!named.ok || named.value.ownerName === "") return refuse("owner-missing");
    if (dueOn !== action.dueOn && isBeforeMeeting(dueOn, action.meeting)) return refuse("due-too-early");
    const changed = await changeOpenAction(trx, action.id, { ...named.value, statement: statement.trim(), dueOn, dueText: dueOn === null ? action.dueText : null, note: note.trim() === "" ? null : note.trim() });
    if (!changed) return refuse("action-not-open");

    await insertJobs(trx, action.id, futureReminders(dueOn, context.now()), context);
    await record(trx, context, { act: "action.change", bodyId: action.body.id, subject: { kind: "action", id: action.id }, payload: { number, from: { owner: action.ownerName, due: action.dueOn, statement: action.statement }, to: { owner: named.value.ownerName, due: dueOn, statement: statement.trim() } } });
    return accept(null);
  });
}
