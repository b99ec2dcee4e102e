import { describe, expect, test } from "vitest";
import { announceRound } from "#app/commands/voting/announce-round.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound } from "#app/commands/voting/prepare-round.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { listFrozenSeats } from "#db/queries/voting-electorate.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { countRounds, findRound, listRounds } from "#db/queries/voting-rounds.ts";
import { addVersion, aChamber, aRound, at, type Chamber } from "#test/support/voting.ts";

const refusalOf = (answer: { ok: true } | { ok: false; refusal: string }) => (answer.ok ? "accepted" : answer.refusal);
const stateOf = async (chamber: Chamber, id: string) => (await chamber.db.selectFrom("proposal").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state;
const acts = async (chamber: Chamber) => (await chamber.db.selectFrom("event").select("act").orderBy("sequence").execute()).map(({ act }) => act);
const preparation = { bodyId: "veilig", title: "T", explanation: "", kind: "besluit", proposalIds: ["p1"], rule: ruleOf("gewoon"), visibility: "openbaar", opensAt: at("10:00"), closesAt: at("11:00") } as const;

test("opening freezes seats, texts and rules under one fingerprint and locks the proposals", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);

  const roundId = await aRound(chamber);

  expect(await stateOf(chamber, "p1")).toBe("in_vote");
  expect(await listItems(chamber.db, roundId)).toMatchObject([{ number: "VEI-001", version: 1, textHash: "hash-p1-1", stateBefore: "under_discussion" }]);
  expect((await listFrozenSeats(chamber.db, roundId)).map(({ id }) => id)).toEqual(["seat-lid1", "seat-lid2", "seat-lid3", "seat-lid4", "seat-lid5"]);
  expect((await findRound(chamber.db, (await chamber.as("lid1")).actor, roundId))?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(await acts(chamber)).toEqual(["round.prepare", "proposal.move", "round.open"]);
});

test("what happens to the body afterwards changes nothing in the round", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  const before = await listFrozenSeats(chamber.db, roundId);

  await chamber.db.updateTable("seat").set({ weight: 9 }).where("id", "=", "seat-lid1").execute();
  await chamber.db.updateTable("seat").set({ until: at("10:20") }).where("id", "=", "seat-lid2").execute();
  await addVersion(chamber.db, "p1", 2, { title: "Anders", statement: "Anders" });

  expect(await listFrozenSeats(chamber.db, roundId)).toEqual(before);
  expect(await listItems(chamber.db, roundId)).toMatchObject([{ version: 1, textHash: "hash-p1-1" }]);
});

test("a text that changed between preparing and opening is frozen as it stands at opening", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, {}, { isOpened: false });
  await addVersion(chamber.db, "p1", 2, { title: "Beter", statement: "Beter" });
  await openRound(await chamber.as("sam"), { roundId });
  expect(await listItems(chamber.db, roundId)).toMatchObject([{ version: 2, title: "Beter", textHash: "hash-p1-2" }]);
});

test("a gemeente with two voting seats blocks the opening, and nothing is kept", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, {}, { isOpened: false });
  await chamber.db.insertInto("organisation").values({ id: "region", kind: "samenwerkingsverband", name: "Regio", name_key: "regio" }).execute();
  await chamber.db.insertInto("organisation_member").values({ partnership_id: "region", municipality_id: "org-lid1", from: at("00:00") }).execute();
  await chamber.db.insertInto("seat").values({ id: "seat-region", body_id: "veilig", organisation_id: "region", is_voting: 1, weight: 1, from: at("00:00") }).execute();

  const opened = await openRound(await chamber.as("sam"), { roundId });

  expect(opened).toEqual({ ok: false, refusal: "municipality-twice" });
  expect(await stateOf(chamber, "p1")).toBe("under_discussion");
  expect(await listFrozenSeats(chamber.db, roundId)).toEqual([]);
});

