import type { Kysely } from "kysely";
import { appendOnly, table } from "./table.ts";

/** Phases with their gates, effort that differs per quarter, and who said when how the work goes. `place` counts from the first quarter, so that effort moves along. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "roadmap_phase", {
    id: "key", item_id: "-> roadmap_item", position: "int", title: "text", quarters: "int", gate: "text", passed_on: "text?", passed_by: "-> person?",
  }, { unique: [["item_id", "position"]], check: { quarters_known: "quarters between 1 and 24" } });
  await table(db, "roadmap_effort", { item_id: "-> roadmap_item", place: "int", fte: "int" }, { primary: ["item_id", "place"], check: { fte_known: "fte between 0 and 999" } });
  await table(db, "roadmap_status", { id: "key", item_id: "-> roadmap_item", progress: "text", note: "text", person_id: "-> person", changed_at: "text" }, { index: [["item_id", "changed_at"]] });
  await table(db, "milestone_move", { id: "key", milestone_id: "-> milestone", person_id: "-> person", from_due: "text", to_due: "text", reason: "text", changed_at: "text" }, { index: [["milestone_id", "changed_at"]] });
  for (const name of ["roadmap_status", "milestone_move"]) await appendOnly(db, name);
}
