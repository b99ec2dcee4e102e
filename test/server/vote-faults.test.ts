import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { STRANGER } from "#app/domain/access/actor.ts";
import { runJobs } from "#app/jobs/run-jobs.ts";
import { later, MINUTE } from "#app/domain/shared/instant.ts";
import { receiptOf } from "#app/domain/voting/ballot.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { hashOfEvent, record } from "#db/queries/audit.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";
import { runsOnPostgres } from "#test/support/database.ts";
import { anOpenRound } from "#test/support/open-round.ts";

type Round = Awaited<ReturnType<typeof anOpenRound>>;

/** What the portal answered "kept" to, in order, is what is there; and every row has its record in the log. */
async function expectKept({ portal, ballots }: Round, motivations: readonly string[]): Promise<void> {
  const rows = await ballots();
  expect(rows.map(({ motivation }) => motivation)).toEqual(motivations);
  expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, place) => place + 1));
  const logged = await portal.db.selectFrom("event").select("id").where("act", "=", "ballot.cast").execute();
  expect(logged).toHaveLength(rows.length);
  expect([(await verifyLog(portal.db)).broken, (await verifyRows(portal.db)).broken]).toEqual([null, null]);
}

/** As somebody who owns the database would: takes off the lock against changing what was written. */
async function unlock(db: Db): Promise<void> {
  if (runsOnPostgres) for (const table of ["event", "ballot"]) await sql.raw(`alter table ${table} disable trigger user`).execute(db);
  else for (const { name } of (await sql<{ name: string }>`select name from sqlite_master where type = 'trigger' and tbl_name in ('event', 'ballot')`.execute(db)).rows) await sql.raw(`drop trigger ${name}`).execute(db);
}

const CODES = runsOnPostgres ? { full: "53100", broken: "58030", gone: "08006" } : { full: "SQLITE_FULL", broken: "SQLITE_IOERR_WRITE", gone: "SQLITE_IOERR_FSYNC" };

describe.each([
  ["the disk is full, once", CODES.full, false, 507],
  ["the disk stays full", CODES.full, true, 507],
  ["the disk breaks, once", CODES.broken, false, 503],
  ["the database stays away", CODES.gone, true, 503],
])("%s", (_, code, lasts, status) => {
  test("at whichever statement of a vote: either it was kept whole and said so, or nothing was kept and the page says what is wrong", async () => {
    const round = await anOpenRound();
    const kept: string[] = [];
    let refused = 0;
    for (let at = 0; ; at++) {
      Object.assign(round.storage, { in: at, code, lasts, hits: 0 });
      const answer = await round.cast(0, at % 2 === 0 ? "voor" : "tegen", `n-${at}`);
      round.storage.in = null;
      if (answer.status === 302) kept.push(`zo n-${at}`);
      else expect([answer.status, /De schijf is vol|even niet bereikbaar/.test(answer.body), answer.body.includes(`value="zo n-${at}"`)]).toEqual([status, true, true]);
      expect((await round.ballots()).map(({ motivation }) => motivation)).toEqual(kept);
      if (round.storage.hits === 0) break;
      // Once there is room again the same form is kept, once.
      expect((await round.cast(0, at % 2 === 0 ? "voor" : "tegen", `n-${at}`)).status).toBe(302);
      if (answer.status === 302) continue;
      kept.push(`zo n-${at}`);
      refused++;
    }
    expect(refused).toBeGreaterThan(10);
    await expectKept(round, kept);
  }, 120_000);
});

test("a vote whose answer was lost after the commit is there once when it is sent again", async () => {
  const round = await anOpenRound();
  Object.assign(round.storage, { losesAnswer: true, code: CODES.gone });
  let lost = 0;
  for (let at = 0; lost === 0; at++) {
    round.storage.in = at;
    const answer = await round.cast(0, "voor", `n-${at}`);
    round.storage.in = null;
    const isKept = (await round.ballots()).some(({ nonce }) => nonce === `n-${at}`);
    if (answer.status === 503 && isKept) lost++;
    expect((await round.cast(0, "voor", `n-${at}`)).status).toBe(302);
    expect((await round.ballots()).filter(({ nonce }) => nonce === `n-${at}`)).toHaveLength(1);
  }
  await expectKept(round, (await round.ballots()).map(({ nonce }) => `zo ${nonce}`));
});

