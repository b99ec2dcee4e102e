import { sql, type Kysely } from "kysely";
import { table } from "./table.ts";

/** Which controls of a norm the current version of a proposal names, who last reviewed a link, and which versions say nothing of how to prove them. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "proposal_control", { proposal_id: "-> proposal", control_id: "-> control" }, { primary: ["proposal_id", "control_id"], index: [["control_id", "proposal_id"]] });
  await db.schema.alterTable("proposal_link").addColumn("reviewed_at", "text").execute();
  await db.schema.alterTable("proposal_link").addColumn("reviewed_by", "text", (column) => column.references("person.id")).execute();
  await db.schema.createIndex("proposal_link_by_reviewed_by").on("proposal_link").column("reviewed_by").execute();
  // Both databases know an index on only the rows that somebody looks for.
  await sql`create index proposal_version_without_acceptance on proposal_version (proposal_id, number) where acceptance = ''`.execute(db);
}
