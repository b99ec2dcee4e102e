import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { sha256 } from "../hash.ts";

export interface KeptForm {
  readonly personId: string;
  readonly address: string;
  readonly sealed: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** Keeps it under the hash of its token; what is out of date leaves at the same time. */
export async function insertKeptForm(db: Db, token: string, form: KeptForm): Promise<void> {
  await db.deleteFrom("kept_form").where("expires_at", "<=", form.createdAt).execute();
  await db.insertInto("kept_form").values({ id: sha256(token), person_id: form.personId, address: form.address, sealed: form.sealed, created_at: form.createdAt, expires_at: form.expiresAt }).execute();
}

/** The form of this token that this person typed, while it is kept. */
export async function findKeptForm(db: Db, token: string, personId: string, now: Instant): Promise<KeptForm | null> {
  const row = await db.selectFrom("kept_form").selectAll().where("id", "=", sha256(token)).where("person_id", "=", personId).where("expires_at", ">", now).executeTakeFirst();
  return row ? { personId: row.person_id, address: row.address, sealed: row.sealed, createdAt: row.created_at, expiresAt: row.expires_at } : null;
}

export async function deleteKeptForm(db: Db, token: string, personId: string): Promise<void> {
  await db.deleteFrom("kept_form").where("id", "=", sha256(token)).where("person_id", "=", personId).execute();
}
