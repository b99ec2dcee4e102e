import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "kysely";
import { inTransaction, type Db, type Trx } from "./client.ts";
import { dialectOf } from "./portable.ts";

interface Settings {
  /** memory for pages, in KiB when negative */
  readonly cache: number;
  /** after how many pages SQLite moves its log into the file, in the commit itself; 0: never by itself */
  readonly checkpoint: number;
}

/** So little memory that most pages are written before the commit, and no move of the log in the commit. */
const SPREAD: Settings = { cache: -2_000, checkpoint: 0 };
/** Each database as it was opened, read once: a second large transaction would find those of the first. */
const opened = new WeakMap<Db, Promise<Settings>>();

/**
 * The same as `inTransaction`, for work that writes thousands of rows. A commit on SQLite holds the whole process: here it is spread
 * over several turns, so that the longest hold of 5,000 rows is half as long. PostgreSQL needs nothing of this.
 */
export async function inLargeTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  if (db.isTransaction || dialectOf(db) === "postgres") return inTransaction(db, work);
  const usual = opened.get(db) ?? settingsOf(db);
  opened.set(db, usual);
  const before = await usual;
  await apply(db, SPREAD);
  try {
    return await inTransaction(db, work);
  } finally {
    await nextTurn();
    await sql`pragma wal_checkpoint(passive)`.execute(db);
    await apply(db, before);
  }
}

async function settingsOf(db: Db): Promise<Settings> {
  const cache = await sql<{ cache_size: number }>`pragma cache_size`.execute(db);
  const checkpoint = await sql<{ wal_autocheckpoint: number }>`pragma wal_autocheckpoint`.execute(db);
  return { cache: cache.rows[0]?.cache_size ?? -2_000, checkpoint: checkpoint.rows[0]?.wal_autocheckpoint ?? 1_000 };
}

async function apply(db: Db, { cache, checkpoint }: Settings): Promise<void> {
  for (const pragma of [`pragma cache_size = ${cache}`, `pragma wal_autocheckpoint = ${checkpoint}`]) await sql.raw(pragma).execute(db);
}