test.skipIf(runsOnPostgres)("on a disk that is really full a vote is refused whole, and kept once there is room", async () => {
  const round = await anOpenRound();
  const most = async (pages: number) => void (await sql.raw(`pragma max_page_count = ${pages}`).execute(round.portal.db));
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(round.portal.db);
  await most((rows[0]?.page_count ?? 1) + 3);
  const kept: string[] = [];
  for (let turn = 0; ; turn++) {
    const answer = await round.cast(turn % 3, "voor", `${turn} ${"x".repeat(1_500)}`);
    if (answer.status !== 302) {
      expect([answer.status, answer.body]).toEqual([507, expect.stringContaining("De schijf is vol")]);
      expect((await round.server.get(round.address, round.cookies[0])).status).toBe(200);
      await most(1_000_000);
      expect((await round.cast(turn % 3, "voor", `${turn} ${"x".repeat(1_500)}`)).status).toBe(302);
      kept.push(String(turn));
      break;
    }
    kept.push(String(turn));
  }
  const stored = await round.ballots();
  expect(stored.map(({ nonce }) => Number(nonce.split(" ")[0])).sort((a, b) => a - b)).toEqual(kept.map(Number));
  expect((await verifyLog(round.portal.db)).broken).toBeNull();
});

test("what was typed is in the page that says the database is away, and can be sent again from there; a password never is", async () => {
  const round = await anOpenRound();
  Object.assign(round.storage, { in: 0, code: CODES.gone, lasts: true, hits: 0 });
  const { body } = await round.cast(0, "voor", "n-1");
  const login = await round.server.post("/inloggen", { email: "lid1.veilig@demo.ggi", password: "geheim-woord" });
  round.storage.in = null;

  expect([login.status, login.body.includes("geheim-woord"), login.body.includes("<form")]).toEqual([503, false, false]);
  const fields = Object.fromEntries([...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = "", value = ""]) => [name, value]));
  expect(/<form method="post" action="([^"]+)">/.exec(body)?.[1]).toBe(round.address);
  expect((await round.server.post(round.address, fields, round.cookies[0])).status).toBe(302);
  expect((await round.ballots()).map(({ motivation }) => motivation)).toEqual(["zo n-1"]);
});

