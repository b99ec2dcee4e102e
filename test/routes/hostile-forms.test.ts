import { expect, test } from "vitest";
import { anApp, routeTable } from "#test/support/app.ts";
import { inPortfolio } from "#test/support/portfolio.ts";
import { aPortal } from "#test/support/portal.ts";

const DRAFT = {
  title: "Een nette titel", statement: "De leverancier meldt dit.", rationale: "", acceptance: "", source: "", moscow: "must", weight: "", components: ["ggi-veilig"], needs: ["BH-001"], policyAreas: [] as string[], controls: "",
  body: "veilig", kind: "eis", tlp: "CLEAR", why: "Duidelijker",
};

test("fields that a form does not have are ignored: nobody gives a proposal an author, a state or a number", async () => {
  const portal = await aPortal();
  const answer = await anApp(portal).as("lid1.veilig").post("/voorstellen/nieuw", {
    ...DRAFT, id: "mijn-id", number: "VEI-999", state: "adopted", status: "adopted", created_by: "beheer", authorId: "beheer", bodyId: "netwerk", body_id: "netwerk", current_version: "7", sharedAt: "2020-01-01", role: "chair", weight_of_seat: "9",
  });
  expect(answer.headers.get("Location")).toBe("/voorstellen/VEI-001");
  const row = await portal.db.selectFrom("proposal").select(["number", "state", "created_by", "body_id", "current_version", "shared_at"]).executeTakeFirstOrThrow();
  expect(row).toEqual({ number: "VEI-001", state: "draft", created_by: "lid1.veilig", body_id: "veilig", current_version: 1, shared_at: null });
});

test("nobody makes an account a beheerder, or a seat heavier, with a field that the form lacks", async () => {
  const portal = await aPortal();
  const app = anApp(portal);
  await app.as("gemeente1").post("/account/wachtwoord", { is_admin: "1", isAdmin: "ja", role: "chair" });
  await app.as("gemeentebeheerder1").post("/gemeenten/9001/aansluiting", { is_admin: "1", organisation_id: "gemeente-2", weight: "9" });
  await app.as("beheer").post("/beheer/gremia/veilig/zetels", { organisation: "Gemeente 2", isVoting: "ja", weight: "9", body_id: "netwerk", from: "2020-01-01" });
  const admins = await portal.db.selectFrom("person").select("id").where("is_admin", "=", 1).execute();
  const heavy = await portal.db.selectFrom("seat").select("id").where("weight", ">", 1).execute();
  const netwerk = await portal.db.selectFrom("seat").select("id").where("organisation_id", "=", "gemeente-2").where("body_id", "=", "netwerk").execute();
  expect([admins, heavy, netwerk]).toEqual([[{ id: "beheer" }], [], []]);
});

test("a field that comes twice where one belongs is a 400, and nothing is kept", async () => {
  const portal = await aPortal();
  const number = await inPortfolio(portal, "Een eis");
  const before = await portal.db.selectFrom("event").select("id").execute();
  const browser = anApp(portal).as("lid1.veilig");
  for (const [path, fields] of [
    ["/voorstellen/nieuw", { ...DRAFT, tlp: ["CLEAR", "RED"] }],
    [`/voorstellen/${number}`, { version: ["1", "2"], statement: "Een reactie", quote: "" }],
    ["/volgen", { kind: "proposal", reference: [number, "NET-999"], follow: "1" }],
    ["/inloggen", { email: ["a@b.nl", "c@d.nl"], password: "x" }],
  ] as const) expect([path, (await browser.post(path, fields)).status]).toEqual([path, 400]);
  expect(await portal.db.selectFrom("event").select("id").execute()).toEqual(before);
});

const MALFORMED: readonly { readonly name: string; readonly type: string; readonly body: string }[] = [
  { name: "multipart without its boundary", type: "multipart/form-data; boundary=x", body: "geen begin" },
  { name: "multipart that stops halfway", type: "multipart/form-data; boundary=x", body: '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nhalf' },
  { name: "multipart without a name", type: "multipart/form-data; boundary=x", body: "--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--" },
  { name: "a percent sign that leads nowhere", type: "application/x-www-form-urlencoded", body: "title=%E0%A4%A&body=%&kind=%00" },
  { name: "only ampersands", type: "application/x-www-form-urlencoded", body: "&&&=&=" },
  { name: "names from the prototype", type: "application/x-www-form-urlencoded", body: "__proto__=1&constructor=2&toString=3&hasOwnProperty=4" },
  { name: "text that is no form", type: "text/plain", body: "hallo" },
];
const LEAK = / at \S+[:(]\d|\/(?:home|usr|tmp|work|root|app\/routes)\/|node_modules|SQLITE_|sqlite|kysely|postgres|select .* from|insert into|Unexpected Server Error|\bZodError\b/i;

/** Outside the build the stylesheet and the fonts stand where they were installed; a visitor never sees that. */
const seenBy = (page: string): string => page.replace(/<link [^>]*>/g, "");

test.each(MALFORMED)("$name is refused by every form with a page that tells nothing of the inside", async ({ type, body }) => {
  const portal = await aPortal();
  const number = await inPortfolio(portal, "Een eis");
  const surprises: string[] = [];
  for (const who of ["stranger", "secretaris.veilig", "beheer"]) {
    const browser = anApp(portal, { isDemo: true }).as(who);
    for (const door of routeTable.filter(({ module }) => "action" in module)) {
      const address = `/${door.path ?? ""}`.replace(/^\/\//, "/").replace(/:([A-Za-z]+)/g, (_, name: string) => ({ number, slug: "veilig", code: "9001" })[name] ?? "bestaat-niet");
      const answer = await browser.send(address, { method: "POST", headers: { "content-type": type }, body });
      const text = await answer.text();
      if (answer.status >= 500) surprises.push(`${who} ${address}: ${answer.status}`);
      if (answer.status >= 400 && LEAK.test(seenBy(text))) surprises.push(`${who} ${address}: ${answer.status} says ${LEAK.exec(seenBy(text))?.[0]}`);
    }
  }
  expect(surprises).toEqual([]);
}, 120_000);

test("no address with a strange parameter answers with an error of the inside", async () => {
  const portal = await aPortal();
  const surprises: string[] = [];
  for (const odd of ["'; drop table person; --", "../../etc/passwd", "%F0%9F%92%A9", "constructor", "__proto__", "a".repeat(3_000), "-1", "0x10", "null", "‮omgekeerd"]) {
    const browser = anApp(portal).as("lid1.veilig");
    for (const door of routeTable.filter(({ module, path }) => "loader" in module && path?.includes(":"))) {
      const address = `/${door.path ?? ""}`.replace(/^\/\//, "/").replace(/:[A-Za-z]+/g, () => encodeURIComponent(odd));
      const answer = await browser.get(`${address}?na=${encodeURIComponent(odd)}&q=${encodeURIComponent(odd)}`);
      const text = await answer.text();
      if (answer.status >= 500 || (answer.status >= 400 && LEAK.test(seenBy(text)))) surprises.push(`${address.slice(0, 80)}: ${answer.status} ${LEAK.exec(seenBy(text))?.[0] ?? ""}`);
    }
  }
  expect(surprises).toEqual([]);
}, 120_000);
