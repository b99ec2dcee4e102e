import { expect, test } from "vitest";
import { decideOnInitiative } from "#app/commands/portfolio/decide-on-initiative.ts";
import { moveMilestone } from "#app/commands/roadmap/move-milestone.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { noticeFor } from "#app/text/notices.ts";
import { portfolioNotices } from "#app/text/portfolio.ts";
import { roadmapNotices } from "#app/text/roadmap.ts";
import { anApp, type Fields } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { done } from "#test/support/meeting.ts";
import { aPortfolio, inPortfolio, proposed } from "#test/support/portfolio.ts";
import { readable } from "#test/support/walk.ts";

test("the secretaris of the Taskforce walks from ready proposals to a decided place on the public roadmap", async () => {
  const portfolio = await aPortfolio();
  const [board, stranger] = [anApp(portfolio).as("secretaris.taskforce"), anApp(portfolio).as("stranger")];
  expect(readable(await board.page("/portfolio"))).toContain("Maak een initiatief");

  const fields = { title: "Samen sneller", summary: "Beide in één keer.", component: "ggi-netwerk", approach: "optimalisatie", costFrom: "100000", costTo: "200000", publicTitle: "", publicSummary: "" };
  const made = await board.post("/portfolio/nieuw", { ...fields, proposals: [portfolio.first, portfolio.second] });
  expect([made.status, made.headers.get("Location")]).toEqual([302, "/portfolio/INI-001"]);
  expect((await board.post("/portfolio/INI-001/roadmap", { start: "2026-K2", end: "2026-K3", fte: "3" })).status).toBe(302);
  expect(await stranger.page("/roadmap")).toMatch(/tl-voorgesteld[\s\S]*RM-001 Samen sneller/);
  expect(readable(await board.page("/portfolio/INI-001/besluit"))).toContain("K2 2026 0 fte 3 fte Onbekend");

  const decided = await board.post("/portfolio/INI-001/besluit", { outcome: "opnemen", dictum: "Wij nemen dit op.", motivation: "Het past.", until: "", question: "", for: "8", against: "1", abstain: "" });
  expect([decided.status, decided.headers.get("Location")]).toEqual([302, "/portfolio/INI-001"]);
  expect(await stranger.page("/roadmap")).toMatch(/tl-vastgesteld/);
  expect(readable(await stranger.page("/portfolio/INI-001"))).toContain("Wij nemen dit op.");
  expect(readable(await stranger.page("/roadmap/RM-001"))).toMatch(/Vastgesteld.*INI-001 Samen sneller.*Wij nemen dit op/);
  expect(await (await stranger.get("/roadmap.csv")).text()).toContain('"RM-001";"Samen sneller";"GGI-Netwerk";"2026-K2";"2026-K3";"3";"Vastgesteld"');

  const decision = readable(await stranger.page("/besluiten/B-2026-001"));
  expect(decision).toMatch(new RegExp(`INI-001 Samen sneller.*${portfolio.first} Eerste eis , versie 1`));
  expect(decision).toContain("RM-001 Samen sneller");

  const chain = await stranger.page(`/voorstellen/${portfolio.first}`);
  for (const step of ["/besluiten/B-2026-001", "/portfolio/INI-001", "/roadmap/RM-001"]) expect(chain).toContain(`href="${step}"`);
});

test("the picture and the table of the roadmap show the same items", async () => {
  const portfolio = await aPortfolio();
  await proposed(portfolio, [portfolio.first]);
  await proposed(portfolio, [portfolio.second], { title: "Een tweede" });
  const page = await anApp(portfolio).as("stranger").page("/roadmap");
  const [picture = "", table = ""] = [/<svg[\s\S]*<\/svg>/.exec(page)?.[0], /<table[\s\S]*?<\/table>/.exec(page)?.[0]];
  const numbers = (html: string) => [...new Set(html.match(/RM-\d+/g))].sort();
  expect(numbers(picture)).toEqual(["RM-001", "RM-002"]);
  expect(numbers(table)).toEqual(numbers(picture));
});

