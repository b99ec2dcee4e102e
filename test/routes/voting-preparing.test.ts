import { expect, test } from "vitest";
import { anApp } from "#test/support/app.ts";
import { changeRoundRules } from "#app/commands/voting/change-round-rules.ts";
import { changeRoundSubject } from "#app/commands/voting/change-round-subject.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { aChamber, aRound, at as moment, votes, type Chamber } from "#test/support/voting.ts";

const at = (chamber: Chamber, personId: string) => anApp({ actingAs: chamber.as }).as(personId);
const textOf = async (answer: Promise<Response> | Response): Promise<string> => (await (await answer).text()).replaceAll("<!-- -->", "");
const form = { title: "Nieuwe ronde", explanation: "", kind: "besluit", proposals: ["p1"], stap: "verder" };
const rules = { preset: "gewoon", quorum: "helft", motivation: ["tegen"], visibility: "openbaar", objections: "1", stap: "verder" };
const dates = { opensAt: "2026-11-05T10:30", closesAt: "2026-11-05T12:00", stap: "verder" };

/** The first step for `sam`, and then the address of the concept and a way to send its other steps. */
async function aPreparation(chamber: Chamber, changes: object = {}) {
  const sam = at(chamber, "sam");
  const made = await sam.post("/stemrondes/nieuw", { ...form, ...changes });
  const id = made.headers.get("location")?.split("/")[2] ?? "";
  const step = async (tail: string, fields: Record<string, string | string[]>) => {
    const stand = /name="stand" value="([0-9a-f]+)"/.exec(await textOf(sam.get(`/stemrondes/${id}/${tail}`)))?.[1] ?? "";
    return sam.post(`/stemrondes/${id}/${tail}`, { stand, ...fields });
  };
  return { sam, made, id, step };
}

const stored = (chamber: Chamber) => chamber.db.selectFrom("round").select(["title", "kind", "rule", "visibility", "opens_at", "closes_at", "state"]).executeTakeFirstOrThrow();

test("the secretaris prepares a round in steps, stops, goes back, and finds everything as it was", async () => {
  const chamber = await aChamber();
  for (const serial of [1, 2]) await chamber.proposal(serial);
  const { sam, made, id, step } = await aPreparation(chamber, { motionTitle1: "Motie vergaderen", motionText1: "Wij vergaderen voortaan op dinsdag." });
  expect(made.headers.get("location")).toBe(`/stemrondes/${id}/regels`);

  const ruled = await step("regels", { ...rules, preset: "zelf", majorityNum: "3", majorityDen: "5", base: "zetels", quorum: "zelf", quorumNum: "1", quorumDen: "3", quorumStrict: "ja", secondCall: "ja", castingVote: "ja", objections: "2", visibility: "besloten" });
  expect(ruled.headers.get("location")).toBe(`/stemrondes/${id}/zetels`);
  expect((await step("planning", { ...dates, stap: "terug" })).headers.get("location")).toBe(`/stemrondes/${id}/zetels`);
  expect((await step("onderwerp", { ...form, title: "Andere titel", proposals: ["p1", "p2"], motionTitle1: "Motie", motionText1: "Op dinsdag.", stap: "stoppen" })).headers.get("location")).toBe(`/stemrondes/${id}`);

  const round = await stored(chamber);
  expect(round).toMatchObject({ title: "Andere titel", visibility: "besloten", state: "concept", opens_at: "2026-11-05T09:30:00.000Z", closes_at: "2026-11-05T11:00:00.000Z" });
  expect(JSON.parse(round.rule)).toMatchObject({ majority: { num: 3, den: 5, strict: false, base: "zetels" }, quorum: { num: 1, den: 3, strict: true }, objections: 2, motivation: ["tegen"], secondCall: true, castingVote: true });
  expect(await chamber.db.selectFrom("round_item").select(["number", "statement"]).orderBy("position").execute()).toMatchObject([{ number: "VEI-001" }, { number: "VEI-002" }, { number: null, statement: "Op dinsdag." }]);
  expect((await chamber.db.selectFrom("event").select("act").where("act", "=", "round.change").execute()).length).toBe(3);
  const review = await textOf(sam.get(`/stemrondes/${id}/nakijken`));
  for (const words of ["Andere titel", "3 onderdelen", "minstens 3/5 van alle zetels", "tweede oproep zonder quorum", "Aankondigen"]) expect(review).toContain(words);
  expect(await textOf(sam.get(`/stemrondes/${id}/regels`))).toMatch(/name="majorityDen"[^>]*value="5"|value="5"[^>]*name="majorityDen"/);
});

