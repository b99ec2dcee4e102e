import type { Kysely } from "kysely";

/** A file that holds a whole programma van eisen becomes one: its chapters wait with the rows, and the word in its address tells where it then stands. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable("proposal_import").addColumn("set_outline", "text").execute();
  await db.schema.alterTable("proposal_import").addColumn("set_slug", "text").execute();
}
