import type { Kysely } from "kysely";

/** An import says when it did not succeed; the clock finds the private drafts that nobody touched for long. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable("proposal_import").addColumn("failed_at", "text").execute();
  await db.schema.createIndex("private_draft_by_saved_at").on("private_draft").column("saved_at").execute();
}