test("what is not CLEAR stays off the public board and roadmap, unless it has a public wording", async () => {
  const portfolio = await aPortfolio();
  const [green, amber] = [await inPortfolio(portfolio, "Reigerplan", "GREEN"), await inPortfolio(portfolio, "Reigerdetail", "AMBER")];
  await proposed(portfolio, [green], { title: "Reigerinitiatief" });
  await proposed(portfolio, [amber], { title: "Reigergeheim", publicTitle: "Betere bewaking", publicSummary: "Gemeenten bewaken samen." });
  const stranger = anApp(portfolio).as("stranger");
  for (const address of ["/portfolio", "/roadmap", "/roadmap.csv", "/portfolio/INI-001", "/portfolio/INI-002", "/roadmap/RM-001", "/roadmap/RM-002"]) {
    expect(await stranger.page(address)).not.toMatch(/Reiger/);
  }
  expect((await stranger.get("/portfolio/INI-001")).status).toBe(404);
  expect(readable(await stranger.page("/roadmap/RM-002"))).toContain("Betere bewaking");
  expect(readable(await anApp(portfolio).as("gemeente1").page("/roadmap"))).toContain("Reigerinitiatief");
});

test("what was typed stays when a field or the rule refuses", async () => {
  const portfolio = await aPortfolio();
  const { initiative } = await proposed(portfolio, [portfolio.first]);
  const board = anApp(portfolio).as("secretaris.taskforce");
  const form = { outcome: "aanhouden", dictum: "Wij wachten.", motivation: "Eerst de proef.", until: "", question: "", for: "", against: "", abstain: "" };
  const field = await board.post(`/portfolio/${initiative}/besluit`, { ...form, dictum: "" });
  expect([field.status, readable(await field.text()).includes("Eerst de proef.")]).toEqual([422, true]);
  const rule = await board.post(`/portfolio/${initiative}/besluit`, form);
  expect(rule.status).toBe(409);
  expect(await rule.text()).toMatch(/Kies tot wanneer\.[\s\S]*Wij wachten\./);
  expect((await board.post("/portfolio/capaciteit", { "2026-K1": "veel" })).status).toBe(422);
});

test("an initiative on hold says until when, and offers to take it up or turn it down, nothing else", async () => {
  const portfolio = await aPortfolio();
  const { initiative, item } = await proposed(portfolio, [portfolio.first]);
  const board = anApp(portfolio).as("secretaris.taskforce");
  const asked = async () => /class="load[\s\S]*?<\/table>|<table[\s\S]*?<\/table>/.exec((await board.page("/roadmap")).split('id="capaciteit"')[1] ?? "")?.[0] ?? "";
  const before = await asked();
  await decideOnInitiative(await portfolio.board(), { number: initiative, outcome: "aanhouden", dictum: "Wij wachten.", motivation: "Eerst de proef.", until: "2026-06-01" as Day });
  for (const address of ["/roadmap", "/roadmap?weergave=nu", `/roadmap/${item}`, "/roadmap.csv"]) expect([address, readable(await board.page(address)).includes("Aangehouden tot 1 juni 2026")]).toEqual([address, true]);
  expect(await board.page(`/roadmap/${item}`)).not.toContain(`/portfolio/${initiative}/besluit`);
  expect(await asked()).not.toBe(before);
  expect(readable(await board.page(`/portfolio/${initiative}`))).toMatch(/Aangehouden tot 1 juni 2026.*Neem nu weer op/);
  const form = await board.page(`/portfolio/${initiative}/besluit`);
  expect([form.includes('value="afwijzen"'), form.includes('value="opnemen"')]).toEqual([true, false]);
  expect((await board.post(`/portfolio/${initiative}/hervatting`)).headers.get("Location")).toBe(`/portfolio/${initiative}`);
  const page = await board.page(`/portfolio/${initiative}`);
  expect(page).not.toContain("Aangehouden tot");
  expect(readable(page)).toMatch(/Geschiedenis Gemaakt .* Voorgesteld op de roadmap .* Aangehouden 5 maart 2026 Weer opgenomen voor een besluit .* Besluit van de Taskforce/);
  expect(page.slice(page.indexOf('id="geschiedenis"'))).toContain('href="/besluiten/B-2026-001"');
});

