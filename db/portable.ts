import { sql, type Kysely } from "kysely";

/** A row count that is a number on both: PostgreSQL's own count arrives as a string. */
export const countRows = () => sql<number>`cast(count(*) as integer)`;

/** Which of the two this is, for the few places in `db/` where they differ. */
export const dialectOf = (db: Pick<Kysely<never>, "getExecutor">): "sqlite" | "postgres" =>
  db.getExecutor().adapter.supportsTransactionalDdl && !db.getExecutor().adapter.constructor.name.startsWith("Sqlite") ? "postgres" : "sqlite";

/**
 * Holds a row until the commit, so that two who decide on it go one after the other. On SQLite there is nothing to do: `begin immediate`
 * has made this the only transaction that writes. It never writes the row anew, as an update to the same value would.
 */
export async function hold(trx: Pick<Kysely<never>, "getExecutor">, table: "body" | "round", id: string): Promise<void> {
  if (dialectOf(trx) === "postgres") await sql`select id from ${sql.table(table)} where id = ${id} for no key update`.execute(trx);
}

/** Text to look things up by: without accents, case or double spaces, the same on both databases. */
export const searchKey = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A `like` pattern that finds `text` anywhere in a `*_key` column; use with `escape '\'` through `containsKey`. */
export const keyPattern = (text: string): string => `%${searchKey(text)}%`;
