import type { Kysely } from "kysely";

/** A chain of the log never goes back in time: its head knows the time of the last record, and when it last told that the clock stood back. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const column of ["at", "told_at"]) await db.schema.alterTable("chain_head").addColumn(column, "text").execute();
}