test("others see no way to decide, and are refused when they try", async () => {
  const portfolio = await aPortfolio();
  const { initiative, item } = await proposed(portfolio, [portfolio.first]);
  const member = anApp(portfolio).as("lid1.taskforce");
  expect(await member.page(`/portfolio/${initiative}`)).not.toContain("/besluit\"");
  for (const address of [`/portfolio/${initiative}/besluit`, `/portfolio/${initiative}/bewerken`, `/portfolio/${initiative}/roadmap`, `/roadmap/${item}/verplaatsing`, `/roadmap/${item}/stand`, `/roadmap/${item}/mijlpalen`, "/portfolio/nieuw", "/portfolio/capaciteit"]) {
    expect([address, (await member.get(address)).status]).toEqual([address, 403]);
    expect((await anApp(portfolio).as("stranger").get(address)).status).toBe(302);
  }
});

test("a moved item shows where it stood; progress and milestones go through their pages", async () => {
  const portfolio = await aPortfolio();
  const { initiative, item } = await proposed(portfolio, [portfolio.first]);
  const board = anApp(portfolio).as("secretaris.taskforce");
  await decideOnInitiative(await portfolio.board(), { number: initiative, outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: null });
  expect((await board.post(`/roadmap/${item}/verplaatsing`, { seenStart: "2026-K2", seenEnd: "2026-K4", start: "2026-K3", end: "2027-K1", fte: "3", reason: "Levering later" })).status).toBe(302);
  expect((await board.post(`/roadmap/${item}/stand`, { to: "loopt", note: "Wij zijn begonnen." })).status).toBe(302);
  expect((await board.post(`/roadmap/${item}/mijlpalen`, { title: "Proef klaar", dueOn: "2026-08-01" })).status).toBe(302);
  const page = readable(await board.page(`/roadmap/${item}`));
  expect(page).toMatch(/Loopt.*Wij zijn begonnen.*Proef klaar.*Verplaatst van K2 2026 tot en met K4 2026 naar K3 2026 tot en met K1 2027 Levering later/);
});

test("whoever may not know of an initiative or its place on the roadmap gets the same answer as for one that does not exist", async () => {
  const portfolio = await aPortfolio();
  const amber = await inPortfolio(portfolio, "Reigerplan", "AMBER");
  const { initiative, item } = await proposed(portfolio, [amber]);
  const [outsider, board] = [anApp(portfolio).as("gemeente1"), anApp(portfolio).as("secretaris.taskforce")];
  const fields = { title: "T", summary: "S", component: "ggi-netwerk", approach: "optimalisatie", costFrom: "", costTo: "", publicTitle: "", publicSummary: "", proposals: [amber] };
  const forms: [string, Fields][] = [
    ["/portfolio/:/besluit", { outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: "", question: "", for: "", against: "", abstain: "" }],
    ["/portfolio/:/bewerken", fields],
    ["/portfolio/:/hervatting", {}],
    ["/portfolio/:/roadmap", { start: "2026-K2", end: "2026-K3", fte: "3" }],
    ["/roadmap/:/stand", { to: "loopt", note: "Begonnen" }],
    ["/roadmap/:/verplaatsing", { seenStart: "2026-K2", seenEnd: "2026-K4", start: "2026-K3", end: "2027-K1", fte: "3", reason: "Later" }],
  ];
  for (const [address, form] of forms) {
    for (const number of [address.startsWith("/roadmap") ? item : initiative, address.startsWith("/roadmap") ? "RM-999" : "INI-999"]) {
      const path = address.replace(":", number);
      expect([path, (await outsider.post(path, form)).status]).toEqual([path, 404]);
    }
  }
  expect((await board.post(`/roadmap/${item}/stand`, { to: "loopt", note: "Begonnen" })).status).toBe(409);
});

