import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";

/** The secretaris in whose name a command line works for a body: the one with this address, or else the one appointed first. */
export async function findSecretaryOf(db: Db, slug: string, now: Instant, email: string | null): Promise<{ bodyId: string; bodyName: string; personId: string } | null> {
  const row = await db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .innerJoin("body", "body.id", "seat.body_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["body.id as body_id", "body.name as body_name", "person.id as person_id"])
    .where("body.slug", "=", slug)
    .where("membership.role", "=", "secretary")
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .where("person.disabled_at", "is", null)
    .$if(email !== null, (query) => query.where("person.email_key", "=", (email ?? "").trim().toLowerCase()))
    .orderBy("membership.from")
    .executeTakeFirst();
  return row ? { bodyId: row.body_id, bodyName: row.body_name, personId: row.person_id } : null;
}
