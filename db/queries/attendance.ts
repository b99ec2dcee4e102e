import type { Presence } from "#app/domain/meetings/attendance.ts";
import type { Substitute } from "#app/domain/meetings/reply.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

export interface Attendee {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly organisationName: string;
  readonly role: string | null;
  readonly state: Presence;
  readonly note: string | null;
  /** who comes instead, as answered to the invitation */
  readonly substitute: Substitute | null;
  readonly answeredAt: Instant | null;
}

/** Everybody on the attendance list of a meeting, by name. */
export async function listAttendance(db: Db, meetingId: string): Promise<Attendee[]> {
  const rows = await db.selectFrom("attendance").selectAll().where("meeting_id", "=", meetingId).orderBy("name").orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, personId: row.person_id, name: row.name, organisationName: row.organisation_name, role: row.role, state: row.state, note: row.note, substitute: row.substitute_name === null ? null : { personId: row.substitute_id, name: row.substitute_name }, answeredAt: row.answered_at }));
}

/** The people who hold a place in a body at this moment: whom one expects at its meeting. */
export async function listExpected(db: Db, bodyId: string, now: Instant) {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .select(["person.id as person_id", "person.name", "membership.role", "organisation.name as organisation_name"])
    .where("seat.body_id", "=", bodyId)
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where("seat.from", "<=", now)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .where("person.disabled_at", "is", null)
    .orderBy("organisation.name")
    .orderBy("person.name")
    .execute();
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    if (seen.has(row.person_id)) return [];
    seen.add(row.person_id);
    return [{ personId: row.person_id, name: row.name, role: row.role, organisationName: row.organisation_name }];
  });
}

export interface NewAttendee {
  readonly id: string;
  readonly meetingId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly organisationName: string;
  readonly role: string | null;
  readonly state: Presence;
  readonly note: string | null;
  readonly substitute?: Substitute | null | undefined;
  readonly answeredAt?: Instant | null | undefined;
}

export async function insertAttendee(trx: Trx, attendee: NewAttendee): Promise<void> {
  await trx
    .insertInto("attendance")
    .values({
      id: attendee.id,
      meeting_id: attendee.meetingId,
      person_id: attendee.personId,
      name: attendee.name,
      organisation_name: attendee.organisationName,
      role: attendee.role,
      state: attendee.state,
      note: attendee.note,
      substitute_id: attendee.substitute?.personId ?? null,
      substitute_name: attendee.substitute?.name ?? null,
      answered_at: attendee.answeredAt ?? null,
    })
    .execute();
}

export async function updateAttendee(trx: Trx, id: string, { state, note }: { state: Presence; note: string | null }): Promise<void> {
  await trx.updateTable("attendance").set({ state, note }).where("id", "=", id).execute();
}

/** The answer to the invitation, with who comes instead. */
export async function updateReply(trx: Trx, id: string, reply: { state: Presence; note: string | null; substitute: Substitute | null; answeredAt: Instant }): Promise<void> {
  await trx.updateTable("attendance").set({ state: reply.state, note: reply.note, substitute_id: reply.substitute?.personId ?? null, substitute_name: reply.substitute?.name ?? null, answered_at: reply.answeredAt }).where("id", "=", id).execute();
}

/** Who else holds the seats of this person in this body now. */
export async function listSeatmates(db: Db, personId: string, bodyId: string, now: Instant): Promise<{ personId: string; name: string }[]> {
  const rows = await db
    .selectFrom("membership as own")
    .innerJoin("seat", "seat.id", "own.seat_id")
    .innerJoin("membership as other", "other.seat_id", "seat.id")
    .innerJoin("person", "person.id", "other.person_id")
    .select(["person.id", "person.name"])
    .distinct()
    .where("own.person_id", "=", personId)
    .where("seat.body_id", "=", bodyId)
    .where("own.from", "<=", now)
    .where((eb) => eb.or([eb("own.until", "is", null), eb("own.until", ">", now)]))
    .where("other.person_id", "!=", personId)
    .where("other.from", "<=", now)
    .where((eb) => eb.or([eb("other.until", "is", null), eb("other.until", ">", now)]))
    .where("person.disabled_at", "is", null)
    .orderBy("person.name")
    .execute();
  return rows.map(({ id, name }) => ({ personId: id, name }));
}

/** Somebody who was added by name and was not there after all. */
export async function deleteAttendee(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom("attendance").where("id", "=", id).execute();
}
