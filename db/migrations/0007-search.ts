import { sql, type Kysely } from "kysely";
import { isSqlite, table } from "./table.ts";

export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "search_entry", {
    id: "key", kind: "text", subject_id: "text", number: "text", title: "text", body_text: "text", address: "text", tlp: "text", body_id: "-> body?", is_shared: "flag", at: "text",
  }, { unique: [["kind", "subject_id"]], index: [["kind", "at"]], check: { tlp_known: "tlp in ('CLEAR', 'GREEN', 'AMBER', 'RED')" } });

  if (isSqlite(db)) {
    await sql`create virtual table search_index using fts5(number, title, body_text, content = 'search_entry', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`.execute(db);
    await sql`create trigger search_entry_added after insert on search_entry begin insert into search_index(rowid, number, title, body_text) values (new.rowid, new.number, new.title, new.body_text); end`.execute(db);
    await sql`create trigger search_entry_removed after delete on search_entry begin insert into search_index(search_index, rowid, number, title, body_text) values ('delete', old.rowid, old.number, old.title, old.body_text); end`.execute(db);
    await sql`create trigger search_entry_changed after update on search_entry begin insert into search_index(search_index, rowid, number, title, body_text) values ('delete', old.rowid, old.number, old.title, old.body_text); insert into search_index(rowid, number, title, body_text) values (new.rowid, new.number, new.title, new.body_text); end`.execute(db);
    return;
  }
  await sql`alter table search_entry add column words tsvector generated always as (setweight(to_tsvector('simple', number || ' ' || title), 'A') || setweight(to_tsvector('dutch', title), 'A') || to_tsvector('dutch', body_text)) stored`.execute(db);
  await sql`create index search_entry_words on search_entry using gin (words)`.execute(db);
}
