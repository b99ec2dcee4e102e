import { expect, test } from "vitest";
import type { Day } from "#app/domain/shared/instant.ts";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

test("the list counts and filters the gemeenten of today", async () => {
  const portal = await aPortal();
  const stranger = anApp(portal).as("stranger");
  expect(readable(await stranger.page("/gemeenten"))).toContain("20 gemeenten");
  expect(readable(await stranger.page("/gemeenten?q=gemeente%203"))).toContain("1 gemeente");
  expect(readable(await stranger.page("/gemeenten?q=bestaatniet"))).toContain("Er is geen gemeente met deze keuze.");
});

test("the pages of the list hold every gemeente once, also those of the same name", async () => {
  const portal = await aPortal();
  const more = Array.from({ length: 100 }, (_, number) => ({ id: `meer-${number}`, name: `Dorp ${number % 40}`, code: `7${String(number).padStart(3, "0")}` }));
  const rest = { kind: "gemeente" as const, province: "Utrecht", inhabitants: 1, valid_from: null, valid_until: null, tile_row: null, tile_column: null, contact: null };
  await portal.db.insertInto("organisation").values(more.map((one) => ({ ...rest, ...one, name_key: one.name.toLowerCase() }))).execute();
  const stranger = anApp(portal).as("stranger");
  const seen: string[] = [];
  for (let address: string | undefined = "/gemeenten"; address !== undefined; ) {
    const page: string = await stranger.page(address);
    seen.push(...[...page.matchAll(/href="\/gemeenten\/(\d{4})"/g)].map(([, code]) => code ?? ""));
    address = /href="(\/gemeenten\?[^"]*)" rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
  }
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
});

test("a gemeentebeheerder sets the state, and the public list counts it", async () => {
  const portal = await aPortal();
  const [own, stranger] = [anApp(portal).as("gemeentebeheerder1"), anApp(portal).as("stranger")];
  expect(await own.page("/gemeenten/9001")).toContain('href="/gemeenten/9001/aansluiting"');
  expect(await stranger.page("/gemeenten/9001")).not.toContain("/aansluiting");
  const form = { "ggi-netwerk": "aangesloten", "ggi-veilig": "orientatie", "ggi-services": "niet", "ggi-afspraken": "niet", "toelichting-ggi-netwerk": "Sinds mei" };

  expect((await own.post("/gemeenten/9001/aansluiting", { ...form, "ggi-veilig": "misschien" })).status).toBe(422);
  expect((await own.post("/gemeenten/9001/aansluiting", form)).headers.get("Location")).toBe("/gemeenten/9001");
  expect(readable(await stranger.page("/gemeenten/9001"))).toMatch(/GGI-Netwerk Aangesloten Sinds mei/);
  expect(readable(await stranger.page("/gemeenten?onderdeel=ggi-netwerk&stand=aangesloten"))).toMatch(/1 gemeente\b/);
  expect((await anApp(portal).as("gemeente2").get("/gemeenten/9001/aansluiting")).status).toBe(403);
});

test("a gemeente that merged stays readable and points to its successor, but is not counted", async () => {
  const portal = await aPortal();
  await portal.db.updateTable("organisation").set({ valid_until: "2026-01-01" as Day }).where("id", "=", "gemeente-2").execute();
  await portal.db.insertInto("organisation_successor").values({ organisation_id: "gemeente-2", successor_id: "gemeente-1" }).execute();
  const stranger = anApp(portal).as("stranger");
  expect(readable(await stranger.page("/gemeenten"))).toContain("19 gemeenten");
  expect(readable(await stranger.page("/gemeenten/9002"))).toMatch(/bestaat niet meer sinds 1 januari 2026.*Gaat verder als Gemeente 1/);
  expect(readable(await stranger.page("/gemeenten/9001"))).toContain("Ontstaan uit Gemeente 2");
  expect((await stranger.get("/gemeenten/0000")).status).toBe(404);
});

test("a body shows its seats, members and what it works on", async () => {
  const portal = await aPortal();
  const stranger = anApp(portal).as("stranger");
  expect(readable(await stranger.page("/gremia"))).toContain("Expertgroep GGI-Veilig");
  const page = readable(await stranger.page("/gremia/veilig"));
  expect(page).toContain("Testgemeente veilig 1 Persoon lid1.veilig (lid) stemt");
  expect(page).toContain("Persoon voorzitter.veilig (voorzitter) adviseert");
  expect((await stranger.get("/gremia/onbekend")).status).toBe(404);
});
