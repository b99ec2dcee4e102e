import { sql } from "kysely";
import { expect, test } from "vitest";
import { acceptProxy } from "#app/commands/voting/accept-proxy.ts";
import { askTreatment } from "#app/commands/voting/ask-treatment.ts";
import { castBallots } from "#app/commands/voting/cast-ballots.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { giveProxy } from "#app/commands/voting/give-proxy.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import { pullItem } from "#app/commands/voting/pull-item.ts";
import { recordReceivedBallot } from "#app/commands/voting/record-received-ballot.ts";
import { recuseSeat } from "#app/commands/voting/recuse-seat.ts";
import { revokeProxy } from "#app/commands/voting/revoke-proxy.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { lostAnchors, verifyLog } from "#db/queries/audit-verify.ts";
import { versionHash } from "#db/queries/version-hash.ts";
import { listItems } from "#db/queries/voting-items.ts";
import type { Db } from "#db/client.ts";
import { runsOnPostgres } from "#test/support/database.ts";
import { aChamber, aRound, vote, votes, type Chamber } from "#test/support/voting.ts";

/**
 * Three rounds: one established and published, one open with a condition, a vote by phone, an item pulled out and a wish to talk, and
 * the concept that the pulled item got; two volmachten, one of them taken back. All locks of the database are taken off.
 */
async function anUnlockedChamber() {
  const chamber = await aChamber({ seats: 4 });
  await chamber.proposal(1);
  await chamber.proposal(2);
  await chamber.proposal(3);
  await unlock(chamber.db);
  for (const row of await chamber.db.selectFrom("proposal_version").select(["id", "title", "statement"]).execute()) {
    const text = { title: row.title, statement: row.statement, rationale: "", acceptance: "", source: "", moscow: "must" as const, weight: null, components: [], needs: [], policyAreas: [], controls: [] };
    await chamber.db.updateTable("proposal_version").set({ text_hash: versionHash(text) }).where("id", "=", row.id).execute();
  }
  const roundId = await aRound(chamber);
  const [item] = await listItems(chamber.db, roundId);
  await recuseSeat(await chamber.as("lid4"), { roundId, itemId: item?.id ?? "", seatId: "seat-lid4", reason: "Eigen belang" });
  await votes(chamber, roundId, ["voor", "tegen", "voor"]);
  await vote(chamber, roundId, "lid2", "voor", { motivation: "Toch wel." });
  chamber.clockStrikes("11:00");
  for (const person of ["vera", "sam"]) if (!(await establishRound(await chamber.as(person), { roundId })).ok) throw new Error("not established");
  await publishRound(await chamber.as("sam"), { roundId });
  chamber.clockStrikes("09:45");
  const peiling = await aRound(chamber, { proposalIds: ["p2"], kind: "peiling", title: "Peiling" });
  await vote(chamber, peiling, "lid1", "akkoord_mits", { condition: "ook in het weekend" });
  chamber.clockStrikes("09:50");
  const open = await aRound(chamber, { proposalIds: ["p3"], motions: [{ title: "Motie", statement: "Wij vergaderen op dinsdag." }], title: "Hamerstukken" });
  await happenings(chamber, open);
  return { ...chamber, roundId, open };
}

async function happenings(chamber: Chamber, roundId: string): Promise<void> {
  const [first, second] = await listItems(chamber.db, roundId);
  const [itemId, motionId] = [first?.id ?? "", second?.id ?? ""];
  const done: { readonly ok: boolean }[] = [];
  done.push(await recordReceivedBallot(await chamber.as("sam"), { roundId, seatId: "seat-lid1", itemId, nonce: "phone", textHash: first?.textHash ?? "", choice: "voor", motivation: "", note: "Telefonisch" }));
  done.push(await askTreatment(await chamber.as("lid2"), { roundId, itemId, seatId: "seat-lid2", reason: "Graag bespreken" }));
  done.push(await pullItem(await chamber.as("lid3"), { roundId, itemId: motionId, seatId: "seat-lid3", reason: "Eerst praten" }));
  for (const to of ["lid2", "lid3"]) {
    const given = await giveProxy(await chamber.as("lid1"), { bodyId: "veilig", fromSeatId: "seat-lid1", toSeatId: `seat-${to}`, scope: "ronde", subjectId: roundId });
    const proxyId = given.ok ? given.value.id : "";
    done.push(given, await acceptProxy(await chamber.as(to), { bodyId: "veilig", proxyId }));
    if (to === "lid2") done.push(await revokeProxy(await chamber.as("lid1"), { bodyId: "veilig", proxyId }));
  }
  if (done.some(({ ok }) => !ok)) throw new Error(JSON.stringify(done));
}

/** As somebody who owns the database would: no triggers, no checks, no references. */
async function unlock(db: Db): Promise<void> {
  if (runsOnPostgres) {
    const checks = await sql<{ table: string; name: string }>`select conrelid::regclass::text as "table", conname as name from pg_constraint where contype in ('c', 'f') and connamespace = current_schema()::regnamespace`.execute(db);
    for (const { table, name } of checks.rows) await sql.raw(`alter table ${table} drop constraint if exists "${name}" cascade`).execute(db);
    for (const table of TABLES) await sql.raw(`alter table ${table} disable trigger user`).execute(db);
    return;
  }
  await sql`pragma foreign_keys = off`.execute(db);
  await sql`pragma ignore_check_constraints = on`.execute(db);
  for (const { name } of (await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(db)).rows) await sql.raw(`drop trigger ${name}`).execute(db);
}

