import { ROLES } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** Everybody who may write for a body now: whoever holds a place in it, but for those who only listen. */
export async function listDrafters(db: Db, bodyId: string, now: Instant): Promise<{ id: string; name: string; organisationName: string }[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["person.id", "person.name", "organisation.name as organisation_name"])
    .where("seat.body_id", "=", bodyId)
    .where("membership.role", "in", ROLES.filter((role) => role !== "observer"))
    .where("person.disabled_at", "is", null)
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
  return [...new Map(rows.map((row) => [row.id, { id: row.id, name: row.name, organisationName: row.organisation_name }])).values()];
}

/** False when this person already was an author. */
export async function insertAuthor(trx: Trx, proposalId: string, personId: string): Promise<boolean> {
  const row = await trx
    .insertInto("proposal_author")
    .values({ proposal_id: proposalId, person_id: personId })
    .onConflict((oc) => oc.doNothing())
    .returning("person_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a lock on the proposal, so that of two who both leave one stays. */
export async function lockAuthors(trx: Trx, proposalId: string): Promise<string[]> {
  await trx.updateTable("proposal").set((eb) => ({ current_version: eb.ref("current_version") })).where("id", "=", proposalId).execute();
  const rows = await trx.selectFrom("proposal_author").select("person_id").where("proposal_id", "=", proposalId).orderBy("person_id").execute();
  return rows.map((row) => row.person_id);
}

export async function deleteAuthor(trx: Trx, proposalId: string, personId: string): Promise<void> {
  await trx.deleteFrom("proposal_author").where("proposal_id", "=", proposalId).where("person_id", "=", personId).execute();
}
