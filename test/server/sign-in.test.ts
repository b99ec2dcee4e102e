import { expect, test } from "vitest";
import { FREE_TRIES } from "#app/domain/access/throttle.ts";
import { MINUTE } from "#app/domain/shared/instant.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";
import { aServer, cookiesOf } from "#test/support/server.ts";

const PASSWORD = "fietsen door de regen";
const hash = hashPassword(PASSWORD);

/** A served portal in the present (Lucia reads the real clock), in which gemeente1 and lid1.veilig have a password. */
async function served() {
  const portal = await aPortal();
  portal.clockStrikes(new Date().toISOString().slice(0, 16));
  for (const id of ["gemeente1", "lid1.veilig"]) await portal.db.updateTable("person").set({ password_hash: await hash }).where("id", "=", id).execute();
  const server = await aServer(portal);
  const signIn = async (who: string, password = PASSWORD, cookie = "") => server.post("/inloggen", { email: await addressOf(portal, who), password }, cookie);
  return { portal, server, signIn };
}

const addressOf = async ({ db }: Portal, id: string): Promise<string> => (await db.selectFrom("person").select("email").where("id", "=", id).executeTakeFirstOrThrow()).email;

test("after five wrong passwords somebody waits, told how long; the device of the owner does not", async () => {
  const { portal, signIn } = await served();
  const own = cookiesOf(await signIn("gemeente1")).match(/apparaat=[\w-]+/)?.[0] ?? "";
  for (let miss = 0; miss < FREE_TRIES.account; miss++) expect((await signIn("gemeente1", "mis")).status).toBe(422);
  expect((await signIn("gemeente1", "mis")).status).toBe(422);

  const late = await signIn("gemeente1");
  expect([late.status, late.headers["retry-after"]]).toEqual([429, "5"]);
  expect((await signIn("gemeente1", PASSWORD, own)).status).toBe(302);
  portal.clockAdvances(MINUTE);
  expect((await signIn("gemeente1")).status).toBe(302);
});

test("tries at the same moment count one by one", async () => {
  const { signIn } = await served();
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn("gemeente1", "mis")));
  const statuses = answers.map(({ status }) => status);
  expect([statuses.filter((status) => status === 422).length, statuses.filter((status) => status === 429).length]).toEqual([6, 6]);
});

test("a form that came after the session had ended is kept, shown to its owner only, and done by nobody", async () => {
  const { portal, server, signIn } = await served();
  const session = cookiesOf(await signIn("gemeente1"));
  portal.clockAdvances(31 * MINUTE);
  const title = "Een behoefte die niet verloren mag gaan";
  const before = await portal.db.selectFrom("need").select("id").execute();

  const sent = await server.post("/behoeften/nieuw", { title, statement: "Omdat het zo is.", body: "veilig" }, session);
  expect([sent.status, sent.headers.location]).toEqual([302, "/inloggen?naar=%2Fbehoeften%2Fnieuw"]);
  const form = cookiesOf(sent);
  expect(form).toMatch(/^formulier=/);
  expect(JSON.stringify(await portal.db.selectFrom("kept_form").selectAll().execute())).not.toContain("verloren");

  const other = await signIn("lid1.veilig", PASSWORD, form);
  expect(other.headers.location).toBe("/");
  expect((await server.get("/bewaarde-tekst", `${cookiesOf(other)}; ${form}`)).body).not.toContain(title);

  const again = await signIn("gemeente1", PASSWORD, form);
  expect(again.headers.location).toBe("/bewaarde-tekst");
  const signedIn = `${cookiesOf(again)}; ${form}`;
  const page = await server.get("/bewaarde-tekst", signedIn);
  expect(page.body).toContain(title);
  const [, action = "", hidden = ""] = /<form method="post" action="([^"]*)"[^>]*><input type="hidden" name="([^"]+)"/.exec(page.body) ?? [];
  const typed = { title, statement: "Omdat het zo is.", body: "veilig" };
  const shown = await server.post(action, { ...typed, [hidden]: "ja" }, signedIn);
  expect([shown.status, shown.body.includes(title), shown.body.includes(hidden)]).toEqual([422, true, false]);
  expect(await portal.db.selectFrom("need").select("id").execute()).toEqual(before);
  expect((await server.post(action, typed, signedIn)).status).toBe(302);
  expect(await portal.db.selectFrom("need").select("title").where("title", "=", title).execute()).toHaveLength(1);

  await server.post("/bewaarde-tekst/verwijdering", {}, signedIn);
  expect(await portal.db.selectFrom("kept_form").select("id").execute()).toEqual([]);
});
