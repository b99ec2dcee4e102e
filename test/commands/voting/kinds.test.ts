import { describe, expect, test } from "vitest";
import { askTreatment } from "#app/commands/voting/ask-treatment.ts";
import { castBallots } from "#app/commands/voting/cast-ballots.ts";
import { changeRoundSubject } from "#app/commands/voting/change-round-subject.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { extendRound } from "#app/commands/voting/extend-round.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound } from "#app/commands/voting/prepare-round.ts";
import { pullItem } from "#app/commands/voting/pull-item.ts";
import { withdrawRound } from "#app/commands/voting/withdraw-round.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { PublishedRound } from "#app/domain/voting/published.ts";
import { frozenParts } from "#app/domain/voting/published.ts";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { recount } from "#app/domain/voting/recount.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { sha256 } from "#db/hash.ts";
import { listTreatmentRequests } from "#db/queries/treatment-requests.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { findStoredResult } from "#db/queries/voting-rounds.ts";
import { loadSchoolHolidays } from "#seeds/school-holidays.ts";
import { aChamber, aRound, at, vote, votes, type Chamber } from "#test/support/voting.ts";

const outcome = (answer: { ok: boolean; refusal?: string }): string => (answer.ok ? "accepted" : (answer.refusal ?? ""));
const established = async (chamber: Chamber, roundId: string) => {
  for (const person of ["vera", "sam"]) {
    const signed = await establishRound(await chamber.as(person), { roundId });
    if (!signed.ok) throw new Error(signed.refusal);
  }
  return JSON.parse((await findStoredResult(chamber.db, roundId)) ?? "null") as PublishedRound;
};
const stateOf = async (chamber: Chamber, id: string) => (await chamber.db.selectFrom("proposal").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state;

describe("the deadline of a stilteronde", () => {
  const prepare = async (closesAt: string, changes: object = {}) => {
    const chamber = await aChamber();
    await loadSchoolHolidays(chamber.db, chamber.resources.newId);
    await chamber.proposal(1);
    const base = { bodyId: "veilig", title: "Stil", explanation: "", kind: "stilte" as const, proposalIds: ["p1"], rule: ruleOf("gewoon"), visibility: "openbaar" as const, opensAt: at("10:00") };
    return outcome(await prepareRound(await chamber.as("sam"), { ...base, closesAt: closesAt as Instant, ...changes }));
  };
  test.each([
    ["2026-11-16T16:00:00.000Z", "accepted"],
    ["2026-11-14T16:00:00.000Z", "deadline-on-quiet-day"],
    ["2026-11-15T23:30:00.000Z", "accepted"],
    ["2026-12-25T11:00:00.000Z", "deadline-on-quiet-day"],
    ["2026-12-22T11:00:00.000Z", "deadline-on-quiet-day"],
    ["2027-07-13T11:00:00.000Z", "deadline-on-quiet-day"],
    ["2028-10-26T11:00:00.000Z", "deadline-on-quiet-day"],
    ["2029-08-28T11:00:00.000Z", "deadline-on-quiet-day"],
    ["2029-06-28T11:00:00.000Z", "accepted"],
    // After the last holiday on the list nobody can tell.
    ["2029-09-04T11:00:00.000Z", "deadline-on-quiet-day"],
  ])("at %s: %s", async (closesAt, expected) => expect(await prepare(closesAt)).toBe(expected));
  test("may be on such a day when somebody says that it is meant, and other kinds may anyway", async () => {
    expect(await prepare("2026-12-25T11:00:00.000Z", { isDeadlineConfirmed: true })).toBe("accepted");
    expect(await prepare("2026-12-25T11:00:00.000Z", { kind: "besluit" })).toBe("accepted");
  });
  test("is asked about again when the round is opened or extended to another day", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const roundId = await aRound(chamber, { kind: "stilte" }, { isOpened: false });
    const saturday = "2026-11-14T16:00:00.000Z" as Instant;
    const sam = await chamber.as("sam");
    expect(outcome(await openRound(sam, { roundId, closesAt: saturday }))).toBe("deadline-on-quiet-day");
    expect(outcome(await openRound(sam, { roundId }))).toBe("accepted");
    expect(outcome(await extendRound(sam, { roundId, closesAt: saturday, reason: "storing" }))).toBe("deadline-on-quiet-day");
    expect(outcome(await extendRound(sam, { roundId, closesAt: saturday, reason: "storing", isDeadlineConfirmed: true }))).toBe("accepted");
  });
});

