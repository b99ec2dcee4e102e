import { expect, test } from "vitest";
import { disableAccount } from "#app/commands/access/disable-account.ts";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

test("the beheerder makes a body, a seat, an account and a member; the body's page shows them", async () => {
  const portal = await aPortal();
  const [admin, stranger] = [anApp(portal).as("beheer"), anApp(portal).as("stranger")];
  const body = { name: "Expertgroep GGI-Data", slug: "data", prefix: "DAT", kind: "expertgroep", purpose: "Schrijft over data.", defaultTlp: "CLEAR" };
  expect((await admin.post("/beheer/gremia/nieuw", { ...body, prefix: "da" })).status).toBe(409);
  expect((await admin.post("/beheer/gremia/nieuw", { ...body, prefix: "NET" })).status).toBe(409);
  expect((await admin.post("/beheer/gremia/nieuw", body)).headers.get("Location")).toBe("/beheer/gremia/data");
  expect((await admin.post("/beheer/gremia/data/zetels", { organisation: "Nergenshuizen", isVoting: "ja" })).status).toBe(409);
  expect((await admin.post("/beheer/gremia/data/zetels", { organisation: "9001", isVoting: "ja" })).status).toBe(302);
  expect((await admin.post("/beheer/gremia/data/zetels", { organisation: "Gemeente 1", isVoting: "ja" })).status).toBe(409);

  const made = await admin.post("/beheer/accounts/nieuw", { name: "Nina Nieuw", email: "nina@gemeente.nl", organisation: "9001" });
  const path = /\/wachtwoord\/[\w-]{43}/.exec(await made.text())?.[0] ?? "";
  expect(readable(await stranger.page(path))).toContain("Voor het account nina@gemeente.nl.");
  const seat = await portal.db.selectFrom("seat").innerJoin("body", "body.id", "seat.body_id").select("seat.id").where("body.slug", "=", "data").executeTakeFirstOrThrow();
  expect((await admin.post("/beheer/gremia/data/leden", { seat: seat.id, email: "nina@gemeente.nl", role: "member" })).status).toBe(302);
  expect(readable(await stranger.page("/gremia/data"))).toContain("Gemeente 1 Nina Nieuw (lid) stemt");

  expect((await admin.post(`/beheer/gremia/data/zetels/${seat.id}/einde`)).status).toBe(302);
  portal.clockAdvances(1000);
  expect(readable(await stranger.page("/gremia/data"))).not.toContain("Nina Nieuw");
  const acts = await portal.db.selectFrom("event").select("act").execute();
  expect(acts.map(({ act }) => act).sort()).toEqual(["account.add", "body.add", "membership.add", "seat.add", "seat.end"]);
});

test("a blocked account is out at once; the last beheerder cannot be blocked", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  expect((await disableAccount(admin, { id: "gemeente1", disabled: true })).ok).toBe(true);
  expect((await portal.actor("gemeente1")).id).toBeNull();
  expect((await disableAccount(admin, { id: "gemeente1", disabled: false })).ok).toBe(true);
  expect((await portal.actor("gemeente1")).id).toBe("gemeente1");
  expect(await disableAccount(admin, { id: "beheer", disabled: true })).toEqual({ ok: false, refusal: "last-admin" });
});

test("nobody else comes in: a stranger signs in first, another account is refused, whatever the page or button", async () => {
  const portal = await aPortal();
  const pages = ["/beheer", "/beheer/accounts", "/beheer/accounts/nieuw", "/beheer/gremia", "/beheer/gremia/nieuw", "/beheer/gremia/veilig", "/beheer/gremia/veilig/zetels", "/beheer/gremia/veilig/leden"];
  for (const page of pages) {
    expect([page, (await anApp(portal).as("stranger").get(page)).status]).toEqual([page, 302]);
    expect([page, (await anApp(portal).as("secretaris.veilig").get(page)).status]).toEqual([page, 403]);
    expect([page, (await anApp(portal).as("beheer").get(page)).status]).toEqual([page, 200]);
  }
  for (const button of ["/beheer/accounts/gemeente1/blokkade", "/beheer/accounts/gemeente1/link", "/beheer/gremia/veilig/zetels/seat-lid1.veilig/einde", "/beheer/gremia/veilig/leden/membership-lid1.veilig/einde"]) {
    expect([button, (await anApp(portal).as("gemeentebeheerder1").post(button)).status]).toEqual([button, 403]);
  }
});

test("a new link works for somebody who forgot the password, and is shown once", async () => {
  const portal = await aPortal();
  const admin = anApp(portal).as("beheer");
  const answer = await admin.post("/beheer/accounts/gemeente1/link");
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(await answer.text()).toMatch(/\/wachtwoord\/[\w-]{43}/);
  expect(readable(await admin.page("/beheer/accounts/gemeente1/link"))).toContain("Hier staat geen link.");
});
