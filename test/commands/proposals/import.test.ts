import { sql } from "kysely";
import { expect, test } from "vitest";
import { commitImport } from "#app/commands/proposals/import/commit-import.ts";
import { startImport } from "#app/commands/proposals/import/start-import.ts";
import { inLargeTransaction } from "#db/large-transaction.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";
import { findImport, listImportRows } from "#db/queries/proposal-imports.ts";
import { findProposal, findVersion } from "#db/queries/proposals.ts";
import { listHits } from "#db/search.ts";
import { runsOnPostgres } from "#test/support/database.ts";
import { aDraftingTable, theLog } from "#test/support/drafting.ts";
import { anImport, imported, origin } from "#test/support/importing.ts";

const FILE = 'id;titel;tekst;motivering;soort;gewicht;onderdeel;behoefte;maatregelen\nNORA-1;Open standaarden;"De dienst gebruikt\nopen standaarden.";Omdat het moet;eis;;GGI-Veilig;BEH-001;BIO2 8.16\nNORA-2;Snel koppelen;Dit is fijn.;;wens;40;;;\n';

test("every row becomes a draft of the body, with the file and the row in its chain", async () => {
  const chamber = await aDraftingTable();
  const secretary = await chamber.as("sam");
  expect(await imported(secretary, FILE)).toEqual({ ok: true, value: { count: 2, first: "VEI-001", last: "VEI-002" } });

  const proposal = await findProposal(chamber.db, secretary.actor, "VEI-001", "2026-11-05" as never);
  const version = await findVersion(chamber.db, proposal!.id, 1);
  expect([proposal!.state, proposal!.authorIds, version!.why]).toEqual(["draft", ["sam"], "Uit eisen.csv, rij 2 (NORA-1)"]);
  expect(version).toMatchObject({ title: "Open standaarden", statement: "De dienst gebruikt\nopen standaarden.", components: ["ggi-veilig"], needs: ["BEH-001"], controls: ["BIO2 8.16"], moscow: "must" });
  const wish = await findProposal(chamber.db, secretary.actor, "VEI-002", "2026-11-05" as never);
  expect([wish!.kind, (await findVersion(chamber.db, wish!.id, 1))!.weight]).toEqual(["wens", 40]);
  expect((await listHits(chamber.db, secretary.actor, "standaarden", { kind: null, now: secretary.now(), after: null, size: 5 })).hits.map(({ number }) => number)).toEqual(["VEI-001"]);
});

test("the log tells of the file and of each proposal, and its chain is whole", async () => {
  const chamber = await aDraftingTable();
  await imported(await chamber.as("sam"), FILE);
  expect(await theLog(chamber)).toEqual(["sam proposal.import", "sam proposal.draft", "sam proposal.draft"]);
  expect(await verifyLog(chamber.db)).toMatchObject({ records: 3, broken: null });
  expect(await verifyRows(chamber.db)).toMatchObject({ versions: 2, broken: null });
});

test("nothing is taken over when one row is wrong, and the row says why", async () => {
  const chamber = await aDraftingTable();
  const secretary = await chamber.as("sam");
  const id = await anImport(secretary, "titel;tekst;soort\nGoed;Dit kan;eis\n;Zonder titel;advies\n");
  expect(await commitImport(secretary, { id, origin })).toEqual({ ok: false, refusal: "rows-wrong" });
  expect((await listImportRows(chamber.db, id, { after: 0, size: 10, onlyProblems: true })).map(({ place, problems }) => [place, problems.map(({ field, code }) => `${field} ${code}`)])).toEqual([[3, ["kind kind-of-other-body", "title required"]]]);
  expect(await chamber.db.selectFrom("proposal").select("id").execute()).toEqual([]);
});

test("two clicks make the proposals once", async () => {
  const chamber = await aDraftingTable();
  const secretary = await chamber.as("sam");
  const id = await anImport(secretary, FILE);
  const both = await Promise.all([commitImport(secretary, { id, origin }), commitImport(secretary, { id, origin })]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await chamber.db.selectFrom("proposal").select("number").execute()).toHaveLength(2);
});

test("only the secretaris of the body imports, and nobody opens the file of another", async () => {
  const chamber = await aDraftingTable();
  for (const who of ["lid1", "vera", "rita", "beheer"]) expect(await startImport(await chamber.as(who), { body: "veilig", fileName: "x.csv", bytes: Buffer.from(FILE) })).toMatchObject({ ok: false, refusal: "not-allowed" });
  const id = await anImport(await chamber.as("sam"), FILE);
  expect(await commitImport(await chamber.as("rita"), { id, origin })).toEqual({ ok: false, refusal: "not-found" });
});

test("a write that fails halfway leaves nothing behind, and the file can be taken over again", async () => {
  const chamber = await aDraftingTable();
  const secretary = await chamber.as("sam");
  const id = await anImport(secretary, FILE);
  let made = 0;
  const failing = { ...secretary, newId: () => (++made === 8 ? "id-of-somebody" : `gemaakt-${made}`) };
  await chamber.db.insertInto("event").values({ id: "id-of-somebody", chain: "portaal", sequence: 1, at: secretary.now(), actor_id: null, act: "session.end", subject_kind: "x", subject_id: "x", payload: "{}", previous: "", hash: "" }).execute();
  await expect(commitImport(failing, { id, origin })).rejects.toThrow();
  expect(await chamber.db.selectFrom("proposal").select("id").execute()).toEqual([]);
  expect(await findImport(chamber.db, id, "sam")).toMatchObject({ state: "open", failedAt: secretary.now() });
  expect(await commitImport(secretary, { id, origin })).toMatchObject({ ok: true, value: { count: 2, first: "VEI-001" } });
  expect(await findImport(chamber.db, id, "sam")).toMatchObject({ state: "done", failedAt: null });
});

test.skipIf(runsOnPostgres)("the database works as it did after a large write, also when that failed", async () => {
  const { db } = await aDraftingTable();
  const settings = async () => [(await sql`pragma cache_size`.execute(db)).rows, (await sql`pragma wal_autocheckpoint`.execute(db)).rows];
  const before = await settings();

  const during = await inLargeTransaction(db, async (trx) => (await sql`pragma cache_size`.execute(trx)).rows);
  await expect(inLargeTransaction(db, () => Promise.reject(new Error("halfway")))).rejects.toThrow("halfway");

  expect(during).not.toEqual(before[0]);
  expect(await settings()).toEqual(before);
});
