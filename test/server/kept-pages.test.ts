import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { startSession } from "#app/auth/sessions.ts";
import { withNotice } from "#app/platform/notice.ts";
import { keptPages } from "#app/server/kept-pages.ts";
import { openDatabase } from "#db/client.ts";
import { CLOCKED, dataVersion, nextTurn } from "#db/data-version.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { onAQuietServer, runsOnPostgres } from "#test/support/database.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal, at, type Portal } from "#test/support/portal.ts";
import { aServer } from "#test/support/server.ts";
import { aChamber, aRound, at as inNovember } from "#test/support/voting.ts";

onAQuietServer();

async function aKeepingServer(portal: Pick<Portal, "db" | "now">) {
  const kept = keptPages(portal);
  return { kept, server: await aServer(portal, { kept }) };
}

async function aSharedProposal(portal: Portal, title: string, tlp: "CLEAR" | "GREEN" = "CLEAR"): Promise<string> {
  const made = await draftProposal(await portal.actingAs("lid1.netwerk"), { ...aText({ title, needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp });
  if (!made.ok) throw new Error(made.refusal);
  const shared = await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number: made.value.number });
  if (!shared.ok) throw new Error(shared.refusal);
  return made.value.number;
}

const cookieOf = async (portal: Portal, who: string): Promise<string> =>
  (await startSession({ ...portal.resources, actor: await portal.actor("stranger") }, who, new Request("http://localhost/"))).split(";")[0] ?? "";

test("a stranger gets the kept page, and 304 when it is still the same; HEAD gets its head alone", async () => {
  const portal = await aPortal();
  await aSharedProposal(portal, "Waterdichte koppeling");
  const { kept, server } = await aKeepingServer(portal);

  const emptyHead = await server.ask("HEAD", "/voorstellen");
  const first = await server.get("/voorstellen");
  const second = await server.get("/voorstellen");
  const tag = String(first.headers.etag);
  const same = await server.ask("GET", "/voorstellen", { headers: { "if-none-match": tag } });
  const head = await server.ask("HEAD", "/voorstellen");
  const zipped = await server.ask("GET", "/voorstellen", { headers: { "accept-encoding": "gzip" }, encoding: "latin1" });

  expect([emptyHead.status, emptyHead.body]).toEqual([200, ""]);
  expect(kept.size().pages).toBe(1);
  expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
  expect(first.body).toContain("Waterdichte koppeling");
  expect(first.headers).toMatchObject({ "cache-control": "no-cache", vary: "Accept-Encoding, Cookie" });
  expect([same.status, same.body, same.headers.etag]).toEqual([304, "", tag]);
  expect([head.status, head.body, Number(head.headers["content-length"])]).toEqual([200, "", Buffer.byteLength(first.body)]);
  expect(gunzipSync(Buffer.from(zipped.body, "latin1")).toString("utf8")).toBe(first.body);
  expect(first.headers["content-security-policy"]).not.toBe(second.headers["content-security-policy"]);
});

test("a change shows at once, and a text that is no longer for everybody is gone at once", async () => {
  const portal = await aPortal();
  const number = await aSharedProposal(portal, "Kwetsbare koppeling");
  const { kept, server } = await aKeepingServer(portal);
  await Promise.all([server.get("/voorstellen"), server.get(`/voorstellen/${number}`)]);
  const before = kept.holds("Kwetsbare koppeling");

  await aSharedProposal(portal, "Tweede voorstel");
  const list = await server.get("/voorstellen");
  await portal.db.updateTable("proposal").set({ tlp: "RED" }).where("number", "=", number).execute();
  const after = [await server.get("/voorstellen"), await server.get(`/voorstellen/${number}`)];

  expect(before).toBe(true);
  expect(list.body).toContain("Tweede voorstel");
  expect(after.map(({ status }) => status)).toEqual([200, 404]);
  expect(after.some(({ body }) => body.includes("Kwetsbare koppeling"))).toBe(false);
  expect(kept.holds("Kwetsbare koppeling")).toBe(false);
});

test.skipIf(runsOnPostgres)("what another process writes shows at once", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-kept-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [mine, other] = [await openDatabase(`file:${folder}/a.sqlite`), await openDatabase(`file:${folder}/a.sqlite`)];
  onTestFinished(async () => void (await Promise.all([mine.destroy(), other.destroy()])));
  await migrateToLatest(mine);
  const { kept, server } = await aKeepingServer({ db: mine, now: () => at("12:00") });
  const empty = await server.get("/gremia");

  await other.insertInto("body").values({ id: "b", slug: "b", name: "Expertgroep Verweggistan", prefix: "VER", kind: "expertgroep", purpose: "", default_tlp: "CLEAR", position: 1 }).execute();
  const full = await server.get("/gremia");

  expect(kept.size().pages).toBe(1);
  expect([empty.body.includes("Verweggistan"), full.body.includes("Verweggistan")]).toEqual([false, true]);
});

test.runIf(runsOnPostgres)("a transaction of another connection moves the stamp when it commits, and reading does not", async () => {
  const { db } = await aPortal();
  const writing = db.transaction().execute(async (trx) => {
    await trx.insertInto("counter").values({ name: "stempel", last: 1 }).execute();
    const [before, again] = [await dataVersion(db), await dataVersion(db)];
    await db.selectFrom("counter").selectAll().execute();
    return [before, again, await dataVersion(db)];
  });
  const [before, again, afterReading] = await writing;
  expect([again, afterReading]).toEqual([before, before]);
  expect(await dataVersion(db)).not.toBe(before);
});

