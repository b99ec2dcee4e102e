import { sql } from "kysely";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { OrganisationKind } from "#app/domain/municipalities/organisation.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { keyPattern, searchKey } from "../portable.ts";
import { flag } from "../schema/flag.ts";

/** One page of accounts by address; `after` is the last address of the page before. */
export async function listAccounts(db: Db, { q, after, size }: { q: string; after: string | null; size: number }) {
  const rows = await db
    .selectFrom("person")
    .leftJoin("organisation", "organisation.id", "person.organisation_id")
    .select(["person.id", "person.name", "person.email", "person.email_key", "person.is_admin", "person.is_municipal_admin", "person.disabled_at", "organisation.name as organisation"])
    .select(sql<number>`case when person.password_hash is null then 0 else 1 end`.as("has_password"))
    .$if(searchKey(q) !== "", (query) => query.where(sql<boolean>`(person.email_key like ${keyPattern(q)} or lower(person.name) like ${keyPattern(q)} or organisation.name_key like ${keyPattern(q)})`))
    .$if(after !== null, (query) => query.where("person.email_key", ">", after ?? ""))
    .orderBy("person.email_key")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  return {
    accounts: shown.map((row) => ({ id: row.id, name: row.name, email: row.email, organisation: row.organisation, isAdmin: row.is_admin === 1, isMunicipalAdmin: row.is_municipal_admin === 1, isDisabled: row.disabled_at !== null, hasPassword: row.has_password === 1 })),
    next: rows.length > size ? (shown.at(-1)?.email_key ?? null) : null,
  };
}

export async function findAccountById(db: Db, id: string) {
  const row = await db
    .selectFrom("person")
    .leftJoin("organisation", "organisation.id", "person.organisation_id")
    .select(["person.id", "person.name", "person.email", "person.job", "person.is_admin", "person.is_municipal_admin", "person.disabled_at", "person.organisation_id", "organisation.code", "organisation.name as organisation"])
    .where("person.id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ id: row.id, name: row.name, email: row.email, job: row.job, isAdmin: row.is_admin === 1, isMunicipalAdmin: row.is_municipal_admin === 1, isDisabled: row.disabled_at !== null },
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, code: row.code, name: row.organisation ?? "" },
  };
}

/** How many beheerders can still sign in besides this one. They are held until the commit, so that two cannot block each other. */
export async function countOtherAdmins(trx: Trx, id: string): Promise<number> {
  await trx.updateTable("person").set((eb) => ({ is_admin: eb.ref("is_admin") })).where("is_admin", "=", 1).execute();
  return (await trx.selectFrom("person").select("id").where("is_admin", "=", 1).where("disabled_at", "is", null).where("id", "!=", id).execute()).length;
}

/** Blocks an account and ends its sessions, or opens it again. */
export async function setDisabled(trx: Trx, id: string, at: Instant | null): Promise<void> {
  await trx.updateTable("person").set({ disabled_at: at }).where("id", "=", id).execute();
  if (at !== null) await trx.deleteFrom("session").where("person_id", "=", id).execute();
}

export interface AccountDetails {
  readonly name: string;
  readonly email: string;
  readonly job: string | null;
  readonly organisationId: string | null;
  readonly isAdmin: boolean;
  readonly isMunicipalAdmin: boolean;
}

/** Whether another account has this address. */
export const isAddressTaken = async (db: Db, email: string, ownId: string): Promise<boolean> => (await db.selectFrom("person").select("id").where("email_key", "=", email.toLowerCase()).where("id", "!=", ownId).executeTakeFirst()) !== undefined;

export async function updateAccount(trx: Trx, id: string, { name, email, job, organisationId, isAdmin, isMunicipalAdmin }: AccountDetails): Promise<void> {
  await trx.updateTable("person").set({ name, email, email_key: email.toLowerCase(), job, organisation_id: organisationId, is_admin: flag(isAdmin), is_municipal_admin: flag(isMunicipalAdmin) }).where("id", "=", id).execute();
}

export interface BodyDetails {
  readonly name: string;
  readonly prefix: string;
  readonly purpose: string;
  readonly defaultTlp: Tlp;
}

/** Whether numbers with this prefix were given out: then it is fixed. */
export const isPrefixUsed = async (db: Db, bodyId: string, prefix: string): Promise<boolean> =>
  (await db.selectFrom("proposal").select("id").where("body_id", "=", bodyId).limit(1).executeTakeFirst()) !== undefined || (await db.selectFrom("counter").select("name").where("name", "=", `proposal:${prefix}`).executeTakeFirst()) !== undefined;

export const isPrefixTaken = async (db: Db, prefix: string, ownId: string): Promise<boolean> => (await db.selectFrom("body").select("id").where("prefix", "=", prefix).where("id", "!=", ownId).executeTakeFirst()) !== undefined;

export async function updateBody(trx: Trx, id: string, { name, prefix, purpose, defaultTlp }: BodyDetails): Promise<void> {
  await trx.updateTable("body").set({ name, prefix, purpose, default_tlp: defaultTlp }).where("id", "=", id).execute();
}

export interface NewBody {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly prefix: string;
  readonly kind: "expertgroep" | "adviesraad" | "taskforce";
  readonly purpose: string;
  readonly defaultTlp: Tlp;
  readonly componentId?: string | null;
}

/** False when another body has this slug or prefix. */
export async function insertBody(trx: Trx, body: NewBody): Promise<boolean> {
  const last = await trx.selectFrom("body").select("position").orderBy("position", "desc").limit(1).executeTakeFirst();
  const taken = await trx.selectFrom("body").select("id").where((eb) => eb.or([eb("slug", "=", body.slug), eb("prefix", "=", body.prefix)])).executeTakeFirst();
  if (taken) return false;
  const { id, slug, name, prefix, kind, purpose, defaultTlp, componentId = null } = body;
  const row = await trx
    .insertInto("body")
    .values({ id, slug, name, prefix, kind, purpose, default_tlp: defaultTlp, component_id: componentId, position: (last?.position ?? 0) + 1, ended_at: null })
    .onConflict((oc) => oc.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The organisation with this CBS code or this exact name. */
export async function findOrganisation(db: Db, text: string): Promise<{ id: string; name: string; kind: OrganisationKind } | null> {
  const row = await db
    .selectFrom("organisation")
    .select(["id", "name", "kind"])
    .where((eb) => eb.or([eb("code", "=", text), eb("name_key", "=", searchKey(text))]))
    .where("valid_until", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

