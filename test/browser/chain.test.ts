import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { accessFaults } from "#test/support/access.ts";
import { aBrowser, aServedPortal, turning, type ServedPortal } from "#test/support/browser.ts";
import { openByHand } from "#test/support/preparing.ts";
import { aWalker, dutchField, type Walker } from "#test/support/walker.ts";

const MINUTE = 60_000;
vi.setConfig({ testTimeout: 240_000 });

let browser: Browser;
let portal: ServedPortal;

beforeAll(async () => {
  [browser, portal] = [await aBrowser(), await aServedPortal()];
}, 240_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** The whole chain, once as most people meet it and once in a browser without JavaScript. Each step goes on where the former ended. */
describe.each([
  { how: "with JavaScript", javaScriptEnabled: true },
  { how: "without JavaScript", javaScriptEnabled: false },
])("from a need to a portfolio decision, $how", ({ how, javaScriptEnabled }) => {
  let walker: Walker;
  const named = (title: string) => `${title} ${how}`;
  const proposals: string[] = [];
  let [secret, poll, vote, council, meeting, decision, initiative, item] = ["", "", "", "", "", "", "", ""];
  const proposal = (place: number) => proposals[place] ?? "";

  beforeAll(async () => void (walker = await aWalker(browser, portal.url, { javaScriptEnabled })), 30_000);
  afterAll(() => walker.close());

  test("1. a stranger reads every public page", async () => {
    for (const [path, heading] of [
      ["/", "Samen beslissen"], ["/gremia", "Gremia"], ["/gremia/veilig", "Expertgroep GGI-Veilig"], ["/voorstellen", "Voorstellen"], ["/stemrondes", "Stemrondes"], ["/vergaderingen", "Vergaderingen"],
      ["/besluiten", "Besluiten"], ["/portfolio", "Portfolio"], ["/roadmap", "Roadmap"], ["/behoeften", "Behoeften"], ["/gemeenten", "Gemeenten"], ["/meedoen", "Meedoen"],
    ] as const) {
      expect([path, await walker.go(path)]).toEqual([path, 200]);
      expect(await walker.page.locator("h1").textContent()).toContain(heading);
    }
    await walker.go("/");
    const start = await walker.says();
    for (const part of ["Nu in stemming", "Nieuwste besluiten", "Volgende vergaderingen", "Gemeenten aangesloten", "GGI-Netwerk", "verzonnen"]) expect(start).toContain(part);
  });

  async function draft(title: string, tlp: string, kind = "eis") {
    await walker.as("lid1.veilig", "/behoeften");
    await turning(walker.page, () => walker.page.locator("main a[href^='/behoeften/B']").first().click());
    await walker.follow("Schrijf een voorstel voor deze behoefte");
    await walker.pick("Soort", kind);
    await walker.fill("Titel", title);
    await walker.fill("Tekst", `De leverancier meldt ${title} binnen 60 minuten.`);
    await walker.fill("Motivering", "Bij een aanval telt **elke minuut**.");
    await walker.fill("Toetsing", "De leverancier toont de meldtijden van een jaar.");
    await walker.fill("Bron", "Ervaring van de expertgroep");
    await walker.pick("Belang", "Must have");
    await walker.tick("GGI-Veilig");
    await walker.tick("Informatieveiligheid");
    await walker.fill("Maatregelen uit een norm", "BIO2 6.8");
    await walker.pick("Vertrouwelijkheid", tlp);
    await walker.press("Voorstel opslaan voor uw gremium");
    return walker.last();
  }

  async function discuss(number: string) {
    await walker.as("voorzitter.veilig", `/voorstellen/${number}`);
    await walker.press("In bespreking brengen");
    expect(await walker.says()).toContain("In bespreking");
  }

  test("2. lid1 drafts an eis from a need, another lid reacts, a new version follows and the voorzitter puts it in bespreking", async () => {
    proposals[0] = await draft(named("Ernstig incident"), "TLP:CLEAR – openbaar");
    expect(proposal(0)).toMatch(/^VEI-\d{3}$/);
    const drafted = await walker.says();
    for (const part of ["Concept", "binnen 60 minuten", "elke minuut", "meldtijden van een jaar", "Ervaring van de expertgroep", "BIO2 6.8", "Informatieveiligheid"]) expect(drafted).toContain(part);
    await walker.asStranger("/over");
    expect(await walker.status(`/voorstellen/${proposal(0)}`)).toBe(404);

    await walker.as("lid2.veilig", `/voorstellen/${proposal(0)}`);
    await walker.fill("Reactie", "Zestig minuten is te lang.");
    await walker.press("Reactie plaatsen");
    expect(await walker.says()).toContain("Zestig minuten is te lang.");

    await walker.as("lid1.veilig", `/voorstellen/${proposal(0)}/bewerken`);
    await walker.fill("Tekst", "De leverancier meldt een incident binnen 30 minuten.");
    await walker.fill("Waarom deze versie?", "Een lid vroeg om een kortere termijn.");
    await walker.press("Nieuwe versie opslaan");
    await walker.go(`/voorstellen/${proposal(0)}/vergelijk?van=1&naar=2`);
    const compared = walker.page.locator("main");
    expect((await compared.locator("del").allTextContents()).join()).toContain("60");
    expect((await compared.locator("ins").allTextContents()).join()).toContain("30");

    await discuss(proposal(0));
    await walker.asStranger(`/voorstellen/${proposal(0)}`);
    expect(await walker.says()).toContain("binnen 30 minuten");
  });

  test("2b. a GREEN eis goes the same way, and a stranger meets it nowhere", async () => {
    await walker.asStranger("/voorstellen");
    const counted = await walker.page.getByText(/^\d+ voorstellen$/).first().textContent();
    secret = await draft(named("Kanarievogel"), "TLP:GREEN – alle ingelogde gemeenten");
    await discuss(secret);
    await walker.as("gemeente1", `/voorstellen/${secret}`);
    expect(await walker.says()).toContain("Kanarievogel");

    await walker.asStranger("/voorstellen");
    expect(await walker.page.getByText(/^\d+ voorstellen$/).first().textContent()).toBe(counted);
    expect(await walker.status(`/voorstellen/${secret}`)).toBe(404);
    for (const path of ["/", "/voorstellen", `/voorstellen?q=Kanarievogel`, "/zoeken?q=Kanarievogel", `/zoeken?q=${secret}`, "/behoeften", "/gremia/veilig", "/feeds/voorstellen.atom", "/feeds/gremia/veilig.atom", "/sitemap.xml"]) {
      const text = await walker.body(path);
      expect([path, text.replaceAll("q=Kanarievogel", "").includes(named("Kanarievogel")), text.includes(`/voorstellen/${secret}`)]).toEqual([path, false, false]);
    }
    expect(await walker.body("/zoeken?q=Kanarievogel")).not.toContain(secret);
  });

  async function openRound(account: string, title: string, kind: string, numbers: readonly string[], minutes = 2) {
    await walker.as(account, "/stemrondes/nieuw");
    const id = await openByHand(walker, { title, kind, items: numbers, closesAt: dutchField(new Date(portal.now().getTime() + minutes * MINUTE)) });
    expect(await walker.says()).toContain(title);
    return id;
  }

  async function establish(round: string, body: string) {
    for (const role of ["voorzitter", "secretaris"]) {
      await walker.as(`${role}.${body}`, `/stemrondes/${round}/vaststelling`);
      await walker.press(`Tekenen als ${role}`);
    }
    await walker.press("Uitslag publiceren");
  }

  test("3. a peiling over three proposals runs by the clock, hides its result until then, and asks for a change", async () => {
    for (const title of ["Meldtijden bewaren", "Meldpunt bereikbaar"]) proposals.push(await draft(named(title), "TLP:CLEAR – openbaar"));
    for (const number of proposals.slice(1)) await discuss(number);
    poll = await openRound("secretaris.veilig", named("Peiling melden"), "Peiling", proposals);

    await walker.as("lid1.veilig", `/stemrondes/${poll}/stembiljet`);
    const cards = walker.page.getByRole("article");
    expect(await cards.count()).toBe(3);
    await cards.nth(0).getByLabel("Akkoord, mits").check();
    await cards.nth(0).getByLabel("Voorwaarde", { exact: true }).fill("Leg vast wat ernstig is.");
    for (const place of [1, 2]) await cards.nth(place).getByLabel("Akkoord", { exact: true }).check();
    await walker.press("Controleren");
    expect(await walker.says()).toContain("Leg vast wat ernstig is.");
    await walker.go(`/stemrondes/${poll}`);
    await walker.letTheOthersVote();
    expect(await walker.page.locator("main").innerText()).toMatch(/12\s*van 12/);

    for (const account of [null, "secretaris.veilig"]) {
      if (account === null) await walker.asStranger(`/stemrondes/${poll}`);
      else await walker.as(account, `/stemrondes/${poll}`);
      for (const path of [`/stemrondes/${poll}`, `/stemrondes/${poll}/uitslag`, `/stemrondes/${poll}/uitslag.json`, `/stemrondes/${poll}/uitslag.csv`, `/stemrondes/${poll}/vergelijk`, `/voorstellen/${proposal(0)}`, "/"]) {
        expect([account, path, /ernstig is\.|Dit kost ons te veel tijd|\d+ akkoord|"support"/i.exec(await walker.body(path))?.[0]]).toEqual([account, path, undefined]);
      }
    }

    await portal.passes(3 * MINUTE);
    await walker.asStranger(`/stemrondes/${poll}`);
    expect(await walker.says()).toContain("nog niet vastgesteld");
    await walker.as("lid2.veilig", `/stemrondes/${poll}/uitslag`);
    expect(await walker.says()).toContain("Voorlopig");
    await establish(poll, "veilig");
    await walker.asStranger(`/stemrondes/${poll}/uitslag`);
    expect(await walker.says()).toMatch(/12 van de 12 zetels gaven hun mening: [89] akkoord, [12] akkoord mits, [01] niet akkoord en [01] onthouden\. Dit is geen besluit\./);
    expect(await walker.says()).not.toContain("Leg vast wat ernstig is.");
    await walker.as("lid2.veilig", `/stemrondes/${poll}/uitslag`);
    expect(await walker.says()).toContain("Leg vast wat ernstig is.");
  });

  test("3b. a new version answers the condition and a besluit round adopts it, with sentence and figures", async () => {
    await walker.as("lid1.veilig", `/voorstellen/${proposal(0)}/bewerken`);
    await walker.fill("Tekst", "De leverancier meldt een ernstig incident (BIO2, klasse 3) binnen 30 minuten.");
    await walker.fill("Waarom deze versie?", "Wat ernstig is, staat nu in de tekst.");
    // Answered in the form of the version, or afterwards one by one on a page of their own.
    if (!javaScriptEnabled) for (const answer of await walker.page.getByLabel(/^Antwoord aan /).all()) await answer.fill("Ernstig is klasse 3 van BIO2.");
    await walker.press("Nieuwe versie opslaan");
    for (let open = await walker.page.getByRole("link", { name: "Voorwaarde beantwoorden" }).count(); open > 0; open--) {
      await walker.follow("Voorwaarde beantwoorden");
      expect(await accessFaults(walker.page)).toEqual([]);
      await walker.fill("Antwoord aan de zetel", "Ernstig is klasse 3 van BIO2.");
      await walker.press("Antwoord opslaan");
    }
    expect(await walker.says()).toContain("Ernstig is klasse 3 van BIO2.");
    await walker.follow("Bekijk het verschil en beslis");
    if (javaScriptEnabled) expect(await accessFaults(walker.page)).toEqual([]);
    await walker.press("Bevestigen: hiermee akkoord");
    expect(await walker.says()).toContain("Bevestigd door de zetel");
    vote = await openRound("secretaris.veilig", named("Besluit melden"), "Besluit", proposals.slice(0, 2));
    await walker.letTheOthersVote();
    await walker.as("lid1.veilig", `/stemrondes/${vote}/stembiljet`);
    expect(await walker.says()).toContain("Deze keuze is niet overgenomen");
    await portal.passes(3 * MINUTE);
    await establish(vote, "veilig");

    await walker.asStranger(`/stemrondes/${vote}/uitslag`);
    expect(await walker.says()).toMatch(/aangenomen.*Quorum nodig.*Uitgebracht.*Voor nodig/i);
    const published = JSON.parse(await walker.body(`/stemrondes/${vote}/uitslag.json`)) as { items: { outcome: string; tally: Record<string, number> }[] };
    expect(published.items.map(({ outcome }) => outcome)).toEqual(["aangenomen", "aangenomen"]);
    expect(published.items[0]?.tally).toMatchObject({ for: 10, against: 1, abstain: 1, seatsCast: 12, seats: 12, quorumNeeded: 7, base: 11, needed: 6 });
    await walker.go(`/voorstellen/${proposal(0)}`);
    expect(await walker.says()).toContain("Vastgesteld");
  });

  test("4. the Adviesraad votes with 22 seats and gives advice", async () => {
    for (const number of proposals.slice(0, 2)) {
      await walker.as("secretaris.veilig", `/voorstellen/${number}`);
      await walker.press("Naar de Adviesraad sturen");
    }
    council = await openRound("secretaris.adviesraad", named("Advies melden"), "Besluit", proposals.slice(0, 2), 20);
    await walker.letTheOthersVote();
    expect(await walker.page.locator("main").innerText()).toMatch(/22\s*van 22/);
  });

  test("5. the meeting has the round on its agenda, notes who was there, and its minutes carry the decision to everybody", async () => {
    const now = portal.now().getTime();
    await walker.as("secretaris.adviesraad", "/vergaderingen/nieuw");
    await walker.fill("Titel", named("Overleg Adviesraad"));
    await walker.fill("Begin", dutchField(new Date(now - MINUTE)));
    await walker.fill("Einde", dutchField(new Date(now + 60 * MINUTE)));
    await walker.fill("Plaats", "Utrecht");
    await walker.press("Vergadering plannen");
    meeting = walker.path().split("/")[2] ?? "";
    await walker.go(`/vergaderingen/${meeting}/agenda`);
    await walker.press(`Op de agenda zetten: ${named("Advies melden")}`);
    await walker.go(`/vergaderingen/${meeting}`);
    await walker.press("Agenda versturen");
    await walker.press("Vergadering beginnen");
    await walker.go(`/vergaderingen/${meeting}/aanwezigheid`);
    await walker.page.locator("main select").first().selectOption({ label: "Afwezig met bericht" });
    await walker.fill("Andere aanwezigen", "Gast Voorbeeld, Bureau Bos");
    await walker.press("Aanwezigheid vastleggen");

    await portal.passes(21 * MINUTE);
    await establish(council, "adviesraad");
    await walker.go(`/voorstellen/${proposal(0)}`);
    decision = /Besluit (B-\d{4}-\d{3})(?!.*Besluit B)/.exec(await walker.says())?.[1] ?? "";
    await walker.go(`/besluiten/${decision}`);
    expect(await walker.says()).toContain("18 voor, 2 tegen, 2 onthouden");
    await walker.go(`/besluiten/${decision}/notulen`);
    await walker.page.locator("main select").selectOption({ index: 0 });
    await walker.press("Koppelen");

    await walker.go(`/vergaderingen/${meeting}/notulen/bewerken`);
    await walker.page.locator("main textarea").first().fill("De raad is **positief**.\n\n- De termijn is kort\n- Dat is goed");
    await walker.press("Notulen opslaan");
    await walker.go(`/vergaderingen/${meeting}`);
    await walker.press("Vergadering sluiten");
    await walker.press("Concept delen met de leden");
    await walker.as("voorzitter.adviesraad", `/vergaderingen/${meeting}`);
    await walker.press("Notulen vaststellen");
    await walker.as("secretaris.adviesraad", `/vergaderingen/${meeting}`);
    await walker.press("Notulen publiceren");

    await walker.asStranger(`/vergaderingen/${meeting}/notulen`);
    expect(await walker.page.locator("main strong", { hasText: "positief" }).count()).toBe(1);
    for (const part of ["Afwezig met bericht", "Gast Voorbeeld", decision]) expect(await walker.says()).toContain(part);
  });

  test("6. the Taskforce groups two proposals, sees them as voorgesteld on the roadmap and decides from there", async () => {
    for (const number of proposals.slice(0, 2)) {
      await walker.as("secretaris.adviesraad", `/voorstellen/${number}`);
      if ((await walker.page.getByRole("button", { name: "Naar de Taskforce sturen" }).count()) === 0) await walker.as("secretaris.veilig", `/voorstellen/${number}`);
      await walker.press("Naar de Taskforce sturen");
    }
    await walker.as("secretaris.taskforce", "/portfolio/nieuw");
    await walker.fill("Titel", named("Samen sneller melden"));
    await walker.fill("Wat gaat er gebeuren?", "Beide eisen in één keer.");
    for (const number of proposals.slice(0, 2)) await walker.tick(number);
    await walker.pick("Onderdeel", "GGI-Veilig");
    await walker.tick("Optimalisatie (GGI)");
    await walker.fill("Kosten van (euro)", "100000");
    await walker.fill("Kosten tot (euro)", "200000");
    await walker.press("Bewaar");
    initiative = walker.last();
    await walker.follow("Zet op de roadmap");
    await walker.fill("Mensen (fte)", "2");
    await walker.press("Zet op de roadmap");

    await walker.asStranger("/roadmap");
    const row = walker.page.getByRole("row", { name: new RegExp(named("Samen sneller melden")) });
    expect(await row.textContent()).toContain("Voorgesteld");
    expect(await walker.page.getByRole("group", { name: "Tijdlijn van de roadmap" }).textContent()).toContain(named("Samen sneller melden"));
    item = /RM-[\w-]+/.exec((await row.getByRole("link").first().getAttribute("href")) ?? "")?.[0] ?? "";

    await walker.as("secretaris.taskforce", "/roadmap");
    await walker.follow(`Beslis: ${named("Samen sneller melden")}`);
    expect(await walker.says()).toContain(proposal(1));
    await walker.tick("Opnemen in het portfolio");
    await walker.fill("Tekst van het besluit", "De Taskforce neemt dit op.");
    await walker.fill("Motivering", "Het past in de capaciteit.");
    await walker.press("Leg het besluit vast");
    await walker.asStranger("/roadmap");
    expect(await walker.page.getByRole("row", { name: new RegExp(named("Samen sneller melden")) }).textContent()).toContain("Vastgesteld");
    expect(await walker.body("/roadmap.csv")).toMatch(new RegExp(`${named("Samen sneller melden")}.*Vastgesteld`));
  });

  test("7. the proposal shows its whole chain, and every link of it leads back", async () => {
    await walker.go(`/voorstellen/${proposal(0)}`);
    const chain = await walker.says();
    for (const link of ["Behoefte:", "Concept: versie 1", "Versie 2", "Versie 3", "Peiling 1 over versie 2", "Besluit B-", "Advies: positief", `Notulen: ${named("Overleg Adviesraad")}`, `Initiatief ${initiative}`, "Roadmap:", "Vastgesteld"]) expect(chain).toContain(link);
    expect(chain).toMatch(/\d{1,2} (jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)/);
    const need = (await walker.page.locator("main a[href^='/behoeften/B']").first().getAttribute("href")) ?? "";
    for (const path of [need, `/stemrondes/${poll}`, `/stemrondes/${vote}`, `/stemrondes/${council}`, `/besluiten/${decision}`, `/portfolio/${initiative}`, `/roadmap/${item}`]) {
      expect([path, await walker.go(path)]).toEqual([path, 200]);
      expect([path, await walker.page.locator(`main a[href^='/voorstellen/${proposal(0)}']`).count()]).not.toEqual([path, 0]);
    }
    expect(await walker.page.locator(`main a[href^='/portfolio/${initiative}']`).count()).toBeGreaterThan(0);
    await walker.go(`/besluiten/${decision}`);
    expect(await walker.page.locator(`main a[href^='/vergaderingen/${meeting}/notulen#punt-']`).count()).toBeGreaterThan(0);
  });

  test("8. gemeente1 follows a proposal, sees what changed, and gets an answer to a need", async () => {
    await walker.as("gemeente1", `/voorstellen/${proposal(2)}`);
    await walker.press("Volgen");
    await portal.passes(MINUTE);
    await walker.as("lid1.veilig", `/voorstellen/${proposal(2)}/bewerken`);
    await walker.fill("Tekst", "Het meldpunt neemt binnen 3 minuten op.");
    await walker.fill("Waarom deze versie?", "Vijf minuten was te lang.");
    await walker.press("Nieuwe versie opslaan");
    await walker.as("gemeente1", `/voorstellen/${proposal(2)}`);
    expect(await walker.says()).toContain("Nieuwe versie: Vijf minuten was te lang.");
    await walker.go("/mijn");
    expect(await walker.says()).toContain("Vijf minuten was te lang.");
    await walker.press("Alles gezien");
    expect(await walker.says()).not.toContain("Vijf minuten was te lang.");

    await walker.go("/behoeften/nieuw");
    await walker.fill("Uw behoefte in één zin", named("Oefenen met een aanval"));
    await walker.fill("Toelichting", "Wij oefenen te weinig.");
    await walker.pick("Voor welke expertgroep?", "Expertgroep GGI-Veilig");
    await walker.press("Indienen");
    const need = walker.last();
    await walker.as("secretaris.veilig", "/mijn");
    await walker.follow(named("Oefenen met een aanval"));
    await walker.go(`/behoeften/${need}/antwoord`);
    await walker.tick("Aanvaarden");
    await walker.fill("Antwoord aan de gemeente", "Goed idee, wij schrijven een eis.");
    await walker.press("Antwoord versturen");
    await walker.asStranger(`/behoeften/${need}`);
    for (const part of ["Aanvaard", "Goed idee, wij schrijven een eis."]) expect(await walker.says()).toContain(part);
  });

  test("9. gemeente1 makes a note of three bouwstenen, gemeentebeheerder1 sets the state, and the start page counts it", async () => {
    await walker.as("gemeente1", "/bouwstenen");
    const block = (await walker.page.locator("main h3 a").first().textContent()) ?? "";
    for (const place of [0, 1, 2]) await walker.page.locator("main input[name=b]").nth(place).check();
    await walker.press("Maak een notitie van uw keuze");
    await walker.fill("Naam van uw gemeente", "Proefstad");
    await walker.press("Werk de notitie bij");
    const [download, print] = await Promise.all(["notitie.md", "afdrukken"].map((end) => walker.page.locator(`main a[href*='${end}']`).first().getAttribute("href")));
    const markdown = await walker.body(download ?? "");
    expect(markdown).toMatch(/^# Beleidsnotitie gezamenlijke ICT van Proefstad/);
    expect(markdown).toMatch(/\bWe\b|\bwe\b|\bWij\b|\bwij\b/);
    expect(await walker.go(print ?? "")).toBe(200);
    expect(await walker.says()).toContain("Proefstad");
    expect(await walker.go("/meedoen")).toBe(200);

    const connected = async (): Promise<number> => {
      await walker.go("/");
      const [, figure] = /GGI-Afspraken\s*(?:Gemeenten aangesloten)?\s*(\d+)\s*van 342/.exec(await walker.page.locator("main").innerText()) ?? [];
      expect(figure).toBeDefined();
      return Number(figure);
    };
    const before = await connected();
    await walker.as("gemeentebeheerder1", "/mijn");
    await walker.follow("Werk bij hoe ver");
    await walker.follow("Werk de stand bij");
    const state = walker.page.getByLabel("GGI-Afspraken", { exact: true });
    const was = await state.inputValue();
    await state.selectOption(was === "aangesloten" ? "niet" : "aangesloten");
    await walker.press("Bewaar");
    expect(await connected()).toBe(was === "aangesloten" ? before - 1 : before + 1);

    for (const [words, path] of [[named("Ernstig incident"), `/voorstellen/${proposal(0)}`], ["Ernstig incident", "/besluiten/B-"], [block, "/bouwstenen/"]] as const) {
      await walker.go(`/zoeken?q=${encodeURIComponent(words)}`);
      expect([words, path, await walker.page.locator(`main a[href^='${path}']`).count()]).not.toEqual([words, path, 0]);
    }
  });
});
