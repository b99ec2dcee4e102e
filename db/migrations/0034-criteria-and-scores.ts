import type { Kysely } from "kysely";
import { appendOnly, table } from "./table.ts";

/**
 * The criteria of the Taskforce by version, and what each seat gave. The two tables that stood here before had no version and no
 * seat, and nothing could write in them. A criterion keeps its scores when only its weight changes.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.dropTable("score").execute();
  await db.schema.dropTable("criterion").execute();
  await table(db, "criterion", { id: "key", title: "text", meaning: "text", lowest: "text", highest: "text", created_at: "text" });
  await table(db, "criteria_version", { id: "key", body_id: "-> body", number: "int", why: "text", adopted_by: "-> person", adopted_at: "text" }, { unique: [["body_id", "number"]] });
  await table(db, "criteria_weight", { version_id: "-> criteria_version", criterion_id: "-> criterion", weight: "int", position: "int" }, {
    primary: ["version_id", "criterion_id"],
    check: { weight_known: "weight between 1 and 100" },
  });
  await table(db, "score", {
    id: "key", initiative_id: "-> initiative", seat_id: "-> seat", criterion_id: "-> criterion", turn: "int", points: "int", note: "text", person_id: "-> person", at: "text",
  }, { unique: [["initiative_id", "seat_id", "criterion_id", "turn"]], check: { points_known: "points between 1 and 5" } });
  for (const name of ["criterion", "criteria_version", "criteria_weight", "score"]) await appendOnly(db, name);
}
