import { describe, expect, test } from "vitest";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { recount } from "#app/domain/voting/recount.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { noticeFor } from "#app/text/notices.ts";
import { votingRefusalText } from "#app/text/voting.ts";
import { votingNoticeText } from "#app/text/voting-pages.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { anApp } from "#test/support/app.ts";
import { addVersion, aChamber, aRound, vote, votes, type Chamber } from "#test/support/voting.ts";

type Browser = ReturnType<ReturnType<typeof anApp>["as"]>;

const at = (chamber: Chamber, personId: string): Browser => anApp({ actingAs: chamber.as }).as(personId);
const textOf = async (answer: Promise<Response>): Promise<string> => (await (await answer).text()).replaceAll("<!-- -->", "");
const CHOICES = ["tegen", "onthouden", "akkoord, mits", "niet akkoord", "mits het ook", "geheime reden"];

async function aRoundOn(changes: Parameters<typeof aRound>[1] = {}, proposal: Parameters<Chamber["proposal"]>[1] = {}) {
  const chamber = await aChamber();
  await chamber.proposal(1, proposal);
  return { chamber, roundId: await aRound(chamber, changes) };
}

async function publish(chamber: Chamber, roundId: string): Promise<void> {
  chamber.clockStrikes("11:00");
  for (const person of ["vera", "sam"]) await establishRound(await chamber.as(person), { roundId });
  await publishRound(await chamber.as("sam"), { roundId });
}

const formFor = async (chamber: Chamber, roundId: string, choice: string, more: Record<string, string> = {}): Promise<Record<string, string>> => {
  const items = await listItems(chamber.db, roundId);
  return {
    stap: "bewaar",
    ...Object.fromEntries(items.flatMap(({ id, textHash }, index) => [[`keuze-${id}`, choice], [`tekst-${id}`, textHash ?? ""], [`nonce-${id}`, `nonce-${index}`]])),
    ...Object.fromEntries(Object.entries(more).map(([field, value]) => [`${field}-${items[0]?.id ?? ""}`, value])),
  };
};

test("while a round is open no page, for nobody, tells what was chosen", async () => {
  const { chamber, roundId } = await aRoundOn();
  await vote(chamber, roundId, "lid1", "tegen", { motivation: "geheime reden" });
  const addresses = ["", "/uitslag", "/uitslag.json", "/uitslag.csv", "/vergelijk", "/uitslag?narekenen=1"].map((tail) => `/stemrondes/${roundId}${tail}`);

  for (const person of ["stranger", "gemeente", "beheer", "lid2", "vera", "sam", "rita"]) {
    for (const address of ["/stemrondes", ...addresses]) {
      const page = await at(chamber, person).get(address);
      const text = await page.text();
      expect([200, 404]).toContain(page.status);
      expect(CHOICES.filter((choice) => text.toLowerCase().includes(`>${choice}<`) || (choice.length > 11 && text.includes(choice)))).toEqual([]);
    }
    expect((await at(chamber, person).get(`/stemrondes/${roundId}/uitslag.json`)).status).toBe(404);
    expect((await at(chamber, person).get(`/stemrondes/${roundId}/uitslag`)).status).toBe(404);
  }
});

