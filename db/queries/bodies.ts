import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";
import { visibleTo } from "./visibility.ts";

/** Every body that still exists, in its own order, with how many seats vote in it now. */
export async function listBodies(db: Db, now: Instant) {
  const rows = await db
    .selectFrom("body")
    .leftJoin("seat", (join) => join.onRef("seat.body_id", "=", "body.id").on("seat.is_voting", "=", 1).on(sql<boolean>`(seat."from" <= ${now} and (seat."until" is null or seat."until" > ${now}))`))
    .select(["body.id", "body.slug", "body.name", "body.purpose", "body.position", sql<number>`cast(count(seat.id) as integer)`.as("seats")])
    .where("body.ended_at", "is", null)
    .groupBy(["body.id", "body.slug", "body.name", "body.purpose", "body.position"])
    .orderBy("body.position")
    .execute();
  return rows.map(({ id, slug, name, purpose, seats }) => ({ id, slug, name, purpose, seats }));
}

/** The bodies that still exist, by name, in their own order. */
export const listBodyNames = (db: Db) => db.selectFrom("body").select(["id", "slug", "name", "kind"]).where("ended_at", "is", null).orderBy("position").execute();

export async function findBody(db: Db, slug: string) {
  const row = await db.selectFrom("body").select(["id", "slug", "name", "purpose", "prefix", "kind", "default_tlp as defaultTlp", "ended_at as endedAt"]).where("slug", "=", slug).executeTakeFirst();
  return row ?? null;
}

/** How many proposals of a body this reader may see, per state. */
export async function countProposalsByState(db: Db, actor: Actor, bodyId: string) {
  return db
    .selectFrom("proposal")
    .select(["state", countRows().as("amount")])
    .where("body_id", "=", bodyId)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .groupBy("state")
    .execute();
}

/** Who chairs each body now, and who is its secretary. */
export async function listOfficers(db: Db, now: Instant) {
  return db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["seat.body_id as bodyId", "membership.role", "person.name"])
    .where("membership.role", "in", ["chair", "secretary"])
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .orderBy("person.name")
    .execute();
}

/** The seats of a body now, with who holds them; voting seats first, by organisation. */
export async function listSeats(db: Db, bodyId: string, now: Instant) {
  const rows = await db
    .selectFrom("seat")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .leftJoin("membership", (join) => join.onRef("membership.seat_id", "=", "seat.id").on(sql<boolean>`(membership."from" <= ${now} and (membership."until" is null or membership."until" > ${now}))`))
    .leftJoin("person", "person.id", "membership.person_id")
    .select(["seat.id", "seat.is_voting", "organisation.name as organisation", "organisation.code", "organisation.kind", "organisation.id as organisation_id", "organisation.name_key", "membership.role", "person.name as person"])
    .where("seat.body_id", "=", bodyId)
    .where("seat.from", "<=", now)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .orderBy("seat.is_voting", "desc")
    .orderBy("organisation.name_key")
    .orderBy("seat.id")
    .execute();
  const seats = new Map<string, { id: string; isVoting: boolean; organisation: string; organisationId: string; code: string | null; people: { name: string; role: NonNullable<(typeof rows)[number]["role"]> }[] }>();
  for (const row of rows) {
    const seat = seats.get(row.id) ?? { id: row.id, isVoting: row.is_voting === 1, organisation: row.organisation, organisationId: row.organisation_id, code: row.kind === "gemeente" ? row.code : null, people: [] };
    if (row.person !== null && row.role !== null) seat.people.push({ name: row.person, role: row.role });
    seats.set(row.id, seat);
  }
  return [...seats.values()];
}
