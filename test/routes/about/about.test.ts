import { expect, test } from "vitest";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { anApp, routeTable } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { freshDatabase } from "#test/support/database.ts";
import { aPortal, at } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

test("every link in the menu, the foot and the start page leads to a page that is there", async () => {
  const portal = await aPortal();
  for (const who of ["stranger", "secretaris.taskforce"]) {
    const browser = anApp(portal).as(who);
    const page = await browser.page("/");
    const links = [...new Set([...page.replace(/<link [^>]*>/g, "").matchAll(/href="(\/[^"#]*)"/g)].map(([, address]) => address ?? ""))].filter((address) => address !== "");
    expect(links.length).toBeGreaterThan(15);
    for (const address of links) {
      const answer = await browser.get(address);
      const leads = answer.status === 200 || (who === "stranger" && answer.headers.get("Location")?.startsWith("/inloggen"));
      expect([address, leads]).toEqual([address, true]);
    }
  }
});

test.each(["/meedoen", "/over", "/privacy", "/toegankelijkheid", "/begrippen"])("%s opens for everybody with one heading", async (address) => {
  const page = await anApp(await aPortal()).as("stranger").page(address);
  expect(page.match(/<h1/g)).toHaveLength(1);
});

test("feeds and the sitemap hold what everybody may read and nothing else, also for who may read more", async () => {
  const portal = await aPortal();
  for (const [tlp, title] of [["CLEAR", "Openbare eis"], ["GREEN", "Reigereis"]] as const) {
    const made = await draftProposal(await portal.actingAs("lid1.netwerk"), { ...aText({ title, needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp });
    if (made.ok) await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number: made.value.number });
  }
  const member = anApp(portal).as("lid1.netwerk");
  for (const address of ["/feeds/voorstellen.atom", "/feeds/gremia/netwerk.atom", "/sitemap.xml"]) {
    const text = await member.page(address);
    expect(text).toContain("NET-001");
    expect(text).not.toMatch(/NET-002|Reigereis/);
  }
  expect((await member.get("/feeds/gremia/onbekend.atom")).status).toBe(404);
  expect(await member.page("/robots.txt")).toContain("Sitemap: http://localhost:3000/sitemap.xml");
});

test("every address has one page, and no page stands at two addresses", () => {
  const addresses = routeTable.map(({ path, index }) => (index ? "/" : path));
  expect(new Set(addresses).size).toBe(addresses.length);
});

test("a portal without accounts says at the sign-in page what to do first", async () => {
  const db = await freshDatabase();
  const actingAs = () => Promise.resolve({ db, actor: STRANGER, now: () => at("12:00"), newId: () => "id" });
  const empty = anApp({ actingAs }).as("stranger");
  expect(readable(await empty.page("/inloggen"))).toMatch(/heeft nog geen accounts.*ggi -- user add/);
  for (const address of ["/", "/gremia", "/voorstellen", "/stemrondes", "/vergaderingen", "/besluiten", "/portfolio", "/roadmap", "/behoeften", "/gemeenten", "/bouwstenen", "/meedoen"]) expect([address, (await empty.get(address)).status]).toEqual([address, 200]);
  expect(readable(await anApp(await aPortal()).as("stranger").page("/inloggen"))).not.toContain("heeft nog geen accounts");
});
