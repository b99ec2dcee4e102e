import { describe, expect, test } from "vitest";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import { listCountingBallots } from "#db/queries/voting-ballots.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { anApp } from "#test/support/app.ts";
import { aChamber, aRound, vote, type Chamber } from "#test/support/voting.ts";

const at = (chamber: Chamber, personId: string) => anApp({ actingAs: chamber.as }).as(personId);
const textOf = async (answer: Promise<Response> | Response): Promise<string> => (await (await answer).text()).replaceAll("<!-- -->", "");

async function publish(chamber: Chamber, roundId: string): Promise<void> {
  chamber.clockStrikes("11:00");
  for (const person of ["vera", "sam"]) await establishRound(await chamber.as(person), { roundId });
  await publishRound(await chamber.as("sam"), { roundId });
}

async function three(changes: Parameters<typeof aRound>[1]) {
  const chamber = await aChamber();
  for (const serial of [1, 2, 3]) await chamber.proposal(serial);
  const roundId = await aRound(chamber, { proposalIds: ["p1", "p2", "p3"], ...changes });
  return { chamber, roundId, items: await listItems(chamber.db, roundId) };
}

describe("a prioritering", () => {
  const form = (hash: string, places: readonly string[], nonce = "n1") => ({ nonce, tekst: hash, ...Object.fromEntries(places.map((place, index) => [`plaats-${index + 1}`, place])) });

  test("is filled in by numbers without script, shown again, and published with its pairs", async () => {
    const { chamber, roundId, items } = await three({ kind: "prioritering" });
    const hash = items[0]?.textHash ?? "";
    const page = `/stemrondes/${roundId}/rangschikking`;
    expect((await at(chamber, "lid1").get(`/stemrondes/${roundId}/stembiljet`)).headers.get("location")).toBe(page);
    expect((await at(chamber, "lid1").post(page, form(hash, ["2", "1", ""]))).status).toBe(302);
    expect((await at(chamber, "lid2").post(page, form(hash, ["1", "1", "9"], "n2"))).status).toBe(302);
    const again = await textOf(at(chamber, "lid1").get(page));
    expect(again).toMatch(/id="plaats-2"[^>]*value="1"/);
    expect(await listCountingBallots(chamber.db, roundId)).toMatchObject([{ choice: '[["VEI-002"],["VEI-001"]]' }, { choice: '[["VEI-001","VEI-002"],["VEI-003"]]' }]);

    await publish(chamber, roundId);
    const result = await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag?narekenen=1`));
    const csv = await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag.csv`));
    expect(result).toContain("Schulze");
    expect(result).toContain("Nageteld: alle cijfers kloppen.");
    expect(csv).toContain("VEI-002 > VEI-001");
  });

  test.each([[["", "", ""]], [["eerst", "", ""]], [["0", "1", ""]]])("asks again when the numbers are %j, and keeps them", async (places) => {
    const { chamber, roundId, items } = await three({ kind: "prioritering" });
    const refused = await at(chamber, "lid1").post(`/stemrondes/${roundId}/rangschikking`, form(items[0]?.textHash ?? "", places));
    const text = await textOf(refused);
    expect(refused.status).toBe(422);
    expect(text).toContain("Geef minstens één voorstel een nummer.");
    if (places[0] !== "") expect(text).toMatch(new RegExp(`id="plaats-1"[^>]*value="${places[0]}"`));
  });
});

