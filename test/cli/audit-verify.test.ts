import { sql } from "kysely";
import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";
import { runAuditVerify } from "../../db/cli/audit-verify.ts";
import { aPortal } from "#test/support/portal.ts";
import { runsOnPostgres } from "#test/support/database.ts";

/** Five records of one body and two of the portal, with the lock against changing them taken off, as an intruder would. */
async function anUnlockedLog() {
  const portal = await aPortal();
  const context = await portal.actingAs("beheer");
  for (const bodyId of ["veilig", "veilig", "veilig", "veilig", "veilig", null, null]) {
    await inTransaction(portal.db, (trx) => record(trx, context, { act: "body.change", bodyId, subject: { kind: "body", id: "x" }, payload: { note: "oud" } }));
  }
  if (runsOnPostgres) await sql`alter table event disable trigger user`.execute(portal.db);
  else for (const { name } of (await sql<{ name: string }>`select name from sqlite_master where type = 'trigger' and tbl_name = 'event'`.execute(portal.db)).rows) await sql.raw(`drop trigger ${name}`).execute(portal.db);
  return portal;
}

test("a whole log is whole, and says how many records it holds", async () => {
  const portal = await anUnlockedLog();
  expect(await verifyLog(portal.db)).toEqual({ records: 7, chains: 2, setBacks: 0, broken: null });
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line), open: () => Promise.resolve(portal.db) };
  expect(await runAuditVerify([], io)).toBe(0);
  expect(lines).toEqual(["Het logboek is heel: 7 regels in 2 ketens.", "Alles klopt met het logboek: 0 rondes, 0 stemmen, 0 versies, 0 volmachten."]);
});

test.each([
  ["a changed record", "update event set payload = '{\"note\":\"nieuw\"}' where chain = 'veilig' and sequence = 3", { sequence: 3, fault: "changed" }],
  ["a changed actor", "update event set actor_id = null where chain = 'veilig' and sequence = 2", { sequence: 2, fault: "changed" }],
  ["a record taken out of the middle", "delete from event where chain = 'veilig' and sequence = 2", { sequence: 2, fault: "missing-or-moved" }],
  ["a record taken off the end", "delete from event where chain = 'veilig' and sequence = 5", { sequence: 5, fault: "cut-off" }],
  ["a record with another place", "update event set sequence = 9 where chain = 'veilig' and sequence = 5", { sequence: 5, fault: "missing-or-moved" }],
  ["a record that does not link", "update event set previous = 'x' where chain = 'veilig' and sequence = 4", { sequence: 4, fault: "not-linked" }],
])("%s is found", async (_, change, broken) => {
  const portal = await anUnlockedLog();
  await sql.raw(change).execute(portal.db);
  expect((await verifyLog(portal.db)).broken).toEqual({ chain: "veilig", ...broken });
  const lines: string[] = [];
  expect(await runAuditVerify([], { out: () => {}, err: (line) => void lines.push(line), open: () => Promise.resolve(portal.db) })).toBe(1);
  expect(lines[0]).toContain(`keten veilig, regel ${broken.sequence}`);
});

test("a database that cannot be read gives 2 and one line", async () => {
  const lines: string[] = [];
  expect(await runAuditVerify([], { out: () => {}, err: (line) => void lines.push(line), open: () => Promise.reject(new Error("geen database")) })).toBe(2);
  expect(lines).toEqual(["Het logboek is niet te lezen: geen database"]);
});
