import type { Role } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";

export interface Right {
  readonly id: string;
  readonly person: string;
  readonly email: string;
  readonly organisation: string | null;
  /** null: the portal itself */
  readonly body: string | null;
  readonly role: Role | "admin" | "municipal-admin";
  readonly isVoting: boolean | null;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly isDisabled: boolean;
}

/** Every role that somebody holds at this moment: for the whole portal first, then per body. Two queries whatever the number. */
export async function listRights(db: Db, now: Instant): Promise<Right[]> {
  const admins = await db
    .selectFrom("person")
    .leftJoin("organisation", "organisation.id", "person.organisation_id")
    .select(["person.id", "person.name", "person.email", "person.is_admin", "person.is_municipal_admin", "person.created_at", "person.disabled_at", "organisation.name as organisation"])
    .where((eb) => eb.or([eb("person.is_admin", "=", 1), eb("person.is_municipal_admin", "=", 1)]))
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
  const members = await db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .innerJoin("body", "body.id", "seat.body_id")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["membership.id", "membership.role", "membership.from", "membership.until", "seat.is_voting", "body.name as body", "organisation.name as organisation", "person.name", "person.email", "person.disabled_at"])
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where("seat.from", "<=", now)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .orderBy("body.position")
    .orderBy("person.name")
    .orderBy("membership.id")
    .execute();
  return [
    ...admins.flatMap((row) => {
      const shared = { person: row.name, email: row.email, organisation: row.organisation, body: null, isVoting: null, since: row.created_at, until: null, isDisabled: row.disabled_at !== null };
      return [
        ...(row.is_admin === 1 ? [{ ...shared, id: `beheer-${row.id}`, role: "admin" as const }] : []),
        ...(row.is_municipal_admin === 1 ? [{ ...shared, id: `gemeente-${row.id}`, role: "municipal-admin" as const }] : []),
      ];
    }),
    ...members.map((row) => ({
      ...{ id: row.id, person: row.name, email: row.email, organisation: row.organisation, body: row.body, role: row.role },
      ...{ isVoting: row.is_voting === 1, since: row.from, until: row.until, isDisabled: row.disabled_at !== null },
    })),
  ];
}