describe("a clock that jumps", () => {
  test("backwards within the round: the vote that came last counts, whatever its time, and the log stays whole", async () => {
    const round = await anOpenRound({ opensAt: "2026-11-26T12:00", openFor: 60 * MINUTE });
    round.strike("2026-11-26T12:20");
    expect((await round.cast(0, "voor", "eerst")).status).toBe(302);
    round.strike("2026-11-26T12:05");
    expect((await round.cast(0, "tegen", "daarna")).status).toBe(302);

    await expectKept(round, ["zo eerst", "zo daarna"]);
    expect((await round.server.get(`${round.address}?stap=controle`, round.cookies[0])).body).toMatch(/>Tegen/);
  });

  test("backwards an hour: the log goes on from where it was, says so once, and vouches for what was cast meanwhile", async () => {
    const round = await anOpenRound({ opensAt: "2026-11-26T12:00", openFor: 30 * MINUTE });
    round.strike("2026-11-26T12:29");
    expect((await round.cast(0, "voor", "eerst")).status).toBe(302);
    // Something else in the same body, after the end and before anybody noted it; then the clock is put right.
    round.strike("2026-11-26T13:05");
    const { body_id: bodyId } = await round.portal.db.selectFrom("round").select("body_id").where("id", "=", round.roundId).executeTakeFirstOrThrow();
    await inTransaction(round.portal.db, (trx) => record(trx, { ...round.portal.resources, actor: STRANGER }, { act: "body.change", bodyId, subject: { kind: "body", id: bodyId } }));
    round.strike("2026-11-26T12:05");
    for (const [index, choice] of ["tegen", "voor", "tegen"].entries()) expect((await round.cast(1, choice, `keer ${index}`)).status).toBe(302);

    const log = await round.portal.db.selectFrom("event").select(["at", "act", "payload"]).where("chain", "=", bodyId).orderBy("sequence").execute();
    expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).sort());
    expect(log.filter(({ act }) => act === "clock.back").map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([{ chain: expect.stringMatching(/^2026-11-26T13:05/) as string, clock: expect.stringMatching(/^2026-11-26T12:05/) as string }]);
    expect(await verifyLog(round.portal.db)).toMatchObject({ broken: null, setBacks: 1 });
    expect((await verifyRows(round.portal.db)).broken).toBeNull();
  });

  test("a vote that found the log just past the end, as one that waited does: it counts, and the log vouches for it without a word about the clock", async () => {
    const round = await anOpenRound({ opensAt: "2026-11-26T12:00", openFor: 30 * MINUTE });
    const { body_id: bodyId } = await round.portal.db.selectFrom("round").select("body_id").where("id", "=", round.roundId).executeTakeFirstOrThrow();
    round.strike("2026-11-26T12:30");
    round.portal.clockAdvances(1_000);
    await inTransaction(round.portal.db, (trx) => record(trx, { ...round.portal.resources, actor: STRANGER }, { act: "body.change", bodyId, subject: { kind: "body", id: bodyId } }));
    round.strike("2026-11-26T12:29");
    round.portal.clockAdvances(59_500);
    expect((await round.cast(0, "voor", "net op tijd")).status).toBe(302);

    expect(await verifyLog(round.portal.db)).toMatchObject({ broken: null, setBacks: 0 });
    expect((await verifyRows(round.portal.db)).broken).toBeNull();

    // Somebody who writes the end of the log anew, with every hash right, cannot give that record a time that fits nothing.
    const { db } = round.portal;
    await unlock(db);
    const last = await db.selectFrom("event").selectAll().where("chain", "=", bodyId).orderBy("sequence", "desc").limit(1).executeTakeFirstOrThrow();
    const moved = { ...last, at: later(last.at, 5 * MINUTE) };
    const hash = hashOfEvent(bodyId, last.sequence, last.previous, moved);
    await db.updateTable("event").set({ at: moved.at, hash }).where("id", "=", last.id).execute();
    await db.updateTable("chain_head").set({ at: moved.at, hash }).where("chain", "=", bodyId).execute();
    await db.updateTable("ballot").set({ receipt: receiptOf(hash) }).execute();
    expect((await verifyLog(db)).broken).toBeNull();
    expect((await verifyRows(db)).broken).toMatchObject({ kind: "ballot", fault: "cast-outside-round" });
  });

  test("to before the opening: no vote is taken, and none that was taken is lost", async () => {
    const round = await anOpenRound({ opensAt: "2026-11-26T12:00", openFor: 60 * MINUTE });
    round.strike("2026-11-26T12:10");
    expect((await round.cast(0, "voor", "op tijd")).status).toBe(302);
    round.strike("2026-11-26T11:50");
    const early = await round.cast(0, "tegen", "te vroeg");
    round.strike("2026-11-26T12:11");

    expect([early.status, early.body]).toEqual([409, expect.stringContaining("zo te vroeg")]);
    await expectKept(round, ["zo op tijd"]);
    expect((await round.cast(0, "tegen", "weer goed")).status).toBe(302);
  });

  test("past the end and back: once the end was noted nothing opens the round again", async () => {
    const round = await anOpenRound({ opensAt: "2026-11-26T12:00", openFor: 20 * MINUTE });
    expect((await round.cast(0, "voor", "op tijd")).status).toBe(302);
    round.strike("2026-11-26T12:25");
    const late = await round.cast(0, "tegen", "te laat");
    await runJobs(round.portal.resources);
    round.strike("2026-11-26T12:10");
    const again = await round.cast(0, "tegen", "nog eens");

    expect([late.status, again.status, again.body]).toEqual([409, 409, expect.stringContaining("De ronde is niet open")]);
    expect((await round.server.get(`/stemrondes/${round.roundId}/uitslag`, round.cookies[0])).status).toBe(200);
    await expectKept(round, ["zo op tijd"]);
  });
});

describe("the nights on which the clock is set", () => {
  const extendTo = (round: Round, closesAt: string) => round.server.post(`/stemrondes/${round.roundId}/verlenging`, { closesAt, reason: "Nog een nacht", bevestig: "" }, round.secretary());

  test("an end in the hour that comes twice is the first of the two; the page says so, and the second time is too late", async () => {
    const round = await anOpenRound({ opensAt: "2026-10-24T23:50" });
    expect((await extendTo(round, "2026-10-25T02:30")).status).toBe(302);
    const page = await round.server.get(round.address, round.cookies[0]);
    round.strike("2026-10-25T00:29");
    await round.signInAll();
    const before = await round.cast(0, "voor", "op tijd");
    round.strike("2026-10-25T00:30");
    const atTheEnd = await round.cast(1, "voor", "op het eind");
    round.strike("2026-10-25T01:15");
    await round.signInAll();
    const clocksShow0215 = await round.cast(2, "voor", "tweede keer");

    expect(page.body).toContain("zondag 25 oktober, 02.30 uur (zomertijd)");
    expect([before.status, atTheEnd.status, clocksShow0215.status]).toEqual([302, 409, 409]);
    await expectKept(round, ["zo op tijd"]);
  });

  test("an end in the hour that does not exist is refused beside the field; three o'clock comes an hour sooner", async () => {
    const round = await anOpenRound({ opensAt: "2027-03-28T00:40" });
    const missing = await extendTo(round, "2027-03-28T02:30");
    expect((await extendTo(round, "2027-03-28T03:00")).status).toBe(302);
    round.strike("2027-03-28T00:59");
    const before = await round.cast(0, "voor", "op tijd");
    round.strike("2027-03-28T01:00");
    const atTheEnd = await round.cast(1, "voor", "op het eind");

    expect([missing.status, missing.body]).toEqual([422, expect.stringContaining("2027-03-28T02:30")]);
    expect([before.status, atTheEnd.status]).toEqual([302, 409]);
    await expectKept(round, ["zo op tijd"]);
  });
});

