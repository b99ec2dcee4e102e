import { sql, type Kysely } from "kysely";

/** A proposal stands in at most one live initiative, also when two are made at the same moment. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create unique index initiative_proposal_one_live on initiative_proposal (proposal_id) where is_live = 1`.execute(db);
}
