import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { sha256 } from "../hash.ts";

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisationId: string | null;
  readonly job?: string | null;
  readonly isAdmin: boolean;
  readonly isMunicipalAdmin: boolean;
  readonly at: Instant;
}

/** False when the address has an account already. */
export async function insertAccount(trx: Trx, account: NewAccount): Promise<boolean> {
  const row = await trx
    .insertInto("person")
    .values({
      ...{ id: account.id, name: account.name, email: account.email, email_key: account.email.toLowerCase(), organisation_id: account.organisationId, job: account.job ?? null, password_hash: null },
      ...{ is_admin: account.isAdmin ? 1 : 0, is_municipal_admin: account.isMunicipalAdmin ? 1 : 0, is_demo: 0, disabled_at: null, created_at: account.at },
    })
    .onConflict((oc) => oc.column("email_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether nobody can sign in yet: then the portal says what to do first. */
export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.selectFrom("person").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** A link is kept under the hash of its token: who reads the database cannot use it. It takes the place of earlier ones. */
export async function insertCredentialLink(trx: Trx, link: { token: string; personId: string; at: Instant; expiresAt: Instant }): Promise<void> {
  await closeLinks(trx, link.personId, link.at);
  await trx.insertInto("credential_link").values({ id: sha256(link.token), person_id: link.personId, created_at: link.at, expires_at: link.expiresAt, used_at: null }).execute();
}

/** Links that were sent to an address that is no longer this person's do nothing any more. */
export async function closeLinks(trx: Trx, personId: string, at: Instant): Promise<void> {
  await trx.updateTable("credential_link").set({ used_at: at }).where("person_id", "=", personId).where("used_at", "is", null).execute();
}

export interface CredentialLink {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly expiresAt: Instant;
  readonly isUsed: boolean;
}

export async function findCredentialLink(db: Db, token: string): Promise<CredentialLink | null> {
  const row = await db
    .selectFrom("credential_link")
    .innerJoin("person", "person.id", "credential_link.person_id")
    .select(["person.id", "person.name", "person.email", "credential_link.expires_at", "credential_link.used_at"])
    .where("credential_link.id", "=", sha256(token))
    .where("person.disabled_at", "is", null)
    .executeTakeFirst();
  return row ? { personId: row.id, name: row.name, email: row.email, expiresAt: row.expires_at, isUsed: row.used_at !== null } : null;
}

/** False when somebody used it first. */
export async function useCredentialLink(trx: Trx, token: string, at: Instant): Promise<boolean> {
  const row = await trx.updateTable("credential_link").set({ used_at: at }).where("id", "=", sha256(token)).where("used_at", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** What somebody sees of the own account, with what a new password is held against. */
export async function findOwnAccount(db: Db, id: string) {
  const row = await db
    .selectFrom("person")
    .leftJoin("organisation", "organisation.id", "person.organisation_id")
    .select(["person.name", "person.email", "person.job", "person.password_hash", "organisation.name as organisation"])
    .where("person.id", "=", id)
    .executeTakeFirst();
  return row ? { name: row.name, email: row.email, job: row.job, organisation: row.organisation, passwordHash: row.password_hash } : null;
}

/** False when the password is no longer the one that was checked. The row stays locked until the commit. */
export async function holdPassword(trx: Trx, personId: string, checked: string | null): Promise<boolean> {
  const row = await trx.updateTable("person").set({ password_hash: checked }).where("id", "=", personId).where("password_hash", checked === null ? "is" : "=", checked).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** The new password; every session of this person ends, and every other open link. */
export async function setPasswordHash(trx: Trx, personId: string, hash: string, at: Instant): Promise<void> {
  await trx.updateTable("person").set({ password_hash: hash }).where("id", "=", personId).execute();
  await trx.deleteFrom("session").where("person_id", "=", personId).execute();
  await closeLinks(trx, personId, at);
}
