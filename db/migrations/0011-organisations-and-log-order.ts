import type { Kysely } from "kysely";

/** Who keeps in touch with an organisation, and quick answers to "what was done of this kind" in one chain of the log. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable("organisation").addColumn("account_manager", "text").execute();
  await db.schema.createIndex("event_by_chain_act").on("event").columns(["chain", "act", "sequence"]).execute();
}
