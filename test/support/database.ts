import Database from "better-sqlite3";
import { Kysely, PostgresDialect, sql, type Dialect } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";
import type { Db } from "#db/client.ts";
import { migrateToLatest } from "#db/migrate.ts";
import type { Schema } from "#db/schema.ts";
import { sqliteDialect } from "#db/sqlite-dialect.ts";
import { makeTemplate, shapeOf, startPostgres, TEMPLATE } from "./postgres.ts";

export const runsOnPostgres = process.env.TEST_DATABASE === "postgres";

/** Something put around the dialect, to let it break. */
export type Around = (dialect: Dialect) => Dialect;
const asIs: Around = (dialect) => dialect;

/** A migrated database of its own for one test: SQLite in memory, or a database on the real PostgreSQL server. */
export async function freshDatabase(around: Around = asIs): Promise<Db> {
  const db = runsOnPostgres ? await freshPostgres(around) : openSnapshot(await (snapshot ??= migrateOnce()), around);
  onTestFinished(() => db.destroy());
  return db;
}

/** A database without a single table, of its own for one test. */
export async function bareDatabase(): Promise<Db> {
  if (runsOnPostgres) {
    const name = await copyOf("template1");
    onTestFinished(() => drop(name));
    return onPostgres(name, 8);
  }
  const database = new Database(":memory:");
  database.pragma("foreign_keys = ON");
  const db = new Kysely<Schema>({ dialect: sqliteDialect(database) });
  onTestFinished(() => db.destroy());
  return db;
}

/**
 * The tests of this file get a PostgreSQL server on which nobody else works: the stamp of what is committed counts the transactions
 * of the whole server, also those of tests that run beside it. On SQLite every test has its own already.
 */
export function onAQuietServer(): void {
  if (!runsOnPostgres) return;
  let stop = async () => {};
  beforeAll(async () => {
    const started = await startPostgres();
    quiet = { url: started.url, template: TEMPLATE, shape: await makeTemplate(started.url), idle: [] };
    stop = started.stop;
  });
  afterAll(async () => {
    quiet = null;
    await stop();
  });
}

interface PostgresServer {
  readonly url: string;
  readonly template: string;
  readonly shape: string;
  /** emptied databases */
  readonly idle: string[];
}
let quiet: PostgresServer | null = null;
let shared: PostgresServer | undefined;
const postgres = (): PostgresServer => quiet ?? (shared ??= { url: inject("postgresUrl"), template: inject("postgresTemplate"), shape: inject("postgresShape"), idle: [] });

let snapshot: Promise<Buffer> | undefined;

function openSnapshot(migrated: Buffer, around: Around): Db {
  const database = new Database(migrated);
  database.pragma("foreign_keys = ON");
  return new Kysely<Schema>({ dialect: around(sqliteDialect(database)) });
}

async function migrateOnce(): Promise<Buffer> {
  const database = new Database(":memory:");
  await migrateToLatest(new Kysely<Schema>({ dialect: sqliteDialect(database) }));
  return database.serialize();
}

/**
 * A copy of the template that was migrated once for the whole run. Making one takes most of a second, so what a test filled is emptied
 * for the next one in the same process; a database whose tables, triggers or settings a test changed is thrown away.
 */
async function freshPostgres(around: Around): Promise<Db> {
  const { idle, template } = postgres();
  const name = idle.pop() ?? (await copyOf(template));
  onTestFinished(async () => {
    if (await isEmptiedWhole(name)) idle.push(name);
    else await drop(name);
  });
  return onPostgres(name, 8, around);
}

async function copyOf(template: string): Promise<string> {
  const name = `t_${crypto.randomUUID().replaceAll("-", "")}`;
  await asAdmin((admin) => sql.raw(`create database ${name} template ${template}`).execute(admin));
  return name;
}

const drop = (name: string): Promise<void> => asAdmin((admin) => sql.raw(`drop database if exists ${name} with (force)`).execute(admin));

async function isEmptiedWhole(name: string): Promise<boolean> {
  const db = onPostgres(name, 1);
  try {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
    if ((await shapeOf(db)) !== postgres().shape) return false;
    await sql.raw(EMPTY_EVERYTHING).execute(db);
    return true;
  } finally {
    await db.destroy();
  }
}

/** Without triggers and references, which refuse what no command does. */
const EMPTY_EVERYTHING = `do $$ declare named record; begin
  set local session_replication_role = replica;
  for named in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop execute format('delete from %I', named.tablename); end loop;
end $$`;

function onPostgres(database: string, max: number, around = asIs): Db {
  const url = new URL(postgres().url);
  url.pathname = `/${database}`;
  const pool = new pg.Pool({ connectionString: url.href, max });
  pool.on("error", () => {});
  return new Kysely<Schema>({ dialect: around(new PostgresDialect({ pool })) });
}

async function asAdmin(work: (admin: Db) => Promise<unknown>): Promise<void> {
  const admin = onPostgres("postgres", 1);
  await work(admin).finally(() => admin.destroy());
}
