import type { Kysely } from "kysely";
import { appendOnly, table } from "./table.ts";

/** What the secretaris keeps while the meeting goes on: notes and time per item, what came out, and votes by show of hands. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable("agenda_item").addColumn("room_notes", "text", (column) => column.notNull().defaultTo("")).execute();
  await db.schema.alterTable("agenda_item").addColumn("room_revision", "integer", (column) => column.notNull().defaultTo(0)).execute();
  await db.schema.alterTable("agenda_item").addColumn("running_since", "text").execute();
  await db.schema.alterTable("agenda_item").addColumn("spent_seconds", "integer", (column) => column.notNull().defaultTo(0)).execute();
  await table(db, "noted_outcome", { id: "key", meeting_id: "-> meeting", agenda_item_id: "-> agenda_item", statement: "text", added_by: "-> person", added_at: "text", withdrawn_at: "text?" }, { index: [["meeting_id", "added_at"]] });
  await table(db, "show_of_hands", {
    id: "key", meeting_id: "-> meeting", agenda_item_id: "-> agenda_item", question: "text", rule: "text", seats: "text", tally: "text", outcome: "text", decision_id: "-> decision?", recorded_by: "-> person", held_at: "text",
  }, { index: [["meeting_id", "held_at"]] });
  await appendOnly(db, "show_of_hands");
}