test("two who prepare the same round do not overwrite each other unseen, and what is announced stays as it is", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const { sam, id, step } = await aPreparation(chamber);
  const old = /name="stand" value="([0-9a-f]+)"/.exec(await textOf(sam.get(`/stemrondes/${id}/onderwerp`)))?.[1] ?? "";
  await step("planning", dates);

  const refused = await sam.post(`/stemrondes/${id}/onderwerp`, { ...form, title: "Te laat", stand: old });
  expect(refused.status).toBe(409);
  const page = await textOf(refused);
  for (const words of ["Iemand anders veranderde deze ronde", "Te laat", "Nieuwe ronde"]) expect(page).toContain(words);
  expect((await sam.post(`/stemrondes/${id}/aankondiging`, {})).status).toBe(302);
  expect((await sam.get(`/stemrondes/${id}/onderwerp`)).headers.get("location")).toBe(`/stemrondes/${id}`);
  expect((await sam.post(`/stemrondes/${id}/regels`, { ...rules, stand: old })).status).toBe(409);
  expect(await stored(chamber)).toMatchObject({ title: "Nieuwe ronde", state: "aangekondigd" });
});

test("a round after a tie keeps its items and its kind, whatever is sent", async () => {
  const chamber = await aChamber({ seats: 4 });
  for (const serial of [1, 2]) await chamber.proposal(serial);
  const first = await aRound(chamber);
  await votes(chamber, first, ["voor", "voor", "tegen", "tegen"]);
  chamber.clockStrikes("11:00");
  for (const person of ["vera", "sam"]) await establishRound(await chamber.as(person), { roundId: first });
  const { id } = await chamber.db.selectFrom("round").select("id").where("state", "=", "concept").executeTakeFirstOrThrow();
  const seen = { roundId: id, stamp: null, title: "Herstemming", explanation: "Opnieuw.", proposalIds: ["p2"] };

  expect(await changeRoundSubject(await chamber.as("sam"), { ...seen, kind: "peiling" })).toMatchObject({ refusal: "items-stand-fixed" });
  expect(await changeRoundSubject(await chamber.as("sam"), { ...seen, kind: "besluit" })).toMatchObject({ ok: true });
  expect(await changeRoundRules(await chamber.as("sam"), { roundId: id, stamp: null, rule: ruleOf("volstrekt"), visibility: "openbaar" })).toMatchObject({ ok: true });
  expect(await chamber.db.selectFrom("round_item").select("number").where("round_id", "=", id).execute()).toEqual([{ number: "VEI-001" }]);
  const { rule } = await chamber.db.selectFrom("round").select("rule").where("id", "=", id).executeTakeFirstOrThrow();
  expect(JSON.parse(rule)).toMatchObject({ secondTie: true, majority: { base: "uitgebracht" } });
  expect((await at(chamber, "lid1").get(`/stemrondes/${id}/onderwerp`)).status).toBe(403);
});

