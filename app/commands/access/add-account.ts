import type { CommandContext } from "#app/commands/context.ts";
import { linkExpiry } from "#app/domain/access/credential-link.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { hasAccounts, insertAccount, insertCredentialLink } from "#db/queries/accounts.ts";
import { findOrganisation } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";

export interface AccountInput {
  readonly name: string;
  readonly email: string;
  /** CBS code or name of the organisation, or null */
  readonly organisation: string | null;
  readonly job?: string | null;
  readonly isAdmin: boolean;
  readonly isMunicipalAdmin: boolean;
  /** the secret of the link, made by whoever calls: chance has no place in a command */
  readonly token: string;
  /** the command line of the server itself, whoever sits there */
  readonly isConsole?: boolean;
}

export type AccountRefusal = "not-allowed" | "name-missing" | "email-invalid" | "email-taken" | "organisation-unknown";

/** Adds an account and the link with which its person sets a password, valid 72 hours. By a beheerder, or at the server's own command line. */
export function addAccount(context: CommandContext, input: AccountInput): Promise<Result<{ id: string; expiresAt: Instant; isFirst: boolean }, AccountRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (input.isConsole !== true && !may(context.actor, "account.add")) return refuse("not-allowed");
    const [name, email] = [input.name.trim(), input.email.trim()];
    if (name === "") return refuse("name-missing");
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 200) return refuse("email-invalid");
    const organisation = input.organisation === null ? null : await findOrganisation(trx, input.organisation.trim());
    if (input.organisation !== null && organisation === null) return refuse("organisation-unknown");

    const isFirst = !(await hasAccounts(trx));
    const [id, at] = [context.newId(), context.now()];
    const account = { id, name, email, organisationId: organisation?.id ?? null, job: input.job?.trim() || null, isAdmin: input.isAdmin, isMunicipalAdmin: input.isMunicipalAdmin, at };
    if (!(await insertAccount(trx, account))) return refuse("email-taken");
    const expiresAt = linkExpiry(at);
    await insertCredentialLink(trx, { token: input.token, personId: id, at, expiresAt });
    await record(trx, context, { act: "account.add", bodyId: null, subject: { kind: "person", id }, payload: { isAdmin: input.isAdmin, isMunicipalAdmin: input.isMunicipalAdmin, organisation: input.organisation, console: input.isConsole === true } });
    return accept({ id, expiresAt, isFirst });
  });
}
