import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { countOtherAdmins, findAccountById, setDisabled } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";

/** Blocks an account, or opens it again. Its sessions end at once. The last beheerder cannot be blocked. */
export function disableAccount(context: CommandContext, { id, disabled }: { readonly id: string; readonly disabled: boolean }): Promise<Result<true, "not-allowed" | "not-found" | "last-admin">> {
  return inTransaction(context.db, async (trx) => {
    const act = disabled ? "account.disable" : "account.enable";
    if (!may(context.actor, act)) return refuse("not-allowed");
    const account = await findAccountById(trx, id);
    if (!account) return refuse("not-found");
    if (disabled && account.isAdmin && (await countOtherAdmins(trx, id)) === 0) return refuse("last-admin");

    await setDisabled(trx, id, disabled ? context.now() : null);
    await record(trx, context, { act, bodyId: null, subject: { kind: "person", id } });
    return accept(true);
  });
}
