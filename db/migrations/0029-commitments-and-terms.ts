import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** What was promised in a meeting, and until when a decision holds. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "commitment", {
    id: "key", number: "text", body_id: "-> body", meeting_id: "-> meeting", agenda_item_id: "-> agenda_item", decision_id: "-> decision?", statement: "text", promised_by: "text", due_on: "text?",
    created_by: "-> person", created_at: "text", done_at: "text?", done_note: "text?",
  }, { unique: [["number"]], index: [["done_at", "due_on"], ["created_at", "id"]] });
  await db.schema.alterTable("decision").addColumn("valid_until", "text").execute();
  await db.schema.createIndex("decision_by_review_on").on("decision").column("review_on").execute();
}
