import type { Db, Trx } from "../client.ts";
import { flag } from "../schema/flag.ts";

/** What somebody wants of mail that is not always sent, and the secret in the address to change it. */
export interface MailPreference {
  readonly personId: string;
  readonly token: string;
  readonly wantsReminders: boolean;
}

/** The preference of this person; the first time it is made, with this token. */
export async function preferenceOf(db: Db, personId: string, newToken: string): Promise<MailPreference> {
  await db.insertInto("mail_preference").values({ person_id: personId, token: newToken, reminders: 1 }).onConflict((oc) => oc.column("person_id").doNothing()).execute();
  const row = await db.selectFrom("mail_preference").selectAll().where("person_id", "=", personId).executeTakeFirstOrThrow();
  return toPreference(row);
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
