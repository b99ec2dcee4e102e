import { expect, test } from "vitest";
import { decideOnInitiative } from "#app/commands/portfolio/decide-on-initiative.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { noticeFor } from "#app/text/notices.ts";
import { portfolioNotices } from "#app/text/portfolio.ts";
import { roadmapNotices } from "#app/text/roadmap.ts";
import { anApp, type Fields } from "#test/support/app.ts";
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
  const { initiative } = await proposed(portfolio, [portfolio.first]);
  await decideOnInitiative(await portfolio.board(), { number: initiative, outcome: "aanhouden", dictum: "Wij wachten.", motivation: "Eerst de proef.", until: "2026-06-01" as Day });
  const board = anApp(portfolio).as("secretaris.taskforce");
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
  expect(page).toMatch(/Loopt.*Wij zijn begonnen.*Proef klaar.*van K2 2026 – K4 2026 naar K3 2026 – K1 2027.*Levering later/);
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