test("no page of the portfolio asks more than twelve questions of the database, however much stands on it", async () => {
  const portfolio = await aPortfolio();
  for (let place = 0; place < 6; place++) await proposed(portfolio, [await inPortfolio(portfolio, `Eis ${place}`), await inPortfolio(portfolio, `Nog een eis ${place}`)]);
  const count = async (address: string) => {
    let queries = 0;
    const { db, ...rest } = await portfolio.actingAs("secretaris.taskforce");
    const counting = db.withPlugin({ transformQuery: ({ node }) => (queries++, node), transformResult: async ({ result }) => result });
    expect((await anApp({ actingAs: async () => ({ ...rest, db: counting }) }).as("secretaris.taskforce").get(address)).status).toBe(200);
    return queries;
  };
  for (const address of ["/portfolio", "/portfolio/nieuw", "/portfolio/capaciteit", "/portfolio/INI-001", "/portfolio/INI-001/bewerken", "/portfolio/INI-001/besluit", "/roadmap", "/roadmap/RM-001"]) {
    expect(await count(address), address).toBeLessThanOrEqual(12);
  }
});

test("every word that travels as a notice from the portfolio and the roadmap has a sentence", () => {
  for (const code of [...Object.keys(portfolioNotices), ...Object.keys(roadmapNotices)]) expect(noticeFor(code), code).not.toBeNull();
});

const CRITERIA = { seen: "0", waarom: "Eerste afspraak.", "naam-1": "Nut", "vraag-1": "Wat levert het op?", "laagste-1": "Niets", "hoogste-1": "Veel", "gewicht-1": "60", "naam-2": "Haalbaar", "vraag-2": "Kan dit?", "laagste-2": "Nee", "hoogste-2": "Ja", "gewicht-2": "40" };

/** A portfolio with criteria and one initiative that waits. */
async function aScored() {
  const portfolio = await aPortfolio();
  const { initiative, item } = await proposed(portfolio, [portfolio.first]);
  const app = anApp(portfolio);
  expect((await app.as("secretaris.taskforce").post("/portfolio/criteria/bewerken", CRITERIA)).status).toBe(302);
  const fields = [...(await app.as("lid1.taskforce").page(`/portfolio/${initiative}/score`)).matchAll(/name="(punten-[^"]+)"/g)].map(([, name]) => name ?? "");
  const score = (who: string, points: string, note: string) => app.as(who).post(`/portfolio/${initiative}/score`, { seen: "1", toelichting: note, ...Object.fromEntries(fields.map((name) => [name, points])) });
  return { portfolio, app, initiative, item, score };
}

test("a member of the Taskforce sees the scores of others only after the own, a stranger mean and spread after the decision", async () => {
  const { portfolio, app, initiative, score } = await aScored();
  const page = async (who: string) => readable(await app.as(who).page(`/portfolio/${initiative}`));
  expect((await score("lid1.taskforce", "5", "Kraanvogel")).status).toBe(302);

  expect(await page("lid2.taskforce")).toMatch(/Uw score ontbreekt nog.*Geef eerst uw eigen score/);
  for (const who of ["lid2.taskforce", "stranger", "lid1.netwerk", "gemeente1", "beheer"]) {
    expect([who, (await page(who)).includes("Kraanvogel")]).toEqual([who, false]);
    if (who !== "lid2.taskforce") expect([who, (await page(who)).includes("Gemiddeld")]).toEqual([who, false]);
  }
  expect(readable(await app.as("lid2.taskforce").page("/portfolio/rangorde"))).toMatch(/1 initiatief wacht op uw score.*Geef uw score/);
  expect(await page("lid1.taskforce")).toContain("Kraanvogel");
  expect(await page("secretaris.taskforce")).toContain("Kraanvogel");
  await score("lid2.taskforce", "2", "");
  expect(await page("lid2.taskforce")).toMatch(/3,5 van 5, na weging\. 2 zetels gaven een score\..*Nut 60 3,5 2 tot en met 5 1,5.*Kraanvogel/);
  expect((await app.as("lid3.netwerk").get("/portfolio/rangorde")).status).toBe(403);

  await decideOnInitiative(await portfolio.board(), { number: initiative, outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: null });
  expect(await page("stranger")).toMatch(/3,5 van 5/);
  expect(await page("stranger")).not.toContain("Kraanvogel");
});

