import Database from "better-sqlite3";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import type { Db } from "#db/client.ts";
import { migrateToLatest } from "#db/migrate.ts";
import type { Schema } from "#db/schema.ts";
import { sqliteDialect } from "#db/sqlite-dialect.ts";

export const runsOnPostgres = process.env.TEST_DATABASE === "postgres";

/** A migrated database of its own for one test: SQLite in memory, or a database on the real PostgreSQL server. */
export async function freshDatabase(): Promise<Db> {
  const db = runsOnPostgres ? await freshPostgres() : openSnapshot(await (snapshot ??= migrateOnce()));
  onTestFinished(() => db.destroy());
  return db;
}

/** A database without a single table, of its own for one test. */
export async function bareDatabase(): Promise<Db> {
  if (runsOnPostgres) return freshPostgres("template1");
  const database = new Database(":memory:");
  database.pragma("foreign_keys = ON");
  const db = new Kysely<Schema>({ dialect: sqliteDialect(database) });
  onTestFinished(() => db.destroy());
  return db;
}

let snapshot: Promise<Buffer> | undefined;
let template: Promise<string> | undefined;

function openSnapshot(migrated: Buffer): Db {
  const database = new Database(migrated);
  database.pragma("foreign_keys = ON");
  return new Kysely<Schema>({ dialect: sqliteDialect(database) });
}

async function migrateOnce(): Promise<Buffer> {
  const database = new Database(":memory:");
  await migrateToLatest(new Kysely<Schema>({ dialect: sqliteDialect(database) }));
  return database.serialize();
}

/** Migrates once per worker into a template; each test gets a copy of it, which is ten times faster. */
async function freshPostgres(given?: string): Promise<Db> {
  const from = given ?? (await (template ??= migrateTemplate()));
  const name = `t_${crypto.randomUUID().replaceAll("-", "")}`;
  await asAdmin((admin) => sql.raw(`create database ${name} template ${from}`).execute(admin));
  onTestFinished(() => asAdmin((admin) => sql.raw(`drop database if exists ${name} with (force)`).execute(admin)));
  return onPostgres(name, 8);
}

async function migrateTemplate(): Promise<string> {
  const name = `template_${crypto.randomUUID().replaceAll("-", "")}`;
  await asAdmin((admin) => sql.raw(`create database ${name}`).execute(admin));
  const db = onPostgres(name, 1);
  await migrateToLatest(db);
  await db.destroy();
  return name;
}

function onPostgres(database: string, max: number): Db {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  const pool = new pg.Pool({ connectionString: url.href, max });
  pool.on("error", () => {});
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

async function asAdmin(work: (admin: Db) => Promise<unknown>): Promise<void> {
  const admin = onPostgres("postgres", 1);
  await work(admin).finally(() => admin.destroy());
}
