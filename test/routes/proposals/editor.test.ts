import { expect, test } from "vitest";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { anApp, type Fields } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

const STATEMENT = "De leverancier meldt een incident. Dat doet hij binnen 60 minuten. De gemeente bevestigt.";

async function aSharedProposal(portal: Portal): Promise<string> {
  const made = await draftProposal(await portal.actingAs("lid1.netwerk"), { ...aText({ statement: STATEMENT, needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp: "CLEAR" });
  if (!made.ok) throw new Error(made.refusal);
  await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number: made.value.number });
  return made.value.number;
}

/** What a browser sends from the form of version 1, with these changes. */
const form = (changes: Fields = {}): Fields => {
  const { weight: _weight, controls, ...words } = aText({ statement: STATEMENT, needs: ["BH-001"] });
  return { ...words, weight: "", controls: controls.join("\n"), basedOn: "1", why: "Duidelijker", ...changes };
};

const saveAs = async (portal: Portal, who: string, number: string, statement: string) => {
  const saved = await addVersion(await portal.actingAs(who), { ...aText({ statement, needs: ["BH-001"] }), number, basedOn: 1, why: "Korter is beter" });
  if (!saved.ok) throw new Error(saved.refusal);
};

/** The value of a text area or a hidden field, as the page shows it. */
const valueOf = (html: string, name: string): string =>
  readable((new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)`).exec(html) ?? new RegExp(`name="${name}" value="([^"]*)"`).exec(html))?.[1] ?? "");

test("without script a concept is kept with a button, offered with its time, taken up again and gone after saving", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  const author = anApp(portal).as("lid1.netwerk");
  const address = `/voorstellen/${number}/bewerken`;

  const kept = await author.post(address, form({ stap: "concept", statement: "Half af", why: "" }));
  expect([kept.status, kept.headers.get("Location")]).toEqual([302, `${address}?concept=verder`]);

  const offer = readable(await author.page(address));
  expect(offer).toMatch(/Uw klad is bewaard op donderdag 5 maart, 13\.00 uur/);
  expect(offer).toContain("Verder met uw klad");
  expect(valueOf(await author.page(address), "statement")).toBe("");
  expect(valueOf(await author.page(`${address}?concept=verder`), "statement")).toBe("Half af");

  expect((await author.post(address, form({ statement: "Nu wel af." }))).status).toBe(302);
  expect(readable(await author.page(address))).not.toContain("Verder met uw klad");
});

test("a concept can be thrown away, and the form then starts with the stored text", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  const author = anApp(portal).as("lid1.netwerk");
  await author.post(`/voorstellen/${number}/concept`, form({ statement: "Half af" }));

  expect((await author.post(`/voorstellen/${number}/concept/verwijdering`)).headers.get("Location")).toBe(`/voorstellen/${number}/bewerken`);
  expect(valueOf(await author.page(`/voorstellen/${number}/bewerken`), "statement")).toBe(STATEMENT);
});

test("the concept of a new proposal is kept, offered and gone after saving", async () => {
  const portal = await aPortal();
  const author = anApp(portal).as("lid1.netwerk");
  const fresh = (changes: Fields = {}): Fields => form({ body: "netwerk", kind: "eis", tlp: "CLEAR", ...changes });

  expect(await (await author.post("/voorstellen/nieuw/concept", fresh({ title: "Halve titel" }))).json()).toEqual({ at: "13.00 uur", sentence: null });
  expect(await author.page("/voorstellen/nieuw")).toContain("Verder met uw klad");
  expect(readable(await author.page("/mijn"))).toMatch(/Uw klad, alleen u ziet het · wordt weggegooid op 3 juni 2026.*Verder schrijven/);
  expect(await author.page("/voorstellen/nieuw?concept=verder")).toContain('value="Halve titel"');
  expect((await author.post("/voorstellen/nieuw", fresh())).status).toBe(302);
  expect(await author.page("/voorstellen/nieuw")).not.toContain("Verder met uw klad");
});

