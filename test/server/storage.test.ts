import { sql } from "kysely";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/sessions.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { runsOnPostgres } from "#test/support/database.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";
import { aServer } from "#test/support/server.ts";

async function signedIn(portal: Portal): Promise<string> {
  portal.clockStrikes(new Date().toISOString().slice(0, 16));
  const context = { ...portal.resources, now: () => instant(new Date()), actor: await portal.actor("stranger") };
  return (await startSession(context, "secretaris.veilig", new Request("http://localhost/"))).split(";")[0] ?? "";
}

test.skipIf(runsOnPostgres)("on a full disk reading goes on and a change is refused whole, with a word about it", async () => {
  const portal = await aPortal();
  const cookie = await signedIn(portal);
  const server = await aServer(portal);
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(portal.db);
  await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count ?? 1}`).execute(portal.db);
  const fields = { title: "Een lange behoefte", statement: "x ".repeat(2_400), body: "veilig" };

  let full = await server.post("/behoeften/nieuw", fields, cookie);
  for (let more = 0; more < 20 && full.status === 302; more++) full = await server.post("/behoeften/nieuw", fields, cookie);
  const [stored, logged] = await Promise.all([portal.db.selectFrom("need").select("id").execute(), portal.db.selectFrom("event").select("id").where("subject_kind", "=", "need").execute()]);
  expect([full.status, full.body]).toEqual([507, expect.stringContaining("De schijf is vol")]);
  expect((await server.get("/behoeften", cookie)).status).toBe(200);
  expect(stored.length - 2).toBe(logged.length);
});

test.runIf(runsOnPostgres)("a database that does not answer in time becomes a page that says so", async () => {
  const portal = await aPortal();
  const cookie = await signedIn(portal);
  const server = await aServer(portal);
  await sql`alter database ${sql.ref(await nameOf(portal))} set lock_timeout = '200ms'`.execute(portal.db);
  await portal.db.transaction().execute(async (trx) => {
    await sql`lock table session in access exclusive mode`.execute(trx);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(trx);
    const answer = await server.get("/mijn", cookie);
    expect([answer.status, answer.headers["retry-after"], answer.body]).toEqual([503, "60", expect.stringContaining("even niet bereikbaar")]);
  });
  expect((await server.get("/mijn", cookie)).status).toBe(200);
});

const nameOf = async ({ db }: Portal): Promise<string> => (await sql<{ name: string }>`select current_database() as name`.execute(db)).rows[0]?.name ?? "";
