import { expect, test } from "vitest";
import { anApp } from "#test/support/app.ts";
import { aChamber, aRound, at as moment, type Chamber } from "#test/support/voting.ts";

const at = (chamber: Chamber, personId: string) => anApp({ actingAs: chamber.as }).as(personId);
const textOf = async (answer: Promise<Response> | Response): Promise<string> => (await (await answer).text()).replaceAll("<!-- -->", "");
const form = { title: "Nieuwe ronde", explanation: "", kind: "besluit", proposals: ["p1"], preset: "gewoon", quorum: "helft", visibility: "openbaar", motivation: "ja", opensAt: "2026-11-05T10:30", closesAt: "2026-11-05T12:00", stap: "klaarzetten" };

test("the secretaris adds a free text and sets every rule by hand", async () => {
  const chamber = await aChamber();
  const made = await at(chamber, "sam").post("/stemrondes/nieuw", {
    ...form,
    ...{ proposals: [], motionTitle: "Motie vergaderen", motionText: "Wij vergaderen voortaan op dinsdag.", preset: "zelf", majorityNum: "3", majorityDen: "5", base: "zetels", quorum: "zelf", quorumNum: "1", quorumDen: "3", quorumStrict: "ja", objections: "2" },
  });
  expect(made.status).toBe(302);
  const round = await chamber.db.selectFrom("round").select("rule").executeTakeFirstOrThrow();
  expect(JSON.parse(round.rule)).toMatchObject({ majority: { num: 3, den: 5, strict: false, base: "zetels" }, quorum: { num: 1, den: 3, strict: true }, objections: 2 });
  expect(await chamber.db.selectFrom("round_item").select(["subject_kind", "statement"]).execute()).toEqual([{ subject_kind: "motion", statement: "Wij vergaderen voortaan op dinsdag." }]);
});

test.each([
  [{ proposals: [] }, 409, "Kies minstens één voorstel."],
  [{ motionTitle: "Zonder tekst" }, 422, "Zonder tekst"],
  [{ preset: "zelf" }, 409, "Gebruik hele getallen voor quorum en meerderheid."],
  [{ preset: "zelf", majorityNum: "veel" }, 422, "veel"],
  [{ preset: "zelf", majorityNum: "4", majorityDen: "3" }, 409, "Het deel moet tussen 0 en 1 liggen."],
  [{ kind: "prioritering" }, 409, "Een rangschikking heeft minstens twee onderdelen nodig."],
  [{ kind: "stilte", closesAt: "2026-11-07T12:00" }, 409, "Ik weet dat mensen dan weg kunnen zijn"],
])("with %j the form comes back with %i and says: %s", async (changes, status, sentence) => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const refused = await at(chamber, "sam").post("/stemrondes/nieuw", { ...form, ...changes });
  expect(refused.status).toBe(status);
  expect(await textOf(refused)).toContain(sentence);
  expect(await chamber.db.selectFrom("round").select("id").execute()).toEqual([]);
});

test("the form shows who will vote: a gemeente twice, an empty seat, and nobody at all", async () => {
  const chamber = await aChamber({ seats: 2 });
  await chamber.db.insertInto("seat").values({ id: "seat-twice", body_id: "veilig", organisation_id: "org-lid1", is_voting: 1, weight: 1, from: moment("00:00") }).execute();
  const page = await textOf(at(chamber, "sam").get("/stemrondes/nieuw"));
  expect(page).toContain("Gemeente lid1 en Gemeente lid1 spreken voor dezelfde gemeente.");
  expect(page).toContain("Gemeente lid1: Niemand mag voor deze zetel stemmen.");
  await chamber.db.updateTable("membership").set({ until: moment("09:00") }).where("role", "=", "member").execute();
  expect(await textOf(at(chamber, "sam").get("/stemrondes/nieuw"))).toContain("Niemand in dit gremium kan stemmen of krijgt bericht.");
});

test("the bureau rehearses a concept round on a page; others may not, and the round is still a concept", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, {}, { isOpened: false });
  const page = `/stemrondes/${roundId}/oefening`;
  expect((await at(chamber, "lid1").get(page)).status).toBe(403);
  expect(await textOf(at(chamber, "sam").get(page))).toContain("Hoeveel zetels kiezen voor?");
  expect((await at(chamber, "sam").post(page, { first: "veel", second: "0", third: "0" })).status).toBe(422);
  const rehearsed = await textOf(at(chamber, "sam").post(page, { first: "3", second: "1", third: "0" }));
  expect(rehearsed).toContain("Het voorstel is aangenomen: 3 zetels stemden voor en 1 tegen.");
  expect(rehearsed).toContain("Er is niets bewaard.");
  expect(await chamber.db.selectFrom("round").select("state").execute()).toEqual([{ state: "concept" }]);
  expect(await chamber.db.selectFrom("ballot").select("id").execute()).toEqual([]);
});
