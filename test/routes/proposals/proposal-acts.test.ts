import { expect, test } from "vitest";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { anApp } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

async function drafted(portal: Portal, title: string, tlp: Tlp = "CLEAR", isShared = true): Promise<string> {
  const made = await draftProposal(await portal.actingAs("lid1.netwerk"), { ...aText({ title, needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp });
  if (!made.ok) throw new Error(made.refusal);
  if (isShared) await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number: made.value.number });
  return made.value.number;
}

test("every act that the page of a proposal offers leads to a page that is there", async () => {
  const portal = await aPortal();
  const number = await drafted(portal, "Een eis");
  for (const who of ["lid1.netwerk", "voorzitter.netwerk", "secretaris.netwerk"]) {
    const browser = anApp(portal).as(who);
    const links = [...(await browser.page(`/voorstellen/${number}`)).matchAll(/href="(\/voorstellen\/[A-Z]+-\d+\/[^"#]+)"/g)].map(([, address]) => (address ?? "").replaceAll("&amp;", "&"));
    for (const address of links) expect([who, address, (await browser.get(address)).status]).toEqual([who, address, 200]);
  }
});

test("an author withdraws a draft with a reason; a shared text only the secretaris withdraws, at an author's request", async () => {
  const portal = await aPortal();
  const [draft, shared] = [await drafted(portal, "Concept", "CLEAR", false), await drafted(portal, "Gedeeld")];
  const [author, secretary] = [anApp(portal).as("lid1.netwerk"), anApp(portal).as("secretaris.netwerk")];
  expect((await author.post(`/voorstellen/${draft}/intrekking`, { reason: "" })).status).toBe(422);
  expect((await author.post(`/voorstellen/${draft}/intrekking`, { reason: "Dubbel" })).status).toBe(302);
  expect((await author.get(`/voorstellen/${shared}/intrekking`)).status).toBe(403);

  expect(await secretary.page(`/voorstellen/${shared}/intrekking`)).toContain("Persoon lid1.netwerk");
  const unasked = await secretary.post(`/voorstellen/${shared}/intrekking`, { reason: "Niemand vroeg het", askedBy: "" });
  expect([unasked.status, readable(await unasked.text()).includes("Niemand vroeg het")]).toEqual([422, true]);
  expect((await secretary.post(`/voorstellen/${shared}/intrekking`, { reason: "Op verzoek", askedBy: "lid1.netwerk" })).status).toBe(302);
  expect(readable(await anApp(portal).as("stranger").page(`/voorstellen/${shared}`))).toContain("Ingetrokken");
});

test("a looser label takes voorzitter and secretaris; a stricter one counts at once", async () => {
  const portal = await aPortal();
  const number = await drafted(portal, "Vertrouwelijk", "GREEN");
  const [chair, secretary, stranger] = [anApp(portal).as("voorzitter.netwerk"), anApp(portal).as("secretaris.netwerk"), anApp(portal).as("stranger")];
  const looser = { tlp: "CLEAR", reason: "Mag openbaar" };
  expect((await chair.post(`/voorstellen/${number}/vertrouwelijkheid`, looser)).status).toBe(302);
  expect((await chair.post(`/voorstellen/${number}/vertrouwelijkheid`, looser)).status).toBe(409);
  expect((await stranger.get(`/voorstellen/${number}`)).status).toBe(404);
  expect((await secretary.post(`/voorstellen/${number}/vertrouwelijkheid`, looser)).status).toBe(302);
  expect((await stranger.get(`/voorstellen/${number}`)).status).toBe(200);
  expect((await secretary.post(`/voorstellen/${number}/vertrouwelijkheid`, { tlp: "RED", reason: "Toch niet" })).status).toBe(302);
  expect((await stranger.get(`/voorstellen/${number}`)).status).toBe(404);
  expect((await anApp(portal).as("lid1.netwerk").get(`/voorstellen/${number}/vertrouwelijkheid`)).status).toBe(403);
});

test("a link shows on both proposals; one that points nowhere is refused with what was typed", async () => {
  const portal = await aPortal();
  const [first, second] = [await drafted(portal, "Eerste"), await drafted(portal, "Tweede")];
  const author = anApp(portal).as("lid1.netwerk");
  const wrong = await author.post(`/voorstellen/${first}/verbanden`, { kind: "related_to", other: "NET-999" });
  expect([wrong.status, (await wrong.text()).includes('value="NET-999"')]).toEqual([409, true]);
  expect((await author.post(`/voorstellen/${first}/verbanden`, { kind: "derived_from", other: second })).status).toBe(302);
  expect(readable(await author.page(`/voorstellen/${first}`))).toMatch(/Afgeleid van\s*NET-002/);
  expect(readable(await author.page(`/voorstellen/${second}`))).toMatch(/Basis voor\s*NET-001/);
});