test("a form with points that are missing keeps what was chosen", async () => {
  const { app, initiative } = await aScored();
  const answer = await app.as("lid1.taskforce").post(`/portfolio/${initiative}/score`, { seen: "1", toelichting: "Half af" });
  expect([answer.status, (await answer.text()).includes("Half af")]).toEqual([422, true]);
  for (const address of ["/portfolio/criteria/bewerken", `/portfolio/${initiative}/score`]) expect([address, (await app.as("gemeente1").post(address, { waarom: "" })).status]).toEqual([address, 403]);
  const late = await app.as("secretaris.taskforce").post("/portfolio/criteria/bewerken", CRITERIA);
  expect([late.status, /Iemand anders heeft de criteria net veranderd/.test(await late.text())]).toEqual([409, true]);
});

test("scenarios stand side by side with what fits and why not", async () => {
  const { portfolio, app, initiative, score } = await aScored();
  await app.as("secretaris.taskforce").post("/portfolio/capaciteit", { "2026-K1": "2", "2026-K2": "2", "2026-K3": "4", "2026-K4": "4", "2027-K1": "4" });
  for (const who of ["lid1.taskforce", "lid2.taskforce"]) await score(who, "4", "");
  const made = await app.as("lid1.taskforce").post("/portfolio/scenarios/nieuw", { title: "Later beginnen", note: "", seen: "", [`volgorde-${initiative}`]: "gewoon", [`schuif-${initiative}`]: "1" });
  expect(made.status).toBe(302);
  const side = readable(await app.as("lid2.taskforce").page("/portfolio/scenarios"));
  expect(side).toMatch(/Alleen de rangorde Later beginnen.*Past niet\. K2 2026 heeft 1 fte te weinig Past: K3 2026 tot en met K1 2027.*0 van 1 1 van 1/);
  expect([(await app.as("lid1.netwerk").get(made.headers.get("Location") ?? "")).status, (await app.as("stranger").get("/portfolio/scenarios")).status]).toEqual([403, 302]);
  expect((await app.as("lid2.taskforce").post(`${made.headers.get("Location")}/verwijdering`)).status).toBe(403);
  expect((await app.as("lid1.taskforce").post(`${made.headers.get("Location")}/verwijdering`)).status).toBe(302);
  expect(await portfolio.db.selectFrom("scenario").select("id").execute()).toEqual([]);
});

test("the sheet for the Taskforce holds what is asked, what it does to the plan and who advised what; a stranger gets no confidential one", async () => {
  const { portfolio, app, initiative } = await aScored();
  const sheet = readable(await app.as("secretaris.taskforce").page(`/portfolio/${initiative}/oplegnotitie`));
  expect(sheet).toMatch(/Samen sneller Gevraagd besluit.*Samenvatting.*Wie adviseerde wat\?.*Steun van gemeenten.*Planning en capaciteit.*Wat schuift/);
  const amber = await inPortfolio(portfolio, "Reigerdetail", "AMBER");
  const { initiative: hidden } = await proposed(portfolio, [amber], { title: "Reigergeheim", publicTitle: "Betere bewaking", publicSummary: "Samen." });
  expect((await app.as("stranger").get(`/portfolio/${hidden}/oplegnotitie`)).status).toBe(404);
});

test("the roadmap for another site shows what a stranger may see, whoever looks, without menu, form or script", async () => {
  const portfolio = await aPortfolio();
  const green = await inPortfolio(portfolio, "Reigerplan", "GREEN");
  await proposed(portfolio, [green], { title: "Reigerinitiatief" });
  await proposed(portfolio, [portfolio.first]);
  for (const who of ["stranger", "gemeente1", "secretaris.taskforce"]) {
    const page = await anApp(portfolio).as(who).page("/roadmap/inbedden");
    expect([who, page.includes("Samen sneller"), /Reiger|<form|<header|<footer|<script/.test(page)]).toEqual([who, true, false]);
    expect(page).toContain('<base target="_top"/>');
  }
});