test("in a stilteronde only the silence of a seat that was told counts", async () => {
  const chamber = await aChamber({ seats: 3 });
  await chamber.proposal(1);
  await chamber.db.updateTable("membership").set({ until: at("09:00") }).where("id", "in", ["member-lid1", "member-lid2"]).execute();
  const roundId = await aRound(chamber, { kind: "stilte" });
  chamber.clockStrikes("11:00");
  expect((await established(chamber, roundId)).items[0]).toMatchObject({ outcome: "quorum_niet_gehaald", tally: { seatsCast: 1, seats: 3 } });
});

test("objections prepare a besluit round that tells nobody else what they were", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, { kind: "stilte", visibility: "besloten", explanation: "Korte toelichting" });
  await vote(chamber, roundId, "lid1", "bezwaar", { motivation: "Te duur voor ons" });
  chamber.clockStrikes("11:00");
  expect((await established(chamber, roundId)).items[0]).toMatchObject({ outcome: "naar_stemming" });
  const next = await chamber.db.selectFrom("round").selectAll().where("previous_id", "=", roundId).executeTakeFirstOrThrow();
  expect(next).toMatchObject({ kind: "besluit", state: "concept", explanation: "Korte toelichting" });
  expect(await stateOf(chamber, "p1")).toBe("in_vote");
});

test("a seat asks once to treat an item in a meeting, and that is no objection", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, { kind: "stilte" });
  const [item] = await listItems(chamber.db, roundId);
  const ask = async (person: string, reason = "graag toelichting") => outcome(await askTreatment(await chamber.as(person), { roundId, itemId: item?.id ?? "", seatId: `seat-${person}`, reason }));

  expect([await ask("sam"), await ask("lid1", " "), await ask("lid1"), await ask("lid1")]).toEqual(["not-allowed", "reason-missing", "accepted", "treatment-already-asked"]);
  expect(await listTreatmentRequests(chamber.db, roundId)).toEqual([{ itemId: item?.id, seatName: "Gemeente lid1", reason: "graag toelichting" }]);
  chamber.clockStrikes("11:00");
  expect((await established(chamber, roundId)).items[0]).toMatchObject({ outcome: "aangenomen" });
});

describe("hamerstukken", () => {
  const three = async () => {
    const chamber = await aChamber();
    for (const serial of [1, 2, 3]) await chamber.proposal(serial);
    const roundId = await aRound(chamber, { kind: "stilte", proposalIds: ["p1", "p2", "p3"] });
    const items = await listItems(chamber.db, roundId);
    const pull = async (person: string, position: number, reason = "hierover willen wij praten") => pullItem(await chamber.as(person), { roundId, itemId: items[position - 1]?.id ?? "", seatId: `seat-${person}`, reason });
    return { chamber, roundId, pull };
  };

  test("one that a seat takes out gets a round of its own, the others are adopted", async () => {
    const { chamber, roundId, pull } = await three();
    await vote(chamber, roundId, "lid2", "geen_bezwaar", { position: 2 });
    const pulled = await pull("lid1", 2);
    const own = pulled.ok ? pulled.value.roundId : "";
    expect(outcome(await vote(chamber, roundId, "lid3", "bezwaar", { position: 2 }))).toBe("item-pulled");

    expect(outcome(await openRound(await chamber.as("sam"), { roundId: own }))).toBe("accepted");
    chamber.clockStrikes("11:00");
    const document = await established(chamber, roundId);
    expect(document.items.map(({ outcome: verdict, pulledTo }) => verdict ?? pulledTo)).toEqual(["aangenomen", own, "aangenomen"]);
    expect([await stateOf(chamber, "p1"), await stateOf(chamber, "p2"), await stateOf(chamber, "p3")]).toEqual(["adopted", "in_vote", "adopted"]);
    const parsed = parsePublished(JSON.parse(JSON.stringify(document)));
    expect(parsed.ok && recount(parsed.value).flatMap(({ differences }) => differences)).toEqual([]);
  });

  test("the item is taken out once, by a seat, with a reason, until the end", async () => {
    const { chamber, pull } = await three();
    expect([outcome(await pull("sam", 1)), outcome(await pull("lid1", 1, " ")), outcome(await pull("lid1", 1)), outcome(await pull("lid2", 1))]).toEqual(["not-allowed", "reason-missing", "accepted", "item-pulled"]);
    chamber.clockStrikes("11:00");
    expect(outcome(await pull("lid1", 2))).toBe("round-not-open");
  });

  test("when the round is withdrawn the item stays with its own round", async () => {
    const { chamber, roundId, pull } = await three();
    await pull("lid1", 1);
    expect(outcome(await withdrawRound(await chamber.as("sam"), { roundId, reason: "fout" }))).toBe("accepted");
    expect([await stateOf(chamber, "p1"), await stateOf(chamber, "p2")]).toEqual(["in_vote", "under_discussion"]);
  });

  test("the only item of a round is not taken out", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const roundId = await aRound(chamber);
    const [item] = await listItems(chamber.db, roundId);
    expect(outcome(await pullItem(await chamber.as("lid1"), { roundId, itemId: item?.id ?? "", seatId: "seat-lid1", reason: "praten" }))).toBe("pull-one-item");
  });
});

