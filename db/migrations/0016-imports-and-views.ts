import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** Files on their way to become proposals, kept between the pages of an import, and the lists that somebody keeps. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "proposal_import", {
    id: "key", person_id: "-> person", body_id: "-> body", file_name: "text", file_hash: "text", file_kind: "text", encoding: "text", heads: "text", mapping: "text", defaults: "text",
    row_count: "int", problem_count: "int", state: "text", progress: "int", started_at: "text?", first_number: "text?", last_number: "text?", created_at: "text", done_at: "text?",
  }, { index: [["person_id", "created_at"], ["body_id", "file_hash"]], check: { state_known: "state in ('open', 'running', 'done')" } });
  await table(db, "proposal_import_row", { import_id: "-> proposal_import", place: "int", cells: "text", formulas: "text", broken: "text", problems: "text?" }, { primary: ["import_id", "place"] });
  await table(db, "saved_view", { id: "key", person_id: "-> person", name: "text", query: "text", created_at: "text" }, { unique: [["person_id", "name"]] });
}
