import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import Database from "better-sqlite3";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { migrations } from "#db/migrations/index.ts";
import type { Schema } from "#db/schema.ts";
import { sqliteDialect } from "#db/sqlite-dialect.ts";
import { freshDatabase, runsOnPostgres } from "#test/support/database.ts";

const folder = new URL("../../db/migrations/", import.meta.url);
const hashOf = (file: string): string => createHash("sha256").update(readFileSync(new URL(file, folder))).digest("hex");

/**
 * What has been released, as `sha256sum` writes it. With a release, add the new ones:
 * `cd db/migrations && sha256sum 00*.ts table.ts > ../../test/db/migrations.sha256`. A line that is there never changes.
 */
const released = new Map(
  readFileSync(new URL("./migrations.sha256", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(/\s+/).toReversed() as [string, string]),
);

test("a migration that was released does not change: databases out there have run it as it was", () => {
  const changed = [...released].filter(([file, hash]) => hashOf(file) !== hash).map(([file]) => file);
  expect(changed).toEqual([]);
});

test("migrations are all listed, each with a number of its own, and a new one comes after those that were released", () => {
  const files = readdirSync(folder).filter((file) => /^\d{4}-.*\.ts$/.test(file)).sort();
  expect(Object.keys(migrations).map((name) => `${name}.ts`)).toEqual(files);
  expect(new Set(files.map((file) => file.slice(0, 4))).size).toBe(files.length);
  const last = [...released.keys()].filter((file) => /^\d/.test(file)).sort().at(-1) ?? "";
  expect(files.filter((file) => file <= last)).toEqual([...released.keys()].filter((file) => /^\d/.test(file)).sort());
});

/** Full-text search is the one thing that the two databases do each in their own way. */
const isSearch = (table: string): boolean => /^search/.test(table);

type Shape = Record<string, { columns: string[]; indexes: string[] }>;

/** Columns as `name:type[!]`, where ! is "never empty"; indexes as `[unique ]columns[ where]`. */
async function shapeOfSqlite(db: Db): Promise<Shape> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%' order by name`.execute(db);
  const shape: Shape = {};
  for (const { name } of tables.rows.filter((table) => !isSearch(table.name))) {
    const columns = await sql<{ name: string; type: string; notnull: number; pk: number }>`select name, type, "notnull", pk from pragma_table_info(${name})`.execute(db);
    const indexes = await sql<{ name: string; unique: number; partial: number }>`select name, "unique", partial from pragma_index_list(${name})`.execute(db);
    const described = [];
    for (const index of indexes.rows) {
      const parts = await sql<{ name: string | null }>`select name from pragma_index_info(${index.name}) order by seqno`.execute(db);
      described.push(`${index.unique === 1 ? "unique " : ""}${parts.rows.map((part) => part.name ?? "expression").join(",")}${index.partial === 1 ? " where" : ""}`);
    }
    shape[name] = { columns: columns.rows.map((column) => `${column.name}:${column.type.toLowerCase()}${column.notnull === 1 || column.pk > 0 ? "!" : ""}`).sort(), indexes: described.sort() };
  }
  return shape;
}

async function shapeOfPostgres(db: Db): Promise<Shape> {
  const columns = await sql<{ table_name: string; column_name: string; data_type: string; is_nullable: string }>`select c.table_name, c.column_name, c.data_type, c.is_nullable from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely_%'`.execute(db);
  const indexes = await sql<{ table: string; unique: boolean; partial: boolean; columns: string }>`
    select t.relname as "table", x.indisunique as "unique", x.indpred is not null as partial,
      (select string_agg(coalesce(a.attname, 'expression'), ',' order by k.place) from unnest(x.indkey) with ordinality as k(number, place) left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number) as columns
    from pg_index x join pg_class t on t.oid = x.indrelid join pg_namespace n on n.oid = t.relnamespace where n.nspname = 'public'`.execute(db);
  const shape: Shape = {};
  for (const column of columns.rows.filter((row) => !isSearch(row.table_name))) {
    const table = (shape[column.table_name] ??= { columns: [], indexes: [] });
    table.columns.push(`${column.column_name}:${column.data_type}${column.is_nullable === "NO" ? "!" : ""}`);
  }
  for (const index of indexes.rows) shape[index.table]?.indexes.push(`${index.unique ? "unique " : ""}${index.columns}${index.partial ? " where" : ""}`);
  for (const table of Object.values(shape)) {
    table.columns.sort();
    table.indexes.sort();
  }
  return shape;
}

test.runIf(runsOnPostgres)("both databases end with the same tables, columns and indexes", async () => {
  const sqlite = new Kysely<Schema>({ dialect: sqliteDialect(new Database(":memory:")) });
  await migrateToLatest(sqlite);
  const [one, other] = [await shapeOfSqlite(sqlite), await shapeOfPostgres(await freshDatabase())];
  await sqlite.destroy();
  expect(Object.keys(one).length).toBeGreaterThan(20);
  expect(other).toEqual(one);
});
