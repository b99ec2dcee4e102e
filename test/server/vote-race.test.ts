import { expect, test } from "vitest";
import { anOpenRound, OPEN_FOR } from "#test/support/open-round.ts";

test("two hundred different votes of one seat at once: each is kept as a revision, in order, and one counts", async () => {
  const { address, cast, ballots, portal } = await anOpenRound();
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => cast(0, n % 2 === 0 ? "voor" : "tegen", `n-${n}`)));
  expect(new Set(answers.map(({ headers }) => headers.location))).toEqual(new Set([address]));
  const kept = await ballots();
  expect(kept.map(({ revision }) => revision)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  expect(new Set(kept.map(({ receipt }) => receipt)).size).toBe(200);
  const logged = await portal.db.selectFrom("event").select("id").where("act", "=", "ballot.cast").execute();
  expect(logged).toHaveLength(200);
}, 120_000);

test("the same vote sent two hundred times at once is one ballot", async () => {
  const { address, cast, ballots } = await anOpenRound();
  const answers = await Promise.all(Array.from({ length: 200 }, () => cast(0, "voor", "steeds-dezelfde")));
  expect(new Set(answers.map(({ headers }) => headers.location))).toEqual(new Set([address]));
  expect((await ballots()).map(({ revision, choice }) => [revision, choice])).toEqual([[1, "voor"]]);
}, 120_000);

test("votes race against closing time: what came before counts, what came after is refused and kept nowhere", async () => {
  const { portal, address, cast, ballots } = await anOpenRound();
  const racing = Array.from({ length: 60 }, async (_, n) => {
    await new Promise((resolve) => setTimeout(resolve, n * 5));
    return cast(n % 3, "voor", `r-${n}`);
  });
  await Promise.any(racing);
  portal.clockAdvances(OPEN_FOR);
  const answers = await Promise.all(racing);
  const late = await cast(0, "tegen", "te-laat");

  const [inTime, tooLate] = [answers.filter(({ headers }) => headers.location === address).length, answers.filter(({ status }) => status === 409).length];
  expect([inTime + tooLate, inTime > 0, tooLate > 0, late.status]).toEqual([60, true, true, 409]);
  expect(late.body).toContain("zo te-laat");
  const [kept, { closes_at: closesAt }] = [await ballots(), await portal.db.selectFrom("round").select("closes_at").executeTakeFirstOrThrow()];
  expect(kept).toHaveLength(inTime);
  expect(kept.every(({ cast_at: castAt }) => castAt < closesAt)).toBe(true);
}, 120_000);

test("votes race against the secretaris who takes the round back: each is before that in the log and kept, or refused and kept nowhere", async () => {
  const { portal, server, roundId, address, cast, secretary } = await anOpenRound();
  const racing = Array.from({ length: 60 }, (_, n) => cast(n % 3, n % 2 === 0 ? "voor" : "tegen", `r-${n}`));
  await Promise.any(racing);
  const withdrawn = await server.post(`/stemrondes/${roundId}/intrekking`, { reason: "Verkeerde tekst" }, secretary());
  const late = await cast(0, "voor", "te-laat");
  const answers = [...(await Promise.all(racing)), late];

  const log = await portal.db.selectFrom("event").select(["act", "sequence"]).where("act", "in", ["ballot.cast", "round.withdraw"]).orderBy("sequence").execute();
  const inTime = answers.filter(({ headers }) => headers.location === address).length;
  expect([withdrawn.status, late.status, inTime + answers.filter(({ status }) => status === 409).length]).toEqual([302, 409, 61]);
  expect(log.map(({ act }) => act)).toEqual([...Array.from({ length: inTime }, () => "ballot.cast"), "round.withdraw"]);
  expect(await portal.db.selectFrom("ballot").select("id").execute()).toHaveLength(inTime);
}, 120_000);
