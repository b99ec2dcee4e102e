import { expect, test } from "vitest";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

test("the overview of rights names everybody with a role now, on the page and in the file", async () => {
  const portal = await aPortal();
  const admin = anApp(portal).as("beheer");
  const page = readable(await admin.page("/beheer/rechten"));
  expect(page).toContain("Persoon beheer Het portaal beheerder");
  expect(page).toContain("Persoon lid1.veilig Expertgroep GGI-Veilig lid stemt");
  expect(page).not.toContain("Persoon gemeente1 ");
  const file = await admin.get("/beheer/rechten.csv");
  expect(file.headers.get("Content-Disposition")).toContain("rechten-2026-03-05.csv");
  expect((await file.text()).split("\r\n")).toHaveLength(page.split("actief").length + 1);
  for (const path of ["/beheer/rechten", "/beheer/rechten.csv"]) {
    expect((await anApp(portal).as("secretaris.veilig").get(path)).status).toBe(403);
    expect((await anApp(portal).as("stranger").get(path)).status).toBe(302);
  }
});

test("security.txt gives the contact that was set and an end, and is not there without one", async () => {
  const portal = await aPortal();
  expect((await anApp(portal).as("stranger").get("/.well-known/security.txt")).status).toBe(404);
  const answer = await anApp(portal, { securityContact: "mailto:veilig@voorbeeld.nl" }).as("stranger").get("/.well-known/security.txt");
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/plain; charset=utf-8"]);
  expect((await answer.text()).split("\n")).toEqual(["Contact: mailto:veilig@voorbeeld.nl", "Expires: 2026-09-01T00:00:00.000Z", "Preferred-Languages: nl, en", "Canonical: http://localhost:3000/.well-known/security.txt", ""]);
});

test("organisations are added, changed, found and refused through the pages", async () => {
  const portal = await aPortal();
  const admin = anApp(portal).as("beheer");
  const fields = { kind: "koepel", name: "IMG 100.000+", code: "", province: "", inhabitants: "", contact: "Piet, 030 123", accountManager: "" };
  const made = await admin.post("/beheer/organisaties/nieuw", fields);
  expect(made.status).toBe(302);
  expect((await admin.post("/beheer/organisaties/nieuw", fields)).status).toBe(409);
  expect((await admin.post("/beheer/organisaties/nieuw", { ...fields, kind: "gemeente", name: "Nieuwstad" })).status).toBe(409);
  expect((await admin.post("/beheer/organisaties/nieuw", { ...fields, name: "" })).status).toBe(422);
  const address = made.headers.get("Location") ?? "";
  expect((await admin.post(address, { name: "IMG", province: "", inhabitants: "", contact: "", accountManager: "Anna" })).status).toBe(302);
  expect(readable(await admin.page("/beheer/organisaties?q=img"))).toContain("IMG Koepel");
  const page = readable(await anApp(portal).as("stranger").page(address.replace("/beheer", "")));
  expect(page).toContain("Accountmanager van VNG Realisatie Anna");
  expect((await anApp(portal).as("gemeente1").get("/beheer/organisaties")).status).toBe(403);
});
