import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { closeLinks } from "#db/queries/accounts.ts";
import { countOtherAdmins, findAccountById, findOrganisation, isAddressTaken, updateAccount } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";

export interface AccountChange {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly job: string | null;
  /** CBS code or name; null: none */
  readonly organisation: string | null;
  readonly isAdmin: boolean;
  readonly isMunicipalAdmin: boolean;
}

export type AccountChangeRefusal = "not-allowed" | "not-found" | "name-missing" | "email-invalid" | "email-taken" | "organisation-unknown" | "last-admin";

/** Changes an account. Another address, organisation or right ends its sessions; the last beheerder stays one. Source: security W4. */
export function changeAccount(context: CommandContext, input: AccountChange): Promise<Result<{ sessionsEnded: boolean }, AccountChangeRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "account.change")) return refuse("not-allowed");
    const account = await findAccountById(trx, input.id);
    if (!account) return refuse("not-found");
    const [name, email] = [input.name.trim(), input.email.trim()];
    if (name === "") return refuse("name-missing");
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 200) return refuse("email-invalid");
    if (await isAddressTaken(trx, email, input.id)) return refuse("email-taken");
    const asked = input.organisation?.trim() ?? "";
    // What stays as it was is not looked up again: an organisation that no longer exists may still be somebody's.
    const isSame = account.organisation !== null && (asked === account.organisation.code || asked === account.organisation.name);
    const organisation = asked === "" ? null : isSame ? account.organisation : await findOrganisation(trx, asked);
    if (asked !== "" && organisation === null) return refuse("organisation-unknown");
    if (account.isAdmin && !input.isAdmin && (await countOtherAdmins(trx, input.id)) === 0) return refuse("last-admin");

    const organisationId = organisation?.id ?? null;
    await updateAccount(trx, input.id, { name, email, job: input.job?.trim() || null, organisationId, isAdmin: input.isAdmin, isMunicipalAdmin: input.isMunicipalAdmin });
    const hasNewRights = input.isAdmin !== account.isAdmin || input.isMunicipalAdmin !== account.isMunicipalAdmin || organisationId !== (account.organisation?.id ?? null);
    const hasNewAddress = email.toLowerCase() !== account.email.toLowerCase();
    const sessionsEnded = hasNewRights || hasNewAddress;
    if (hasNewAddress) await closeLinks(trx, input.id, context.now());
    if (sessionsEnded) await deleteSessionsOf(trx, input.id);
    await record(trx, context, { act: "account.change", bodyId: null, subject: { kind: "person", id: input.id }, payload: { isAdmin: input.isAdmin, isMunicipalAdmin: input.isMunicipalAdmin, organisation: organisationId, sessionsEnded } });
    return accept({ sessionsEnded });
  });
}
