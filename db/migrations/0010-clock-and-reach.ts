import type { Kysely } from "kysely";

/** The next moment at which the clock alone changes a page is looked up for each change of the data: each of these columns in order. */
const CLOCKED = { round: ["opens_at"], meeting: ["ends_at"], decision: ["embargo_until"], seat: ["from", "until"], membership: ["from", "until"], organisation_member: ["from", "until"] };

export async function up(db: Kysely<any>): Promise<void> {
  for (const [table, columns] of Object.entries(CLOCKED)) {
    for (const column of columns) await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
  }
  await db.schema.createIndex("decision_by_published_at").on("decision").column("published_at").execute();
}
