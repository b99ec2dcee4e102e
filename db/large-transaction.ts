import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "kysely";
import { inTransaction, SQLITE_CACHE, type Db, type Trx } from "./client.ts";
import { dialectOf } from "./portable.ts";

/** So little memory that most pages are written before the commit; and never moved from SQLite's log to the file in the commit itself. */
const SPREAD = ["pragma cache_size = -2000", "pragma wal_autocheckpoint = 0"];
const USUAL = [`pragma cache_size = ${SQLITE_CACHE}`, "pragma wal_autocheckpoint = 1000"];

/**
 * The same as `inTransaction`, for work that writes thousands of rows. A commit on SQLite holds the whole process: here it is spread
 * over several turns, so that the longest hold of 5,000 rows is half as long. PostgreSQL needs nothing of this.
 */
export async function inLargeTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  if (db.isTransaction || dialectOf(db) === "postgres") return inTransaction(db, work);
  for (const pragma of SPREAD) await sql.raw(pragma).execute(db);
  try {
    return await inTransaction(db, work);
  } finally {
    await nextTurn();
    await sql`pragma wal_checkpoint(passive)`.execute(db);
    for (const pragma of USUAL) await sql.raw(pragma).execute(db);
  }
}
