import type { Kysely } from "kysely";
import { table } from "./table.ts";

const FIELDS = "('title', 'statement', 'rationale', 'acceptance', 'source')";

/** Amendments with their changes; comments get a place in the text, a thread and an amendment to hang on; a proposal can lie open for consultation. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "amendment", {
    id: "key", proposal_id: "-> proposal", number: "int", base_version: "int", parent_id: "-> amendment?", reason: "text", author_id: "-> person", organisation_name: "text",
    created_at: "text", withdrawn_at: "text?", handled_at: "text?", handled_by: "-> person?",
  }, { unique: [["proposal_id", "number"]] });
  await table(db, "amendment_change", {
    id: "key", amendment_id: "-> amendment", position: "int", field: "text", start: "int", removed: "text", added: "text",
    now_start: "int?", gone_in: "int?", disposition: "text?", wording: "text?", answer: "text?", handled_on: "int?", handled_in: "int?",
  }, {
    unique: [["amendment_id", "position"]],
    check: { field_known: `field in ${FIELDS}`, disposition_known: "disposition is null or disposition in ('adopted', 'partly', 'not')" },
  });

  const added: readonly (readonly [table: string, column: string, kind: "text" | "integer"])[] = [
    ["comment", "field", "text"], ["comment", "start", "integer"], ["comment", "now_field", "text"], ["comment", "now_start", "integer"], ["comment", "gone_in", "integer"],
    ["proposal", "consulted_from", "text"], ["proposal", "consulted_until", "text"],
  ];
  for (const [name, column, kind] of added) await db.schema.alterTable(name).addColumn(column, kind).execute();
  await db.schema.alterTable("comment").addColumn("parent_id", "text", (column) => column.references("comment.id")).execute();
  await db.schema.alterTable("comment").addColumn("amendment_id", "text", (column) => column.references("amendment.id")).execute();
  for (const column of ["consulted_from", "consulted_until"]) await db.schema.createIndex(`proposal_by_${column}`).on("proposal").column(column).execute();
  await db.schema.createIndex("comment_by_parent_id").on("comment").columns(["parent_id"]).execute();
  await db.schema.createIndex("comment_by_amendment_id").on("comment").columns(["amendment_id"]).execute();
  await db.schema.createIndex("comment_by_author_id_answered_at").on("comment").columns(["author_id", "answered_at"]).execute();
}
