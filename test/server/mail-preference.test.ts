import { expect, test } from "vitest";
import { preferenceOf } from "#db/queries/mail-preferences.ts";
import { aPortal } from "#test/support/portal.ts";
import { aServer } from "#test/support/server.ts";

const wants = async (db: Parameters<typeof preferenceOf>[0]) => (await preferenceOf(db, "lid1.veilig", "unused")).wantsReminders;

test("a mail program leaves with one click, without cookie or origin, and is not sent on", async () => {
  const portal = await aPortal();
  const server = await aServer(portal);
  await preferenceOf(portal.db, "lid1.veilig", "a-token");

  const answer = await server.ask("POST", "/afmelden/a-token", { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "List-Unsubscribe=One-Click" });

  expect(answer.status).toBe(204);
  expect(await wants(portal.db)).toBe(false);
  expect((await portal.db.selectFrom("event").select("act").where("act", "=", "mail.preference").execute()).length).toBe(1);
});

test("a person sees what is switched on, switches it off and on again; a wrong address is nobody's", async () => {
  const portal = await aPortal();
  const server = await aServer(portal);
  await preferenceOf(portal.db, "lid1.veilig", "a-token");

  expect((await server.get("/afmelden/a-token")).body).toContain("U krijgt nu herinneringen, uitslagen en nieuws over de roadmap.");
  expect((await server.post("/afmelden/a-token", { aan: "nee" })).status).toBe(302);
  expect((await server.get("/afmelden/a-token")).body).toContain("geen herinneringen");
  await server.post("/afmelden/a-token", { aan: "ja" });
  expect(await wants(portal.db)).toBe(true);
  expect((await server.get("/afmelden/another")).status).toBe(404);
  expect((await server.ask("POST", "/afmelden/another", { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "" })).status).toBe(404);
});