test("an open round shows its turnout to all, and who has not voted to the members", async () => {
  const { chamber, roundId } = await aRoundOn();
  await vote(chamber, roundId, "lid1", "voor");
  const [member, stranger] = [await textOf(at(chamber, "lid2").get(`/stemrondes/${roundId}`)), await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}`))];
  expect(stranger).toMatch(/<b>1<\/b> van 5|1 van 5/);
  expect(member).toContain("Gemeente lid3");
  expect(stranger).not.toContain("Gemeente lid3");
});

describe("the stembiljet", () => {
  test("is for who holds a seat: a stranger signs in, others may not", async () => {
    const { chamber, roundId } = await aRoundOn();
    const status = async (person: string) => (await at(chamber, person).get(`/stemrondes/${roundId}/stembiljet`)).status;
    expect([await status("stranger"), await status("gemeente"), await status("sam"), await status("lid1")]).toEqual([302, 403, 403, 200]);
  });

  test("saves a vote and shows it again", async () => {
    const { chamber, roundId } = await aRoundOn();
    const saved = await at(chamber, "lid1").post(`/stemrondes/${roundId}/stembiljet`, await formFor(chamber, roundId, "voor"));
    const page = await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/stembiljet`));
    const review = await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/stembiljet?stap=controle`));
    expect(saved.status).toBe(302);
    expect(page).toMatch(/checked=""[^>]*value="voor"|value="voor"[^>]*checked=""/);
    expect(page).toContain("opgeslagen om");
    expect(review).toMatch(/[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}/);
  });

  test("explains a missing motivation beside the item and keeps what was typed", async () => {
    const { chamber, roundId } = await aRoundOn({ kind: "peiling" });
    const refused = await at(chamber, "lid1").post(`/stemrondes/${roundId}/stembiljet`, await formFor(chamber, roundId, "akkoord_mits", { motivering: "Ik typte dit" }));
    const text = await textOf(Promise.resolve(refused));
    expect(refused.status).toBe(422);
    expect(text).toContain("Schrijf op wat uw voorwaarde is.");
    expect(text).toContain("Ik typte dit");
  });

  test("asks for a choice when nothing was chosen", async () => {
    const { chamber, roundId } = await aRoundOn();
    const refused = await at(chamber, "lid1").post(`/stemrondes/${roundId}/stembiljet`, await formFor(chamber, roundId, "", { motivering: "vergeten te kiezen" }));
    const text = await textOf(Promise.resolve(refused));
    expect(refused.status).toBe(422);
    expect(text).toContain("Kies een van de mogelijkheden.");
    expect(text).toContain("vergeten te kiezen");
  });

  test("that comes too late is a 409, and what was typed is still there", async () => {
    const { chamber, roundId } = await aRoundOn();
    const form = await formFor(chamber, roundId, "voor", { motivering: "net te laat" });
    chamber.clockStrikes("11:00");
    const refused = await at(chamber, "lid1").post(`/stemrondes/${roundId}/stembiljet`, form);
    const text = await textOf(Promise.resolve(refused));
    expect(refused.status).toBe(409);
    expect(text).toContain("De ronde is niet open.");
    expect(text).toContain("net te laat");
  });

  test("shows the former choice and the change in the text, without copying the choice", async () => {
    const { chamber, roundId } = await aRoundOn({ kind: "peiling" });
    await votes(chamber, roundId, ["akkoord", "akkoord_mits", "akkoord"]);
    await publish(chamber, roundId);
    await addVersion(chamber.db, "p1", 2, { title: "Voorstel 1", statement: "De leverancier doet 2." });
    const second = await aRound(chamber, { opensAt: "2026-11-05T12:00:00.000Z" as never, closesAt: "2026-11-05T13:00:00.000Z" as never });
    chamber.clockStrikes("12:30");
    const page = await textOf(at(chamber, "lid2").get(`/stemrondes/${second}/stembiljet`));
    expect(page).toContain("Uw keuze in peiling 1: ");
    expect(page).toContain("<b>akkoord, mits</b>");
    expect(page).toMatch(/<del>.*1.*<\/del>/);
    expect(page).not.toContain('checked=""');
  });

  test("has twenty items on a page", async () => {
    const chamber = await aChamber();
    const ids = Array.from({ length: 21 }, (_, n) => n + 1);
    for (const serial of ids) await chamber.proposal(serial);
    const roundId = await aRound(chamber, { proposalIds: ids.map((serial) => `p${serial}`) });
    const count = async (query: string) => (await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/stembiljet${query}`))).split('class="card"').length - 1;
    expect([await count(""), await count("?pagina=2")]).toEqual([20, 1]);
    const first = (await listItems(chamber.db, roundId))[0];
    const fields = { [`keuze-${first?.id}`]: "voor", [`nonce-${first?.id}`]: "n", [`tekst-${first?.id}`]: first?.textHash ?? "" };
    const gone = await at(chamber, "lid1").post(`/stemrondes/${roundId}/stembiljet`, { ...fields, stap: "deel-2" });
    expect(gone.headers.get("location")).toBe(`/stemrondes/${roundId}/stembiljet?pagina=2`);
    expect(await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/stembiljet?stap=controle`))).toContain("Voor");
  });
});

test("after closing the members see a preliminary result and others that it is not published yet", async () => {
  const { chamber, roundId } = await aRoundOn();
  await votes(chamber, roundId, ["voor", "voor", "tegen"]);
  chamber.clockStrikes("11:00");
  const [member, outsider] = [await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/uitslag`)), await textOf(at(chamber, "gemeente").get(`/stemrondes/${roundId}/uitslag`))];
  expect(member).toContain("Het voorstel is aangenomen: 2 zetels stemden voor en 1 tegen. Er waren 2 stemmen voor nodig.");
  expect(member).toContain("Voorlopig");
  expect(outsider).toContain("nog niet gepubliceerd");
  expect(outsider).not.toContain("aangenomen: 2");
});