test("milestones are days in a calendar, dependencies and crossings stand in table and file, and a yes shows what moves", async () => {
  const portfolio = await aPortfolio();
  const board = anApp(portfolio).as("secretaris.taskforce");
  const { item } = await proposed(portfolio, [portfolio.first]);
  const { item: follower, initiative } = await proposed(portfolio, [portfolio.second], { title: "De volger" });
  await board.post(`/roadmap/${item}/mijlpalen`, { title: "Proef klaar", dueOn: "2026-05-01" });
  const moved = await board.post(`/roadmap/${follower}/verplaatsing`, { seenStart: "2026-K2", seenEnd: "2026-K4", start: "2026-K3", end: "2026-K4", fte: "3", dependencies: [item], reason: "Wacht op de proef" });
  expect(moved.status).toBe(302);
  await decideOnInitiative(await portfolio.board(), { number: initiative, outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: null });

  const stranger = anApp(portfolio).as("stranger");
  const calendar = await (await stranger.get("/roadmap.ics")).text();
  expect(calendar).toMatch(/SEQUENCE:0[\s\S]*DTSTART;VALUE=DATE:20260501[\s\S]*SUMMARY:RM-001 Samen sneller: Proef klaar[\s\S]*STATUS:TENTATIVE/);
  const [milestone] = await portfolio.db.selectFrom("milestone").select("id").execute();
  await moveMilestone(await portfolio.board(), { number: item, milestoneId: milestone?.id ?? "", seen: "2026-05-01" as Day, to: "2026-06-01" as Day, reason: "Later" });
  expect(await (await stranger.get("/roadmap.ics")).text()).toMatch(/SEQUENCE:1[\s\S]*DTSTART;VALUE=DATE:20260601/);
  expect(readable(await stranger.page("/roadmap"))).toMatch(/1 afhankelijkheid klopt niet.*RM-002 begint in K3 2026\. RM-001 is pas na K4 2026 klaar\..*RM-001 \(begint te vroeg\)/);
  expect(await (await stranger.get("/roadmap.csv")).text()).toMatch(/"RM-002";"De volger".*;"RM-001";"RM-001"/);
  expect(readable(await stranger.page(`/roadmap/wat-als?ja=${item}`))).toMatch(/RM-002 De volger Van K3 2026 naar K1 2027, omdat RM-001 eerst klaar moet zijn/);
  expect(readable(await stranger.page("/roadmap?weergave=nu"))).toMatch(/Nu 0.*Straks 2.*Later 0/);
  expect(readable(await stranger.page(`/roadmap/${follower}`))).toMatch(/Verplaatst van K2 2026 tot en met K4 2026 naar K3 2026 tot en met K4 2026 Wacht op de proef/);
  expect(readable(await stranger.page("/roadmap?gremium=netwerk"))).toContain("RM-001");
  expect(readable(await stranger.page("/roadmap?gremium=services"))).toContain("Er staat niets op de roadmap met deze keuze");
});

test("a long roadmap comes in pages, and the picture shows the same as the table", async () => {
  const portfolio = await aPortfolio();
  const { item } = await proposed(portfolio, [portfolio.first]);
  const { id: _, initiative_id: __, ...row } = await portfolio.db.selectFrom("roadmap_item").selectAll().where("number", "=", item).executeTakeFirstOrThrow();
  await portfolio.db.insertInto("roadmap_item").values(Array.from({ length: 130 }, (_one, place) => ({ ...row, id: `lang-${place}`, initiative_id: null, number: `RM-${200 + place}`, title: `Werk ${place}` }))).execute();
  const stranger = anApp(portfolio).as("stranger");
  const [first, second] = [await stranger.page("/roadmap"), await stranger.page("/roadmap?vanaf=RM-319")];
  const numbers = (page: string) => [/<svg[^>]*viewBox[\s\S]*?tl-flag/, /<table[\s\S]*?<\/table>/].map((part) => new Set(part.exec(page)?.[0].match(/href="\/roadmap\/RM-\d+"/g)).size);
  expect([numbers(first), numbers(second)]).toEqual([[120, 120], [11, 11]]);
  expect(readable(first)).toContain("1 tot en met 120 van 131 onderdelen");
  expect(first).toContain('href="/roadmap?vanaf=RM-319"');
});

