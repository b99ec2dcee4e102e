import type { Kysely } from "kysely";
import { appendOnly, table } from "./table.ts";

/** Minutes as they read at each sharing, what attendees want corrected in them, and an erratum that belongs to one item. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "minutes_version", {
    id: "key", meeting_id: "-> meeting", number: "int", items: "text", hash: "text", created_by: "-> person", created_at: "text",
  }, { unique: [["meeting_id", "number"]] });
  await appendOnly(db, "minutes_version");
  await table(db, "minutes_correction", {
    id: "key", meeting_id: "-> meeting", number: "int", agenda_item_id: "-> agenda_item", passage: "text", suggestion: "text", author_id: "-> person", created_at: "text", withdrawn_at: "text?",
    disposition: "text?", answer: "text?", handled_at: "text?", handled_by: "-> person?", handled_in: "int?",
  }, { unique: [["meeting_id", "number"]], check: { disposition_known: "disposition is null or disposition in ('adopted', 'partly', 'not')" } });
  await db.schema.alterTable("erratum").addColumn("agenda_item_id", "text", (column) => column.references("agenda_item.id")).execute();
  await db.schema.createIndex("erratum_by_agenda_item_id").on("erratum").column("agenda_item_id").execute();
}