test("a seat takes a hamerstuk out by a form; the page and the stembiljet say so, the result leaves it out", async () => {
  const { chamber, roundId, items } = await three({ kind: "stilte" });
  const form = { item: items[1]?.id ?? "", seat: "seat-lid1", reason: "hier willen wij over praten" };
  expect((await at(chamber, "sam").get(`/stemrondes/${roundId}/apart-stemmen`)).status).toBe(403);
  expect((await at(chamber, "lid1").post(`/stemrondes/${roundId}/apart-stemmen`, { ...form, reason: "" })).status).toBe(422);
  expect((await at(chamber, "lid1").post(`/stemrondes/${roundId}/apart-stemmen`, form)).status).toBe(302);

  const [member, stranger] = [await textOf(at(chamber, "lid2").get(`/stemrondes/${roundId}`)), await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}`))];
  expect(member).toContain("hier willen wij over praten");
  expect(stranger).toContain("Uit deze ronde gehaald.");
  expect(stranger).not.toContain("hier willen wij over praten");
  const ballot = await textOf(at(chamber, "lid2").get(`/stemrondes/${roundId}/stembiljet`));
  expect(ballot).toContain("Uit deze ronde gehaald.");
  expect(ballot).toContain("hier willen wij over praten");

  await publish(chamber, roundId);
  const result = await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag?onderdeel=2`));
  expect(result).toContain("vastgesteld zonder bezwaar");
  expect(result).toContain("Uit deze ronde gehaald.");
});

test("a seat asks for a meeting; its body reads why, others do not", async () => {
  const { chamber, roundId, items } = await three({ kind: "stilte" });
  expect((await at(chamber, "lid1").post(`/stemrondes/${roundId}/vergaderverzoek`, { item: items[0]?.id ?? "", seat: "seat-lid1", reason: "graag uitleg over kosten" })).status).toBe(302);
  expect(await textOf(at(chamber, "sam").get(`/stemrondes/${roundId}`))).toContain("graag uitleg over kosten");
  expect(await textOf(at(chamber, "lid2").get(`/stemrondes/${roundId}/stembiljet`))).toContain("Gemeente lid1 vraagt om een bespreking");
  for (const person of ["stranger", "gemeente", "rita"]) expect(await textOf(at(chamber, person).get(`/stemrondes/${roundId}`))).not.toContain("graag uitleg over kosten");
});

test("the members read the objections beside the besluit round that follows; others never", async () => {
  const { chamber, roundId } = await three({ kind: "stilte", visibility: "besloten" });
  await vote(chamber, roundId, "lid1", "bezwaar", { motivation: "te duur voor ons" });
  expect(await textOf(at(chamber, "lid2").get(`/stemrondes/${roundId}/stembiljet`))).not.toContain("te duur voor ons");
  await publish(chamber, roundId);
  const next = await chamber.db.selectFrom("round").select("id").where("previous_id", "=", roundId).executeTakeFirstOrThrow();
  await chamber.db.updateTable("round").set({ state: "aangekondigd", announced_at: "2026-11-05T11:00:00.000Z" as never }).where("id", "=", next.id).execute();
  expect(await textOf(at(chamber, "lid2").get(`/stemrondes/${next.id}`))).toContain("te duur voor ons");
  for (const person of ["stranger", "gemeente", "rita"]) expect(await textOf(at(chamber, person).get(`/stemrondes/${next.id}`))).not.toContain("te duur voor ons");
  expect(await openRound(await chamber.as("sam"), { roundId: next.id, closesAt: "2026-11-05T13:00:00.000Z" as never })).toMatchObject({ ok: true });
  const ballot = await textOf(at(chamber, "lid2").get(`/stemrondes/${next.id}/stembiljet`));
  expect(ballot).toContain("Bezwaar van Gemeente lid1 in de stilteronde");
  expect(ballot).toContain("te duur voor ons");
});

test("a deadline on a Saturday is asked about in a stilteronde and told of in another", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const silent = await aRound(chamber, { kind: "stilte" }, { isOpened: false });
  const asked = await at(chamber, "sam").post(`/stemrondes/${silent}/opening`, { closesAt: "2026-11-14T17:00" });
  expect(asked.status).toBe(409);
  expect(await textOf(asked)).toContain('name="bevestig"');
  expect((await at(chamber, "sam").post(`/stemrondes/${silent}/opening`, { closesAt: "2026-11-14T17:00", bevestig: "ja" })).status).toBe(302);
  expect(await textOf(at(chamber, "lid1").get(`/stemrondes/${silent}`))).toContain("Let op: de ronde sluit in het weekend.");
});
