import { sql } from "kysely";
import type { Db } from "./client.ts";
import { dialectOf } from "./portable.ts";

export interface Reference {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly isOptional: boolean;
}

/** Our own tables; not the bookkeeping of migrations, nor the search index that SQLite keeps beside them. */
export async function listTables(db: Db): Promise<string[]> {
  const all = dialectOf(db) === "postgres"
    ? await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db)
    : await sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`.execute(db);
  return all.rows.map(({ name }) => name).filter((name) => !/^(kysely_|search_index)/.test(name)).sort();
}

/** Which column of which table points at which other table. */
export async function listReferences(db: Db): Promise<Reference[]> {
  const { rows } = dialectOf(db) === "postgres"
    ? await sql<{ table: string; column: string; parent: string; optional: boolean | number }>`
        select child.relname as "table", attribute.attname as "column", parent.relname as "parent", not attribute.attnotnull as "optional"
        from pg_constraint join pg_class as child on child.oid = conrelid join pg_class as parent on parent.oid = confrelid
        join pg_attribute as attribute on attribute.attrelid = conrelid and attribute.attnum = any(conkey)
        where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`.execute(db)
    : await sql<{ table: string; column: string; parent: string; optional: boolean | number }>`
        select m.name as "table", f."from" as "column", f."table" as "parent", c."notnull" = 0 as "optional"
        from sqlite_master as m join pragma_foreign_key_list(m.name) as f join pragma_table_info(m.name) as c on c.name = f."from"
        where m.type = 'table' order by 1, 2`.execute(db);
  return rows.map(({ table, column, parent, optional }) => ({ table, column, parent, isOptional: Boolean(optional) }));
}

/**
 * The order in which tables are filled so that what a row points at is there, and the columns that must wait because tables
 * point at each other: those start empty and get their value at the end.
 */
export function fillingOrder(tables: readonly string[], references: readonly Reference[]): { readonly order: string[]; readonly late: Reference[] } {
  const order: string[] = [];
  const late: Reference[] = references.filter(({ table, parent, isOptional }) => table === parent && isOptional);
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const open = (table: string) => references.filter((one) => one.table === table && one.parent !== table && waiting.has(one.parent));
    const free = [...waiting].find((table) => open(table).length === 0);
    const next = free ?? [...waiting].find((table) => open(table).every(({ isOptional }) => isOptional));
    if (next === undefined) throw new Error(`tables that need each other: ${[...waiting].join(", ")}`);
    late.push(...open(next));
    order.push(next);
    waiting.delete(next);
  }
  return { order, late };
}
