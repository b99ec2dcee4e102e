import type { Disposition } from "#app/domain/meetings/correction.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { countRows } from "../portable.ts";

export interface Correction {
  readonly id: string;
  readonly number: number;
  readonly agendaItemId: string;
  readonly itemTitle: string;
  readonly passage: string;
  readonly suggestion: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly createdAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly disposition: Disposition | null;
  readonly answer: string | null;
  readonly handledAt: Instant | null;
  readonly handledIn: number | null;
  /** neither answered nor taken back */
  readonly isOpen: boolean;
}

/** What attendees want corrected in the minutes of a meeting, oldest first. For members of its body. */
export async function listCorrections(db: Db, meetingId: string): Promise<Correction[]> {
  const rows = await corrections(db).where("minutes_correction.meeting_id", "=", meetingId).orderBy("minutes_correction.number").execute();
  return rows.map(toCorrection);
}

export async function findCorrection(db: Db, meetingId: string, number: number): Promise<Correction | null> {
  const row = await corrections(db).where("minutes_correction.meeting_id", "=", meetingId).where("minutes_correction.number", "=", number).executeTakeFirst();
  return row ? toCorrection(row) : null;
}

/** How many still wait for an answer. */
export async function countOpenCorrections(db: Db, meetingId: string): Promise<number> {
  const row = await db.selectFrom("minutes_correction").select(countRows().as("open")).where("meeting_id", "=", meetingId).where("withdrawn_at", "is", null).where("disposition", "is", null).executeTakeFirstOrThrow();
  return row.open;
}

/** Whether this person was at the meeting, as its attendance list says. */
export async function wasPresentAt(db: Db, meetingId: string, personId: string | null): Promise<boolean> {
  if (personId === null) return false;
  const row = await db.selectFrom("attendance").select("id").where("meeting_id", "=", meetingId).where("person_id", "=", personId).where("state", "=", "aanwezig").executeTakeFirst();
  return row !== undefined;
}

/** The people who were at the meeting and have an account. */
export async function listPresentPeople(db: Db, meetingId: string): Promise<string[]> {
  const rows = await db.selectFrom("attendance").select("person_id").where("meeting_id", "=", meetingId).where("state", "=", "aanwezig").where("person_id", "is not", null).execute();
  return rows.flatMap(({ person_id }) => person_id ?? []);
}

export interface NewCorrection {
  readonly id: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
  readonly passage: string;
  readonly suggestion: string;
  readonly authorId: string;
  readonly createdAt: Instant;
}

/** Adds it under the next number of the meeting, which the command holds. Returns the number. */
export async function insertCorrection(trx: Trx, correction: NewCorrection): Promise<number> {
  const last = await trx.selectFrom("minutes_correction").select("number").where("meeting_id", "=", correction.meetingId).orderBy("number", "desc").limit(1).executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto("minutes_correction")
    .values({
      ...{ id: correction.id, meeting_id: correction.meetingId, number, agenda_item_id: correction.agendaItemId, passage: correction.passage, suggestion: correction.suggestion },
      ...{ author_id: correction.authorId, created_at: correction.createdAt, withdrawn_at: null, disposition: null, answer: null, handled_at: null, handled_by: null, handled_in: null },
    })
    .execute();
  return number;
}

export async function setCorrectionWithdrawn(trx: Trx, id: string, at: Instant): Promise<void> {
  await trx.updateTable("minutes_correction").set({ withdrawn_at: at }).where("id", "=", id).execute();
}

export async function setCorrectionAnswer(trx: Trx, id: string, given: { disposition: Disposition; answer: string; at: Instant; by: string; version: number | null }): Promise<void> {
  await trx.updateTable("minutes_correction").set({ disposition: given.disposition, answer: given.answer, handled_at: given.at, handled_by: given.by, handled_in: given.version }).where("id", "=", id).execute();
}

const corrections = (db: Db) =>
  db
    .selectFrom("minutes_correction")
    .innerJoin("agenda_item", "agenda_item.id", "minutes_correction.agenda_item_id")
    .innerJoin("person", "person.id", "minutes_correction.author_id")
    .selectAll("minutes_correction")
    .select(["agenda_item.title as item_title", "person.name as author_name"]);

type Row = Awaited<ReturnType<ReturnType<typeof corrections>["executeTakeFirstOrThrow"]>>;

const toCorrection = (row: Row): Correction => ({
  ...{ id: row.id, number: row.number, agendaItemId: row.agenda_item_id, itemTitle: row.item_title, passage: row.passage, suggestion: row.suggestion, author: { id: row.author_id, name: row.author_name } },
  ...{ createdAt: row.created_at, withdrawnAt: row.withdrawn_at, disposition: row.disposition, answer: row.answer, handledAt: row.handled_at, handledIn: row.handled_in },
  isOpen: row.withdrawn_at === null && row.disposition === null,
});
