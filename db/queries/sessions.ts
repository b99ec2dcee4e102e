import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { sha256 } from "../hash.ts";

/** Sessions are kept under the hash of their token: who reads the database cannot use one. */
export const sessionIdOf = (token: string): string => sha256(token);

export async function insertSession(db: Db, session: { token: string; personId: string; at: Instant; expiresAt: Instant; device: string | null }): Promise<void> {
  await db
    .insertInto("session")
    .values({ id: sessionIdOf(session.token), person_id: session.personId, created_at: session.at, last_seen_at: session.at, auth_at: session.at, expires_at: session.expiresAt, device: session.device })
    .execute();
}

export async function findSession(db: Db, token: string): Promise<{ personId: string; lastSeenAt: Instant; expiresAt: Instant } | null> {
  const row = await db.selectFrom("session").select(["person_id", "last_seen_at", "expires_at"]).where("id", "=", sessionIdOf(token)).executeTakeFirst();
  return row ? { personId: row.person_id, lastSeenAt: row.last_seen_at, expiresAt: row.expires_at } : null;
}

export async function touchSession(db: Db, token: string, at: Instant): Promise<void> {
  await db.updateTable("session").set({ last_seen_at: at }).where("id", "=", sessionIdOf(token)).execute();
}

export async function deleteSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom("session").where("id", "=", sessionIdOf(token)).execute();
}

/** The account of an address as the sign-in needs it; disabled accounts are no accounts. */
export async function findAccount(db: Db, email: string): Promise<{ id: string; passwordHash: string | null } | null> {
  const row = await db.selectFrom("person").select(["id", "password_hash"]).where("email_key", "=", email.trim().toLowerCase()).where("disabled_at", "is", null).executeTakeFirst();
  return row ? { id: row.id, passwordHash: row.password_hash } : null;
}
