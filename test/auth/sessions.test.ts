import { expect, test } from "vitest";
import { endSession, startSession, tokenIn, visitOf } from "#app/auth/sessions.ts";
import { HOUR, instant, later, MINUTE } from "#app/domain/shared/instant.ts";
import { aPortal } from "#test/support/portal.ts";

const request = (cookie?: string) => new Request("http://localhost:3000/", { headers: { "user-agent": "Proefbrowser", ...(cookie !== undefined && { cookie }) } });

/** Somebody who signed in now: Lucia reads the real clock, so these tests live in the present. */
async function signedIn() {
  const portal = await aPortal();
  const start = instant(new Date());
  let passed = 0;
  const resources = { ...portal.resources, now: () => later(start, passed) };
  const context = { ...resources, actor: await portal.actor("stranger") };
  const cookie = await startSession(context, "gemeente1", request());
  const token = tokenIn(cookie, false);
  return { portal, resources, context, cookie, token, passes: (time: number) => void (passed += time), visitor: async () => (await visitOf(resources, token)).actor.id };
}

test("who signed in is known by the cookie, of which the database holds only a hash", async () => {
  const { portal, cookie, token, visitor } = await signedIn();
  expect(await visitor()).toBe("gemeente1");
  expect(cookie).toMatch(/^sessie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(JSON.stringify(await portal.db.selectFrom("session").selectAll().execute())).not.toContain(token);
});

test("after half an hour of silence the session is over; every sign of life starts the half hour again", async () => {
  const { passes, visitor } = await signedIn();
  for (let visit = 0; visit < 5; visit++) {
    passes(29 * MINUTE);
    expect(await visitor()).toBe("gemeente1");
  }
  passes(30 * MINUTE);
  expect(await visitor()).toBeNull();
  passes(MINUTE);
  expect(await visitor()).toBeNull();
});

test("an ended session still tells whose form came too late, and leaves after a day", async () => {
  const { portal, resources, context, token, passes } = await signedIn();
  passes(31 * MINUTE);
  expect(await visitOf(resources, token)).toMatchObject({ heldBy: "gemeente1", actor: { id: null } });
  passes(40 * HOUR);
  await startSession(context, "gemeente1", request());
  expect(await portal.db.selectFrom("session").select("id").execute()).toHaveLength(1);
});

test("twelve hours after signing in it is over, however busy somebody was", async () => {
  const { portal, visitor } = await signedIn();
  const { expires_at: end, created_at: begin } = await portal.db.selectFrom("session").select(["expires_at", "created_at"]).executeTakeFirstOrThrow();
  expect(Math.round((Date.parse(end) - Date.parse(begin)) / HOUR)).toBe(12);
  await portal.db.updateTable("session").set({ expires_at: instant(new Date(Date.now() - 1)) }).execute();
  expect(await visitor()).toBeNull();
});

test("signing in again ends the session that was presented; signing out ends it for good", async () => {
  const { portal, context, cookie, resources, visitor } = await signedIn();
  const presented = cookie.split(";")[0] ?? "";
  const second = await startSession(context, "gemeente1", request(presented));
  expect(await visitor()).toBeNull();
  const visit = await visitOf(resources, tokenIn(second, false));
  expect(await endSession(visit, request(second.split(";")[0]))).toMatch(/Max-Age=0$/);
  expect(await portal.db.selectFrom("session").select("id").execute()).toEqual([]);
  expect((await portal.db.selectFrom("event").select("act").orderBy("sequence").execute()).map(({ act }) => act)).toEqual(["session.start", "session.start", "session.end"]);
});

test("a disabled account is a stranger at once", async () => {
  const { portal, visitor } = await signedIn();
  await portal.db.updateTable("person").set({ disabled_at: instant(new Date()) }).where("id", "=", "gemeente1").execute();
  expect(await visitor()).toBeNull();
});
