import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { sql } from "kysely";
import type { Db, Trx } from "./client.ts";
import { latestApplied, migrateTo, migrateToLatest } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { verifyLog } from "./queries/audit-verify.ts";
import { fillingOrder, listReferences, listTables, type Reference } from "./table-order.ts";

export const FORMAT = "ggi-kopie/1";
export type CopyRefusal = "file-exists" | "no-database" | "damaged" | "newer" | "not-empty" | "not-current";

const PAGE = 500;
/** Tables with large rows: fewer of them at once. */
const PAGE_OF: Readonly<Record<string, number>> = { annex_part: 8 };
type Row = Readonly<Record<string, unknown>>;

/**
 * Writes the whole database to one file that any database of this portal can read back: lines of JSON, zipped, with a hash over
 * all of it at the end. One transaction sees one moment, while the portal is in use.
 */
export async function writeCopy(db: Db, target: string): Promise<CopyRefusal | null> {
  if (existsSync(target)) return "file-exists";
  const schema = await latestApplied(db);
  if (schema === null) return "not-current";
  try {
    await db.transaction().setIsolationLevel("repeatable read").execute(async (trx) => {
      await pipeline(Readable.from(linesOf(trx, schema)), createGzip(), createWriteStream(target, { flags: "wx", mode: 0o600 }));
    });
    return null;
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}

async function* linesOf(trx: Trx, schema: string): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line({ format: FORMAT, schema });
  const { order } = fillingOrder(await listTables(trx), await listReferences(trx));
  for (const table of order) for await (const rows of pagesOf(trx, table)) yield line({ table, rows });
  yield `${JSON.stringify({ sha256: hash.digest("hex") })}\n`;
}

/** Rows a page at a time where a table has ids; tables that only link others are small enough to come at once. */
async function* pagesOf(trx: Trx, table: string): AsyncGenerator<Row[]> {
  const isKeyed = (await columnsOf(trx, table)).includes("id");
  const page = PAGE_OF[table] ?? PAGE;
  for (let after = ""; ; ) {
    const { rows } = isKeyed ? await sql<Row>`select * from ${sql.table(table)} where id > ${after} order by id limit ${page}`.execute(trx) : await sql<Row>`select * from ${sql.table(table)}`.execute(trx);
    // PostgreSQL keeps the words to search in a column that it makes itself.
    const kept = rows.map(({ words: _, ...row }) => row);
    for (let from = 0; from < kept.length; from += page) yield kept.slice(from, from + page);
    if (!isKeyed || rows.length < page) return;
    after = String(rows.at(-1)?.["id"]);
  }
}

const columnsOf = async (db: Db, table: string): Promise<string[]> => (await db.introspection.getTables()).find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];

/**
 * Reads such a file back into a database without data, at the schema it was made with, and brings that up to date. All of it or
 * nothing: a line that is missing or changed, or a log that does not add up, leaves the database as empty as it was.
 */
export async function readCopy(db: Db, source: string): Promise<CopyRefusal | null> {
  if (!existsSync(source)) return "no-database";
  const head = await headOf(source);
  if (head === null) return "damaged";
  if (!Object.hasOwn(migrations, head.schema)) return "newer";
  const tables = await listTables(db);
  for (const table of tables) if ((await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)).rows.length > 0) return "not-empty";
  const applied = await latestApplied(db);
  if (applied !== null && applied > head.schema) return "not-empty";
  await migrateTo(db, head.schema);
  try {
    await db.transaction().execute((trx) => fill(trx, source));
  } catch (error) {
    if (error instanceof DamagedCopy) return "damaged";
    throw error;
  }
  await migrateToLatest(db);
  return null;
}

class DamagedCopy extends Error {}

async function fill(trx: Trx, source: string): Promise<void> {
  const references = await listReferences(trx);
  const { late } = fillingOrder(await listTables(trx), references);
  const [known, hash, waiting] = [new Set(await listTables(trx)), createHash("sha256"), [] as { reference: Reference; id: unknown; value: unknown }[]];
  let isWhole = false;
  for await (const { text, value } of valuesOf(source)) {
    if (typeof value["sha256"] === "string") {
      isWhole = value["sha256"] === hash.digest("hex");
      break;
    }
    hash.update(`${text}\n`);
    const { table, rows } = value;
    if (typeof table !== "string" || !Array.isArray(rows)) continue;
    if (!known.has(table)) throw new DamagedCopy();
    const own = late.filter((reference) => reference.table === table);
    await insertRows(trx, table, (rows as Row[]).map((row) => held(row, own, waiting)));
  }
  if (!isWhole) throw new DamagedCopy();
  for (const { reference, id, value } of waiting) await sql`update ${sql.table(reference.table)} set ${sql.ref(reference.column)} = ${value} where id = ${id}`.execute(trx);
  if ((await verifyLog(trx)).broken !== null) throw new DamagedCopy();
}

/** A row without the references that have to wait; they are noted. */
function held(row: Row, late: readonly Reference[], waiting: { reference: Reference; id: unknown; value: unknown }[]): Row {
  const without = { ...row };
  for (const reference of late) {
    if (row[reference.column] === null) continue;
    waiting.push({ reference, id: row["id"], value: row[reference.column] });
    without[reference.column] = null;
  }
  return without;
}

async function insertRows(trx: Trx, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  // Neither database takes more than some thirty thousand values in one statement.
  const size = Math.max(1, Math.floor(20_000 / Math.max(1, columns.length)));
  for (let from = 0; from < rows.length; from += size) {
    const values = rows.slice(from, from + size).map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(trx);
  }
}

async function headOf(source: string): Promise<{ schema: string } | null> {
  try {
    for await (const { value } of valuesOf(source)) return value["format"] === FORMAT && typeof value["schema"] === "string" ? { schema: value["schema"] } : null;
  } catch (error) {
    if (!(error instanceof DamagedCopy)) throw error;
  }
  return null;
}

async function* valuesOf(source: string): AsyncGenerator<{ text: string; value: Record<string, unknown> }> {
  try {
    for await (const text of linesIn(source)) {
      const value: unknown = JSON.parse(text);
      if (typeof value !== "object" || value === null) throw new DamagedCopy();
      yield { text, value: value as Record<string, unknown> };
    }
  } catch {
    throw new DamagedCopy();
  }
}

async function* linesIn(source: string): AsyncGenerator<string> {
  const [file, unzipped] = [createReadStream(source), createGunzip()];
  file.on("error", (error) => unzipped.destroy(error));
  file.pipe(unzipped).setEncoding("utf8");
  let rest = "";
  try {
    for await (const part of unzipped) {
      const lines = (rest + String(part)).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } finally {
    file.destroy();
  }
}
