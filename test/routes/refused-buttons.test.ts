import { expect, test } from "vitest";
import { anApp, routeTable } from "#test/support/app.ts";
import { inPortfolio } from "#test/support/portfolio.ts";
import { aPortal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

test("a button that a rule refuses answers 409 with a page that says why and leads back", async () => {
  const portal = await aPortal();
  const number = await inPortfolio(portal, "Al verder gebracht");
  for (const [who, act] of [["voorzitter.netwerk", "bespreking"], ["secretaris.netwerk", "adviesaanvraag"], ["secretaris.netwerk", "portfolio"]] as const) {
    const answer = await anApp(portal).as(who).post(`/voorstellen/${number}/${act}`);
    const page = await answer.text();
    expect([act, answer.status]).toEqual([act, 409]);
    expect(readable(page)).toContain("Dit kan niet in deze stand. Misschien heeft iemand het voorstel net verder gebracht.");
    expect(page).toContain(`href="/voorstellen/${number}"`);
    expect(page).toMatch(/<title>Dit kan nu niet · GGI-portaal<\/title>/);
  }
});

test("a button that somebody may not press, or that is not there, answers with a page in Dutch, never a blank one", async () => {
  const portal = await aPortal();
  const number = await inPortfolio(portal, "Een eis");
  const app = anApp(portal);
  const [refused, absent, read] = [await app.as("gemeente1").post(`/voorstellen/${number}/bespreking`), await app.as("voorzitter.netwerk").post("/voorstellen/NET-999/bespreking"), await app.as("voorzitter.netwerk").get(`/voorstellen/${number}/bespreking`)];
  expect([refused.status, absent.status, read.status]).toEqual([403, 404, 404]);
  expect(readable(await refused.text())).toContain("U mag dit niet doen");
  for (const answer of [absent, read]) expect(readable(await answer.text())).toContain("Deze pagina is er niet");
});

/** Only the script of the editor asks these, and reads what they say. */
const FOR_SCRIPT = ["routes/proposals/proposal-draft.ts", "routes/proposals/markdown-preview.ts", "routes/meetings/room-notes.ts", "routes/meetings/room-tap.ts"];

test("every address that only takes a button has such a page", () => {
  const bare = routeTable.filter(({ file, module }) => "action" in module && !("default" in module) && !FOR_SCRIPT.includes(file));
  expect(bare.map(({ file }) => file)).toEqual([]);
});
