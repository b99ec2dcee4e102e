import { inTransaction, type Db, type Trx } from "../client.ts";
import { flag } from "../schema/flag.ts";

/** What somebody wants of mail that is not always sent, and the secret in the address to change it. */
export interface MailPreference {
  readonly personId: string;
  readonly token: string;
  readonly wantsReminders: boolean;
}

/** The preference of this person; the first time it is made, with this token. */
export async function preferenceOf(db: Db, personId: string, newToken: string): Promise<MailPreference> {
  const kept = await findPreference(db, personId);
  if (kept) return kept;
  return inTransaction(db, async (trx) => {
    await trx.insertInto("mail_preference").values({ person_id: personId, token: newToken, reminders: 1 }).onConflict((oc) => oc.column("person_id").doNothing()).execute();
    const made = await findPreference(trx, personId);
    if (!made) throw new Error(`no mail preference for ${personId}`);
    return made;
  });
}

async function findPreference(db: Db, personId: string): Promise<MailPreference | null> {
  const row = await db.selectFrom("mail_preference").selectAll().where("person_id", "=", personId).executeTakeFirst();
  return row ? toPreference(row) : null;
}

export async function findPreferenceByToken(db: Db, token: string): Promise<MailPreference | null> {
  const row = await db.selectFrom("mail_preference").selectAll().where("token", "=", token).executeTakeFirst();
  return row ? toPreference(row) : null;
}

/** Returns whether that changed anything. */
export async function setReminders(trx: Trx, personId: string, wantsReminders: boolean): Promise<boolean> {
  const row = await trx.updateTable("mail_preference").set({ reminders: flag(wantsReminders) }).where("person_id", "=", personId).where("reminders", "=", flag(!wantsReminders)).returning("person_id").executeTakeFirst();
  return row !== undefined;
}

const toPreference = (row: { person_id: string; token: string; reminders: number }): MailPreference => ({ personId: row.person_id, token: row.token, wantsReminders: row.reminders === 1 });
