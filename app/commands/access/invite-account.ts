import type { CommandContext } from "#app/commands/context.ts";
import { linkExpiry } from "#app/domain/access/credential-link.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { insertCredentialLink } from "#db/queries/accounts.ts";
import { findAccountById } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";

/** Makes a new link with which somebody sets a password. The old password works until the link is used. */
export function inviteAccount(context: CommandContext, { id, token }: { readonly id: string; readonly token: string }): Promise<Result<{ expiresAt: Instant }, "not-allowed" | "not-found" | "disabled">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "account.invite")) return refuse("not-allowed");
    const account = await findAccountById(trx, id);
    if (!account) return refuse("not-found");
    if (account.isDisabled) return refuse("disabled");

    const [at, expiresAt] = [context.now(), linkExpiry(context.now())];
    await insertCredentialLink(trx, { token, personId: id, at, expiresAt });
    await record(trx, context, { act: "account.invite", bodyId: null, subject: { kind: "person", id } });
    return accept({ expiresAt });
  });
}
