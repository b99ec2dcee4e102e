import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** Volmachten, a vote that the secretaris wrote down, an item that a seat pulled out, and the wish to treat an item in a meeting. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "proxy", {
    id: "key", body_id: "-> body", from_seat_id: "-> seat", to_seat_id: "-> seat", scope: "text", round_id: "-> round?", meeting_id: "-> meeting?", from: "text", until: "text",
    given_by: "-> person", given_at: "text", accepted_by: "-> person?", accepted_at: "text?", revoked_by: "-> person?", revoked_at: "text?",
  }, {
    index: [["body_id", "until"]],
    check: {
      scope_known: "scope in ('ronde', 'vergadering', 'periode')",
      other_seat: "from_seat_id <> to_seat_id",
      scope_named: "(scope = 'ronde') = (round_id is not null) and (scope = 'vergadering') = (meeting_id is not null)",
    },
  });
  await table(db, "treatment_request", {
    id: "key", round_item_id: "-> round_item", seat_id: "-> seat", person_id: "-> person", reason: "text", at: "text",
  }, { unique: [["round_item_id", "seat_id"]] });
  await db.schema.alterTable("ballot").addColumn("received_note", "text").execute();
  await db.schema.alterTable("round_item").addColumn("pull_reason", "text").execute();
  await db.schema.alterTable("round_item").addColumn("pulled_to", "text", (col) => col.references("round.id")).execute();
  await db.schema.createIndex("round_item_by_pulled_to").on("round_item").column("pulled_to").execute();
}
