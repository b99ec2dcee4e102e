import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** What somebody is typing and did not save as a version yet; nobody else reads it. One per person and proposal: the id holds both. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "private_draft", { id: "key", person_id: "-> person", proposal_id: "-> proposal?", based_on: "int?", fields: "text", saved_at: "text" });
}
