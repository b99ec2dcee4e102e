import { expect, test } from "vitest";
import { anApp } from "#test/support/app.ts";
import { aMeeting } from "#test/support/meeting.ts";
import { aPortal } from "#test/support/portal.ts";
import { uploadOf } from "#test/support/upload.ts";
import { aChamber } from "#test/support/voting.ts";
import { readable } from "#test/support/walk.ts";

const idIn = (address: string | null): string => /\/vergaderingen\/([^/]+)/.exec(address ?? "")?.[1] ?? "";
const itemsIn = (html: string): string[] => [...html.matchAll(/name="punt-([^"]+)"/g)].map((match) => match[1] ?? "");

/** The whole course of a meeting over HTTP, without script, as the secretaris and the voorzitter of the Adviesraad. */
async function aHeldMeeting() {
  const portal = await aPortal();
  const app = anApp(portal);
  const secretary = app.as("secretaris.adviesraad");
  const chair = app.as("voorzitter.adviesraad");

  const planned = await secretary.post("/vergaderingen/nieuw", { body: "adviesraad", title: "Raad van maart", startsAt: "2026-03-05T10:00", endsAt: "2026-03-05T12:00", location: "Utrecht", tlp: "CLEAR" });
  const id = idIn(planned.headers.get("location"));
  const at = (rest: string) => `/vergaderingen/${id}${rest}`;
  await secretary.post(at("/agenda"), { title: "Opschalen naar kleine gemeenten", kind: "besluit", closed: "", notes: "", publicTitle: "", subject: "" });
  await secretary.post(at("/agenda"), { title: "Kanarie van een leverancier", kind: "bespreking", closed: "ja", notes: "", publicTitle: "", subject: "" });
  await secretary.post(at("/agenda-verzending"));
  await secretary.post(at("/begin"));
  const early = await secretary.post(at("/actiepunt"), { statement: "Stuur de planning rond", owner: "lid1.adviesraad", ownerName: "", due: "2025-04-01", item: "" });
  expect([early.status, readable(await early.text())]).toEqual([422, expect.stringMatching(/Deze dag is te vroeg.*Stuur de planning rond/)]);
  await secretary.post(at("/aanwezigheid"), { "lid-lid1.adviesraad": "aanwezig", "lid-lid2.adviesraad": "afwezig_met_bericht", guests: "Gast Voorbeeld, Bureau Bos" });
  const edit = await secretary.page(at("/notulen/bewerken"));
  const [first = "", second = ""] = itemsIn(edit);
  await secretary.post(at("/notulen/bewerken"), { revision: "0", [`punt-${first}`]: "De raad is **voor**.", [`punt-${second}`]: "Kanarietekst." });
  const decided = await secretary.post(at("/besluit"), { item: first, title: "Opschalen per regio", dictum: "We schalen op per regio.", motivation: "Dat kunnen kleine gemeenten aan.", result: "aangenomen", for: "3", against: "0", abstain: "0", publicTitle: "", publicDictum: "", embargo: "", review: "" });
  await secretary.post(at("/actiepunt"), { statement: "Stuur de planning rond", owner: "lid1.adviesraad", ownerName: "", due: "2026-04-01", item: first });
  await secretary.post(at("/einde"));
  return { portal, app, secretary, chair, id, at, first, second, decided };
}

test("a meeting runs from plan to published minutes, every step a form or a button", async () => {
  const { app, secretary, chair, id, at, decided } = await aHeldMeeting();
  const stranger = app.as("stranger");

  expect(decided.status).toBe(302);
  expect(decided.headers.get("location")).toBe("/besluiten/B-2026-001");
  expect((await stranger.get(at("/notulen"))).status).toBe(404);
  await secretary.post(at("/notulen/concept"));
  expect(readable(await app.as("lid1.adviesraad").page(at("/notulen")))).toContain("De raad is");
  expect((await app.as("lid1.veilig").get(at("/notulen"))).status).toBe(404);
  const alone = await secretary.post(at("/notulen/vaststelling"));
  expect([alone.status, readable(await alone.text())]).toEqual([409, expect.stringContaining("De voorzitter stelt de notulen vast")]);
  expect((await stranger.get(at("/notulen"))).status).toBe(404);
  await chair.post(at("/notulen/vaststelling"));
  await secretary.post(at("/notulen/publicatie"));
  await secretary.post("/besluiten/B-2026-001/publicatie");

  const minutes = readable(await stranger.page(at("/notulen")));
  expect(minutes).toContain("De raad is");
  expect(minutes).toContain("Stuur de planning rond");
  expect(minutes).toContain("B-2026-001");
  const decision = await stranger.page("/besluiten/B-2026-001");
  expect(readable(decision)).toContain("3 voor, 0 tegen, 0 onthouden");
  expect(decision).toContain(`/vergaderingen/${id}/notulen#punt-`);
  expect(readable(await stranger.page("/besluiten"))).toContain("Opschalen per regio");
});

