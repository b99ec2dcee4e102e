import { describe, expect, test } from "vitest";
import { castBallots } from "#app/commands/voting/cast-ballots.ts";
import { extendRound } from "#app/commands/voting/extend-round.ts";
import { recuseSeat } from "#app/commands/voting/recuse-seat.ts";
import { withdrawBallot } from "#app/commands/voting/withdraw-ballot.ts";
import { later } from "#app/domain/shared/instant.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { listConditionsOfRounds, listCountingBallots } from "#db/queries/voting-ballots.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { aChamber, aRound, at, vote, type Chamber } from "#test/support/voting.ts";

const rows = (chamber: Chamber) => chamber.db.selectFrom("ballot").select(["seat_id", "revision", "choice", "receipt"]).orderBy("revision").execute();
const events = (chamber: Chamber, act: string) => chamber.db.selectFrom("event").select(["actor_id", "payload"]).where("act", "=", act).orderBy("sequence").execute();
const refusalOf = (answer: { ok: true } | { ok: false; refusal: string }) => (answer.ok ? "accepted" : answer.refusal);

async function openRoundIn(seats?: number): Promise<{ chamber: Chamber; roundId: string }> {
  const chamber = await aChamber(seats === undefined ? {} : { seats });
  await chamber.proposal(1);
  return { chamber, roundId: await aRound(chamber) };
}

test("a member's ballot is counted and logged, and the log does not say what was chosen", async () => {
  const { chamber, roundId } = await openRoundIn();

  const cast = await vote(chamber, roundId, "lid1", "voor");

  expect(cast).toMatchObject({ ok: true, value: [{ revision: 1, castAt: at("10:30") }] });
  expect(await listCountingBallots(chamber.db, roundId)).toMatchObject([{ seatId: "seat-lid1", choice: "voor", casterRole: "member" }]);
  const logged = await events(chamber, "ballot.cast");
  expect(logged).toHaveLength(1);
  expect(logged[0]?.actor_id).toBe("lid1");
  expect(logged[0]?.payload).not.toContain("voor");
});

test("a changed vote is a new revision; the former stays and the last counts", async () => {
  const { chamber, roundId } = await openRoundIn();
  await vote(chamber, roundId, "lid1", "voor");

  await vote(chamber, roundId, "lid1", "tegen");

  expect(await rows(chamber)).toMatchObject([{ revision: 1, choice: "voor" }, { revision: 2, choice: "tegen" }]);
  expect(await listCountingBallots(chamber.db, roundId)).toMatchObject([{ choice: "tegen" }]);
});

test("the same request twice is one ballot with one receipt, also after the end", async () => {
  const { chamber, roundId } = await openRoundIn();
  const first = await vote(chamber, roundId, "lid1", "voor", { nonce: "once" });
  chamber.clockStrikes("11:30");

  const second = await vote(chamber, roundId, "lid1", "voor", { nonce: "once" });

  expect(second).toEqual(first);
  expect(await rows(chamber)).toHaveLength(1);
});

test("one nonce for two different choices is refused", async () => {
  const { chamber, roundId } = await openRoundIn();
  await vote(chamber, roundId, "lid1", "voor", { nonce: "once" });
  expect(refusalOf(await vote(chamber, roundId, "lid1", "tegen", { nonce: "once" }))).toBe("nonce-reused");
});

