import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import type { Db } from "#db/client.ts";
import { migrations } from "#db/migrations/index.ts";
import { latestApplied } from "#db/migrate.ts";
import { readCopy } from "#db/portable-copy.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";
import { actorOf } from "#db/queries/people.ts";
import { bareDatabase, runsOnPostgres } from "#test/support/database.ts";
import { at, vote, type Chamber } from "#test/support/voting.ts";

/**
 * A portal as the first release wrote it, migrations 0001–0009: two rounds, one published with a changed vote and a member that
 * stepped back, one open with a condition. Read back, it is a database of that release, brought up to date by this one.
 */
const FIRST_RELEASE = fileURLToPath(new URL("./first-release.gz", import.meta.url));

async function theFirstRelease(): Promise<Db> {
  const db = await bareDatabase();
  expect(await readCopy(db, FIRST_RELEASE)).toBeNull();
  return db;
}

/** The rows of the copy, table by table. */
function rowsWritten(): Map<string, Record<string, unknown>[]> {
  const lines = gunzipSync(readFileSync(FIRST_RELEASE)).toString("utf8").trim().split("\n");
  const tables = new Map<string, Record<string, unknown>[]>();
  for (const line of lines) {
    const { table, rows } = JSON.parse(line) as { table?: string; rows?: Record<string, unknown>[] };
    if (table !== undefined && rows) tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  }
  return tables;
}

test("a database of the first release comes up to date and keeps every value", async () => {
  const db = await theFirstRelease();
  expect(await latestApplied(db)).toBe(Object.keys(migrations).at(-1));
  const written = rowsWritten();
  expect(written.get("ballot")).toHaveLength(5);
  for (const [table, rows] of written) {
    const columns = Object.keys(rows[0] ?? {});
    const kept = await sql<Record<string, unknown>>`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}`.execute(db);
    expect([table, kept.rows.map((row) => JSON.stringify(row)).sort()]).toEqual([table, rows.map((row) => JSON.stringify(row)).sort()]);
  }
});

test("what the first release put in the log still adds up, though it vouched for less", async () => {
  const db = await theFirstRelease();
  expect((await verifyLog(db)).broken).toBeNull();
  expect(await verifyRows(db)).toEqual({ rounds: 2, ballots: 5, versions: 2, proxies: 0, broken: null });
});

test.each([
  ["choice", "tegen", "count-differs"],
  ["receipt", "anders", "count-differs"],
  ["motivation", "anders", "row-changed"],
  ["text_hash", "anders", "row-changed"],
  ["nonce", "anders", "row-changed"],
])("a changed %s of a vote of the first release is still found", async (column, value, fault) => {
  const db = await theFirstRelease();
  await unlockBallots(db);
  await sql`update ballot set ${sql.ref(column)} = ${value} where seat_id = 'seat-lid3'`.execute(db);
  expect((await verifyRows(db)).broken).toMatchObject({ fault });
});

test("a vote cast after the update is vouched for whole, beside the older ones in the same round", async () => {
  const db = await theFirstRelease();
  const now = () => at("10:20");
  const as = async (personId: string) => ({ db, now, newId: uuid7, actor: await actorOf(db, personId, now()) });
  const { id: roundId } = await db.selectFrom("round").select("id").where("state", "=", "open").executeTakeFirstOrThrow();
  expect((await vote({ db, as } as unknown as Chamber, roundId, "lid2", "akkoord")).ok).toBe(true);
  expect((await verifyRows(db)).broken).toBeNull();

  await unlockBallots(db);
  await db.updateTable("ballot").set({ caster_id: "vera" }).where("seat_id", "=", "seat-lid2").where("cast_at", "=", now()).execute();
  expect((await verifyRows(db)).broken).toMatchObject({ kind: "ballot", fault: "row-changed" });
});

test("a round of the first release is sealed by the first act after the update", async () => {
  const db = await theFirstRelease();
  const later = () => instant(new Date("2026-11-05T12:00:00Z"));
  const { id: roundId } = await db.selectFrom("round").select("id").where("state", "=", "open").executeTakeFirstOrThrow();
  expect((await establishRound({ db, now: later, newId: uuid7, actor: await actorOf(db, "vera", later()) }, { roundId })).ok).toBe(true);
  expect((await verifyRows(db)).broken).toBeNull();
  await db.updateTable("round").set({ explanation: "anders" }).where("id", "=", roundId).execute();
  expect((await verifyRows(db)).broken).toEqual({ kind: "round", id: roundId, fault: "row-changed" });
});

/** As somebody who owns the database would. */
async function unlockBallots(db: Db): Promise<void> {
  if (runsOnPostgres) await sql`alter table ballot disable trigger user`.execute(db);
  else for (const { name } of (await sql<{ name: string }>`select name from sqlite_master where type = 'trigger' and tbl_name = 'ballot'`.execute(db)).rows) await sql.raw(`drop trigger ${name}`).execute(db);
}