test("a closed item is nowhere on a public page", async () => {
  const { app, secretary, chair, at } = await aHeldMeeting();
  await secretary.post(at("/notulen/concept"));
  await chair.post(at("/notulen/vaststelling"));
  await secretary.post(at("/notulen/publicatie"));

  for (const who of ["stranger", "gemeente1", "lid1.veilig", "beheer"]) {
    for (const path of [at(""), at("/notulen"), "/vergaderingen?wanneer=geweest", "/besluiten"]) {
      const html = await app.as(who).page(path);
      expect(html).not.toContain("Kanarie");
      if (path.startsWith("/vergaderingen")) expect(html).not.toMatch(/besloten/i);
    }
  }
  expect(await app.as("lid1.adviesraad").page(at("/notulen"))).toContain("Kanarietekst");
});

test("when somebody else saved the minutes, both texts are shown and nothing is lost", async () => {
  const { secretary, at, first, second } = await aHeldMeeting();

  const late = await secretary.post(at("/notulen/bewerken"), { revision: "0", [`punt-${first}`]: "Mijn andere tekst.", [`punt-${second}`]: "Kanarietekst." });

  expect(late.status).toBe(409);
  const html = await late.text();
  expect(html).toContain("Mijn andere tekst.");
  expect(html).toContain("De raad is **voor**.");
  expect(html).toContain('name="revision" value="1"');
});

test("a form that is not complete says what is missing and keeps what was typed", async () => {
  const app = anApp(await aPortal());
  const answer = await app.as("secretaris.veilig").post("/vergaderingen/nieuw", { body: "veilig", title: "", startsAt: "2026-03-05T10:00", endsAt: "gisteren", location: "Zwolle", tlp: "CLEAR" });

  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="Zwolle"');
  expect(html).toContain('value="gisteren"');
});

test("a stranger is sent to sign in, a lid is not allowed, what is hidden is not there", async () => {
  const { app, at, portal, id } = await aHeldMeeting();

  expect((await app.as("stranger").get(at("/notulen/bewerken"))).headers.get("location")).toMatch(/^\/inloggen/);
  expect((await app.as("lid1.adviesraad").get(at("/notulen/bewerken"))).status).toBe(403);
  expect((await app.as("lid1.adviesraad").post(at("/notulen/publicatie"))).status).toBe(403);
  expect((await app.as("secretaris.veilig").post(at("/annulering"), { reason: "x" })).status).toBe(403);
  expect((await app.as("stranger").get("/vergaderingen/onbekend")).status).toBe(404);
  await portal.db.updateTable("meeting").set({ tlp: "RED" }).where("id", "=", id).execute();
  for (const path of [at(""), at("/notulen"), at("/aanwezigheid")]) expect([302, 404]).toContain((await app.as("stranger").get(path)).status);
  expect((await app.as("gemeente1").get(at(""))).status).toBe(404);
  expect(await app.as("gemeente1").page("/vergaderingen?wanneer=geweest")).not.toContain("Raad van maart");
});