test("a published result shows sentence, figures, matrix and downloads to everybody, and counts again", async () => {
  const { chamber, roundId } = await aRoundOn();
  await votes(chamber, roundId, ["voor", "voor", "tegen"]);
  await publish(chamber, roundId);
  const stranger = at(chamber, "stranger");

  const page = await textOf(stranger.get(`/stemrondes/${roundId}/uitslag?narekenen=1`));
  const document: unknown = await (await stranger.get(`/stemrondes/${roundId}/uitslag.json`)).json();
  const csv = await textOf(stranger.get(`/stemrondes/${roundId}/uitslag.csv`));

  expect(page).toContain("Er waren 2 stemmen voor nodig.");
  expect(page).toContain("besluit B-2026-001");
  expect(page).toContain("Gemeente lid3");
  expect(page).toContain("Nageteld: alle cijfers kloppen.");
  const parsed = parsePublished(document);
  expect(parsed.ok && recount(parsed.value)).toMatchObject([{ differences: [] }]);
  expect(document).toMatchObject({ format: "ggi-uitslag/1", chain: { sequence: expect.any(Number) as number } });
  expect(csv.split("\r\n")).toHaveLength(7);
});

test("a closed vote shows the totals to others and the names to the members", async () => {
  const { chamber, roundId } = await aRoundOn({ visibility: "besloten" });
  await votes(chamber, roundId, ["voor", "voor", "tegen"]);
  await publish(chamber, roundId);
  const [member, stranger] = [await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/uitslag`)), await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag`))];
  const document = (await (await at(chamber, "stranger").get(`/stemrondes/${roundId}/uitslag.json`)).json()) as { items: { ballots: unknown }[] };
  expect(member).toContain("Gemeente lid3");
  expect(stranger).toContain("2 zetels stemden voor");
  expect(stranger).not.toContain("Gemeente lid3");
  expect(document.items[0]?.ballots).toBeNull();
});

test("a round that somebody may not see is a 404 on every address", async () => {
  const { chamber, roundId } = await aRoundOn({}, { tlp: "RED" });
  for (const tail of ["", "/uitslag", "/uitslag.json", "/uitslag.csv", "/vergelijk"]) {
    expect((await at(chamber, "stranger").get(`/stemrondes/${roundId}${tail}`)).status).toBe(404);
    expect((await at(chamber, "rita").get(`/stemrondes/${roundId}${tail}`)).status).toBe(404);
  }
  expect((await at(chamber, "rita").post(`/stemrondes/${roundId}/publicatie`)).status).toBe(404);
  expect(await textOf(at(chamber, "stranger").get("/stemrondes"))).not.toContain("Eisen aan monitoring");
});

