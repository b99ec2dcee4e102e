import { expect, test } from "vitest";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { followSubject } from "#app/commands/following/follow-subject.ts";
import { linkProposals } from "#app/commands/proposals/link-proposals.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { VersionText } from "#db/queries/proposal-writes.ts";
import { anApp } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";
import { tableIn } from "#test/support/tables.ts";
import { readable } from "#test/support/walk.ts";

async function drafted(portal: Portal, title: string, { tlp = "CLEAR" as Tlp, text = {} as Partial<VersionText>, isShared = true } = {}): Promise<string> {
  const made = await draftProposal(await portal.actingAs("lid1.netwerk"), { ...aText({ title, needs: ["BH-001"], ...text }), body: "netwerk", kind: "eis", tlp });
  if (!made.ok) throw new Error(made.refusal);
  if (isShared) await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number: made.value.number });
  return made.value.number;
}

async function renewed(portal: Portal, number: string, title: string, basedOn = 1): Promise<void> {
  const added = await addVersion(await portal.actingAs("lid1.netwerk"), { ...aText({ title, statement: `Anders dan versie ${basedOn}.`, needs: ["BH-001"] }), number, basedOn, why: "Beter" });
  if (!added.ok) throw new Error(added.refusal);
}

async function withControls(portal: Portal): Promise<void> {
  const control = { edition: "", summary: "Bewaak systemen.", maps_to: null };
  await portal.db
    .insertInto("control")
    .values([
      { ...control, id: "c1", framework: "BIO2", number: "8.16", title: "Bewaken" },
      { ...control, id: "c2", framework: "BIO2", number: "8.07", title: "Malware" },
      { ...control, id: "c3", framework: "BIG", edition: "2013", number: "10.10", title: "Controle", maps_to: "BIO2 8.15–8.17" },
    ])
    .execute();
}

test("a link goes suspect when its source changes; an author says it was looked at, and the log tells", async () => {
  const portal = await aPortal();
  const [one, source] = [await drafted(portal, "Afgeleide eis"), await drafted(portal, "Bron van de eis")];
  await linkProposals(await portal.actingAs("lid1.netwerk"), { number: one, other: source, kind: "derived_from" });
  await renewed(portal, source, "Bron van de eis");
  const [author, member] = [anApp(portal).as("lid1.netwerk"), anApp(portal).as("lid2.netwerk")];
  expect(readable(await member.page(`/voorstellen/${one}`))).toContain(`Verdacht: ${source} kreeg een nieuwe versie`);
  expect(await member.page(`/voorstellen/${one}`)).not.toContain("/nagekeken");

  const [, address = "", version = ""] = /action="(\/voorstellen\/[^"]+\/nagekeken)".*?name="version" value="(\d+)"/s.exec(await author.page(`/voorstellen/${one}`)) ?? [];
  expect((await member.post(address, { version })).status).toBe(403);
  await renewed(portal, source, "Bron van de eis", 2);
  await author.post(address, { version });
  expect(readable(await author.page(`/voorstellen/${one}`))).toContain("Verdacht");
  expect((await author.post(address, { version: "3" })).status).toBe(302);
  expect(readable(await author.page(`/voorstellen/${one}`))).not.toContain("Verdacht");
  expect((await portal.db.selectFrom("event").select("payload").where("act", "=", "link.review").execute()).length).toBe(2);
});

test("the coverage report tells of needs without eis, texts without toetsing and suspect links, as far as one may see, on the page and as CSV", async () => {
  const portal = await aPortal();
  const [bare, hidden] = [await drafted(portal, "Zonder toetsing", { text: { acceptance: "" } }), await drafted(portal, "Geheim zonder toetsing", { tlp: "RED", text: { acceptance: "", needs: ["BH-002"] } })];
  await linkProposals(await portal.actingAs("lid1.netwerk"), { number: bare, other: hidden, kind: "derived_from" });
  await renewed(portal, hidden, "Geheim zonder toetsing");

  const [stranger, member] = [readable(await anApp(portal).as("stranger").page("/voorstellen/dekking")), readable(await anApp(portal).as("lid1.netwerk").page("/voorstellen/dekking"))];
  expect(stranger).toContain("BH-002 Behoefte 2");
  expect(stranger).toContain(`${bare} Zonder toetsing eis Expertgroep GGI-Netwerk`);
  expect(stranger).toContain("Alle verbanden zijn nagekeken.");
  expect(stranger).not.toContain("Geheim");
  expect(member).toContain(`${bare} Zonder toetsing Afgeleid van ${hidden} Geheim zonder toetsing versie 1 versie 2`);

  expect(readable(await anApp(portal).as("stranger").page("/voorstellen/dekking?gremium=veilig"))).toContain("Bij elke eis en wens staat hoe een leverancier het laat zien.");
  const csv = await tableIn(new Uint8Array(await (await anApp(portal).as("stranger").get("/voorstellen/dekking.csv")).arrayBuffer()));
  expect("rows" in csv && csv.rows.map(([what, , number]) => [what, number])).toEqual([["Behoeften zonder eis of wens", "BH-002"], ["Eisen en wensen zonder toetsing", bare]]);
});

