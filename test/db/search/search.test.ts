import { expect, test } from "vitest";
import { changeTlp } from "#app/commands/proposals/change-tlp.ts";
import type { Draft } from "#app/commands/proposals/draft-proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { countHits, countMunicipalities, findMunicipalities, listHits } from "#db/search.ts";
import { indexSubject, reindexSearch } from "#db/search-index.ts";
import { insertDecision } from "#db/queries/decisions.ts";
import { aDraft, aDraftingTable, aProposal } from "#test/support/drafting.ts";
import { at, type Chamber } from "#test/support/voting.ts";

async function found(chamber: Chamber, person: string, question: string, now: Instant = at("12:00")): Promise<string[]> {
  const { actor } = await chamber.as(person);
  const { hits } = await listHits(chamber.db, actor, question, { kind: null, now, after: null, size: 20 });
  const counts = await countHits(chamber.db, actor, question, now);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(hits.length);
  return hits.map(({ number }) => number);
}

const GREEN: Partial<Draft> = { tlp: "GREEN", title: "Kraaiennest", statement: "Het kraaiennest ziet alles." };

test("a proposal is found by its number, the beginning of a word and another form of it", async () => {
  const chamber = await aDraftingTable();
  const number = await aProposal(chamber, { title: "Logbestanden bewaren" });

  for (const question of [number, number.toLowerCase(), "logbest", "leverancier", "bewaren logbestanden", "incident 60 minuten"]) {
    expect([question, await found(chamber, "stranger", question)]).toEqual([question, [number]]);
  }
  expect(await found(chamber, "stranger", "logbestanden kraaiennest")).toEqual([]);
});

test("accents do not stand in the way", async () => {
  const chamber = await aDraftingTable();
  const number = await aProposal(chamber, { title: "Coördinatie in Súdwest-Fryslân" });

  expect(await found(chamber, "stranger", "coordinatie fryslan")).toEqual([number]);
  expect(await found(chamber, "stranger", "Coördinatie")).toEqual([number]);
});

test("what is GREEN is found by who signed in and never by a stranger", async () => {
  const chamber = await aDraftingTable();
  const number = await aProposal(chamber, GREEN);

  expect(await found(chamber, "stranger", "kraaiennest")).toEqual([]);
  expect(await found(chamber, "stranger", number)).toEqual([]);
  expect(await found(chamber, "gemeente", "kraaiennest")).toEqual([number]);
});

test("AMBER is for members of any body, RED for the own body, and a draft too", async () => {
  const chamber = await aDraftingTable();
  const amber = await aProposal(chamber, { ...GREEN, tlp: "AMBER" });
  const red = await aProposal(chamber, { ...GREEN, tlp: "RED" });
  const draft = await aDraft(chamber, { ...GREEN, tlp: "CLEAR" });

  expect(await found(chamber, "gemeente", "kraaiennest")).toEqual([]);
  expect(await found(chamber, "beheer", "kraaiennest")).toEqual([]);
  expect(await found(chamber, "raad1", "kraaiennest")).toEqual([amber]);
  expect((await found(chamber, "lid2", "kraaiennest")).sort()).toEqual([amber, red, draft].sort());
});

test("a stricter label hides a proposal from the search at once", async () => {
  const chamber = await aDraftingTable();
  const number = await aProposal(chamber, { ...GREEN, tlp: "CLEAR" });
  expect(await found(chamber, "stranger", "kraaiennest")).toEqual([number]);

  await changeTlp(await chamber.as("vera"), { number, tlp: "GREEN", reason: "bij nader inzien" });

  expect(await found(chamber, "stranger", "kraaiennest")).toEqual([]);
});