test("nobody else sees a concept: not the secretaris, not another author, not the beheerder, not in the search or the log", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  await anApp(portal).as("lid1.netwerk").post(`/voorstellen/${number}/concept`, form({ title: "Kwikstaart", statement: "De kwikstaart blijft van mij." }));

  const leaks: string[] = [];
  for (const who of ["secretaris.netwerk", "voorzitter.netwerk", "lid2.netwerk", "beheer", "stranger"]) {
    for (const address of [`/voorstellen/${number}`, `/voorstellen/${number}/bewerken`, `/voorstellen/${number}/bewerken?concept=verder`, `/voorstellen/${number}/versies`, "/zoeken?q=kwikstaart", "/voorstellen?q=kwikstaart", "/feeds/voorstellen.atom"]) {
      if (/De kwikstaart|Kwikstaart/.test(await anApp(portal).as(who).page(address))) leaks.push(`${who} ${address}`);
    }
  }
  expect(leaks).toEqual([]);
  expect(JSON.stringify(await portal.db.selectFrom("event").selectAll().execute())).not.toContain("wikstaart");
  expect(JSON.stringify(await portal.db.selectFrom("search_entry").selectAll().execute())).not.toContain("wikstaart");
});

test("the address of the autosave refuses who may not write, and says so when a newer version is one's own", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  const post = async (who: string, about = number) => (await anApp(portal).as(who).post(`/voorstellen/${about}/concept`, form())).status;
  expect([await post("lid2.netwerk"), await post("gemeente1"), await post("stranger"), await post("lid1.netwerk", "NET-999"), await post("lid1.netwerk")]).toEqual([403, 403, 302, 404, 200]);

  await saveAs(portal, "lid1.netwerk", number, "Van mij.");
  const late = await anApp(portal).as("lid1.netwerk").post(`/voorstellen/${number}/concept`, form());
  expect([late.status, await late.json()]).toMatchObject([409, { sentence: "Deze tekst is ouder dan de versie die u zelf hebt opgeslagen." }]);
});

test("the button for a preview shows the texts as they will look and keeps what was typed, complete or not", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  const author = anApp(portal).as("lid1.netwerk");

  const answer = await author.post(`/voorstellen/${number}/bewerken`, form({ stap: "voorbeeld", title: "", statement: "- **vet** <script>x</script>" }));

  const html = await answer.text();
  expect([answer.status, html.includes("<strong>vet</strong>"), html.includes("<script>x")]).toEqual([200, true, false]);
  expect(valueOf(html, "statement")).toBe("- **vet** <script>x</script>");
  expect([html.includes("data-unsaved"), (await author.page(`/voorstellen/${number}/bewerken`)).includes("data-unsaved")]).toEqual([true, false]);
  expect(await (await author.post("/voorstellen/nieuw/voorbeeld", { text: "*schuin* <b>" })).json()).toEqual({ html: "<p><em>schuin</em> &lt;b&gt;</p>\n" });
});

test("a template fills only what is empty, for the kind that was chosen", async () => {
  const portal = await aPortal();
  const author = anApp(portal).as("lid1.netwerk");
  const html = await (await author.post("/voorstellen/nieuw", form({ body: "netwerk", kind: "wens", tlp: "CLEAR", stap: "sjabloon", statement: "Mijn eigen tekst", acceptance: "", rationale: "" }))).text();

  expect(valueOf(html, "statement")).toBe("Mijn eigen tekst");
  expect(valueOf(html, "acceptance")).toMatch(/^Punten: - alle punten/);
  expect(readable(html)).toContain("Het sjabloon staat in 2 lege velden.");
});

test("changes that do not touch each other are merged: 409 with both texts, and saving then works", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  await saveAs(portal, "secretaris.netwerk", number, STATEMENT.replace("60", "30"));
  const author = anApp(portal).as("lid1.netwerk");

  const answer = await author.post(`/voorstellen/${number}/bewerken`, form({ statement: STATEMENT.replace("De gemeente bevestigt.", "De gemeente bevestigt dat.") }));

  const html = await answer.text();
  expect(answer.status).toBe(409);
  expect(readable(html)).toContain("Wat de ander veranderde in versie 2");
  expect(readable(html)).toContain("Wat u veranderde");
  const merged = "De leverancier meldt een incident. Dat doet hij binnen 30 minuten. De gemeente bevestigt dat.";
  expect([valueOf(html, "statement"), valueOf(html, "basedOn")]).toEqual([merged, "2"]);
  expect((await author.post(`/voorstellen/${number}/bewerken`, form({ statement: merged, basedOn: "2" }))).status).toBe(302);
});

