import { STRANGER, type Actor, type Membership } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { prepared } from "../prepared.ts";

/** Somebody as the rules see them now: name, organisation, and every current membership. A stranger when unknown or disabled. */
export async function actorOf(db: Db, personId: string, now: Instant): Promise<Actor> {
  const [person] = await personById(db, { personId });
  if (!person) return STRANGER;
  return {
    id: person.id,
    name: person.name,
    organisation:
      person.organisation_id !== null && person.organisation_name !== null
        ? { id: person.organisation_id, name: person.organisation_name, code: person.organisation_code }
        : null,
    isAdmin: person.is_admin === 1,
    isMunicipalAdmin: person.is_municipal_admin === 1,
    memberships: await listMembershipsOf(db, personId, now),
  };
}

const personById = prepared((db, { personId }: { personId: string }) =>
  db
    .selectFrom("person")
    .leftJoin("organisation", "organisation.id", "person.organisation_id")
    .select([
      "person.id",
      "person.name",
      "person.is_admin",
      "person.is_municipal_admin",
      "organisation.id as organisation_id",
      "organisation.name as organisation_name",
      "organisation.code as organisation_code",
    ])
    .where("person.id", "=", personId)
    .where("person.disabled_at", "is", null),
);

/** The places somebody holds at this moment, most important role first. */
export async function listMembershipsOf(db: Db, personId: string, now: Instant): Promise<Membership[]> {
  const rows = await membershipsOf(db, { personId, now });
  return rows.map((row) => ({
    bodyId: row.body_id,
    bodySlug: row.body_slug,
    bodyName: row.body_name,
    seatId: row.seat_id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    isVoting: row.is_voting === 1,
    role: row.role,
  }));
}

const membershipsOf = prepared((db, { personId, now }: { personId: string; now: Instant }) =>
  db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .innerJoin("body", "body.id", "seat.body_id")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .select([
      "membership.role",
      "seat.id as seat_id",
      "seat.is_voting",
      "body.id as body_id",
      "body.slug as body_slug",
      "body.name as body_name",
      "organisation.id as organisation_id",
      "organisation.name as organisation_name",
    ])
    .where("membership.person_id", "=", personId)
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where("seat.from", "<=", now)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .orderBy("body.position")
    .orderBy("membership.role"),
);
