import { expect, test } from "vitest";
import { addAccount, type AccountInput } from "#app/commands/access/add-account.ts";
import { disableAccount } from "#app/commands/access/disable-account.ts";
import { inviteAccount } from "#app/commands/access/invite-account.ts";
import { setPassword } from "#app/commands/access/set-password.ts";
import { addSeat } from "#app/commands/bodies/add-seat.ts";
import { runUserAdd } from "../../../db/cli/user-add.ts";
import { anApp } from "#test/support/app.ts";
import { aPortal, insertPerson } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

const TOKEN = "een-token-dat-niemand-raadt";
const input = (changes: Partial<AccountInput> = {}): AccountInput => ({ name: "Nieuwe Collega", email: "Nieuw@gemeente.nl", organisation: "9001", isAdmin: false, isMunicipalAdmin: false, token: TOKEN, ...changes });

test("a beheerder adds an account; its link works once, also when two use it at the same moment", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  expect((await addAccount(admin, input())).ok).toBe(true);
  const answers = await Promise.all([1, 2].map((hash) => setPassword(admin, { token: TOKEN, passwordHash: `hash-${hash}` })));

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "link-used" });
  const acts = await portal.db.selectFrom("event").select("act").orderBy("sequence").execute();
  expect(acts.map(({ act }) => act)).toEqual(["account.add", "account.set-password"]);
});

test("a new link takes the place of the earlier one", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  const added = await addAccount(admin, input());
  await inviteAccount(admin, { id: added.ok ? added.value.id : "", token: "een-nieuwer-token" });
  expect(await setPassword(admin, { token: TOKEN, passwordHash: "hash" })).toEqual({ ok: false, refusal: "link-used" });
  expect((await setPassword(admin, { token: "een-nieuwer-token", passwordHash: "hash" })).ok).toBe(true);
});

test("two beheerders who block each other at the same moment: one of them stays", async () => {
  const portal = await aPortal();
  await insertPerson(portal.db, "beheer2", null, { isAdmin: true });
  const [first, second] = [await portal.actingAs("beheer"), await portal.actingAs("beheer2")];
  const answers = await Promise.all([disableAccount(first, { id: "beheer2", disabled: true }), disableAccount(second, { id: "beheer", disabled: true })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "last-admin" });
});

test("an organisation gets one seat, also when two give it at the same moment", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  const answers = await Promise.all([1, 2, 3].map(() => addSeat(admin, { body: "veilig", organisation: "9001", isVoting: true })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "seat-taken" });
});

test("a link is over after 72 hours, and its token is nowhere in the database", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  await addAccount(admin, input());
  expect(JSON.stringify(await portal.db.selectFrom("credential_link").selectAll().execute())).not.toContain(TOKEN);
  portal.clockAdvances(72 * 3_600_000);
  expect(await setPassword(admin, { token: TOKEN, passwordHash: "hash" })).toEqual({ ok: false, refusal: "link-expired" });
});

test.each([
  ["somebody who is no beheerder", "secretaris.veilig", {}, "not-allowed"],
  ["a stranger", "stranger", {}, "not-allowed"],
  ["an account without a name", "beheer", { name: " " }, "name-missing"],
  ["an address that is none", "beheer", { email: "geen adres" }, "email-invalid"],
  ["an address that has an account, in other letters", "beheer", { email: "GEMEENTE1@test.ggi" }, "email-taken"],
  ["an organisation that is not there", "beheer", { organisation: "0000" }, "organisation-unknown"],
] as const)("%s is refused and nothing is written", async (_, who, changes, refusal) => {
  const portal = await aPortal();
  const before = await portal.db.selectFrom("person").select("id").execute();
  expect(await addAccount(await portal.actingAs(who), input(changes))).toEqual({ ok: false, refusal });
  expect(await portal.db.selectFrom("person").select("id").execute()).toEqual(before);
  expect(await portal.db.selectFrom("credential_link").select("id").execute()).toEqual([]);
});

test("ggi user add makes the first beheerder, who sets a password with the printed link", async () => {
  const portal = await aPortal();
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line), now: portal.now, newId: portal.resources.newId, appUrl: () => "http://localhost:3000", open: () => Promise.resolve(portal.db) };
  expect(await runUserAdd(["--name", "Eerste Beheerder", "--email", "eerste@vng.nl", "--admin"], io)).toBe(0);
  const path = /\/wachtwoord\/[\w-]{43}/.exec(lines.join("\n"))?.[0] ?? "";
  expect(await runUserAdd(["--name", "Nog Een", "--email", "eerste@vng.nl"], io)).toBe(1);
  expect(await runUserAdd(["--naam", "Fout"], io)).toBe(2);

  const stranger = anApp(portal).as("stranger");
  expect(readable(await stranger.page(path))).toContain("Voor het account eerste@vng.nl.");
  expect((await stranger.post(path, { password: "kort", again: "kort" })).status).toBe(422);
  expect((await stranger.post(path, { password: "fietsen door de regen", again: "iets anders hier" })).status).toBe(422);
  const set = await stranger.post(path, { password: "fietsen door de regen", again: "fietsen door de regen" });
  expect([set.status, set.headers.get("Location")]).toEqual([302, "/inloggen"]);
  expect((await stranger.get(path)).status).toBe(404);
  const person = await portal.db.selectFrom("person").select(["password_hash", "is_admin"]).where("email_key", "=", "eerste@vng.nl").executeTakeFirst();
  expect([person?.is_admin, person?.password_hash?.startsWith("$argon2id$")]).toEqual([1, true]);
});
