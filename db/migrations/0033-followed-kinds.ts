import { sql, type Kysely } from "kysely";
import { isSqlite, table } from "./table.ts";

/** What can be followed grows with the portal; which kinds there are stands in the code alone. SQLite drops a check only with its table. */
export async function up(db: Kysely<any>): Promise<void> {
  if (!isSqlite(db)) {
    await sql`alter table follow drop constraint follow_subject_known`.execute(db);
    return;
  }
  await table(db, "follow_open", { id: "key", person_id: "-> person", subject_kind: "text", subject_id: "text", followed_at: "text", seen_at: "text" }, { unique: [["person_id", "subject_kind", "subject_id"]] });
  await sql`insert into follow_open select id, person_id, subject_kind, subject_id, followed_at, seen_at from follow`.execute(db);
  await db.schema.dropTable("follow").execute();
  await db.schema.alterTable("follow_open").renameTo("follow").execute();
  await db.schema.createIndex("follow_by_subject_kind_subject_id").on("follow").columns(["subject_kind", "subject_id"]).execute();
}