test("actions are for whom they concern: the owner finishes, others do not see them", async () => {
  const { app } = await aHeldMeeting();
  const owner = app.as("lid1.adviesraad");

  expect(readable(await owner.page("/actiepunten"))).toContain("Stuur de planning rond");
  expect(readable(await app.as("lid1.veilig").page("/actiepunten?van=alle"))).not.toContain("Stuur de planning rond");
  expect((await app.as("lid2.adviesraad").post("/actiepunten/A-2026-001/afronding")).status).toBe(403);
  expect((await owner.post("/actiepunten/A-2026-001/afronding")).status).toBe(302);
  expect(readable(await owner.page("/actiepunten"))).not.toContain("Stuur de planning rond");
  const csv = await (await owner.get("/actiepunten.csv?status=alle")).text();
  expect(csv).toContain('"A-2026-001";');
  expect(csv).toContain('"Gedaan"');
});

test("a first text for the minutes stands ready, made of what was decided and agreed", async () => {
  const portal = await aPortal();
  const secretary = anApp(portal).as("secretaris.veilig");
  const planned = await secretary.post("/vergaderingen/nieuw", { body: "veilig", title: "Overleg", startsAt: "2026-03-05T10:00", endsAt: "2026-03-05T12:00", location: "", tlp: "CLEAR" });
  const id = idIn(planned.headers.get("location"));
  await secretary.post(`/vergaderingen/${id}/agenda`, { title: "Meldtermijn", kind: "besluit", closed: "", notes: "", publicTitle: "", subject: "" });
  await secretary.post(`/vergaderingen/${id}/begin`);
  const [item = ""] = itemsIn(await secretary.page(`/vergaderingen/${id}/notulen/bewerken`));
  await secretary.post(`/vergaderingen/${id}/besluit`, { item, title: "Zestig minuten", dictum: "De termijn is 60 minuten.", motivation: "", result: "aangenomen", for: "2", against: "1", abstain: "0", publicTitle: "", publicDictum: "", embargo: "", review: "" });
  await secretary.post(`/vergaderingen/${id}/actiepunt`, { statement: "Meldtijden opzoeken", owner: "lid1.veilig", ownerName: "", due: "2026-04-01", item });

  const html = readable(await secretary.page(`/vergaderingen/${id}/notulen/bewerken`));

  expect(html).toContain("**Besluit B-2026-001: Zestig minuten.** De termijn is 60 minuten. (2 voor, 1 tegen, 0 onthouden)");
  expect(html).toContain("uiterlijk 1 april 2026): Meldtijden opzoeken");
});

test("an annex is saved under its own name and never shown; of a besloten point it is not there for anybody outside", async () => {
  const portal = await aPortal();
  const app = anApp(portal);
  const secretary = app.as("secretaris.adviesraad");
  const planned = await secretary.post("/vergaderingen/nieuw", { body: "adviesraad", title: "Raad", startsAt: "2026-03-05T10:00", endsAt: "2026-03-05T12:00", location: "", tlp: "CLEAR" });
  const meeting = `/vergaderingen/${idIn(planned.headers.get("location"))}`;
  for (const [title, closed] of [["Open punt", ""], ["Besloten punt", "ja"]]) await secretary.post(`${meeting}/agenda`, { title: title ?? "", kind: "besluit", closed: closed ?? "" });
  const pages = [...(await secretary.page(`${meeting}/agenda`)).matchAll(/href="([^"]*\/bijlagen)"/g)].map((match) => match[1] ?? "");
  for (const page of pages) expect((await secretary.upload(page, uploadOf("%PDF-1.7\nkanarie", {}, "Begroting “2026”.docx"))).status).toBe(302);
  expect((await app.as("lid1.adviesraad").upload(pages[0] ?? "", uploadOf("%PDF-1.7", {}, "x.pdf"))).status).toBe(403);
  const files = await Promise.all(pages.map(async (page) => /href="([^"]*\/bijlagen\/[^"/]+)"/.exec(await secretary.page(page))?.[1] ?? ""));
  const statusFor = async (who: string) => Promise.all(files.map(async (file) => (await app.as(who).get(file)).status));

  expect(await statusFor("stranger")).toEqual([404, 404]);
  await secretary.post(`${meeting}/agenda-verzending`);
  expect([await statusFor("stranger"), await statusFor("lid1.veilig"), await statusFor("lid1.adviesraad")]).toEqual([[200, 404], [200, 404], [200, 200]]);
  const file = await app.as("stranger").get(files[0] ?? "");
  expect(await file.text()).toBe("%PDF-1.7\nkanarie");
  expect(Object.fromEntries(["content-type", "x-content-type-options", "content-disposition", "cache-control", "content-security-policy"].map((name) => [name, file.headers.get(name)]))).toEqual({
    "content-type": "application/pdf", "x-content-type-options": "nosniff", "cache-control": "private, no-store", "content-security-policy": "sandbox; default-src 'none'",
    "content-disposition": "attachment; filename=\"Begroting _2026_.pdf\"; filename*=UTF-8''Begroting%20%E2%80%9C2026%E2%80%9D.pdf",
  });
  expect(await app.as("stranger").page(meeting)).not.toContain("Besloten punt");
});