test("a decision is found once it is published and its embargo is over, and not by words behind a public title", async () => {
  const chamber = await aDraftingTable();
  const decision = {
    ...{ bodyId: "veilig", decidedOn: "2026-11-05" as never, dictum: "Het vuurtorenlicht gaat aan.", motivation: "", result: "aangenomen", tlp: "CLEAR" as const },
    ...{ createdBy: "sam", createdAt: at("09:30"), publishedAt: at("09:30") },
  };
  await chamber.db.transaction().execute(async (trx) => {
    await insertDecision(trx, { ...decision, id: "d1", number: "B-2026-001", title: "Open" });
    await insertDecision(trx, { ...decision, id: "d2", number: "B-2026-002", title: "Nog van het gremium", publishedAt: null });
    await insertDecision(trx, { ...decision, id: "d3", number: "B-2026-003", title: "Onder embargo", embargoUntil: at("13:00") });
    await insertDecision(trx, { ...decision, id: "d4", number: "B-2026-004", title: "Vertrouwelijk", tlp: "GREEN", publicTitle: "Een besluit" });
  });

  expect(await found(chamber, "stranger", "vuurtorenlicht")).toEqual(["B-2026-001"]);
  expect((await found(chamber, "stranger", "vuurtorenlicht", at("13:30"))).sort()).toEqual(["B-2026-001", "B-2026-003"]);
  expect(await found(chamber, "lid1", "vuurtorenlicht")).toHaveLength(4);
});

test("signs that mean something to a database are only text", async () => {
  const chamber = await aDraftingTable();
  await aProposal(chamber);

  for (const question of [`"`, `' or 1=1 --`, `incident"*) OR (`, `incident & !melden | <->`, `NEAR(incident)`, `%_\\`, `\u0000`, "x".repeat(5000), `title:incident`]) {
    await expect(found(chamber, "stranger", question)).resolves.toBeDefined();
  }
});

test("pages follow each other without a gap or a double", async () => {
  const chamber = await aDraftingTable();
  const numbers: string[] = [];
  for (let serial = 0; serial < 7; serial++) numbers.push(await aProposal(chamber, { title: `Vuurtoren ${serial}` }));
  const { actor } = await chamber.as("stranger");

  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: { hits: { number: string }[]; next: string | null } = await listHits(chamber.db, actor, "vuurtoren", { kind: "proposal", now: at("12:00"), after, size: 3 });
    seen.push(...page.hits.map(({ number }) => number));
    after = page.next;
  } while (after !== null);

  expect(seen.sort()).toEqual(numbers.sort());
});

test("a building block is found by everybody", async () => {
  const chamber = await aDraftingTable();
  await indexSubject(chamber.db, { kind: "building_block", subjectId: "b1", number: "BS-01", title: "Wij sturen op weerbaarheid", text: "Onze gemeente", address: "weerbaarheid", tlp: "CLEAR", bodyId: null, isShared: true, at: at("09:00") });

  expect(await found(chamber, "stranger", "weerbaarheid")).toEqual(["BS-01"]);
});

test("a gemeente is found by the beginning of any word of its name", async () => {
  const chamber = await aDraftingTable();
  const organisation = { kind: "gemeente" as const, province: "Fryslân", inhabitants: 1, valid_from: null, tile_row: null, tile_column: null, contact: null };
  await chamber.db
    .insertInto("organisation")
    .values([
      { ...organisation, id: "g1", name: "Súdwest-Fryslân", name_key: "sudwest fryslan", code: "1900", valid_until: null },
      { ...organisation, id: "g2", name: "Sneek", name_key: "sneek", code: "0091", valid_until: "2011-01-01" as never },
    ])
    .execute();

  expect(await findMunicipalities(chamber.db, "fryslân", 10)).toMatchObject([{ code: "1900", isCurrent: true }]);
  expect(await findMunicipalities(chamber.db, "sne", 10)).toMatchObject([{ code: "0091", isCurrent: false }]);
  expect(await countMunicipalities(chamber.db, "ryslan")).toBe(0);
  expect(await countMunicipalities(chamber.db, "%")).toBe(0);
});

test("building the index anew finds the same", async () => {
  const chamber = await aDraftingTable();
  const number = await aProposal(chamber);
  await chamber.db.deleteFrom("search_entry").execute();
  expect(await found(chamber, "stranger", "incident")).toEqual([]);

  expect(await reindexSearch(chamber.db)).toBe(1);

  expect(await found(chamber, "stranger", "incident")).toEqual([number]);
});
