import { accessSync, chmodSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { sqliteDialect } from "./sqlite-dialect.ts";
import type { Schema } from "./schema.ts";

/** Anything that can run a query: the database itself, or a transaction on it. */
export type Db = Kysely<Schema>;
/** Ask for this instead of `Db` when half the work would be worse than none. */
export type Trx = Transaction<Schema>;

/** Why a database cannot be used; `message` is one clear line. */
export class UnusableDatabase extends Error {}

const OLDEST_SAFE_SQLITE = "3.51.3";

export const isPostgres = (url: string): boolean => /^postgres(ql)?:/.test(url);

/** `file:var/ggi.sqlite` or `:memory:` for SQLite, `postgres://…` for PostgreSQL, where `processes` share the connections. Throws `UnusableDatabase`. */
export async function openDatabase(url: string, { processes = 1 }: { processes?: number } = {}): Promise<Db> {
  const dialect = isPostgres(url)
    ? new PostgresDialect({ pool: postgresPool(url, processes) })
    : sqliteDialect(openSqlite(url.replace(/^file:/, "")));
  return new Kysely<Schema>({ dialect });
}

/** A SQLite file with the pragmas that make "acknowledged" mean "on the disk" (security §3.4), checked after setting. */
export function openSqlite(file: string): Database.Database {
  const isFile = file !== ":memory:";
  if (isFile) openFolder(path.dirname(path.resolve(file)));
  const isNew = isFile && !existsSync(file);
  let database: Database.Database;
  try {
    database = new Database(file);
    if (isNew) chmodSync(file, 0o600);
    prepareSqlite(database);
  } catch (error) {
    if (error instanceof UnusableDatabase) throw error;
    throw new UnusableDatabase(sentenceFor(file, error));
  }
  return database;
}

/** The folder of the file, made when it is not there and tried: SQLite writes more than one file in it. */
function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new UnusableDatabase(`De map ${folder} kan niet worden gebruikt. Maak hem aan, of geef het portaal het recht om erin te schrijven.`);
  }
}

function sentenceFor(file: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return `Het databasebestand ${file} is geen database of is beschadigd. Zet een back-up terug met "ggi restore".`;
  if (/^SQLITE_(READONLY|PERM|CANTOPEN)/.test(code)) return `Het databasebestand ${file} kan niet worden beschreven. Geef het portaal het recht om erin te schrijven.`;
  if (/^SQLITE_BUSY/.test(code)) return `Het databasebestand ${file} is in gebruik door een ander programma. Stop dat eerst.`;
  if (/^SQLITE_FULL/.test(code)) return "De schijf is vol. Maak ruimte en probeer het opnieuw.";
  return `Het databasebestand ${file} kan niet worden geopend: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}.`;
}

/** Sets and checks the pragmas on a connection. Throws `UnusableDatabase` when one did not take. */
export function prepareSqlite(database: Database.Database): void {
  for (const pragma of PRAGMAS) database.pragma(pragma);
  const version = String(database.prepare("select sqlite_version() as version").pluck().get());
  if (compareVersions(version, OLDEST_SAFE_SQLITE) < 0) {
    throw new UnusableDatabase(`SQLite ${version} kan een bestand beschadigen. Nodig is ${OLDEST_SAFE_SQLITE} of nieuwer.`);
  }
  if (database.pragma("synchronous", { simple: true }) !== 2) throw new UnusableDatabase("SQLite neemt synchronous=FULL niet aan.");
  const check = database.pragma("quick_check(1)", { simple: true });
  if (check !== "ok") throw new UnusableDatabase(`Het databasebestand is beschadigd: ${String(check).split("\n")[0] ?? ""}. Zet een back-up terug met "ggi restore".`);
}

const PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "busy_timeout = 5000",
  "trusted_schema = OFF",
  "secure_delete = ON",
  "cell_size_check = ON",
  "mmap_size = 0",
  "cache_size = -32000",
  // Moving the log into the database falls in somebody's waiting time; at the end of a round hundreds vote at once.
  "wal_autocheckpoint = 4000",
];

/** A server takes a hundred connections unless told otherwise: together we stay below it. One is enough to work with, as on SQLite. */
const [MOST_CONNECTIONS, OF_ONE_PROCESS] = [80, 10];

function postgresPool(connectionString: string, processes: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: Math.max(1, Math.min(OF_ONE_PROCESS, Math.floor(MOST_CONNECTIONS / processes))),
    statement_timeout: 5_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
    connectionTimeoutMillis: 5_000,
  });
  // A connection that breaks is replaced by the pool, and whoever waits on it hears why. Without a listener it would end the process:
  // the pool listens to the idle ones, nobody to one that is in use.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/**
 * Runs `work` in a transaction, joining the one already running if there is one.
 * On PostgreSQL the whole of `work` is tried again, at most eight times, after a serialization failure or a deadlock.
 */
export async function inTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Trx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= 8 || !isWorthAnotherTry(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * attempt * 3));
    }
  }
}

const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "40001" || error.code === "40P01");

function compareVersions(left: string, right: string): number {
  const a = left.split(".").map(Number);
  const b = right.split(".").map(Number);
  for (let place = 0; place < 3; place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