test("of 200 ballots of one seat at the same moment exactly one counts, and each has its own receipt", async () => {
  const { chamber, roundId } = await openRoundIn();
  const attempts = Array.from({ length: 200 }, (_, n) => vote(chamber, roundId, "lid1", n % 2 === 0 ? "voor" : "tegen"));

  const answers = await Promise.all(attempts);

  const stored = await rows(chamber);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(stored.map(({ revision }) => revision)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  expect(new Set(stored.map(({ receipt }) => receipt)).size).toBe(200);
  expect(await listCountingBallots(chamber.db, roundId)).toMatchObject([{ revision: 200, choice: stored[199]?.choice }]);
});

test("200 times the same request at the same moment is one ballot with 200 times the same receipt", async () => {
  const { chamber, roundId } = await openRoundIn();

  const answers = await Promise.all(Array.from({ length: 200 }, () => vote(chamber, roundId, "lid1", "voor", { nonce: "once" })));

  expect(await rows(chamber)).toHaveLength(1);
  expect(new Set(answers.map((answer) => (answer.ok ? answer.value[0]?.receipt : "refused"))).size).toBe(1);
});

test("votes that race the end are either before it or refused", async () => {
  const { chamber, roundId } = await openRoundIn(40);
  const attempts = Array.from({ length: 40 }, async (_, n) => {
    if (n === 20) chamber.clockStrikes("11:00");
    return vote(chamber, roundId, `lid${n + 1}`, "voor");
  });

  const answers = await Promise.all(attempts);

  const accepted = answers.filter(({ ok }) => ok).length;
  expect(await listCountingBallots(chamber.db, roundId)).toHaveLength(accepted);
  expect(answers.filter((answer) => refusalOf(answer) === "round-not-open").length).toBe(40 - accepted);
  expect(accepted).toBeLessThan(40);
  expect((await chamber.db.selectFrom("ballot").select("cast_at").execute()).every(({ cast_at }) => cast_at < at("11:00"))).toBe(true);
});

test("a vote that was admitted just before the end bears that moment in the log as well, however long it waited to get there", async () => {
  const { chamber, roundId } = await openRoundIn();
  const [item] = await listItems(chamber.db, roundId);
  let looks = 0;
  const context = { ...(await chamber.as("lid1")), now: () => (looks++ === 0 ? later(at("11:00"), -1) : at("11:01")) };

  const cast = await castBallots(context, { roundId, seatId: "seat-lid1", ballots: [{ itemId: item?.id ?? "", nonce: "op de valreep", textHash: item?.textHash ?? "", choice: "voor", motivation: "" }] });

  const { at: logged } = await chamber.db.selectFrom("event").select("at").where("act", "=", "ballot.cast").executeTakeFirstOrThrow();
  expect([refusalOf(cast), logged]).toEqual(["accepted", later(at("11:00"), -1)]);
  // The texts of a chamber have made-up hashes: what comes before them, the rounds and the ballots, fits.
  expect((await verifyRows(chamber.db)).broken).toMatchObject({ kind: "version" });
});

test("a ballot that cannot be logged is not kept", async () => {
  const { chamber, roundId } = await openRoundIn();
  await chamber.db.schema.dropTable("event").execute();

  await expect(vote(chamber, roundId, "lid1", "voor")).rejects.toThrow();

  expect(await rows(chamber)).toEqual([]);
});

test("the database itself refuses to change or delete a ballot", async () => {
  const { chamber, roundId } = await openRoundIn();
  await vote(chamber, roundId, "lid1", "voor");
  await expect(chamber.db.updateTable("ballot").set({ choice: "tegen" }).execute()).rejects.toThrow(/append-only/);
  await expect(chamber.db.deleteFrom("ballot").execute()).rejects.toThrow(/append-only/);
});

test("of a form with one wrong item nothing is kept, and the item is named", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  await chamber.proposal(2);
  const roundId = await aRound(chamber, { proposalIds: ["p1", "p2"] });
  const [first, second] = await listItems(chamber.db, roundId);
  const form = (item: typeof first, choice: string) => ({ itemId: item?.id ?? "", nonce: `n-${choice}`, textHash: item?.textHash ?? "", choice, motivation: "" });

  const answer = await castBallots(await chamber.as("lid1"), { roundId, seatId: "seat-lid1", ballots: [form(first, "voor"), form(second, "misschien")] });

  expect(answer).toEqual({ ok: false, refusal: "unknown-choice", refused: [{ itemId: second?.id, refusal: "unknown-choice" }] });
  expect(await rows(chamber)).toEqual([]);
});