test("a round that closes by the clock is closed at that very moment on the kept page", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const round = await aRound(chamber);
  const { kept, server } = await aKeepingServer({ db: chamber.db, now: chamber.resources.now });
  const page = async (time: string) => {
    chamber.clockStrikes(time);
    return (await server.get(`/stemrondes/${round}`)).body;
  };

  const [open, stillOpen, closed] = [await page("10:30"), await page("10:59"), await page("11:00")];

  expect(kept.size().pages).toBe(0);
  expect(stillOpen).toBe(open);
  expect(closed).not.toBe(open);
});

test("nobody with a cookie is served from what was kept, and nothing of theirs is kept", async () => {
  const portal = await aPortal();
  const secret = await aSharedProposal(portal, "Zilverreiger onder ons", "GREEN");
  const { kept, server } = await aKeepingServer(portal);
  const member = await cookieOf(portal, "lid1.netwerk");
  const notice = (await withNotice("comment-added")).headers["Set-Cookie"].split(";")[0] ?? "";
  const stranger = await server.get("/voorstellen");

  const own = await server.get("/voorstellen", member);
  const hidden = await server.get(`/voorstellen/${secret}`, member);
  const noticed = await server.get("/voorstellen", notice);
  const again = await server.get("/voorstellen", "");

  expect([own.body.includes("Zilverreiger"), hidden.status, stranger.body.includes("Zilverreiger")]).toEqual([true, 200, false]);
  expect([own.headers.etag, own.headers["cache-control"]]).toEqual([undefined, "no-store"]);
  expect(noticed.headers["set-cookie"]?.[0]).toMatch(/^melding=;/);
  expect(noticed.headers.etag).toBeUndefined();
  expect(noticed.body.length).toBeGreaterThan(stranger.body.length);
  expect(again.body).toBe(stranger.body);
  expect(kept.holds("Zilverreiger")).toBe(false);
});

test("a page with a form for somebody, a refusal and a page that is not there are not kept", async () => {
  const { kept, server } = await aKeepingServer(await aPortal());
  const answers = [await server.get("/inloggen"), await server.get("/mijn"), await server.get("/voorstellen/NET-999"), await server.get("/bestaat-niet"), await server.get("/voorstellen?_data=routes%2Fproposals%2Fproposals")];
  expect(answers.map(({ status }) => status)).toEqual([200, 302, 404, 404, 200]);
  expect(kept.size()).toEqual({ pages: 0, bytes: 0 });
});

test("the kept pages together stay within their room, whatever addresses are asked for", async () => {
  const portal = await aPortal();
  const kept = keptPages(portal);
  const seen = await kept.look();
  for (let page = 0; page < 60; page++) await kept.keep(`/zoeken?q=${page}`, seen, Buffer.alloc(1_000_000, "a"), "nonce");
  expect(kept.size().bytes).toBeLessThanOrEqual(24_000_000);
  expect([kept.find("/zoeken?q=0"), kept.find("/zoeken?q=59")?.plain.length]).toEqual([null, 1_000_000]);
  expect(await kept.keep("/", seen, Buffer.from("<script nonce=nonce>"), "nonce")).toBeNull();
});

test("the next turn of the clock is the first moment that shows, or midnight in the Netherlands", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  await aRound(chamber);
  const turns = await Promise.all(["10:30", "11:00", "12:00"].map((time) => nextTurn(chamber.db, inNovember(time))));
  expect(turns).toEqual(["11:00", "11:00", "23:00"].map(inNovember));
  expect(await nextTurn(chamber.db, at("2026-10-24T23:30"))).toBe(at("2026-10-25T23:00"));
});

/** Moments that say when something was done, or that no stranger's page shows; and days, which turn at midnight. */
const PAST = /(?:created|updated|changed|added|asked|announced|opened|established|published|ended|chair|secretary|pulled|cast|answered|settled|sent|held|concept|adopted|cancelled|done|used|withdrawn|handled|reviewed|told|given|accepted|revoked|disabled|last_seen|auth|seen|followed|shared|frozen)_at$/;
const ON_NO_PAGE = new Set(["credential_link.expires_at", "session.expires_at", "kept_form.expires_at", "throttle.until", "job.due_at", "job.claimed_until", "mail.due_at", "mail.claimed_until", "private_draft.saved_at", "proposal_import.started_at", "proposal_import.failed_at", "proxy.from", "proxy.until", "school_holiday.from", "school_holiday.until"]);

test("every column with a moment is on the list of the clock, or tells of something done, or shows on no page, or is a day", async () => {
  const { db } = await aPortal();
  const columns = (await db.introspection.getTables()).flatMap(({ name, columns: of }) => of.map((column) => `${name}.${column.name}`));
  const moments = columns.filter((column) => /\.(?:from|until|at)$|_(?:at|until|from)$/.test(column) && !/^kysely_|^search_/.test(column));
  const clocked = Object.entries(CLOCKED).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));
  const days = /(?:valid_from|valid_until|on_hold_until|cost_from)$/;
  const logged = /^(?:event|chain_head|proposal_step|recusal|roadmap_move|score|treatment_request|initiative_\w+)\.at$/;
  expect(clocked.filter((column) => !moments.includes(column))).toEqual([]);
  expect(moments.filter((column) => !clocked.includes(column) && !PAST.test(column) && !ON_NO_PAGE.has(column) && !days.test(column) && !logged.test(column))).toEqual([]);
});
