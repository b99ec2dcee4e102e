import type { Kysely } from "kysely";

/** A condition hangs on words of the text, as a comment does: where they stood, where they stand now, and since when they are gone. */
export async function up(db: Kysely<any>): Promise<void> {
  const added = { field: "text", start: "integer", now_field: "text", now_start: "integer", gone_in: "integer" } as const;
  for (const [column, kind] of Object.entries(added)) await db.schema.alterTable("condition").addColumn(column, kind).execute();
}
