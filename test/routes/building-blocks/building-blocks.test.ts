import { expect, test } from "vitest";
import { insertBlock } from "#db/queries/building-blocks.ts";
import { inTransaction } from "#db/client.ts";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

async function aLibrary() {
  const portal = await aPortal();
  await inTransaction(portal.db, async (trx) => {
    for (const number of [1, 2, 3]) {
      const block = { id: `b${number}`, code: `D0${number}`, slug: `blok-${number}`, title: `Blok ${number}`, statement: `Wij doen ${number}.`, explanation: `Omdat ${number}.`, position: number };
      await insertBlock(trx, { ...block, areaIds: ["area-1"], componentIds: number === 1 ? ["ggi-veilig"] : [], controlIds: [] }, portal.now());
    }
  });
  return portal;
}

test("a stranger reads the blocks by area, filters by component, picks three and downloads the note", async () => {
  const stranger = anApp(await aLibrary()).as("stranger");
  expect(readable(await stranger.page("/bouwstenen"))).toMatch(/3 bouwstenen Informatieveiligheid.*Blok 1 Wij doen 1/);
  expect(readable(await stranger.page("/bouwstenen?onderdeel=ggi-veilig"))).toContain("1 bouwsteen");
  expect(readable(await stranger.page("/bouwstenen/blok-2"))).toMatch(/Blok 2.*Wij doen 2\. Waarom Omdat 2\./);
  expect((await stranger.get("/bouwstenen/bestaat-niet")).status).toBe(404);

  const choice = "b=blok-1&b=blok-3&b=blok-3&b=weg&gemeente=Utrecht&tekst-blok-3=Wij%20doen%20het%20anders.";
  expect(readable(await stranger.page(`/bouwstenen/samenstellen?${choice}`))).toMatch(/Beleidsnotitie gezamenlijke ICT van Utrecht.*Wij doen 1\..*Wij doen het anders\./);
  const file = await stranger.get(`/bouwstenen/samenstellen/notitie.md?${choice}`);
  expect(file.headers.get("Content-Disposition")).toBe('attachment; filename="notitie.md"');
  const note = await file.text();
  expect(note.match(/^### .*/gm)).toEqual(["### Blok 1", "### Blok 3"]);
  expect(note).toContain("Wij doen het anders.");
  expect(readable(await stranger.page(`/bouwstenen/samenstellen/afdrukken?${choice}`))).toContain("Wij doen het anders.");
});

test("what somebody typed never becomes markup in the note", async () => {
  const stranger = anApp(await aLibrary()).as("stranger");
  const page = await stranger.page(`/bouwstenen/samenstellen?b=blok-1&gemeente=${encodeURIComponent("<img src=x onerror=1>")}&tekst-blok-1=${encodeURIComponent("<script>alert(1)</script> [klik](javascript:1)")}`);
  expect(page).not.toMatch(/<script>alert|<img src=x|href="javascript/);
});

test("an empty choice says what to do", async () => {
  expect(readable(await anApp(await aLibrary()).as("stranger").page("/bouwstenen/samenstellen"))).toContain("U hebt nog niets gekozen. Kies bouwstenen");
});

test("a signed-in gemeente keeps a note; nobody else sees it; a note without a name is refused with the choice kept", async () => {
  const portal = await aLibrary();
  const [own, other] = [anApp(portal).as("gemeente1"), anApp(portal).as("gemeente2")];
  const nameless = await own.post("/bouwstenen/samenstellen?b=blok-1", { b: ["blok-1"], naam: "" });
  expect([nameless.status, readable(await nameless.text()).includes("Geef de notitie een naam.")]).toEqual([422, true]);
  expect((await own.post("/bouwstenen/samenstellen", { b: ["blok-1", "blok-2"], "tekst-blok-2": "Anders.", naam: "Ons beleid", gemeente: "Gemeente 1" })).status).toBe(302);
  expect(await own.page("/bouwstenen/samenstellen")).toMatch(/b=blok-1&amp;b=blok-2[^"]*tekst-blok-2=Anders\.">Ons beleid/);
  expect(await other.page("/bouwstenen/samenstellen")).not.toContain("Ons beleid");
  expect((await anApp(portal).as("stranger").post("/bouwstenen/samenstellen", { b: ["blok-1"], naam: "X" })).status).toBe(302);
  expect(await portal.db.selectFrom("event").select("act").execute()).toEqual([{ act: "note.save" }]);
});