test("an advies goes from the Adviesraad to the Taskforce and back, and every step stands on one page", async () => {
  const portfolio = await aPortfolio();
  const app = anApp(portfolio);
  const number = await anAdviceOffered(portfolio);
  const list = async (who: string) => readable(await app.as(who).page("/adviezen"));
  expect(await list("stranger")).toMatch(/Aangeboden aan de Taskforce.*Regionale hulp/);
  expect((await app.as("secretaris.adviesraad").post(`/adviezen/${number}/onderwerp`, { subject: "adoptie" })).status).toBe(302);
  expect(readable(await app.as("secretaris.taskforce").page("/mijn"))).toContain("Advies dat op een antwoord wacht");
  expect([(await app.as("lid1.taskforce").get(`/adviezen/${number}/antwoord`)).status, (await app.as("secretaris.taskforce").post(`/adviezen/${number}/antwoord`, { kind: "deels" })).status]).toEqual([403, 422]);
  expect((await app.as("secretaris.taskforce").post(`/adviezen/${number}/antwoord`, { kind: "deels", dictum: "Wij beginnen in één regio.", motivation: "Eerst meten." })).status).toBe(302);
  expect(await list("stranger")).toMatch(/Beantwoord.*Regionale hulp.*Adoptie Deels overgenomen, besluit B-2026-001/);
  expect(await app.as("stranger").page(`/voorstellen/${number}`)).toContain('href="/besluiten/B-2026-001"');
  const chain = (await app.as("secretaris.taskforce").page(`/voorstellen/${number}`)).replaceAll("<!-- -->", "");
  expect([chain.includes("advies deels overgenomen"), chain.includes("Portfoliobesluit van de Taskforce")]).toEqual([true, false]);
  expect((await app.as("secretaris.taskforce").post(`/adviezen/${number}/antwoord`, { kind: "niet", dictum: "Nee.", motivation: "Nee." })).status).toBe(409);
});

test("a question of the Taskforce lands on the list of the expert group and of its bureau", async () => {
  const portfolio = await aPortfolio();
  const { initiative } = await proposed(portfolio, [portfolio.first]);
  await decideOnInitiative(await portfolio.board(), { number: initiative, outcome: "terugverwijzen", dictum: "Terug.", motivation: "Onduidelijk.", until: null, question: "Wat kost het per gemeente?" });
  const app = anApp(portfolio);
  for (const who of ["lid1.netwerk", "secretaris.netwerk", "voorzitter.netwerk"]) expect([who, readable(await app.as(who).page("/mijn")).includes("Wat kost het per gemeente?")]).toEqual([who, true]);
  expect(readable(await app.as("secretaris.services").page("/mijn"))).not.toContain("Wat kost het per gemeente?");
  expect(readable(await app.as("stranger").page("/gremia/netwerk"))).toMatch(/Vragen van de Taskforce over voorstellen.*Wat kost het per gemeente\?/);
});

/** An advies of the Adviesraad that waits for the Taskforce. */
async function anAdviceOffered(portfolio: Awaited<ReturnType<typeof aPortfolio>>): Promise<string> {
  const { number } = done(await draftProposal(await portfolio.actingAs("lid1.adviesraad"), { ...aText({ title: "Regionale hulp", needs: ["BH-001"] }), body: "adviesraad", kind: "advies", tlp: "CLEAR" }));
  await portfolio.db.updateTable("proposal").set({ state: "in_portfolio", shared_at: portfolio.now() }).where("number", "=", number).execute();
  return number;
}

