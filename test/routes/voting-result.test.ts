import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { correctResult } from "#app/commands/voting/correct-result.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import { pullItem } from "#app/commands/voting/pull-item.ts";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { recount } from "#app/domain/voting/recount.ts";
import { runAuditVerify } from "../../db/cli/audit-verify.ts";
import { listCountingBallots } from "#db/queries/voting-ballots.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { anApp } from "#test/support/app.ts";
import { addVersion, aChamber, aRound, at as moment, votes, type Chamber } from "#test/support/voting.ts";

const at = (chamber: Chamber, personId: string) => anApp({ actingAs: chamber.as }).as(personId);
const textOf = async (answer: Promise<Response> | Response): Promise<string> => (await (await answer).text()).replaceAll("<!-- -->", "");

async function publish(chamber: Chamber, roundId: string, time = "11:00"): Promise<void> {
  chamber.clockStrikes(time);
  for (const person of ["vera", "sam"]) await establishRound(await chamber.as(person), { roundId });
  await publishRound(await chamber.as("sam"), { roundId });
}

async function aPublishedRound() {
  const chamber = await aChamber();
  await chamber.proposal(1, { title: "Titel </script><b>dik</b>" });
  const roundId = await aRound(chamber);
  await votes(chamber, roundId, ["voor", "voor", "tegen"]);
  await publish(chamber, roundId);
  return { chamber, roundId };
}

test("a reader who counts again gets the whole result and one script; other readers get neither", async () => {
  const { chamber, roundId } = await aPublishedRound();
  const plain = await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag`));
  const page = await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag?narekenen=1`));

  expect(plain).not.toContain("<script");
  expect(page).toContain("npm run ggi -- tally uitslag.json");
  const [, data = ""] = /<script type="application\/json" id="uitslag-gegevens">([^<]*)<\/script>/.exec(page) ?? [];
  const parsed = parsePublished(JSON.parse(data));
  expect(parsed.ok && recount(parsed.value)).toMatchObject([{ differences: [] }]);
});

test("who was missed is told by province and by size of the gemeente", async () => {
  const { chamber, roundId } = await aPublishedRound();
  const page = await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag`));
  expect(page).toContain("Opkomst per provincie");
  expect(page).toMatch(/minder dan 20\.000<\/th><td[^>]*>5<\/td><td[^>]*>3<\/td><td[^>]*>Gemeente lid4, Gemeente lid5/);
});

test("an erratum stands beside the result and in the download; the figures stay", async () => {
  const { chamber, roundId } = await aPublishedRound();
  const page = `/stemrondes/${roundId}/uitslag/erratum`;
  expect((await at(chamber, "lid1").get(page)).status).toBe(403);
  expect((await at(chamber, "sam").post(page, { statement: "" })).status).toBe(422);
  expect((await at(chamber, "sam").post(page, { statement: "De datum in de toelichting was fout." })).status).toBe(302);

  expect(await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag`))).toContain("De datum in de toelichting was fout.");
  const document = (await (await at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag.json`)).json()) as { errata: unknown[]; items: { tally: unknown }[] };
  expect(document).toMatchObject({ errata: [{ statement: "De datum in de toelichting was fout." }], items: [{ tally: { for: 2, against: 1 } }] });
});

test("an erratum needs an established result", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  expect(await correctResult(await chamber.as("sam"), { roundId, statement: "te vroeg" })).toEqual({ ok: false, refusal: "round-not-established" });
});

test("members see which conditions a round raised and what became of them; others do not", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, { kind: "peiling" });
  await votes(chamber, roundId, ["akkoord", "akkoord_mits"]);
  await publish(chamber, roundId);
  await chamber.db.updateTable("condition").set({ settled: "confirmed" }).execute();
  const [member, stranger] = [await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/vergelijk`)), await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/vergelijk`))];
  expect(member).toContain("Gemeente lid2 · opgelost, bevestigd door de zetel");
  expect(stranger).not.toContain("ook &#x27;s nachts");
  expect(stranger).not.toContain("Voorwaarden in deze ronde");
});

test("a choice of the former round is confirmed again in one act, with its condition", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const first = await aRound(chamber, { kind: "peiling" });
  await votes(chamber, first, ["akkoord", "akkoord_mits"]);
  await publish(chamber, first);
  await addVersion(chamber.db, "p1", 2, { title: "Voorstel 1", statement: "De leverancier doet 2." });
  const second = await aRound(chamber, { kind: "peiling", opensAt: moment("12:00"), closesAt: moment("13:00") });
  chamber.clockStrikes("12:30");
  const [item] = await listItems(chamber.db, second);
  const form = { stap: "bewaar", [`keuze-${item?.id}`]: "opnieuw", [`tekst-${item?.id}`]: item?.textHash ?? "", [`nonce-${item?.id}`]: "again", [`gewicht-${item?.id}`]: "must" };

  expect(await textOf(at(chamber, "lid2").get(`/stemrondes/${second}/stembiljet`))).toContain("Ik bevestig mijn keuze opnieuw: akkoord, mits");
  expect((await at(chamber, "lid2").post(`/stemrondes/${second}/stembiljet`, form)).status).toBe(302);
  expect((await at(chamber, "lid3").post(`/stemrondes/${second}/stembiljet`, form)).status).toBe(422);

  expect(await listCountingBallots(chamber.db, second)).toMatchObject([{ seatId: "seat-lid2", choice: "akkoord_mits" }]);
  expect(await chamber.db.selectFrom("condition").select("statement").where("round_id", "=", second).execute()).toEqual([{ statement: "mits het ook 's nachts geldt" }]);
});

test("the stembiljet stands in order of component, and leads back to where the seat was", async () => {
  const chamber = await aChamber();
  await chamber.db.insertInto("component").values([{ id: "c1", slug: "ggi-netwerk", name: "GGI-Netwerk", summary: "", position: 1 }, { id: "c2", slug: "ggi-veilig", name: "GGI-Veilig", summary: "", position: 2 }]).execute();
  for (const [serial, slug] of [[1, "ggi-veilig"], [2, "ggi-netwerk"], [3, "ggi-veilig"]] as const) await chamber.proposal(serial, { components: [slug] });
  const roundId = await aRound(chamber, { proposalIds: ["p1", "p2", "p3"] });
  const items = await listItems(chamber.db, roundId);
  expect(items.map(({ number }) => number)).toEqual(["VEI-002", "VEI-001", "VEI-003"]);
  await votes(chamber, roundId, ["voor"]);

  const page = await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/stembiljet`));
  expect(page.match(/<h2>[^<]+<\/h2>/g)).toEqual(["<h2>GGI-Netwerk</h2>", "<h2>GGI-Veilig</h2>"]);
  expect(page).toContain("Verder bij voorstel 2");
});

