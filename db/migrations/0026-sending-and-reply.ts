import type { Kysely } from "kysely";
import { appendOnly, table } from "./table.ts";

/** What was sent when, who comes in whose place, and a calendar that is somebody's own. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "agenda_sending", { id: "key", meeting_id: "-> meeting", number: "int", agenda: "text", changes: "text", recipients: "int", sent_by: "-> person", sent_at: "text" }, { unique: [["meeting_id", "number"]] });
  await appendOnly(db, "agenda_sending");
  await db.schema.alterTable("attendance").addColumn("substitute_id", "text", (column) => column.references("person.id")).execute();
  await db.schema.alterTable("attendance").addColumn("substitute_name", "text").execute();
  await db.schema.alterTable("attendance").addColumn("answered_at", "text").execute();
  await db.schema.createIndex("attendance_by_substitute_id").on("attendance").columns(["substitute_id"]).execute();
  await table(db, "calendar_link", { person_id: "-> person", token_hash: "text", created_at: "text" }, { primary: ["person_id"], unique: [["token_hash"]] });
}
