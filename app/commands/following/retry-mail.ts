import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { retryMail as putBack } from "#db/queries/outbox.ts";

/** Lets mail that failed for good be tried again. */
export function retryMail(context: CommandContext, { mailId }: { mailId: string }): Promise<Result<null, "not-found" | "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "mail.retry")) return refuse("not-allowed");
    if (!(await putBack(trx, mailId, context.now()))) return refuse("not-found");
    await record(trx, context, { act: "mail.retry", bodyId: null, subject: { kind: "mail", id: mailId } });
    return accept(null);
  });
}
