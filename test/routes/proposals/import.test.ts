import { describe, expect, test } from "vitest";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";
import { aTableFile } from "#test/support/tables.ts";
import { uploadOf } from "#test/support/upload.ts";
import { readable } from "#test/support/walk.ts";

const FILE = 'id;titel;tekst;soort\nA1;Open standaarden;"De dienst gebruikt\nopen standaarden.";eis\nA2;Snel koppelen;Dit moet snel.;eis\n';
const secretaryOf = async () => {
  const portal = await aPortal();
  return { portal, secretary: anApp(portal).as("secretaris.netwerk") };
};

test("a secretaris uploads a file, sees what it becomes, and makes the drafts", async () => {
  const { secretary } = await secretaryOf();
  const uploaded = await secretary.upload("/voorstellen/importeren", uploadOf(FILE, { body: "netwerk" }));
  const address = uploaded.headers.get("Location") ?? "";
  expect([uploaded.status, address.startsWith("/voorstellen/importeren/")]).toEqual([302, true]);

  const page = readable(await secretary.page(address));
  expect(page).toContain("CSV, UTF-8, 2 rijen");
  expect(page).toContain("Alle 2 rijen kloppen. U kunt het bestand overnemen.");
  expect((await secretary.post(`${address}/overname`)).headers.get("Location")).toBe(address);
  expect(readable(await secretary.page(address))).toContain("Er zijn 2 concepten gemaakt: NET-001 tot en met NET-002.");

  const proposal = readable(await secretary.page("/voorstellen/NET-001"));
  expect(proposal).toContain("Afkomstig uit bestand eisen.csv, rij 2 (daar: A1)");
  expect((await secretary.post(`${address}/overname`)).status).toBe(302);
  expect(readable(await secretary.page("/voorstellen"))).toContain("2 voorstellen");
});

test("another choice of columns is checked again, and shows each row that is wrong with its reason", async () => {
  const { secretary } = await secretaryOf();
  const address = (await secretary.upload("/voorstellen/importeren", uploadOf("kop;uitleg;waarde\nEen;Tekst een;eis\nTwee;;droom\n", { body: "netwerk" }))).headers.get("Location") ?? "";
  expect(readable(await secretary.page(address))).not.toContain("concepten maken");
  const missing = await secretary.post(address, { "kolom-0": "title", kind: "eis", moscow: "must", weight: "", tlp: "CLEAR" });
  expect([missing.status, readable(await missing.text()).includes("Kies welke kolom de tekst is.")]).toEqual([422, true]);
  const chosen = await secretary.post(address, { "kolom-0": "title", "kolom-1": "statement", "kolom-2": "kind", kind: "eis", moscow: "must", weight: "", tlp: "CLEAR" });
  expect(chosen.headers.get("Location")).toBe(`${address}?gekozen=ja#voorbeeld`);
  const page = readable(await secretary.page(`${address}?gekozen=ja`));
  expect(page).toContain("1 rij van 2 rijen heeft een fout.");
  expect(page).toContain("Soort: ‘droom’ kan alleen eis, wens of advies zijn.");
  expect(page).toContain("Tekst: is leeg.");
});

describe("a file that cannot be read gets a sentence beside the field", () => {
  test.each([
    ["no file", "", "", "Kies een bestand.", 422],
    ["an empty file", "", "leeg.csv", "Het bestand is leeg.", 422],
    ["ten megabytes and one byte", Buffer.alloc(10 * 1024 * 1024 + 1, "a;b\n"), "groot.csv", "Het bestand is te groot. Het mag ten hoogste 10 MB zijn.", 413],
    ["a wrong delimiter", "titel/tekst\nEen/Twee\n", "streep.csv", "Het bestand heeft maar één kolom.", 422],
    ["broken bytes", Buffer.from([97, 59, 98, 10, 0, 255]), "stuk.csv", "De tekens in het bestand zijn niet te lezen.", 422],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]), "foto.csv", "Dit soort bestand kan niet.", 422],
    ["an open quote", 'a;b\n1;2\n"x;y\n', "open.csv", "Regel 3: Een aanhalingsteken wordt niet gesloten.", 422],
  ] as const)("%s", async (_, content, name, sentence, status) => {
    const { secretary } = await secretaryOf();
    const answer = await secretary.upload("/voorstellen/importeren", uploadOf(content, { body: "netwerk" }, name));
    expect([answer.status, readable(await answer.text()).includes(sentence)]).toEqual([status, true]);
  });
});

