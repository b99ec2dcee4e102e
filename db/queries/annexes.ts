import { PART } from "#app/domain/meetings/annex.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** What is read before an item: why it is here, what is asked, what goes with it. */
export interface CoverNote {
  readonly occasion: string;
  readonly request: string;
  readonly explanation: string;
  readonly finance: string;
  readonly followUp: string;
}

export interface Annex {
  readonly id: string;
  readonly itemId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: Instant;
}

export async function findCoverNote(db: Db, itemId: string): Promise<CoverNote | null> {
  const row = await db.selectFrom("cover_note").selectAll().where("agenda_item_id", "=", itemId).executeTakeFirst();
  return row ? { occasion: row.occasion, request: row.request, explanation: row.explanation, finance: row.finance, followUp: row.follow_up } : null;
}

/** In the place of what stood there. */
export async function putCoverNote(trx: Trx, itemId: string, note: CoverNote, by: { personId: string; at: Instant }): Promise<void> {
  const values = { occasion: note.occasion, request: note.request, explanation: note.explanation, finance: note.finance, follow_up: note.followUp, changed_by: by.personId, changed_at: by.at };
  await trx.insertInto("cover_note").values({ agenda_item_id: itemId, ...values }).onConflict((oc) => oc.column("agenda_item_id").doUpdateSet(values)).execute();
}

/** The annexes of every item of a meeting; the caller decides which items the reader may know of. */
export async function listAnnexes(db: Db, meetingId: string): Promise<Annex[]> {
  const rows = await annexes(db).where("agenda_item.meeting_id", "=", meetingId).orderBy("annex.added_at").orderBy("annex.id").execute();
  return rows.map(toAnnex);
}

export async function findAnnex(db: Db, meetingId: string, id: string): Promise<Annex | null> {
  const row = await annexes(db).where("agenda_item.meeting_id", "=", meetingId).where("annex.id", "=", id).executeTakeFirst();
  return row ? toAnnex(row) : null;
}

/** The bytes of an annex, part after part. */
export async function readAnnex(db: Db, id: string): Promise<Buffer> {
  const parts = await db.selectFrom("annex_part").select("content").where("annex_id", "=", id).orderBy("position").execute();
  return Buffer.concat(parts.map(({ content }) => Buffer.from(content, "base64")));
}

export async function insertAnnex(trx: Trx, annex: Omit<Annex, "addedAt">, bytes: Uint8Array, by: { personId: string; at: Instant; newId: () => string }): Promise<void> {
  await trx.insertInto("annex").values({ id: annex.id, agenda_item_id: annex.itemId, name: annex.name, media_type: annex.mediaType, size: annex.size, sha256: annex.sha256, added_by: by.personId, added_at: by.at }).execute();
  for (let from = 0, position = 0; from < bytes.length; from += PART, position++) {
    await trx.insertInto("annex_part").values({ id: by.newId(), annex_id: annex.id, position, content: Buffer.from(bytes.subarray(from, from + PART)).toString("base64") }).execute();
  }
}

export async function deleteAnnex(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom("annex_part").where("annex_id", "=", id).execute();
  await trx.deleteFrom("annex").where("id", "=", id).execute();
}

/** What goes with an item that is taken off the agenda. */
export async function deletePapers(trx: Trx, itemId: string): Promise<void> {
  await trx.deleteFrom("annex_part").where("annex_id", "in", (eb) => eb.selectFrom("annex").select("id").where("agenda_item_id", "=", itemId)).execute();
  await trx.deleteFrom("annex").where("agenda_item_id", "=", itemId).execute();
  await trx.deleteFrom("cover_note").where("agenda_item_id", "=", itemId).execute();
}

const annexes = (db: Db) => db.selectFrom("annex").innerJoin("agenda_item", "agenda_item.id", "annex.agenda_item_id").selectAll("annex");

type Row = Awaited<ReturnType<ReturnType<typeof annexes>["executeTakeFirstOrThrow"]>>;

const toAnnex = (row: Row): Annex => ({ id: row.id, itemId: row.agenda_item_id, name: row.name, mediaType: row.media_type, size: row.size, sha256: row.sha256, addedAt: row.added_at });
