import { sql } from "kysely";
import type { Role } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { keyPattern, searchKey } from "../portable.ts";

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
  const row = await db.selectFrom("person").select(["id", "name", "email", "is_admin", "disabled_at"]).where("id", "=", id).executeTakeFirst();
  return row ? { id: row.id, name: row.name, email: row.email, isAdmin: row.is_admin === 1, isDisabled: row.disabled_at !== null } : null;
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

export interface NewBody {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly prefix: string;
  readonly kind: "expertgroep" | "adviesraad" | "taskforce";
  readonly purpose: string;
  readonly defaultTlp: Tlp;
}

/** False when another body has this slug or prefix. */
export async function insertBody(trx: Trx, body: NewBody): Promise<boolean> {
  const last = await trx.selectFrom("body").select("position").orderBy("position", "desc").limit(1).executeTakeFirst();
  const taken = await trx.selectFrom("body").select("id").where((eb) => eb.or([eb("slug", "=", body.slug), eb("prefix", "=", body.prefix)])).executeTakeFirst();
  if (taken) return false;
  const { id, slug, name, prefix, kind, purpose, defaultTlp } = body;
  const row = await trx
    .insertInto("body")
    .values({ id, slug, name, prefix, kind, purpose, default_tlp: defaultTlp, component_id: null, position: (last?.position ?? 0) + 1, ended_at: null })
    .onConflict((oc) => oc.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSeat(trx: Trx, seat: { id: string; bodyId: string; organisationId: string; isVoting: boolean; from: Instant }): Promise<void> {
  await trx.insertInto("seat").values({ id: seat.id, body_id: seat.bodyId, organisation_id: seat.organisationId, is_voting: seat.isVoting ? 1 : 0, weight: 1, from: seat.from, until: null }).execute();
}

/** The seat of an organisation in a body that runs now, voting or advisory. The body is held until the commit: no second one comes in between. */
export async function findOpenSeat(trx: Trx, bodyId: string, organisationId: string, isVoting: boolean): Promise<{ id: string } | null> {
  await trx.updateTable("body").set((eb) => ({ position: eb.ref("position") })).where("id", "=", bodyId).execute();
  return (await trx.selectFrom("seat").select("id").where("body_id", "=", bodyId).where("organisation_id", "=", organisationId).where("is_voting", "=", isVoting ? 1 : 0).where("until", "is", null).executeTakeFirst()) ?? null;
}

export async function findSeat(db: Db, id: string) {
  const row = await db.selectFrom("seat").select(["id", "body_id", "organisation_id", "from", "until"]).where("id", "=", id).executeTakeFirst();
  return row ? { id: row.id, bodyId: row.body_id, organisationId: row.organisation_id, from: row.from, until: row.until } : null;
}

/** Ends a seat and who sits on it. */
export async function endSeatAt(trx: Trx, id: string, at: Instant): Promise<void> {
  await trx.updateTable("seat").set({ until: at }).where("id", "=", id).execute();
  await trx.updateTable("membership").set({ until: at }).where("seat_id", "=", id).where("until", "is", null).execute();
}

export async function insertMembership(trx: Trx, membership: { id: string; seatId: string; personId: string; role: Role; from: Instant }): Promise<void> {
  await trx.insertInto("membership").values({ id: membership.id, seat_id: membership.seatId, person_id: membership.personId, role: membership.role, from: membership.from, until: null }).execute();
}

export async function findMembership(db: Db, id: string) {
  const row = await db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .select(["membership.id", "membership.from", "membership.until", "seat.body_id as bodyId", "membership.person_id as personId"])
    .where("membership.id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

export async function hasOpenMembership(db: Db, seatId: string, personId: string): Promise<boolean> {
  return (await db.selectFrom("membership").select("id").where("seat_id", "=", seatId).where("person_id", "=", personId).where("until", "is", null).executeTakeFirst()) !== undefined;
}

export async function endMembershipAt(trx: Trx, id: string, at: Instant): Promise<void> {
  await trx.updateTable("membership").set({ until: at }).where("id", "=", id).execute();
}

/** The organisation with this CBS code or this exact name. */
export async function findOrganisation(db: Db, text: string): Promise<{ id: string; name: string } | null> {
  const row = await db
    .selectFrom("organisation")
    .select(["id", "name"])
    .where((eb) => eb.or([eb("code", "=", text), eb("name_key", "=", searchKey(text))]))
    .where("valid_until", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** Running memberships of a body with their seats, for the page that ends them. */
export async function listMembershipsOf(db: Db, bodyId: string) {
  return db
    .selectFrom("seat")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .leftJoin("membership", (join) => join.onRef("membership.seat_id", "=", "seat.id").on("membership.until", "is", null))
    .leftJoin("person", "person.id", "membership.person_id")
    .select(["seat.id as seatId", "seat.is_voting as isVoting", "organisation.name as organisation", "membership.id as membershipId", "membership.role", "person.name as person", "person.email"])
    .where("seat.body_id", "=", bodyId)
    .where("seat.until", "is", null)
    .orderBy("organisation.name_key")
    .orderBy("seat.id")
    .execute();
}
