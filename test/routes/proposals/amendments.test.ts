import { expect, test } from "vitest";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { anApp, type Fields } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

const STATEMENT = "De leverancier meldt een incident binnen 60 minuten.";

async function aShared(portal: Portal, tlp: Tlp = "CLEAR"): Promise<string> {
  const made = await draftProposal(await portal.actingAs("lid1.netwerk"), { ...aText({ needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp });
  if (!made.ok) throw new Error(made.refusal);
  await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number: made.value.number });
  return made.value.number;
}

const formOf = (changes: Fields): Fields => {
  const { title, statement, rationale, acceptance, source } = aText();
  return { basedOn: "1", parent: "", title, statement, rationale, acceptance, source, reason: "Sneller is veiliger.", ...changes };
};

/** The names of the three fields for each open change, as the page of the penvoerder has them. */
const changeIds = (html: string): string[] => [...new Set([...html.matchAll(/name="besluit-([^"]+)"/g)].map(([, id]) => id ?? ""))];

test("a member edits the text, another sees the difference, the penvoerder previews and saves, and the reactienota tells", async () => {
  const portal = await aPortal();
  const number = await aShared(portal);
  const app = anApp(portal);
  const [member, other, secretary, stranger] = [app.as("lid2.netwerk"), app.as("lid3.netwerk"), app.as("secretaris.netwerk"), app.as("stranger")];
  const list = `/voorstellen/${number}/wijzigingsvoorstellen`;

  expect(await member.page(`${list}/nieuw`)).toContain(STATEMENT);
  const unchanged = await member.post(`${list}/nieuw`, formOf({}));
  expect([unchanged.status, readable(await unchanged.text())]).toEqual([409, expect.stringContaining("U hebt de tekst niet veranderd")]);
  const looked = await member.post(`${list}/nieuw`, formOf({ reason: "", statement: STATEMENT.replace("60", "30"), doel: "voorbeeld" }));
  expect([looked.status, readable(await looked.text())]).toEqual([200, expect.stringMatching(/Zo ziet uw wijziging eruit.*weg: 60.*nieuw: 30/)]);
  expect((await member.post(`${list}/nieuw`, formOf({ reason: "" }))).status).toBe(422);
  expect((await member.post(`${list}/nieuw`, formOf({ statement: STATEMENT.replace("60", "30") }))).headers.get("Location")).toBe(`${list}/1`);
  expect((await other.post(`${list}/nieuw`, formOf({ statement: STATEMENT.replace("60 minuten", "een uur") }))).status).toBe(302);
  expect(readable(await stranger.page(`${list}/1`))).toMatch(/Tekst, alinea 1.*weg: 60.*nieuw: 30.*Botst met wijziging 2\.1/);

  const form = await secretary.page(`${list}/verwerken`);
  const [first = "", second = ""] = changeIds(form);
  const rule = (doel: string, changes: Fields = {}): Fields => ({ basedOn: "1", why: "Uit de bespreking", doel, [`besluit-${first}`]: "adopted", [`tekst-${first}`]: "30", [`antwoord-${first}`]: "", [`besluit-${second}`]: "not", [`tekst-${second}`]: "een uur", [`antwoord-${second}`]: "Te lang.", ...changes });
  expect((await secretary.post(`${list}/verwerken`, rule("opslaan", { [`antwoord-${second}`]: "" }))).status).toBe(422);
  const both = await secretary.post(`${list}/verwerken`, rule("opslaan", { [`besluit-${second}`]: "adopted" }));
  expect([both.status, readable(await both.text())]).toEqual([409, expect.stringContaining("twee wijzigingen over van dezelfde passage")]);
  const preview = await secretary.post(`${list}/verwerken`, rule("voorbeeld"));
  expect([preview.status, readable(await preview.text())]).toEqual([200, expect.stringContaining("Voorbeeld van versie 2")]);
  expect((await secretary.post(`${list}/verwerken`, rule("opslaan"))).headers.get("Location")).toBe(`/voorstellen/${number}/reactienota`);

  expect(readable(await stranger.page(`/voorstellen/${number}`))).toMatch(/2 wijzigingsvoorstellen: 2 afgehandeld.*Reactienota: 1 overgenomen, 1 niet/);
  expect(readable(await stranger.page(`/voorstellen/${number}/reactienota`))).toMatch(/Van versie 1 naar versie 2 .*1 overgenomen, 1 niet.*Te lang\./);
  expect(await stranger.page(`/voorstellen/${number}/reactienota.md`)).toMatch(/#### 2\.1 Tekst, alinea 1[\s\S]*Besluit: Niet overgenomen[\s\S]*Antwoord: Te lang\./);
  expect((await stranger.page(`/voorstellen/${number}/reactienota.csv`)).split("\r\n")).toHaveLength(4);
});

test("who merges on a text that moved on gets 409 with what was saved, and keeps what was typed", async () => {
  const portal = await aPortal();
  const number = await aShared(portal);
  const list = `/voorstellen/${number}/wijzigingsvoorstellen`;
  await anApp(portal).as("lid2.netwerk").post(`${list}/nieuw`, formOf({ statement: STATEMENT.replace("60", "30") }));
  const secretary = anApp(portal).as("secretaris.netwerk");
  const [id = ""] = changeIds(await secretary.page(`${list}/verwerken`));
  await addVersion(await portal.actingAs("lid1.netwerk"), { ...aText({ needs: ["BH-001"], statement: `Altijd: ${STATEMENT}` }), number, basedOn: 1, why: "Tussendoor" });

  const answer = await secretary.post(`${list}/verwerken`, { basedOn: "1", why: "Mijn reden", doel: "opslaan", [`besluit-${id}`]: "adopted", [`tekst-${id}`]: "30", [`antwoord-${id}`]: "Goed idee" });
  const html = await answer.text();

  expect(answer.status).toBe(409);
  expect(readable(html)).toMatch(/Nu opgeslagen: versie 2.*Tussendoor/);
  expect(html).toContain("Goed idee");
  expect(html).toMatch(/name="basedOn" value="2"/);
});

test("only a drafter makes amendments, only the penvoerder merges, and nobody sees those of a hidden proposal", async () => {
  const portal = await aPortal();
  const [open, red] = [await aShared(portal), await aShared(portal, "RED")];
  const list = (number: string) => `/voorstellen/${number}/wijzigingsvoorstellen`;
  await anApp(portal).as("lid2.netwerk").post(`${list(red)}/nieuw`, formOf({ statement: STATEMENT.replace("60", "30") }));
  const status = async (who: string, address: string) => (await anApp(portal).as(who).get(address)).status;

  expect(await status("gemeente1", `${list(open)}/nieuw`)).toBe(403);
  expect(await status("lid2.netwerk", `${list(open)}/verwerken`)).toBe(403);
  for (const page of ["", "/1", "/nieuw", "/verwerken"]) expect([page, await status("lid1.veilig", `${list(red)}${page}`)]).toEqual([page, 404]);
  for (const page of ["reactienota", "reactienota.md", "reactienota.csv", "reacties"]) expect([page, await status("stranger", `/voorstellen/${red}/${page}`)]).toEqual([page, 404]);
});

test("a consultation opens the forms to a gemeente, and its moment is shown on a Dutch clock", async () => {
  const portal = await aPortal();
  const number = await aShared(portal);
  const [chair, gemeente] = [anApp(portal).as("voorzitter.netwerk"), anApp(portal).as("gemeente1")];
  expect((await chair.post(`/voorstellen/${number}/consultatie`, { until: "2026-03-01T10:00" })).status).toBe(422);
  expect((await gemeente.get(`/voorstellen/${number}/consultatie`)).status).toBe(403);
  expect((await chair.post(`/voorstellen/${number}/consultatie`, { until: "2026-04-03T17:00" })).status).toBe(302);

  expect(readable(await gemeente.page(`/voorstellen/${number}`))).toContain("Alle gemeenten kunnen reageren tot vrijdag 3 april, 17.00 uur.");
  expect((await gemeente.post(`/voorstellen/${number}`, { version: "1", statement: "Wij doen mee", quote: "binnen 60 minuten", paragraph: "" })).status).toBe(302);
  expect((await gemeente.get(`/voorstellen/${number}/wijzigingsvoorstellen/nieuw`)).status).toBe(200);
  portal.clockStrikes("2026-04-03T15:00");
  expect((await gemeente.post(`/voorstellen/${number}`, { version: "1", statement: "Te laat", quote: "", paragraph: "" })).status).toBe(403);
});

test("a comment on a paragraph gets replies, and one answer with a disposition", async () => {
  const portal = await aPortal();
  const number = await aShared(portal);
  const [member, author] = [anApp(portal).as("lid2.netwerk"), anApp(portal).as("lid1.netwerk")];
  const wrong = await member.post(`/voorstellen/${number}`, { version: "1", statement: "Waarom?", quote: "staat hier niet", paragraph: "" });
  expect([wrong.status, readable(await wrong.text())]).toEqual([422, expect.stringContaining("Deze woorden staan niet in de tekst")]);
  const added = await member.post(`/voorstellen/${number}`, { version: "1", statement: "Waarom?", quote: "", paragraph: "rationale-1" });
  const id = /#reactie-(.+)$/.exec(added.headers.get("Location") ?? "")?.[1] ?? "";
  const address = `/voorstellen/${number}/reacties/${id}`;

  expect((await author.post(address, { statement: "Een goede vraag." })).status).toBe(302);
  expect((await member.get(`${address}/antwoord`)).status).toBe(403);
  expect((await author.post(`${address}/antwoord`, { disposition: "adopted", answer: "" })).status).toBe(422);
  expect((await author.post(`${address}/antwoord`, { disposition: "adopted", answer: "Het staat er nu." })).status).toBe(302);
  expect((await author.post(`${address}/antwoord`, { disposition: "not", answer: "Toch niet." })).status).toBe(409);

  expect(readable(await member.page(`/voorstellen/${number}`))).toMatch(/“ ?Bij een aanval telt elke minuut\. ?” Waarom\?.*bij motivering, alinea 1.*Een goede vraag\..*Overgenomen.*Het staat er nu\./i);
  expect(readable(await member.page(`/voorstellen/${number}/reacties?stand=open`))).not.toContain("Waarom?");
});
