import type { Presence } from "#app/domain/meetings/attendance.ts";
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
}

/** Everybody on the attendance list of a meeting, by name. */
export async function listAttendance(db: Db, meetingId: string): Promise<Attendee[]> {
  const rows = await db.selectFrom("attendance").selectAll().where("meeting_id", "=", meetingId).orderBy("name").orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, personId: row.person_id, name: row.name, organisationName: row.organisation_name, role: row.role, state: row.state, note: row.note }));
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
    })
    .execute();
}

export async function updateAttendee(trx: Trx, id: string, { state, note }: { state: Presence; note: string | null }): Promise<void> {
  await trx.updateTable("attendance").set({ state, note }).where("id", "=", id).execute();
}

/** Somebody who was added by name and was not there after all. */
export async function deleteAttendee(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom("attendance").where("id", "=", id).execute();
}
