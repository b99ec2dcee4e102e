import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { prepared } from "../prepared.ts";
import { sha256 } from "../hash.ts";

/** Sessions are kept under the hash of their token: who reads the database cannot use one. */
export const sessionIdOf = (token: string): string => sha256(token);

export interface StoredSession {
  readonly id: string;
  readonly personId: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly device: string | null;
}

export async function insertSession(db: Db, session: StoredSession): Promise<void> {
  const { id, personId, createdAt, lastSeenAt, expiresAt, device } = session;
  await db.insertInto("session").values({ id, person_id: personId, created_at: createdAt, last_seen_at: lastSeenAt, auth_at: createdAt, expires_at: expiresAt, device }).execute();
}

export async function findSession(db: Db, id: string): Promise<StoredSession | null> {
  const [row] = await sessionById(db, { id });
  return row ? toSession(row) : null;
}

/** The sessions of one person, last seen first. */
export async function listSessionsOf(db: Db, personId: string): Promise<StoredSession[]> {
  return (await sessions(db).where("person_id", "=", personId).orderBy("last_seen_at", "desc").execute()).map(toSession);
}

/** The sessions of one person that still work at this moment, last seen first: not past their end, and seen since `idleSince`. */
export async function listLiveSessionsOf(db: Db, personId: string, at: Instant, idleSince: Instant): Promise<StoredSession[]> {
  const rows = await sessions(db).where("person_id", "=", personId).where("expires_at", ">", at).where("last_seen_at", ">", idleSince).orderBy("last_seen_at", "desc").orderBy("id").limit(100).execute();
  return rows.map(toSession);
}

/** Ends one session of this person; false when there is none of that name. */
export async function deleteSessionOf(db: Db, personId: string, id: string): Promise<boolean> {
  return (await db.deleteFrom("session").where("id", "=", id).where("person_id", "=", personId).returning("id").executeTakeFirst()) !== undefined;
}

export async function touchSession(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable("session").set({ last_seen_at: at }).where("id", "=", id).execute();
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom("session").where("id", "=", id).execute();
}

export async function deleteSessionsOf(db: Db, personId: string): Promise<void> {
  await db.deleteFrom("session").where("person_id", "=", personId).execute();
}

export async function deleteExpiredSessions(db: Db, at: Instant): Promise<void> {
  await db.deleteFrom("session").where("expires_at", "<=", at).execute();
}

const sessions = (db: Db) => db.selectFrom("session").select(["id", "person_id", "created_at", "last_seen_at", "expires_at", "device"]);
const sessionById = prepared((db, { id }: { id: string }) => sessions(db).where("id", "=", id));
const toSession = (row: Awaited<ReturnType<ReturnType<typeof sessions>["executeTakeFirstOrThrow"]>>): StoredSession => ({
  ...{ id: row.id, personId: row.person_id, createdAt: row.created_at, lastSeenAt: row.last_seen_at, expiresAt: row.expires_at, device: row.device },
});

/** The account of an address as the sign-in needs it; disabled accounts are no accounts. */
export async function findAccount(db: Db, email: string): Promise<{ id: string; passwordHash: string | null } | null> {
  const row = await db.selectFrom("person").select(["id", "password_hash"]).where("email_key", "=", email.trim().toLowerCase()).where("disabled_at", "is", null).executeTakeFirst();
  return row ? { id: row.id, passwordHash: row.password_hash } : null;
}