describe("an old form", () => {
  test("sent again after a later vote gets its answer again and overrules nothing; with another choice it is refused", async () => {
    const round = await anOpenRound();
    for (const [choice, nonce] of [["voor", "een"], ["tegen", "twee"]] as const) expect((await round.cast(0, choice, nonce)).status).toBe(302);
    const replayed = await round.cast(0, "voor", "een");
    const tampered = await round.post(0, { ...round.fieldsFor("onthouden", "een") });

    expect([replayed.status, tampered.status]).toEqual([302, 409]);
    await expectKept(round, ["zo een", "zo twee"]);
  });

  test("from before an extension is as good as a new one; the same form after the end is not, and what was kept stays acknowledged", async () => {
    const round = await anOpenRound({ opensAt: "2026-11-26T12:00", openFor: 5 * MINUTE });
    expect((await round.server.post(`/stemrondes/${round.roundId}/verlenging`, { closesAt: "2026-11-26T13:15", reason: "Meer tijd", bevestig: "" }, round.secretary())).status).toBe(302);
    round.strike("2026-11-26T12:10");
    const afterOldEnd = await round.cast(0, "voor", "verlengd");
    round.strike("2026-11-26T12:15");
    const late = await round.cast(1, "voor", "te laat");
    const acknowledged = await round.cast(0, "voor", "verlengd");

    expect([afterOldEnd.status, late.status, acknowledged.status]).toEqual([302, 409, 302]);
    expect(late.body).toContain("zo te laat");
    await expectKept(round, ["zo verlengd"]);
  });

  test("about an item that was pulled out, or from which the seat stepped back, or about another text: nothing of it is kept", async () => {
    const round = await anOpenRound({ items: 3 });
    const [first = "", second = "", third = ""] = round.itemIds;
    const both = (nonce: string, item: string) => ({ ...round.fieldsFor("voor", nonce), ...round.fieldsFor("voor", nonce, item) });
    const seat = (await round.portal.actor("lid1.veilig")).memberships[0]?.seatId ?? "";
    const act = async (tail: string, item: string) => expect((await round.server.post(`/stemrondes/${round.roundId}/${tail}`, { item, seat, reason: "Zelf geschreven" }, round.cookies[0])).status).toBe(302);
    await act("apart-stemmen", second);
    await act("verschoning", third);

    const answers = [await round.post(0, both("apart", second)), await round.post(0, both("verschoond", third)), await round.post(0, { ...round.fieldsFor("voor", "anders"), [`tekst-${first}`]: "een andere tekst" })];
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(answers.map(({ body }) => /zo (apart|verschoond|anders)/.test(body))).toEqual([true, true, true]);
    await expectKept(round, []);
  });

  test("of a round that was taken back, of a seat that changed hands, or of another round is refused", async () => {
    const round = await anOpenRound();
    await round.portal.db.updateTable("membership").set({ until: round.portal.now() }).where("person_id", "=", "lid2.veilig").execute();
    const former = await round.cast(1, "voor", "oud-lid");
    const other = await round.server.post(round.address, { ...round.fieldsFor("voor", "vreemd", "item-van-een-andere-ronde"), stap: "bewaar" }, round.cookies[0]);
    expect((await round.server.post(`/stemrondes/${round.roundId}/intrekking`, { reason: "Verkeerde tekst" }, round.secretary())).status).toBe(302);
    const withdrawn = await round.cast(0, "voor", "ingetrokken");

    expect([former.status, other.status, withdrawn.status]).toEqual([403, 422, 409]);
    await expectKept(round, []);
  });
});