const TABLES = ["event", "ballot", "round", "round_item", "round_seat", "recusal", "condition", "proxy", "treatment_request", "proposal_version", "chain_head"] as const;
const KEYS: Record<(typeof TABLES)[number], readonly string[]> = { event: ["id"], ballot: ["id"], round: ["id"], round_item: ["id"], round_seat: ["round_id", "seat_id"], recusal: ["id"], condition: ["id"], proxy: ["id"], treatment_request: ["id"], proposal_version: ["id"], chain_head: ["chain"] };
/** Another key, not that of a row beside it. */
const isKey = (column: string): boolean => column === "id" || column.endsWith("_id");
/** Columns that hold a number or nothing. */
const NUMBERS = ["chain_sequence", "version", "weight"];
/**
 * What a version is about stands in its hash; who wrote it, when and why stands in the log record of the version. So do the answer to a
 * condition and what the seat said of it, in theirs. The place of the quoted words follows from those words and the text.
 */
const ELSEWHERE: Partial<Record<(typeof TABLES)[number], readonly string[]>> = {
  condition: ["id", "field", "start", "now_field", "now_start", "gone_in", "answer", "answered_in", "answered_by", "answered_at", "settled", "settled_by", "settled_at"],
  proposal_version: ["id", "proposal_id", "number", "why", "author_id", "created_at"],
  chain_head: ["told_at"],
};

const isWhole = async (db: Db): Promise<boolean> => (await verifyLog(db)).broken === null && (await verifyRows(db)).broken === null;

test("an untouched portal is whole, with its rounds and ballots", async () => {
  const { db } = await anUnlockedChamber();
  expect((await verifyLog(db)).broken).toBeNull();
  expect(await verifyRows(db)).toEqual({ rounds: 4, ballots: 6, versions: 3, proxies: 2, sets: 0, broken: null });
});

test.each(TABLES)("a changed value in any column of any row of %s is found", async (table) => {
  const { db } = await anUnlockedChamber();
  const rows = (await sql<Record<string, string | number | null>>`select * from ${sql.table(table)}`.execute(db)).rows;
  const missed: string[] = [];
  let tried = 0;
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      if (ELSEWHERE[table]?.includes(column)) continue;
      const other = typeof value === "number" ? value + 1000 : value === null ? (NUMBERS.includes(column) ? 7 : "x") : isKey(column) ? `${value}x` : flipped(value);
      const where = sql.join(KEYS[table].map((key) => sql`${sql.ref(key)} = ${row[key]}`), sql` and `);
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${other} where ${where}`.execute(db);
      if (await isWhole(db).catch(() => false)) missed.push(`${table}.${column}`);
      const back = sql.join(KEYS[table].map((key) => sql`${sql.ref(key)} = ${key === column ? other : row[key]}`), sql` and `);
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${back}`.execute(db);
      tried++;
    }
  }
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(3);
  expect(await isWhole(db)).toBe(true);
}, 120_000);

/** The same text with one bit of its last sign turned. */
const flipped = (text: string): string => (text === "" ? "x" : text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) ^ 1));

test("a ballot or a round that was put in or taken out beside the log is found", async () => {
  const { db, roundId } = await anUnlockedChamber();
  const ballot = await db.selectFrom("ballot").selectAll().executeTakeFirstOrThrow();

  await db.insertInto("ballot").values({ ...ballot, id: "forged", revision: 9, nonce: "forged" }).execute();
  expect((await verifyRows(db)).broken).toMatchObject({ kind: "ballot", fault: "not-in-log" });
  await db.deleteFrom("ballot").where("id", "=", "forged").execute();
  await db.deleteFrom("ballot").where("id", "=", ballot.id).execute();
  expect((await verifyRows(db)).broken).not.toBeNull();
  await db.insertInto("ballot").values(ballot).execute();
  expect((await verifyRows(db)).broken).toBeNull();
  const round = await db.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirstOrThrow();
  await db.insertInto("round").values({ ...round, id: "forged" }).execute();
  expect((await verifyRows(db)).broken).toEqual({ kind: "round", id: "forged", fault: "not-in-log" });
});

test("records taken off the end together with the head are found by a number that somebody kept", async () => {
  const { db } = await anUnlockedChamber();
  const head = await db.selectFrom("chain_head").selectAll().where("chain", "=", "veilig").executeTakeFirstOrThrow();
  const anchor = { chain: "veilig", sequence: head.sequence, hash: head.hash };
  expect(await lostAnchors(db, [anchor])).toEqual([]);

  const before = await db.selectFrom("event").selectAll().where("chain", "=", "veilig").where("sequence", "=", head.sequence - 1).executeTakeFirstOrThrow();
  await db.deleteFrom("event").where("chain", "=", "veilig").where("sequence", "=", head.sequence).execute();
  await db.updateTable("chain_head").set({ sequence: before.sequence, hash: before.hash, at: before.at }).where("chain", "=", "veilig").execute();

  expect((await verifyLog(db)).broken).toBeNull();
  expect(await lostAnchors(db, [anchor])).toEqual([anchor]);
});

test("a vote that was changed leaves every revision vouched for", async () => {
  const { db, roundId, as } = await anUnlockedChamber();
  const ballots = await db.selectFrom("ballot").select(["revision", "choice"]).where("seat_id", "=", "seat-lid2").orderBy("revision").execute();
  expect(ballots).toEqual([{ revision: 1, choice: "tegen" }, { revision: 2, choice: "voor" }]);
  const [item] = await listItems(db, roundId);
  const late = await castBallots(await as("lid1"), { roundId, seatId: "seat-lid1", ballots: [{ itemId: item?.id ?? "", nonce: "late", textHash: item?.textHash ?? "", choice: "tegen", motivation: "" }] });
  expect(late).toMatchObject({ ok: false, refusal: "round-not-open" });
});