test.each([
  ["nieuw", { proposals: [] }, 409, "Kies minstens één voorstel."],
  ["nieuw", { motionTitle1: "Zonder tekst" }, 422, "Zonder tekst"],
  ["nieuw", { kind: "prioritering" }, 409, "Een rangschikking heeft minstens twee onderdelen nodig."],
  ["regels", { preset: "zelf" }, 409, "Gebruik hele getallen voor quorum en meerderheid."],
  ["regels", { preset: "zelf", majorityNum: "veel" }, 422, "veel"],
  ["regels", { preset: "zelf", majorityNum: "4", majorityDen: "3" }, 409, "Het deel moet tussen 0 en 1 liggen."],
  ["planning", { closesAt: "2026-11-07T12:00" }, 409, "Ik weet dat mensen dan weg kunnen zijn"],
  ["planning", { closesAt: "morgen" }, 422, "morgen"],
  ["planning", { closesAt: "2026-11-05T10:30" }, 409, "De ronde moet later sluiten dan zij opent."],
])("step %s with %j comes back with %i and says: %s", async (tail, changes, status, sentence) => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const { made, step } = await aPreparation(chamber, tail === "nieuw" ? changes : { kind: "stilte" });
  const refused = tail === "nieuw" ? made : await step(tail, { ...(tail === "regels" ? rules : dates), ...changes } as Record<string, string>);
  expect(refused.status).toBe(status);
  expect(await textOf(refused)).toContain(sentence);
});

test("a new round ends by itself on an ordinary day, and a stilteronde on a quiet day only when that is meant", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  await chamber.db.insertInto("school_holiday").values([{ id: "h", region: "zuid", name: "Herfstvakantie", from: "2026-11-14" as Day, until: "2026-11-20" as Day }, { id: "later", region: "noord", name: "Kerstvakantie", from: "2026-12-19" as Day, until: "2027-01-03" as Day }]).execute();
  const { step } = await aPreparation(chamber, { kind: "stilte" });
  expect((await stored(chamber)).closes_at).toBe("2026-11-23T16:00:00.000Z");
  expect((await step("planning", { ...dates, closesAt: "2026-11-18T12:00", bevestig: "ja" })).status).toBe(302);
  expect((await stored(chamber)).closes_at).toBe("2026-11-18T11:00:00.000Z");
});

test("the preparation shows who will vote: a gemeente twice, an empty seat, one without an account, and nobody at all", async () => {
  const chamber = await aChamber({ seats: 3 });
  await chamber.proposal(1);
  const { sam, id } = await aPreparation(chamber);
  await chamber.db.insertInto("seat").values({ id: "seat-twice", body_id: "veilig", organisation_id: "org-lid1", is_voting: 1, weight: 1, from: moment("00:00") }).execute();
  await chamber.db.updateTable("person").set({ disabled_at: moment("08:00") }).where("id", "=", "lid2").execute();
  await chamber.db.updateTable("person").set({ password_hash: "gekozen" }).where("id", "=", "lid1").execute();
  await chamber.db.updateTable("person").set({ password_hash: null }).where("id", "=", "lid3").execute();
  const page = await textOf(sam.get(`/stemrondes/${id}/zetels`));
  expect(page).toContain("Gemeente lid1 en Gemeente lid1 spreken voor dezelfde gemeente.");
  expect(page).toContain("Gemeente lid1: Niemand mag voor deze zetel stemmen.");
  expect(page).toContain("Gemeente lid2: De leden van deze zetel hebben geen account dat werkt.");
  expect(page).toContain("Gemeente lid3: De leden van deze zetel kozen nog geen wachtwoord.");
  expect(page).not.toContain("Gemeente lid1: De leden van deze zetel kozen");
  expect(await textOf(sam.get(`/stemrondes/${id}/nakijken`))).toContain("Een gemeente heeft twee zetels in dit gremium.");
  await chamber.db.updateTable("membership").set({ until: moment("09:00") }).where("role", "=", "member").execute();
  expect(await textOf(sam.get(`/stemrondes/${id}/zetels`))).toContain("Niemand in dit gremium kan stemmen of krijgt bericht.");
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

test("a rehearsal says what the rules of the round do with a tie and with a missed quorum", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, { rule: ruleOf("gewoon", { castingVote: true, secondCall: true }) }, { isOpened: false });
  const rehearsed = (first: string, second: string) => textOf(at(chamber, "sam").post(`/stemrondes/${roundId}/oefening`, { first, second, third: "0" }));
  expect(await rehearsed("2", "2")).toContain("De voorzitter beslist.");
  expect(await rehearsed("1", "0")).toContain("Er komt een tweede oproep over dezelfde tekst, zonder quorum.");
});