test("a series is shown day by day before it is planned, with what falls away; then each meeting stands in the list", async () => {
  const portal = await aPortal();
  const secretary = anApp(portal).as("secretaris.adviesraad");
  const series = { body: "adviesraad", title: "Maandelijkse raad", firstDay: "2026-04-02", lastDay: "2026-06-30", frequency: "monthly", every: "1", nth: "2", starts: "13:30", duration: "90", location: "Utrecht", tlp: "CLEAR", school: "" };
  const shown = await secretary.post("/vergaderingen/reeksen/nieuw", { ...series, nth: "-1", frequency: "weekly", every: "2", stap: "bekijk" });
  expect([shown.status, readable(await shown.text())]).toEqual([200, expect.stringContaining("donderdag 14 mei 2026: hemelvaartsdag".replace("h", "H"))]);
  const refused = await secretary.post("/vergaderingen/reeksen/nieuw", { ...series, starts: "half twee", stap: "plan" });
  expect([refused.status, readable(await refused.text())]).toEqual([422, expect.stringContaining("Vul een tijd in.")]);

  const planned = await secretary.post("/vergaderingen/reeksen/nieuw", { ...series, stap: "plan" });

  const page = readable(await secretary.page(planned.headers.get("location") ?? ""));
  expect(page).toContain("Elke maand op de tweede donderdag.");
  // The second Thursday of May is Hemelvaartsdag.
  for (const day of ["donderdag 9 april 2026", "donderdag 11 juni 2026", "13.30 uur – 15.00 uur"]) expect(page).toContain(day);

  const move = `${planned.headers.get("location") ?? ""}/verplaatsing`;
  const preview = await secretary.post(move, { starts: "09:00", duration: "60", location: "Zwolle", stap: "bekijk" });
  expect([preview.status, readable(await preview.text())]).toEqual([200, expect.stringContaining("donderdag 9 april 2026 : 13.30 uur – 15.00 uur, Utrecht wordt 09.00 uur – 10.00 uur, Zwolle")]);
  const wrong = await secretary.post(move, { starts: "negen", duration: "60", location: "Zwolle", stap: "verplaats" });
  expect([wrong.status, readable(await wrong.text())]).toEqual([422, expect.stringContaining("Vul een tijd in.")]);
  expect((await secretary.post(move, { starts: "13:30", duration: "90", location: "Utrecht", stap: "verplaats" })).status).toBe(409);
  expect((await secretary.post(move, { starts: "09:00", duration: "60", location: "Zwolle", stap: "verplaats" })).status).toBe(302);
  expect(readable(await secretary.page(planned.headers.get("location") ?? ""))).toContain("09.00 uur – 10.00 uur · Zwolle");
  expect((await secretary.page("/vergaderingen?gremium=adviesraad")).split("Maandelijkse raad")).toHaveLength(3);
});