test("a control has a page with the proposals that name it and its indicative place in BIO2; the list can be narrowed to it", async () => {
  const portal = await aPortal();
  await withControls(portal);
  const named = await drafted(portal, "Bewaken van het netwerk", { text: { controls: ["BIO2 8.16", "Eigen norm 3"] } });
  await drafted(portal, "Geheim bewaken", { tlp: "RED", text: { controls: ["BIO2 8.16"] } });
  await drafted(portal, "Malware tegengaan", { text: { controls: ["bio2 8.7"] } });
  const stranger = anApp(portal).as("stranger");
  const page = readable(await stranger.page("/maatregelen/bio2-8.16"));
  expect(page).toContain(`Bewaken van het netwerk ${named}`);
  expect(page).toContain("Eerder in de BIG BIG 10.10 Indicatief, niet bevestigd");
  expect(page).not.toContain("Geheim");
  expect(readable(await stranger.page("/maatregelen/big-10.10"))).toContain("BIO2 8.15 BIO2 8.16 BIO2 8.17 Indicatief, niet bevestigd");
  expect(readable(await stranger.page("/maatregelen"))).toContain("BIO2 8.16 Bewaken 1 0");
  expect(readable(await stranger.page("/voorstellen?maatregel=bio2-8.7"))).toContain("1 voorstel");
  expect(await stranger.page(`/voorstellen/${named}`)).toContain('<a href="/maatregelen/bio2-8.16">BIO2 8.16</a>');
  expect(readable(await stranger.page(`/voorstellen/${named}`))).toContain("Eigen norm 3");
  expect((await stranger.get("/maatregelen/bio2-9.99")).status).toBe(404);
});

test("a control is chosen from the list on the form, beside what is written in the text", async () => {
  const portal = await aPortal();
  await withControls(portal);
  const author = anApp(portal).as("lid1.netwerk");
  expect(await author.page("/voorstellen/nieuw")).toContain('<option value="BIO2 8.16">Bewaken</option>');
  const form = { body: "netwerk", kind: "eis", tlp: "CLEAR", title: "Gekozen", statement: "Tekst", rationale: "", acceptance: "", source: "", moscow: "must", weight: "", controls: "Eigen norm 3", "chosenControls[]": ["BIO2 8.16", "", ""] };
  const saved = await author.post("/voorstellen/nieuw", form);
  expect(readable(await author.page(saved.headers.get("Location") ?? ""))).toContain("Eigen norm 3 BIO2 8.16 Bewaken");
});

test("a title that looks like another is told to who writes it, of what they may see only", async () => {
  const portal = await aPortal();
  const first = await drafted(portal, "Ernstige incidenten binnen een uur melden");
  const secret = await drafted(portal, "Ernstige incidenten binnen twee uur melden", { tlp: "RED", isShared: false });
  const ask = async (who: string) => ((await (await anApp(portal).as(who).get("/voorstellen/lijkt-op?titel=Ernstig%20incident%20binnen%20een%20uur%20melden")).json()) as { address: string }[]).map(({ address }) => address);
  expect(await ask("lid1.netwerk")).toEqual([`/voorstellen/${first}`, `/voorstellen/${secret}`]);
  expect(await ask("lid1.veilig")).toEqual([`/voorstellen/${first}`]);
  expect(readable(await anApp(portal).as("lid1.netwerk").page(`/voorstellen/${secret}`))).toContain(`Lijkt op een ander voorstel ${first} Ernstige incidenten binnen een uur melden`);
  expect(readable(await anApp(portal).as("stranger").page(`/voorstellen/${first}`))).not.toContain("Lijkt op een ander voorstel");
});

