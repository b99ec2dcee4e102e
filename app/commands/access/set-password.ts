import type { CommandContext } from "#app/commands/context.ts";
import { linkRefusal, type LinkRefusal } from "#app/domain/access/credential-link.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findCredentialLink, setPasswordHash, useCredentialLink } from "#db/queries/accounts.ts";
import { record } from "#db/queries/audit.ts";
import { actorOf } from "#db/queries/people.ts";

/** Sets a password with a link that works once. The hash is made before: nothing slow happens inside a transaction. */
export function setPassword(context: CommandContext, { token, passwordHash }: { readonly token: string; readonly passwordHash: string }): Promise<Result<{ personId: string }, LinkRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const at = context.now();
    const link = await findCredentialLink(trx, token);
    const refusal = linkRefusal(link, at);
    if (refusal !== null || link === null) return refuse(refusal ?? "link-unknown");
    if (!(await useCredentialLink(trx, token, at))) return refuse("link-used");

    await setPasswordHash(trx, link.personId, passwordHash, at);
    await record(trx, { ...context, actor: await actorOf(trx, link.personId, at) }, { act: "account.set-password", bodyId: null, subject: { kind: "person", id: link.personId } });
    return accept({ personId: link.personId });
  });
}
