import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findDemoAccount } from "#db/queries/demo.ts";

/** Finds the demonstration account to go on as, and logs the switch. Never a real account. Its door is closed without DEMO=1. */
export function switchAccount(context: CommandContext, { email }: { email: string }): Promise<Result<{ personId: string }, "account-unknown">> {
  return inTransaction(context.db, async (trx) => {
    const account = await findDemoAccount(trx, email);
    if (!account) return refuse("account-unknown");
    await record(trx, context, { act: "demo.switch", bodyId: null, subject: { kind: "person", id: account.id } });
    return accept({ personId: account.id });
  });
}
