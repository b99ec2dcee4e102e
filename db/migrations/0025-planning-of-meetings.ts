import type { Kysely } from "kysely";
import { table } from "./table.ts";

const TLP = "tlp in ('CLEAR', 'GREEN', 'AMBER', 'RED')";
const KIND = "kind in ('informatie', 'bespreking', 'besluit')";

/** Meetings that repeat, the fixed points of a body, and what comes with an agenda item: its owner, its time, a cover note, annexes. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "meeting_series", {
    id: "key", body_id: "-> body", title: "text", frequency: "text", every: "int", nth: "int?", from_day: "text", until_day: "text", starts: "text", duration: "int", location: "text", tlp: "text", skipped: "text",
    created_by: "-> person", created_at: "text", ended_at: "text?", reason: "text?",
  }, { check: { tlp_known: TLP, frequency_known: "frequency in ('weekly', 'monthly')" } });
  await db.schema.alterTable("meeting").addColumn("series_id", "text", (column) => column.references("meeting_series.id")).execute();
  await db.schema.alterTable("meeting").addColumn("sequence", "integer", (column) => column.notNull().defaultTo(0)).execute();
  await db.schema.alterTable("meeting").addColumn("changed_at", "text").execute();
  await db.schema.createIndex("meeting_by_series_id").on("meeting").columns(["series_id", "starts_at"]).execute();

  await table(db, "agenda_template_item", { id: "key", body_id: "-> body", position: "int", title: "text", kind: "text", is_closed: "flag", notes: "text", planned_minutes: "int?", lists_actions: "flag" }, { index: [["body_id", "position"]], check: { kind_known: KIND } });

  await db.schema.alterTable("agenda_item").addColumn("owner_id", "text", (column) => column.references("person.id")).execute();
  await db.schema.alterTable("agenda_item").addColumn("owner_name", "text", (column) => column.notNull().defaultTo("")).execute();
  await db.schema.alterTable("agenda_item").addColumn("planned_minutes", "integer").execute();
  await db.schema.alterTable("agenda_item").addColumn("lists_actions", "integer", (column) => column.notNull().defaultTo(0)).execute();
  await db.schema.createIndex("agenda_item_by_owner_id").on("agenda_item").columns(["owner_id"]).execute();

  await table(db, "cover_note", { agenda_item_id: "-> agenda_item", occasion: "text", request: "text", explanation: "text", finance: "text", follow_up: "text", changed_by: "-> person", changed_at: "text" }, { primary: ["agenda_item_id"] });
  await table(db, "annex", { id: "key", agenda_item_id: "-> agenda_item", name: "text", media_type: "text", size: "int", sha256: "text", added_by: "-> person", added_at: "text" }, { index: [["agenda_item_id", "added_at"]] });
  // The bytes in base64, in parts: text means the same on both databases, and a copy of the database never holds a whole file at once.
  await table(db, "annex_part", { id: "key", annex_id: "-> annex", position: "int", content: "text" }, { unique: [["annex_id", "position"]] });
}