describe("a ballot is refused", () => {
  test.each([
    ["lid1", "10:00", {}, "accepted"],
    ["lid1", "09:59", {}, "round-not-open"],
    ["lid1", "11:00", {}, "round-not-open"],
    ["lid1", "10:30", { textHash: "another text" }, "text-changed"],
    ["lid1", "10:30", { seatId: "seat-lid2" }, "not-allowed"],
    ["sam", "10:30", {}, "not-allowed"],
    ["vera", "10:30", {}, "not-allowed"],
    ["beheer", "10:30", { seatId: "seat-lid1" }, "not-allowed"],
    ["gemeente", "10:30", { seatId: "seat-lid1" }, "not-allowed"],
    ["stranger", "10:30", { seatId: "seat-lid1" }, "not-allowed"],
  ] as const)("or not: %s at %s with %j: %s", async (personId, time, changes, expected) => {
    const { chamber, roundId } = await openRoundIn();
    chamber.clockStrikes(time);
    expect(refusalOf(await vote(chamber, roundId, personId, "voor", changes))).toBe(expected);
  });

  test("for a seat that joined the body after the round opened", async () => {
    const { chamber, roundId } = await openRoundIn();
    await chamber.db.insertInto("seat").values({ id: "seat-new", body_id: "veilig", organisation_id: "org-vera", is_voting: 1, weight: 1, from: at("10:10") }).execute();
    await chamber.db.insertInto("membership").values({ id: "m-new", seat_id: "seat-new", person_id: "gemeente", role: "member", from: at("10:10") }).execute();
    expect(refusalOf(await vote(chamber, roundId, "gemeente", "voor", { seatId: "seat-new" }))).toBe("seat-not-in-round");
  });
});

test("a new holder of the seat votes in place of the old one", async () => {
  const { chamber, roundId } = await openRoundIn();
  await chamber.db.updateTable("membership").set({ until: at("10:15") }).where("id", "=", "member-lid1").execute();
  await chamber.db.insertInto("membership").values({ id: "m-new", seat_id: "seat-lid1", person_id: "gemeente", role: "member", from: at("10:15") }).execute();
  expect(refusalOf(await vote(chamber, roundId, "lid1", "voor"))).toBe("not-allowed");
  expect(refusalOf(await vote(chamber, roundId, "gemeente", "voor", { seatId: "seat-lid1" }))).toBe("accepted");
});

test("a plaatsvervanger does not overrule the lid, but votes once the lid withdrew", async () => {
  const { chamber, roundId } = await openRoundIn();
  await chamber.db.insertInto("membership").values({ id: "m-sub", seat_id: "seat-lid1", person_id: "gemeente", role: "substitute", from: at("00:00") }).execute();
  const substitute = () => vote(chamber, roundId, "gemeente", "tegen", { seatId: "seat-lid1" });
  await vote(chamber, roundId, "lid1", "voor");
  expect(refusalOf(await substitute())).toBe("member-has-voted");

  const [item] = await listItems(chamber.db, roundId);
  const withdrawn = await withdrawBallot(await chamber.as("lid1"), { roundId, itemId: item?.id ?? "", seatId: "seat-lid1" });

  expect(withdrawn.ok).toBe(true);
  expect(await listCountingBallots(chamber.db, roundId)).toEqual([]);
  expect(refusalOf(await substitute())).toBe("accepted");
});

test("akkoord, mits stores the condition with the version it is about", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, { kind: "peiling" });

  const without = await vote(chamber, roundId, "lid1", "akkoord_mits");
  await vote(chamber, roundId, "lid1", "akkoord_mits", { condition: "ook 's nachts", strength: "should" });

  expect(refusalOf(without)).toBe("condition-required");
  expect(await listConditionsOfRounds(chamber.db, [roundId])).toMatchObject([{ seatId: "seat-lid1", strength: "should", statement: "ook 's nachts" }]);
});

test("a seat steps back from an item before it votes, not after", async () => {
  const { chamber, roundId } = await openRoundIn();
  const [item] = await listItems(chamber.db, roundId);
  const stepBack = async (personId: string) => recuseSeat(await chamber.as(personId), { roundId, itemId: item?.id ?? "", seatId: `seat-${personId}`, reason: "belang" });
  await vote(chamber, roundId, "lid2", "voor");

  expect(refusalOf(await stepBack("lid1"))).toBe("accepted");
  expect(refusalOf(await stepBack("lid2"))).toBe("seat-has-voted");
  expect(refusalOf(await vote(chamber, roundId, "lid1", "voor"))).toBe("seat-recused");
});

test("an extended round takes ballots until the new end", async () => {
  const { chamber, roundId } = await openRoundIn();
  const extended = await extendRound(await chamber.as("sam"), { roundId, closesAt: at("12:00"), reason: "storing" });
  chamber.clockStrikes("11:30");
  expect(extended.ok).toBe(true);
  expect(refusalOf(await vote(chamber, roundId, "lid1", "voor"))).toBe("accepted");
  expect(await events(chamber, "round.extend")).toHaveLength(1);
});