test("a formula and a text with broken signs are told per row", async () => {
  const { secretary } = await secretaryOf();
  const address = (await secretary.upload("/voorstellen/importeren", uploadOf("titel;tekst\n=SUM(A1:A9);Goed\nGoed;coÃ¶peratie\n", { body: "netwerk" }))).headers.get("Location") ?? "";
  const page = readable(await secretary.page(address));
  expect(page).toContain("Titel: begint als een formule. Plak de waarde in plaats van de formule.");
  expect(page).toContain("Tekst: heeft tekens die kapot zijn. Sla het bestand op als CSV UTF-8.");
});

test("a workbook is imported like a CSV file", async () => {
  const { secretary } = await secretaryOf();
  const address = (await secretary.upload("/voorstellen/importeren", uploadOf(await aTableFile("xlsx", ["Titel", "Tekst"], [["Een", "Dit is een tekst"]]), { body: "netwerk" }, "eisen.xlsx"))).headers.get("Location") ?? "";
  expect(readable(await secretary.page(address))).toContain("Excel (.xlsx), 1 rij");
});

test("only a secretaris opens the import, and only one's own file", async () => {
  const { portal, secretary } = await secretaryOf();
  const address = (await secretary.upload("/voorstellen/importeren", uploadOf(FILE, { body: "netwerk" }))).headers.get("Location") ?? "";
  for (const who of ["lid1.netwerk", "voorzitter.netwerk", "beheer", "gemeente1", "secretaris.taskforce"]) expect([who, (await anApp(portal).as(who).get("/voorstellen/importeren")).status]).toEqual([who, 403]);
  const other = anApp(portal).as("secretaris.veilig");
  expect([(await other.get(address)).status, (await other.post(`${address}/overname`)).status, (await other.post(`${address}/verwijdering`)).status]).toEqual([404, 404, 404]);
  expect((await other.upload("/voorstellen/importeren", uploadOf(FILE, { body: "netwerk" }))).status).toBe(403);
});

test("a file that is not taken over is forgotten", async () => {
  const { portal, secretary } = await secretaryOf();
  const address = (await secretary.upload("/voorstellen/importeren", uploadOf(FILE, { body: "netwerk" }))).headers.get("Location") ?? "";
  expect((await secretary.post(`${address}/verwijdering`)).headers.get("Location")).toBe("/voorstellen/importeren");
  expect(await portal.db.selectFrom("proposal_import_row").select("place").execute()).toEqual([]);
});

test("the same file twice is told, with what became of it before", async () => {
  const { secretary } = await secretaryOf();
  const first = (await secretary.upload("/voorstellen/importeren", uploadOf(FILE, { body: "netwerk" }))).headers.get("Location") ?? "";
  await secretary.post(`${first}/overname`);
  const second = (await secretary.upload("/voorstellen/importeren", uploadOf(FILE, { body: "netwerk" }))).headers.get("Location") ?? "";
  const page = readable(await secretary.page(second));
  expect(page).toContain("Dit bestand is al overgenomen op 5 maart 2026, als NET-001 tot en met NET-002.");
  expect(page).toContain("2 titels staan al bij uw gremium.");
});

test("an import that failed after the answer, or was cut off, says so and can be tried again", async () => {
  const { portal, secretary } = await secretaryOf();
  const address = (await secretary.upload("/voorstellen/importeren", uploadOf(FILE, { body: "netwerk" }))).headers.get("Location") ?? "";
  await portal.db.updateTable("proposal_import").set({ failed_at: portal.now() }).execute();
  const [failed, upload] = [readable(await secretary.page(address)), readable(await secretary.page("/voorstellen/importeren"))];
  await portal.db.updateTable("proposal_import").set({ state: "running", started_at: portal.now(), failed_at: null }).execute();
  const running = await secretary.get(address);
  portal.clockAdvances(3 * 60_000);
  const stuck = await secretary.get(address);

  expect(upload).toMatch(/Bestanden waar u mee bezig was eisen\.csv .* 2 rijen .* Overnemen niet gelukt/);
  expect(failed).toContain("Het overnemen is niet gelukt (donderdag 5 maart, 13.00 uur). Er is niets overgenomen.");
  expect([running.headers.get("Refresh"), stuck.headers.get("Refresh")]).toEqual(["1", null]);
  expect(readable(await stuck.text())).toContain("Het overnemen is blijven steken. Er is niets overgenomen.");
  expect((await secretary.post(`${address}/overname`)).status).toBe(302);
  expect(readable(await secretary.page(address))).toContain("Er zijn 2 concepten gemaakt");
});