test("the result prints where it stands in the log, as lines that the check of the log takes", async () => {
  const chamber = await aChamber();
  const roundId = await aRound(chamber, { proposalIds: [], motions: [{ title: "Motie", statement: "Op dinsdag." }] });
  await votes(chamber, roundId, ["voor", "voor", "tegen"]);
  const linesOn = async (personId: string) => (await textOf(at(chamber, personId).get(`/stemrondes/${roundId}/uitslag`))).match(/veilig \d+ [0-9a-f]{64}/g) ?? [];
  chamber.clockStrikes("11:00");
  const preliminary = await linesOn("lid1");
  await publish(chamber, roundId);
  const published = await linesOn("stranger");
  expect([preliminary.length, published.length]).toEqual([1, 1]);
  const lines = [...preliminary, ...published];
  // A free text has no other round beside it, but who chose what is as public.
  expect(await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag`))).toContain("2 voor van 5");
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-anchors-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const check = async (kept: readonly string[]): Promise<number> => {
    writeFileSync(path.join(folder, "anchors.txt"), `${kept.join("\n")}\n`);
    return runAuditVerify(["--anchors", path.join(folder, "anchors.txt")], { out: () => {}, err: () => {}, open: () => Promise.resolve(chamber.db) });
  };
  expect(await check(lines)).toBe(0);
  expect(await check(lines.map((line) => line.replace(/[0-9a-f]$/, (end) => (end === "0" ? "1" : "0"))))).toBe(1);
});

test("the CSV says which item was taken out of the round, and gives the totals where the ballots are hidden", async () => {
  const chamber = await aChamber();
  for (const serial of [1, 2]) await chamber.proposal(serial);
  const roundId = await aRound(chamber, { proposalIds: ["p1", "p2"], visibility: "besloten" });
  const second = (await listItems(chamber.db, roundId))[1]?.id ?? "";
  await pullItem(await chamber.as("lid1"), { roundId, itemId: second, seatId: "seat-lid1", reason: "apart" });
  await votes(chamber, roundId, ["voor", "voor", "onthouden"]);
  chamber.clockStrikes("11:00");
  const [, ...rows] = (await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/uitslag.csv`))).trim().split("\r\n");
  expect(rows.map((row) => row.split(";")[7])).toEqual(["besloten: voor 2, tegen 0, onthouden 1", "uit de ronde gehaald"]);
});