test("changes of the same sentence are shown to choose from; after the choice the text is in the form and can be saved", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  await saveAs(portal, "secretaris.netwerk", number, STATEMENT.replace("60", "30"));
  const author = anApp(portal).as("lid1.netwerk");
  const mine = form({ statement: STATEMENT.replace("60", "15"), rationale: "Omdat het moet." });

  const asked = await author.post(`/voorstellen/${number}/bewerken`, mine);
  const html = await asked.text();
  expect([asked.status, valueOf(html, "basedOn"), valueOf(html, "samenMet")]).toEqual([409, "1", "2"]);
  expect(readable(html)).toMatch(/Tekst, plek 1 Zo was het Dat doet hij binnen 60 minuten\. De opgeslagen tekst Dat doet hij binnen 30 minuten\. Uw tekst Dat doet hij binnen 15 minuten\./);

  const chosen = await author.post(`/voorstellen/${number}/bewerken`, { ...mine, samenMet: "2", stap: "samenvoegen", "keuze-statement-0": "theirs" });
  const settled = await chosen.text();
  expect([chosen.status, valueOf(settled, "basedOn"), valueOf(settled, "statement"), valueOf(settled, "rationale")]).toEqual([200, "2", STATEMENT.replace("60", "30"), "Omdat het moet."]);
  expect((await author.post(`/voorstellen/${number}/bewerken`, { ...mine, basedOn: "2", statement: valueOf(settled, "statement") })).status).toBe(302);
});

test("a concept from before a newer version says so, and is merged when it is saved", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  const author = anApp(portal).as("lid1.netwerk");
  await author.post(`/voorstellen/${number}/concept`, form({ rationale: "Mijn reden." }));
  await saveAs(portal, "secretaris.netwerk", number, STATEMENT.replace("60", "30"));

  expect(readable(await author.page(`/voorstellen/${number}/bewerken`))).toContain("U begon bij versie 1. Nu is er versie 2.");
  const page = await author.page(`/voorstellen/${number}/bewerken?concept=verder`);
  expect([valueOf(page, "basedOn"), valueOf(page, "rationale")]).toEqual(["1", "Mijn reden."]);
  expect((await author.post(`/voorstellen/${number}/bewerken`, form({ rationale: "Mijn reden." }))).status).toBe(409);
});

test("the authors of a proposal are changed on a page of their own, and show on the proposal", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  const [author, secretary, other] = [anApp(portal).as("lid1.netwerk"), anApp(portal).as("secretaris.netwerk"), anApp(portal).as("lid2.netwerk")];

  expect((await other.get(`/voorstellen/${number}/indieners`)).status).toBe(403);
  expect((await author.post(`/voorstellen/${number}/indieners`, { person: "" })).status).toBe(422);
  expect((await author.post(`/voorstellen/${number}/indieners`, { person: "lid1.veilig" })).status).toBe(409);
  expect((await author.post(`/voorstellen/${number}/indieners`, { person: "lid2.netwerk" })).status).toBe(302);
  expect(readable(await anApp(portal).as("stranger").page(`/voorstellen/${number}`))).toContain("Indieners Persoon lid1.netwerk, Persoon lid2.netwerk");
  expect((await other.get(`/voorstellen/${number}/bewerken`)).status).toBe(200);
  expect((await secretary.post(`/voorstellen/${number}/indieners/lid1.netwerk/verwijdering`)).status).toBe(302);
  expect((await author.get(`/voorstellen/${number}/bewerken`)).status).toBe(403);
});

test("notes of a gemeente are for its own people only, in every channel", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal);
  const own = anApp(portal).as("gemeente1");
  expect((await own.post(`/voorstellen/${number}/notities`, { statement: "" })).status).toBe(422);
  expect((await own.post(`/voorstellen/${number}/notities`, { statement: "De grutto past niet in onze begroting." })).status).toBe(302);

  expect(readable(await anApp(portal).as("gemeentebeheerder1").page(`/voorstellen/${number}/notities`))).toContain("De grutto past niet");
  const leaks: string[] = [];
  for (const who of ["stranger", "gemeente2", "lid1.netwerk", "secretaris.netwerk", "beheer"]) {
    for (const address of [`/voorstellen/${number}`, `/voorstellen/${number}/notities`, `/voorstellen/${number}/versies/1/afdrukken`, "/zoeken?q=grutto", "/feeds/voorstellen.atom", "/mijn"]) {
      if ((await anApp(portal).as(who).page(address)).includes("De grutto")) leaks.push(`${who} ${address}`);
    }
  }
  expect(leaks).toEqual([]);
  expect((await anApp(portal).as("beheer").get(`/voorstellen/${number}/notities`)).status).toBe(403);
});
