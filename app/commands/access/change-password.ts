import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { holdPassword, setPasswordHash } from "#db/queries/accounts.ts";
import { record } from "#db/queries/audit.ts";

interface PasswordChange {
  /** the stored hash that the present password was checked against */
  readonly checked: string | null;
  readonly passwordHash: string;
}

/** Changes the own password; every session ends, this one too: whoever asked starts a new one. Source: security W4. */
export function changePassword(context: CommandContext, { checked, passwordHash }: PasswordChange): Promise<Result<true, "not-allowed" | "changed-meanwhile">> {
  return inTransaction(context.db, async (trx) => {
    const personId = personOf(context);
    if (!may(context.actor, "account.change-password", { personId })) return refuse("not-allowed");
    if (!(await holdPassword(trx, personId, checked))) return refuse("changed-meanwhile");

    await setPasswordHash(trx, personId, passwordHash, context.now());
    await record(trx, context, { act: "account.change-password", bodyId: null, subject: { kind: "person", id: personId } });
    return accept(true);
  });
}
