import type { Period } from "#app/domain/access/period.ts";
import type { Role } from "#app/domain/access/actor.ts";
import type { SeatPlan } from "#app/domain/bodies/seat.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** Nobody else gives or ends a seat of this body until the commit. */
export async function holdBody(trx: Trx, bodyId: string): Promise<void> {
  await trx.updateTable("body").set((eb) => ({ position: eb.ref("position") })).where("id", "=", bodyId).execute();
}

/** The seats of a body that run now or will, with the gemeenten that each speaks for. */
export async function listSeatPlans(db: Db, bodyId: string, at: Instant): Promise<SeatPlan[]> {
  const rows = await db
    .selectFrom("seat")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .select(["seat.organisation_id", "seat.is_voting", "seat.from", "seat.until", "organisation.kind"])
    .where("seat.body_id", "=", bodyId)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", at)]))
    .execute();
  const partners = await listPartnerIds(db, rows.flatMap((row) => (row.kind === "samenwerkingsverband" ? [row.organisation_id] : [])), at);
  return rows.map((row) => ({ organisationId: row.organisation_id, isVoting: row.is_voting === 1, from: row.from, until: row.until, municipalities: row.kind === "gemeente" ? [row.organisation_id] : (partners.get(row.organisation_id) ?? []) }));
}

/** The gemeenten that take part in each samenwerkingsverband now or will. */
export async function listPartnerIds(db: Db, partnershipIds: readonly string[], at: Instant): Promise<Map<string, string[]>> {
  const partners = new Map<string, string[]>();
  if (partnershipIds.length === 0) return partners;
  const rows = await db
    .selectFrom("organisation_member")
    .select(["partnership_id", "municipality_id"])
    .where("partnership_id", "in", [...partnershipIds])
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", at)]))
    .execute();
  for (const { partnership_id: id, municipality_id: member } of rows) partners.set(id, [...(partners.get(id) ?? []), member]);
  return partners;
}

export async function insertSeat(trx: Trx, seat: { id: string; bodyId: string; organisationId: string; isVoting: boolean } & Period): Promise<void> {
  await trx.insertInto("seat").values({ id: seat.id, body_id: seat.bodyId, organisation_id: seat.organisationId, is_voting: seat.isVoting ? 1 : 0, weight: 1, from: seat.from, until: seat.until }).execute();
}

export async function findSeat(db: Db, id: string) {
  const row = await db.selectFrom("seat").select(["id", "body_id", "organisation_id", "from", "until"]).where("id", "=", id).executeTakeFirst();
  return row ? { id: row.id, bodyId: row.body_id, organisationId: row.organisation_id, from: row.from, until: row.until } : null;
}

export const listRunningSeatIds = async (db: Db, organisationId: string, at: Instant): Promise<{ id: string; bodyId: string }[]> =>
  (await db.selectFrom("seat").select(["id", "body_id"]).where("organisation_id", "=", organisationId).where((eb) => eb.or([eb("until", "is", null), eb("until", ">", at)])).orderBy("body_id").orderBy("id").execute()).map((row) => ({ id: row.id, bodyId: row.body_id }));

/** Ends a seat and who sits on it; a membership that has not begun then never begins. */
export async function endSeatAt(trx: Trx, id: string, at: Instant): Promise<void> {
  await trx.updateTable("seat").set((eb) => ({ until: eb.case().when("from", ">", at).then(eb.ref("from")).else(at).end() })).where("id", "=", id).execute();
  await trx
    .updateTable("membership")
    .set((eb) => ({ until: eb.case().when("from", ">", at).then(eb.ref("from")).else(at).end() }))
    .where("seat_id", "=", id)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", at)]))
    .execute();
}

export async function insertMembership(trx: Trx, membership: { id: string; seatId: string; personId: string; role: Role } & Period): Promise<void> {
  await trx.insertInto("membership").values({ id: membership.id, seat_id: membership.seatId, person_id: membership.personId, role: membership.role, from: membership.from, until: membership.until }).execute();
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

/** When somebody sits, sat or will sit on a seat. The seat is held until the commit: no second membership comes in between. */
export async function holdMembershipPeriods(trx: Trx, seatId: string, personId: string): Promise<Period[]> {
  await trx.updateTable("seat").set((eb) => ({ weight: eb.ref("weight") })).where("id", "=", seatId).execute();
  return trx.selectFrom("membership").select(["from", "until"]).where("seat_id", "=", seatId).where("person_id", "=", personId).execute();
}

export async function endMembershipAt(trx: Trx, id: string, at: Instant): Promise<void> {
  await trx.updateTable("membership").set({ until: at }).where("id", "=", id).execute();
}

/** The seats of a body that run now or will, with who sits on them now or will, for the page that changes them. */
export async function listSeatsWithMembers(db: Db, bodyId: string, at: Instant) {
  return db
    .selectFrom("seat")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .leftJoin("membership", (join) => join.onRef("membership.seat_id", "=", "seat.id").on((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", at)])))
    .leftJoin("person", "person.id", "membership.person_id")
    .select(["seat.id as seatId", "seat.is_voting as isVoting", "seat.from", "seat.until", "organisation.name as organisation"])
    .select(["membership.id as membershipId", "membership.role", "membership.from as memberFrom", "membership.until as memberUntil", "person.name as person", "person.email"])
    .where("seat.body_id", "=", bodyId)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", at)]))
    .orderBy("seat.is_voting", "desc")
    .orderBy("organisation.name_key")
    .orderBy("seat.id")
    .orderBy("membership.from")
    .orderBy("membership.id")
    .execute();
}

/** Whether anybody ever sat on a seat: until then the portal says how to begin. */
export const hasMemberships = async (db: Db): Promise<boolean> => (await db.selectFrom("membership").select("id").limit(1).executeTakeFirst()) !== undefined;