test("a duplicate goes up in another: its needs, links and followers move, it stays readable, and the log tells", async () => {
  const portal = await aPortal();
  const [stays, third] = [await drafted(portal, "Incident melden"), await drafted(portal, "Iets anders")];
  const goes = await drafted(portal, "Incidenten melden", { text: { needs: ["BH-002"], controls: ["BIO 16.1.2"] } });
  await linkProposals(await portal.actingAs("lid1.netwerk"), { number: third, other: goes, kind: "derived_from" });
  for (const [who, number] of [["gemeente1", goes], ["gemeente2", goes], ["gemeente2", stays]] as const) await followSubject(await portal.actingAs(who), { kind: "proposal", reference: number });
  const secretary = anApp(portal).as("secretaris.netwerk");
  expect(readable(await secretary.page(`/voorstellen/${goes}/samenvoeging?met=${stays}`))).toContain("Dit voorstel gaat op in het andere.");
  expect((await secretary.post(`/voorstellen/${goes}/samenvoeging`, { other: stays, reason: "Dubbel", askedBy: "" })).status).toBe(409);
  expect((await secretary.post(`/voorstellen/${goes}/samenvoeging`, { other: stays, reason: "Dubbel", askedBy: "lid1.netwerk" })).headers.get("Location")).toBe(`/voorstellen/${stays}`);

  const page = readable(await secretary.page(`/voorstellen/${stays}`));
  for (const words of ["Tekst van versie 2", "Behoefte 1", "Behoefte 2", "BIO 16.1.2", `Vervangt ${goes} Incidenten melden`, `Basis voor ${third} Iets anders`]) expect(page).toContain(words);
  const gone = readable(await anApp(portal).as("stranger").page(`/voorstellen/${goes}`));
  for (const words of ["Ingetrokken", `Samengevoegd met ${stays}: Dubbel`]) expect(gone).toContain(words);
  const followers = await portal.db.selectFrom("follow").innerJoin("proposal", "proposal.id", "follow.subject_id").select(["follow.person_id", "proposal.number"]).orderBy("follow.person_id").execute();
  expect(followers.map(({ person_id, number }) => [person_id, number])).toEqual([["gemeente1", stays], ["gemeente2", stays]]);
  expect((await portal.db.selectFrom("event").select("act").where("act", "in", ["proposal.merge", "proposal.withdraw-for-author"]).execute()).length).toBe(2);
  expect((await anApp(portal).as("lid1.netwerk").get(`/voorstellen/${stays}/samenvoeging`)).status).toBe(403);
});

test("a duplicate of a proposal whose text is locked takes along what it can, and only after somebody saw what stays behind", async () => {
  const portal = await aPortal();
  const stays = await drafted(portal, "Incident melden");
  const goes = await drafted(portal, "Incidenten melden", { text: { needs: ["BH-002"], controls: ["BIO 16.1.2"] } });
  await portal.db.updateTable("proposal").set({ state: "adopted" }).execute();
  const secretary = anApp(portal).as("secretaris.netwerk");
  const form = { other: stays, reason: "Dubbel", askedBy: "" };

  const refused = await secretary.post(`/voorstellen/${goes}/samenvoeging`, form);
  const words = readable(await refused.text());
  const merged = await secretary.post(`/voorstellen/${goes}/samenvoeging`, { ...form, mayLeaveBehind: "ja" });

  expect([refused.status, merged.status]).toEqual([409, 302]);
  for (const line of ["De tekst van het andere voorstel ligt vast.", "Behoeften: Behoefte 2", "Maatregelen: BIO 16.1.2", "Ik weet dat dit niet meegaat"]) expect(words).toContain(line);
  const { payload } = await portal.db.selectFrom("event").select("payload").where("act", "=", "proposal.merge").executeTakeFirstOrThrow();
  expect(JSON.parse(payload)).toMatchObject({ left: { needs: ["BH-002"], controls: ["BIO 16.1.2"] }, version: null });
});

test("a link made by mistake is taken back, by who may link; one that says what replaced an ended proposal stays", async () => {
  const portal = await aPortal();
  const [one, other, old] = [await drafted(portal, "Incident melden"), await drafted(portal, "Iets anders"), await drafted(portal, "Van vroeger")];
  for (const [to, kind] of [[other, "derived_from"], [old, "replaces"]] as const) await linkProposals(await portal.actingAs("lid1.netwerk"), { number: one, other: to, kind });
  await portal.db.updateTable("proposal").set({ state: "superseded" }).where("number", "=", old).execute();
  const author = anApp(portal).as("lid1.netwerk");
  const removals = [...(await author.page(`/voorstellen/${one}/verbanden`)).matchAll(/action="([^"]*verwijdering)"/g)].map((found) => found[1] ?? "");

  expect((await anApp(portal).as("lid2.netwerk").post(removals[0] ?? "")).status).toBe(403);
  expect([(await author.post(removals[0] ?? "")).status, (await author.post(removals[0] ?? "")).status, (await author.post(removals[1] ?? "")).status]).toEqual([302, 404, 409]);
  const page = readable(await author.page(`/voorstellen/${one}`));
  expect([page.includes("Afgeleid van"), page.includes(`Vervangt ${old}`)]).toEqual([false, true]);
  expect((await portal.db.selectFrom("event").select("act").where("act", "=", "proposal.unlink").execute()).length).toBe(1);
});
