import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findPreferenceByToken, setReminders } from "#db/queries/mail-preferences.ts";

/** Switches mail that may be switched off, for whoever holds the address from such a mail; nobody has to sign in. */
export function setMailPreference(context: CommandContext, { token, wantsReminders }: { token: string; wantsReminders: boolean }): Promise<Result<null, "not-found">> {
  return inTransaction(context.db, async (trx) => {
    const preference = await findPreferenceByToken(trx, token);
    if (!preference) return refuse("not-found");
    if (await setReminders(trx, preference.personId, wantsReminders)) {
      await record(trx, context, { act: "mail.preference", bodyId: null, subject: { kind: "person", id: preference.personId }, payload: { reminders: wantsReminders } });
    }
    return accept(null);
  });
}
