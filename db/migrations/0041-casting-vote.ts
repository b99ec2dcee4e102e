import type { Kysely } from "kysely";

/** What the voorzitter decided on a tied item, and why: the choice and the reason as JSON. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable("round_item").addColumn("casting_vote", "text").execute();
}