/** What the form on a page would send: hidden fields, texts, what is chosen and ticked. */
function formIn(html: string): Record<string, string | string[]> {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const fields: Record<string, string | string[]> = {};
  const plain = (raw: string) => raw.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#x27;", "'");
  for (const [tag] of main.matchAll(/<input\b[^>]*>/g)) {
    const [, name] = /\bname="([^"]*)"/.exec(tag) ?? [];
    const value = plain(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "");
    if (name === undefined) continue;
    if (/type="checkbox"/.test(tag)) {
      if (/\bchecked/.test(tag)) fields[name] = [...(fields[name] ?? []), value];
    } else if (!/type="radio"/.test(tag) || /\bchecked/.test(tag)) fields[name] = value;
  }
  for (const [, name = "", words = ""] of main.matchAll(/<textarea\b[^>]*\bname="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)) fields[name] = plain(words);
  for (const [, name = "", options = ""] of main.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) fields[name] = plain(/<option\b(?=[^>]*\bselected)[^>]*\bvalue="([^"]*)"/.exec(options)?.[1] ?? "");
  return fields;
}

test("of two people with the same form open the second is told, with what stands there now and what was typed, and may then save", async () => {
  const portfolio = await aPortfolio();
  const { initiative, item } = await proposed(portfolio, [portfolio.first]);
  const [one, other] = [anApp(portfolio).as("secretaris.taskforce"), anApp(portfolio).as("voorzitter.taskforce")];
  await one.post("/portfolio/capaciteit", { "2026-K2": "20", "2026-K3": "20" });
  for (const [address, mine, theirs, now] of [
    [`/portfolio/${initiative}/bewerken`, { summary: "Samenvatting van de voorzitter." }, { title: "Titel van de secretaris" }, "Samenvatting van de voorzitter."],
    [`/roadmap/${item}/verplaatsing`, { fte: "4", reason: "Meer mensen" }, { end: "2027-K1", reason: "Later klaar" }, "4"],
    ["/portfolio/capaciteit", { "2026-K2": "15" }, { "2026-K2": "12" }, "Nu: 15 fte."],
    [`/roadmap/${item}/inzet`, { "2026-K3": "7" }, { "2026-K3": "9" }, "Nu: 7 fte."],
    [`/roadmap/${item}/fasen`, { "naam-1": "Proef", "kwartalen-1": "1" }, { "naam-1": "Bouwen", "kwartalen-1": "1" }, "Proef"],
  ] as const) {
    const form = formIn(await one.page(address));
    expect((await other.post(address, { ...form, ...mine })).status, address).toBe(302);
    const refused = await one.post(address, { ...form, ...theirs });
    const page = await refused.text();
    expect(refused.status, address).toBe(409);
    expect(page, address).toContain("Iemand anders heeft");
    for (const words of [now, ...Object.values(theirs)]) expect(page, address).toContain(words);
    expect((await one.post(address, formIn(page))).status, address).toBe(302);
  }
  const stored = new Map((await portfolio.db.selectFrom("capacity").select(["quarter", "fte"]).execute()).map(({ quarter, fte }) => [quarter, fte]));
  expect([stored.get("2026-K2"), stored.get("2026-K3")]).toEqual([12, 20]);

  const form = formIn(await one.page("/portfolio/capaciteit"));
  expect((await one.post("/portfolio/capaciteit", { ...form, "2026-K3": "" })).status).toBe(302);
  expect((await portfolio.db.selectFrom("capacity").select("quarter").execute()).map(({ quarter }) => quarter)).not.toContain("2026-K3");
});

test("what a form about a place did not show, because it lapsed, stands in nobody's way and stays", async () => {
  const portfolio = await aPortfolio();
  const board = anApp(portfolio).as("secretaris.taskforce");
  const { item } = await proposed(portfolio, [portfolio.first]);
  const { item: follower } = await proposed(portfolio, [portfolio.second], { title: "De volger" });
  const address = `/roadmap/${follower}/verplaatsing`;
  expect((await board.post(address, { ...formIn(await board.page(address)), dependencies: [item], reason: "Wacht op de proef" })).status).toBe(302);
  await portfolio.db.updateTable("roadmap_item").set({ standing: "vervallen" }).where("number", "=", item).execute();
  expect((await board.post(address, { ...formIn(await board.page(address)), fte: "4", reason: "Meer mensen" })).status).toBe(302);
  expect(await portfolio.db.selectFrom("roadmap_dependency").select("needs_id").execute()).toHaveLength(1);
});
