import { expect, test } from "vitest";
import { HOUR, MINUTE } from "#app/domain/shared/instant.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { aPortal } from "#test/support/portal.ts";
import { aServer, cookiesOf } from "#test/support/server.ts";
import { readable } from "#test/support/walk.ts";

const [OLD, NEW] = ["fietsen door de regen", "wandelen langs de vaart"];
const hash = hashPassword(OLD);

async function served() {
  const portal = await aPortal();
  portal.clockStrikes(new Date().toISOString().slice(0, 16));
  for (const id of ["gemeente1", "gemeente2"]) await portal.db.updateTable("person").set({ password_hash: await hash }).where("id", "=", id).execute();
  const server = await aServer(portal);
  const signIn = async (password = OLD, who = "gemeente1") => server.post("/inloggen", { email: `${who}@test.ggi`, password });
  return { portal, server, signIn, session: async () => cookiesOf(await signIn()) };
}

const change = (fields: Partial<Record<"current" | "password" | "again", string>> = {}) => ({ current: OLD, password: NEW, again: NEW, ...fields });

test("a new password gives this browser a new session and ends all others; the old one no longer fits", async () => {
  const { server, signIn, session } = await served();
  const [here, there] = [await session(), await session()];
  const changed = await server.post("/account", change(), here);
  expect([changed.status, changed.headers.location]).toEqual([302, "/account"]);
  const fresh = cookiesOf(changed);
  expect([fresh.includes("sessie="), here.includes(/sessie=([\w-]+)/.exec(fresh)?.[1] ?? "-")]).toEqual([true, false]);
  expect((await server.get("/account", fresh)).status).toBe(200);
  for (const ended of [here, there]) expect((await server.get("/account", ended)).status).toBe(302);
  expect((await signIn(OLD)).status).toBe(422);
  expect((await signIn(NEW)).status).toBe(302);
});

test.each([
  ["a wrong present password", { current: "iets heel anders" }, 422, "Het huidige wachtwoord klopt niet."],
  ["a short one", { password: "kort", again: "kort" }, 422, "ten minste 12 tekens"],
  ["two that differ", { again: "wandelen langs de zee" }, 422, "De twee velden zijn niet gelijk."],
  ["the same again", { password: OLD, again: OLD }, 422, "Kies een ander wachtwoord"],
] as const)("%s is refused, and every session stays", async (_, fields, status, sentence) => {
  const { server, session } = await served();
  const here = await session();
  const answer = await server.post("/account", change(fields), here);
  expect([answer.status, readable(answer.body).includes(sentence), answer.body.includes(NEW)]).toEqual([status, true, false]);
  expect((await server.get("/account", here)).status).toBe(200);
});

test("who guesses at the present password has to wait, as at the door", async () => {
  const { server, session } = await served();
  const here = await session();
  for (let miss = 0; miss < 6; miss++) await server.post("/account", change({ current: `mis ${miss}` }), here);
  const late = await server.post("/account", change(), here);
  expect([late.status, Number(late.headers["retry-after"]) > 0]).toEqual([429, true]);
});

test("the list shows the sessions that work now: not one that was idle, not one of somebody else", async () => {
  const { portal, server, session, signIn } = await served();
  await session();
  await signIn(OLD, "gemeente2");
  portal.clockAdvances(31 * MINUTE);
  const here = await session();
  const ends = (body: string) => [...body.matchAll(/action="(\/account\/sessies\/[0-9a-f]{64}\/einde)"/g)].map(([, address]) => address);
  const page = await server.get("/account", here);
  expect(ends(page.body)).toHaveLength(1);
  expect(readable(page.body)).toContain("(dit apparaat)");
  expect(await portal.db.selectFrom("session").select("id").execute()).toHaveLength(3);
  portal.clockAdvances(12 * HOUR);
  expect((await server.get("/account", here)).status).toBe(302);
});

test("somebody ends one session, or all; nobody ends a session of somebody else", async () => {
  const { portal, server, session, signIn } = await served();
  const [here, there, other] = [await session(), await session(), cookiesOf(await signIn(OLD, "gemeente2"))];
  const ids = (await portal.db.selectFrom("session").select(["id", "person_id"]).orderBy("id").execute());
  const foreign = ids.find(({ person_id }) => person_id === "gemeente2")?.id ?? "";
  await server.post(`/account/sessies/${foreign}/einde`, {}, here);
  expect((await server.get("/account", other)).status).toBe(200);

  const own = (await server.get("/account", there)).body.match(/action="(\/account\/sessies\/[0-9a-f]{64}\/einde)"/g) ?? [];
  expect(own).toHaveLength(2);
  const out = await server.post("/account/sessies/einde", {}, here);
  expect([out.status, out.headers.location]).toEqual([302, "/inloggen"]);
  for (const ended of [here, there]) expect((await server.get("/account", ended)).status).toBe(302);
  expect((await server.get("/account", other)).status).toBe(200);
});