describe("a prioritering", () => {
  const aRanking = async () => {
    const chamber = await aChamber();
    for (const serial of [1, 2, 3]) await chamber.proposal(serial, serial === 3 ? { state: "adopted" } : {});
    const roundId = await aRound(chamber, { kind: "prioritering", proposalIds: ["p1", "p2", "p3"] });
    return { chamber, roundId };
  };
  const [A, B, C] = ["VEI-001", "VEI-002", "VEI-003"];
  const rankings = { lid1: [[B], [A], [C]], lid2: [[B], [A, C]], lid3: [[A], [B]] };

  test("orders by Schulze, publishes the pairs, moves no proposal, and can be counted again with its fingerprint", async () => {
    const { chamber, roundId } = await aRanking();
    for (const [person, ranking] of Object.entries(rankings)) expect(outcome(await vote(chamber, roundId, person, JSON.stringify(ranking)))).toBe("accepted");
    chamber.clockStrikes("11:00");

    const document = await established(chamber, roundId);

    expect(document.round.options).toEqual([A, B, C]);
    expect(document.items).toHaveLength(1);
    expect(document.items[0]?.result).toMatchObject({ order: [[B], [A], [C]], pairwise: { [B ?? ""]: { [A ?? ""]: 2, [C ?? ""]: 3 } } });
    expect([await stateOf(chamber, "p1"), await stateOf(chamber, "p3")]).toEqual(["under_discussion", "adopted"]);
    const parsed = parsePublished(JSON.parse(JSON.stringify(document)));
    expect(parsed.ok && recount(parsed.value)).toMatchObject([{ differences: [] }]);
    expect(sha256(canonicalJson(frozenParts(document.rule, document.seats, document.items)))).toBe(document.fingerprint);
  });

  test.each(["voor", "[]", '[["VEI-009"]]', '[["VEI-001"],["VEI-001"]]'])("refuses %s", async (choice) => {
    const { chamber, roundId } = await aRanking();
    expect(outcome(await vote(chamber, roundId, "lid1", choice))).toBe("ranking-unclear");
  });

  test("takes one ranking per seat, on the first item alone; a new one replaces it", async () => {
    const { chamber, roundId } = await aRanking();
    const items = await listItems(chamber.db, roundId);
    const cast = async (index: number) => outcome(await castBallots(await chamber.as("lid1"), { roundId, seatId: "seat-lid1", ballots: [{ itemId: items[index]?.id ?? "", nonce: `n${index}`, textHash: items[index]?.textHash ?? "", choice: '[["VEI-001"]]', motivation: "" }] }));
    expect([await cast(0), await cast(1)]).toEqual(["accepted", "ranking-unclear"]);
    await vote(chamber, roundId, "lid1", '[["VEI-003"]]');
    chamber.clockStrikes("11:00");
    expect((await established(chamber, roundId)).items[0]?.ballots).toMatchObject([{ seat: "seat-lid1", ranking: [["VEI-003"]] }]);
  });

  test("does not stand in the way of a besluit on the same proposal", async () => {
    const { chamber } = await aRanking();
    const roundId = await aRound(chamber, { opensAt: at("10:30"), closesAt: at("11:30") });
    await votes(chamber, roundId, ["voor", "voor", "voor"]);
    chamber.clockStrikes("11:30");
    expect((await established(chamber, roundId)).items[0]?.outcome).toBe("aangenomen");
  });
});

test("a motion that objections sent to the vote goes there as it was", async () => {
  const chamber = await aChamber();
  const roundId = await aRound(chamber, { kind: "stilte", proposalIds: [], motions: [{ title: "Motie", statement: "Wij vragen iets." }] });
  await votes(chamber, roundId, ["bezwaar"]);
  chamber.clockStrikes("11:00");
  await established(chamber, roundId);
  const next = await chamber.db.selectFrom("round").select("id").where("previous_id", "=", roundId).executeTakeFirstOrThrow();
  const change = async (kind: "peiling" | "besluit") =>
    outcome(await changeRoundSubject(await chamber.as("sam"), { roundId: next.id, stamp: null, title: "Motie, andere titel", explanation: "", kind, proposalIds: [], motions: [{ title: "Motie", statement: "Iets heel anders." }] }));
  expect([await change("peiling"), await change("besluit")]).toEqual(["items-stand-fixed", "accepted"]);
  expect((await listItems(chamber.db, next.id)).map(({ statement }) => statement)).toEqual(["Wij vragen iets."]);
});
