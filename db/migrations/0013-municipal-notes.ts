import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** What the people of one organisation write to each other about a proposal. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "municipal_note", {
    id: "key", proposal_id: "-> proposal", organisation_id: "-> organisation", author_id: "-> person", statement: "text", created_at: "text",
  }, { index: [["proposal_id", "organisation_id", "created_at"]] });
}
