import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

const text = readFileSync(new URL("../../domain/meetings/minutes/bullets-emoji.md", import.meta.url), "utf8");
const address = "/vergaderingen/importeren";

test("nothing is kept before the preview was confirmed", async () => {
  const portal = await aPortal();
  const secretary = anApp(portal).as("secretaris.veilig");

  const preview = await secretary.post(address, { body: "veilig", text, path: "2026-04-09/notulen.md", day: "", stap: "bekijken" });

  expect(preview.status).toBe(200);
  const page = readable(await preview.text());
  for (const words of ["Alex Groen", "Stan Miro", "Het profiel blijft een fork.", "De experts zijn ermee akkoord gegaan.", "9 april 2026"]) expect(page).toContain(words);
  expect(await portal.db.selectFrom("meeting").select("id").execute()).toEqual([]);

  const kept = await secretary.post(address, { body: "veilig", text, path: "2026-04-09/notulen.md", day: "", stap: "overnemen", names: "ja", kandidaat: ["23"] });
  expect(kept.status).toBe(302);
  expect((await portal.db.selectFrom("decision").select("dictum").orderBy("number").execute()).map(({ dictum }) => dictum)).toContain("De experts zijn ermee akkoord gegaan.");
  expect((await secretary.post(address, { body: "veilig", text, path: "", day: "", stap: "overnemen", names: "ja" })).status).toBe(409);
});

test("without the tick no names are taken over", async () => {
  const portal = await aPortal();
  await anApp(portal).as("secretaris.veilig").post(address, { body: "veilig", text, path: "", day: "", stap: "overnemen" });
  expect(await portal.db.selectFrom("attendance").select("name").execute()).toEqual([]);
});

test("an empty form is refused beside the field, another body or a lid not at all", async () => {
  const app = anApp(await aPortal());
  expect((await app.as("secretaris.veilig").post(address, { body: "veilig", text: " ", path: "", day: "", stap: "bekijken" })).status).toBe(422);
  expect((await app.as("secretaris.veilig").post(address, { body: "netwerk", text, path: "", day: "", stap: "bekijken" })).status).toBe(403);
  expect((await app.as("lid1.veilig").get(address)).status).toBe(403);
  expect((await app.as("stranger").get(address)).status).toBe(302);
});

test("what minutes carry in HTML never reaches a page as such", async () => {
  const portal = await aPortal();
  const app = anApp(portal);
  const hostile = "# Overleg 3 maart 2026\n\n## Punt <img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\nBesluit: <svg onload=alert(2)> akkoord\n";
  const secretary = app.as("secretaris.veilig");
  const preview = await (await secretary.post(address, { body: "veilig", text: hostile, path: "", day: "", stap: "bekijken" })).text();
  const kept = await secretary.post(address, { body: "veilig", text: hostile, path: "", day: "", stap: "overnemen" });
  const minutes = await secretary.page(`${kept.headers.get("location") ?? ""}/notulen`);

  for (const html of [preview, minutes]) expect(html).not.toMatch(/<(?:script>alert|img src=x|svg onload)/);
});