describe("the secretaris", () => {
  const form = { title: "Nieuwe ronde", explanation: "", kind: "besluit", proposals: ["p1"], stap: "verder" };

  test("prepares a round and opens it for one minute", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const made = await at(chamber, "sam").post("/stemrondes/nieuw", form);
    const round = (made.headers.get("location") ?? "").replace("/regels", "");
    expect((await at(chamber, "sam").post(`${round}/opening`, { closesAt: "2026-11-05T10:31" })).status).toBe(302);
    expect(await textOf(at(chamber, "lid1").get(round))).toContain("Breng uw stem uit");
  });

  test("gets a clear message beside a field, with what was typed", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const refused = await at(chamber, "sam").post("/stemrondes/nieuw", { ...form, title: "x".repeat(151), explanation: "Blijft staan" });
    expect(refused.status).toBe(422);
    expect(await textOf(Promise.resolve(refused))).toContain("Blijft staan");
  });

  test.each(["lid1", "gemeente", "beheer"])("is not %s", async (person) => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const roundId = await aRound(chamber, {}, { isOpened: false });
    for (const tail of ["opening", "verlenging", "intrekking", "vaststelling", "ongeldigheid"]) {
      const expected = person === "lid1" ? 403 : 404;
      expect((await at(chamber, person).get(`/stemrondes/${roundId}/${tail}`)).status).toBe(expected);
    }
    expect((await at(chamber, person).get("/stemrondes/nieuw")).status).toBe(403);
    expect((await at(chamber, person).post("/stemrondes/nieuw", form)).status).toBe(403);
  });

  test("walks a round from announcement to publication by buttons alone", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const roundId = await aRound(chamber, {}, { isOpened: false });
    const [sam, vera] = [at(chamber, "sam"), at(chamber, "vera")];
    const press = async (browser: Browser, tail: string, fields: Record<string, string> = {}) => (await browser.post(`/stemrondes/${roundId}/${tail}`, fields)).status;

    expect(await press(sam, "aankondiging")).toBe(302);
    expect(await press(sam, "opening", { closesAt: "2026-11-05T12:00" })).toBe(302);
    chamber.clockStrikes("10:30");
    expect(await press(sam, "verlenging", { closesAt: "2026-11-05T12:30", reason: "storing" })).toBe(302);
    await votes(chamber, roundId, ["voor", "voor", "tegen"]);
    chamber.clockStrikes("11:30");
    expect(await press(vera, "vaststelling")).toBe(302);
    expect(await press(sam, "vaststelling")).toBe(302);
    expect(await press(sam, "publicatie")).toBe(302);
    expect(await textOf(at(chamber, "stranger").get(`/stemrondes/${roundId}`))).toContain("Bekijk de uitslag");
  });
});

test("the voorzitter decides a tie by form: errors stand beside the field, the secretaris waits, the result says how and why", async () => {
  const { chamber, roundId } = await aRoundOn({ rule: ruleOf("gewoon", { castingVote: true }) });
  await votes(chamber, roundId, ["voor", "tegen", "onthouden"]);
  chamber.clockStrikes("11:00");
  const [sam, vera] = [at(chamber, "sam"), at(chamber, "vera")];
  const address = `/stemrondes/${roundId}/vaststelling`;
  const [item] = await listItems(chamber.db, roundId);
  const fields = (choice: string, reason: string) => ({ [`beslissing-${item?.id ?? ""}`]: choice, [`reden-${item?.id ?? ""}`]: reason });

  expect(await textOf(sam.get(address))).toContain("De voorzitter beslist over de staking en tekent eerst.");
  expect((await sam.post(address, {})).status).toBe(409);
  expect(await textOf(vera.get(address))).toContain("De stemmen staken bij VEI-001. Wat beslist u?");
  const refused = await vera.post(address, fields("", "Omdat het moet"));
  expect(refused.status).toBe(422);
  const page = await textOf(Promise.resolve(refused));
  expect(page).toContain("Omdat het moet");
  expect(page).toContain(`href="#beslissing-${item?.id ?? ""}"`);
  expect((await vera.post(address, fields("tegen", "   "))).status).toBe(422);
  expect((await vera.post(address, fields("tegen", "Het is te duur"))).status).toBe(302);
  expect((await sam.post(address, {})).status).toBe(302);

  expect(await textOf(vera.get(`/stemrondes/${roundId}/uitslag`))).toContain("De stemmen staakten: 1 zetel stemde voor en 1 tegen. De voorzitter besliste: het voorstel is verworpen. De reden: Het is te duur.");
});

test("every word that travels as a notice from voting has a sentence", () => {
  for (const code of [...Object.keys(votingNoticeText), ...Object.keys(votingRefusalText)]) expect(noticeFor(code), code).not.toBeNull();
});

test("no page of voting asks more than nine questions of the database", async () => {
  const { chamber, roundId } = await aRoundOn();
  await votes(chamber, roundId, ["voor", "voor", "tegen"]);
  await publish(chamber, roundId);
  const count = async (address: string) => {
    let queries = 0;
    const { db, ...rest } = await chamber.as("lid1");
    const counting = db.withPlugin({ transformQuery: ({ node }) => (queries++, node), transformResult: async ({ result }) => result });
    await anApp({ actingAs: async () => ({ ...rest, db: counting }) }).as("lid1").get(address);
    return queries;
  };
  for (const address of ["/stemrondes", `/stemrondes/${roundId}`, `/stemrondes/${roundId}/stembiljet`, `/stemrondes/${roundId}/uitslag`, `/stemrondes/${roundId}/vergelijk`]) {
    expect(await count(address), address).toBeLessThanOrEqual(9);
  }
});