test("who was there asks for a correction, the secretaris answers it, and who comes too late keeps what was typed", async () => {
  const { app, secretary, at, first } = await aHeldMeeting();
  await secretary.post(at("/notulen/concept"));
  const [attendee, absent] = [app.as("lid1.adviesraad"), app.as("lid2.adviesraad")];
  const ask = { item: first, passage: "De raad is", suggestion: "De raad is op één lid na" };

  expect(await attendee.page(at("/notulen"))).toContain(`/notulen/verbeteringen?punt=${first}`);
  expect((await absent.post(at("/notulen/verbeteringen"), ask)).status).toBe(403);
  const missing = await attendee.post(at("/notulen/verbeteringen"), { ...ask, passage: "De raad is tegen" });
  expect([missing.status, await missing.text()]).toEqual([expect.any(Number), expect.stringContaining("De raad is op één lid na")]);
  expect(missing.status).toBeGreaterThanOrEqual(400);
  expect((await attendee.post(at("/notulen/verbeteringen"), ask)).status).toBe(302);
  expect((await attendee.post(at("/notulen/verbeteringen"), { ...ask, passage: "", suggestion: "Er was koffie." })).status).toBe(302);

  expect((await attendee.get(at("/notulen/verbeteringen/1"))).status).toBe(403);
  const unexplained = await secretary.post(at("/notulen/verbeteringen/1"), { disposition: "partly", answer: "", replace: "ja", wording: "De raad is bijna" });
  expect([unexplained.status, await unexplained.text()]).toEqual([422, expect.stringContaining("De raad is bijna")]);
  expect((await secretary.post(at("/notulen/verbeteringen/2"), { disposition: "not", answer: "Dat hoort er niet in.", wording: "" })).status).toBe(302);
  expect((await secretary.post(at("/notulen/verbeteringen/1"), { disposition: "adopted", answer: "Klopt.", replace: "ja", wording: "De raad is bijna" })).status).toBe(302);

  const late = await secretary.post(at("/notulen/verbeteringen/1"), { disposition: "not", answer: "Toch maar niet, dit typte ik eerder.", wording: "" });
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("Toch maar niet, dit typte ik eerder.")]);
  const shown = readable(await attendee.page(at("/notulen/verbeteringen")));
  for (const said of ["Overgenomen", "Klopt.", "Niet overgenomen", "Dat hoort er niet in."]) expect(shown).toContain(said);
  // Minutes that were saved meanwhile are not written over by an older form.
  const stale = await secretary.post(at("/notulen/bewerken"), { revision: "0", [`punt-${first}`]: "Oude tekst uit een ander venster." });
  expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining("Oude tekst uit een ander venster.")]);
});

test("a number and a time of the agenda are the same for everybody, also behind a closed item; an empty list of decisions says which", async () => {
  const chamber = await aChamber();
  const { meetingId } = await aMeeting(chamber, "gaande", [{ title: "Besloten begin", isClosed: true, plannedMinutes: 10 }, { title: "Opening", plannedMinutes: 10 }, { title: "Meldtermijn", plannedMinutes: 20 }]);
  const read = async (who: string, rest = "") => (await (await anApp({ actingAs: chamber.as }).as(who).get(`/vergaderingen/${meetingId}${rest}`)).text()).replaceAll("<!-- -->", "");
  for (const who of ["sam", "stranger"]) {
    const page = await read(who);
    expect(page, who).toMatch(/2\. [\s\S]{0,200}Opening[\s\S]{0,200}11\.10/);
    expect(page, who).toMatch(/3\. [\s\S]{0,200}Meldtermijn[\s\S]{0,200}11\.20/);
    expect(page.includes("Besloten begin"), who).toBe(who === "sam");
  }
  expect(await read("sam", "/besluitenlijst")).toContain("zijn geen besluiten genomen");
  expect(await read("stranger", "/besluitenlijst")).toContain("nog geen besluiten openbaar");
});

test("who begins a meeting before its day is told so first", async () => {
  const secretary = anApp(await aPortal()).as("secretaris.adviesraad");
  const planned = await secretary.post("/vergaderingen/nieuw", { body: "adviesraad", title: "Raad van later", startsAt: "2027-03-05T10:00", endsAt: "2027-03-05T12:00", location: "Utrecht", tlp: "CLEAR" });
  const at = (rest: string) => `/vergaderingen/${idIn(planned.headers.get("location"))}${rest}`;
  await secretary.post(at("/agenda"), { title: "Opschalen", kind: "besluit", closed: "", notes: "", publicTitle: "", subject: "" });
  expect(readable(await secretary.page(at("")))).not.toContain("staat gepland op vrijdag 5 maart 2027. Begin");
  await secretary.post(at("/agenda-verzending"));
  expect(readable(await secretary.page(at("")))).toContain("Deze vergadering staat gepland op vrijdag 5 maart 2027. Begin haar nu alleen als zij echt eerder is, want terug kan niet.");
});