describe("opening is refused", () => {
  test("to a member, and for a proposal that is in another round", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const [first, second] = [await aRound(chamber, {}, { isOpened: false }), await aRound(chamber, {}, { isOpened: false })];
    expect(refusalOf(await openRound(await chamber.as("lid1"), { roundId: first }))).toBe("not-allowed");
    expect(refusalOf(await openRound(await chamber.as("sam"), { roundId: first }))).toBe("accepted");
    expect(refusalOf(await openRound(await chamber.as("sam"), { roundId: first }))).toBe("round-already-opened");
    expect(refusalOf(await openRound(await chamber.as("sam"), { roundId: second }))).toBe("item-in-other-round");
  });

  test("two at the same moment: one opens", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const roundId = await aRound(chamber, {}, { isOpened: false });
    const sam = await chamber.as("sam");
    const answers = await Promise.all([openRound(sam, { roundId }), openRound(sam, { roundId })]);
    expect(answers.map(refusalOf).sort()).toEqual(["accepted", "round-already-opened"]);
  });
});

test.each([
  ["lid1", {}, "not-allowed"],
  ["vera", {}, "not-allowed"],
  ["rita", {}, "not-allowed"],
  ["stranger", {}, "not-allowed"],
  ["sam", {}, "accepted"],
  ["sam", { proposalIds: [] }, "no-items"],
  ["sam", { proposalIds: ["p2"] }, "item-not-votable"],
  ["sam", { proposalIds: ["p1", "nothing"] }, "item-not-votable"],
  ["sam", { closesAt: at("10:00") }, "closes-before-it-opens"],
  ["sam", { opensAt: at("08:00"), closesAt: at("09:00") }, "closes-in-the-past"],
  ["sam", { rule: ruleOf("gewoon", { quorum: { num: 3, den: 2, strict: true } }) }, "fraction-out-of-range"],
  ["sam", { bodyId: "nothing" }, "not-found"],
] as const)("%s prepares a round with %j: %s", async (personId, changes, expected) => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  await chamber.proposal(2, { state: "draft" });
  expect(refusalOf(await prepareRound(await chamber.as(personId), { ...preparation, ...changes }))).toBe(expected);
});

test("a concept is for its own body; once announced, others see it as far as its strictest text allows", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  await chamber.proposal(2, { tlp: "GREEN" });
  const roundId = await aRound(chamber, { proposalIds: ["p1", "p2"] }, { isOpened: false });
  const seenBy = async (personId: string) => {
    const { db, actor, now } = await chamber.as(personId);
    const found = await findRound(db, actor, roundId);
    expect(await countRounds(db, actor, { now: now() })).toBe(found ? 1 : 0);
    expect(await listRounds(db, actor, { now: now() }, { limit: 10 })).toHaveLength(found ? 1 : 0);
    return found !== null;
  };
  expect([await seenBy("lid1"), await seenBy("gemeente"), await seenBy("stranger")]).toEqual([true, false, false]);

  await announceRound(await chamber.as("sam"), { roundId });

  expect([await seenBy("lid1"), await seenBy("gemeente"), await seenBy("stranger")]).toEqual([true, true, false]);
});

test("an act on a round that somebody may not see finds nothing", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1, { tlp: "RED" });
  const roundId = await aRound(chamber);
  expect(refusalOf(await openRound(await chamber.as("rita"), { roundId }))).toBe("not-found");
});

test("the list pages by cursor and filters by phase and body", async () => {
  const chamber = await aChamber();
  for (const serial of [1, 2, 3]) {
    await chamber.proposal(serial);
    await aRound(chamber, { proposalIds: [`p${serial}`] }, { isOpened: false });
  }
  const { db, actor, now } = await chamber.as("lid1");
  const first = await listRounds(db, actor, { now: now() }, { limit: 2 });
  const last = first.at(-1);
  const rest = await listRounds(db, actor, { now: now() }, { limit: 2, after: `${last?.closesAt ?? ""}~${last?.id ?? ""}` });
  expect([...first, ...rest].map(({ id }) => id)).toHaveLength(new Set([...first, ...rest].map(({ id }) => id)).size);
  expect(rest).toHaveLength(1);
  expect(await countRounds(db, actor, { now: now(), phase: "concept", bodySlug: "veilig" })).toBe(3);
  expect(await countRounds(db, actor, { now: now(), phase: "open" })).toBe(0);
  expect(await countRounds(db, actor, { now: now(), bodySlug: "adviesraad" })).toBe(0);
});
