import { describe, expect, test } from "vitest";
import { changeRoundRules } from "#app/commands/voting/change-round-rules.ts";
import { closeRound } from "#app/commands/voting/close-round.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { invalidateRound } from "#app/commands/voting/invalidate-round.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { pullItem } from "#app/commands/voting/pull-item.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import { withdrawRound } from "#app/commands/voting/withdraw-round.ts";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { recount } from "#app/domain/voting/recount.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { listPastItems } from "#db/queries/voting-history.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { findRound, findStoredResult } from "#db/queries/voting-rounds.ts";
import { listVotes } from "#db/queries/voting-settled.ts";
import { aChamber, aRound, at, vote, votes, type Chamber } from "#test/support/voting.ts";

const refusalOf = (answer: { ok: true } | { ok: false; refusal: string }) => (answer.ok ? "accepted" : answer.refusal);
const proposal = (chamber: Chamber, id = "p1") => chamber.db.selectFrom("proposal").select(["state", "advice", "advice_points"]).where("id", "=", id).executeTakeFirstOrThrow();
const rounds = (chamber: Chamber) => chamber.db.selectFrom("round").select(["id", "state", "sequence", "previous_id", "rule"]).orderBy("id").execute();
const decisions = (chamber: Chamber) => chamber.db.selectFrom("decision").select(["number", "result", "title", "validity", "round_id", "proposal_id", "proposal_version"]).execute();

async function established(chamber: Chamber, roundId: string, people: readonly [string, string] = ["vera", "sam"], advicePoints: Record<string, string> = {}): Promise<void> {
  for (const [index, person] of people.entries()) {
    const answer = await establishRound(await chamber.as(person), { roundId, ...(index === 0 && { advicePoints }) });
    if (!answer.ok) throw new Error(answer.refusal);
  }
}

async function aClosedRound(choices: readonly string[], changes: Parameters<typeof aRound>[1] = {}): Promise<{ chamber: Chamber; roundId: string }> {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, changes);
  await votes(chamber, roundId, choices);
  chamber.clockStrikes("11:00");
  return { chamber, roundId };
}

test("voorzitter and secretaris together establish: result, decision and proposal in one go", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "voor", "tegen"]);

  const first = await establishRound(await chamber.as("vera"), { roundId });
  expect(first).toEqual({ ok: true, value: { isEstablished: false } });
  expect((await proposal(chamber)).state).toBe("in_vote");
  const second = await establishRound(await chamber.as("sam"), { roundId });

  expect(second).toEqual({ ok: true, value: { isEstablished: true } });
  expect((await proposal(chamber)).state).toBe("adopted");
  expect(await listItems(chamber.db, roundId)).toMatchObject([{ outcome: "aangenomen", count: { tally: { for: 2, against: 1, seatsCast: 3, seats: 5, quorumNeeded: 3, base: 3, needed: 2 } } }]);
  expect(await decisions(chamber)).toMatchObject([{ number: "B-2026-001", result: "aangenomen", validity: "geldig", round_id: roundId, proposal_id: "p1", proposal_version: 1 }]);
  const steps = await chamber.db.selectFrom("proposal_step").select(["act", "round_id", "decision_id"]).orderBy("at").orderBy("id").execute();
  expect(steps).toMatchObject([{ act: "open-vote", round_id: roundId, decision_id: null }, { act: "adopt", round_id: roundId }]);
  expect(steps[1]?.decision_id).not.toBeNull();
});

test("the stored result is the published format and counts again to the same", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "voor", "tegen", "onthouden"]);
  await established(chamber, roundId);

  const parsed = parsePublished(JSON.parse((await findStoredResult(chamber.db, roundId)) ?? ""));

  expect(parsed.ok && recount(parsed.value)).toMatchObject([{ differences: [], count: { outcome: "aangenomen", tally: { for: 2, against: 1, abstain: 1 } } }]);
});

test("establishing takes two people, the right roles and a closed round", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "voor", "tegen"]);
  const by = async (personId: string) => refusalOf(await establishRound(await chamber.as(personId), { roundId }));
  chamber.clockStrikes("10:59");
  expect(await by("vera")).toBe("round-not-closed");
  chamber.clockStrikes("11:00");
  expect(await by("lid1")).toBe("not-allowed");
  expect(await by("rita")).toBe("not-allowed");
  expect(await by("vera")).toBe("accepted");
  expect(await by("vera")).toBe("already-signed");
  expect(await by("sam")).toBe("accepted");
  expect(await by("sam")).toBe("round-not-closed");
});

test("two signatures at the same moment establish once", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "voor", "tegen"]);
  const [vera, sam] = [await chamber.as("vera"), await chamber.as("sam")];
  const answers = await Promise.all([establishRound(vera, { roundId }), establishRound(sam, { roundId })]);
  expect(answers.map((answer) => answer.ok && answer.value.isEstablished).sort()).toEqual([false, true]);
  expect(await decisions(chamber)).toHaveLength(1);
});

describe("what the end of a round does to a proposal of the expertgroep", () => {
  test.each([
    ["besluit", ["voor", "voor", "tegen"], "adopted", 1],
    ["besluit", ["tegen", "tegen", "voor"], "rejected", 1],
    ["besluit", ["voor", "voor"], "under_discussion", 0],
    ["besluit", ["onthouden", "onthouden", "onthouden"], "under_discussion", 0],
    ["besluit", ["voor", "tegen", "onthouden"], "in_vote", 0],
    ["peiling", ["akkoord", "akkoord_mits", "niet_akkoord"], "under_discussion", 0],
    ["stilte", [], "adopted", 1],
    ["stilte", ["bezwaar"], "in_vote", 0],
  ] as const)("a %s with %j leaves it %s", async (kind, choices, state, entered) => {
    const { chamber, roundId } = await aClosedRound(choices, { kind });
    await established(chamber, roundId);
    expect((await proposal(chamber)).state).toBe(state);
    expect(await decisions(chamber)).toHaveLength(entered);
  });
});

describe("what the Adviesraad's round does to a proposal that came for advice", () => {
  const advised = async (choices: readonly string[], points = "") => {
    const chamber = await aChamber();
    await chamber.proposal(1, { state: "in_advice" });
    const roundId = await aRound(chamber, { bodyId: "adviesraad" });
    await votes(chamber, roundId, choices, "raad");
    chamber.clockStrikes("11:00");
    const [item] = await listItems(chamber.db, roundId);
    await established(chamber, roundId, ["rob", "rita"], { [item?.id ?? ""]: points });
    return proposal(chamber);
  };
  test("adopted: a positive advice", async () => expect(await advised(["voor", "voor"])).toMatchObject({ state: "advised", advice: "positive" }));
  test("adopted with points of attention", async () =>
    expect(await advised(["voor", "voor"], "Let op de kosten.")).toEqual({ state: "advised", advice: "positive_with_points", advice_points: "Let op de kosten." }));
  test("rejected: a negative advice", async () => expect(await advised(["tegen", "tegen"])).toMatchObject({ state: "advised", advice: "negative" }));
  test("without quorum it stays for advice", async () => expect(await advised(["voor"])).toMatchObject({ state: "in_advice", advice: null }));
});

test("a tie prepares one herstemming on the same text, and a second tie is a rejection", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "tegen", "onthouden"]);
  await established(chamber, roundId);
  const again = (await rounds(chamber)).find((round) => round.previous_id === roundId);
  expect(again).toMatchObject({ state: "concept", sequence: 2 });

  expect(refusalOf(await openRound(await chamber.as("sam"), { roundId: again?.id ?? "" }))).toBe("accepted");
  await votes(chamber, again?.id ?? "", ["voor", "tegen", "onthouden"]);
  chamber.clockStrikes("12:30");
  await established(chamber, again?.id ?? "");

  expect((await proposal(chamber)).state).toBe("rejected");
});

test("a tie that is for the voorzitter waits for choice and reason, with the signature that comes first; the decision keeps the reason, and it counts again", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "tegen", "onthouden"], { rule: ruleOf("gewoon", { castingVote: true }) });
  const [item] = await listItems(chamber.db, roundId);
  const id = item?.id ?? "";
  const sign = async (who: string, castingVotes?: Record<string, { choice: "voor" | "tegen"; reason: string }>) => refusalOf(await establishRound(await chamber.as(who), { roundId, ...(castingVotes && { castingVotes }) }));
  expect(await sign("sam", { [id]: { choice: "voor", reason: "Namens de voorzitter" } })).toBe("casting-vote-first");
  expect(await sign("vera")).toBe("casting-vote-missing");
  expect(await sign("vera", { [id]: { choice: "voor", reason: "  " } })).toBe("casting-vote-missing");
  expect((await listItems(chamber.db, roundId))[0]?.castingVote).toBeNull();

  expect(await sign("vera", { [id]: { choice: "voor", reason: " De leverancier wacht. " } })).toBe("accepted");
  expect(await sign("sam", { [id]: { choice: "tegen", reason: "Toch niet" } })).toBe("accepted");

  expect(await proposal(chamber)).toMatchObject({ state: "adopted" });
  expect(await chamber.db.selectFrom("decision").select(["result", "motivation"]).execute()).toEqual([{ result: "aangenomen", motivation: "De leverancier wacht." }]);
  expect((await rounds(chamber)).filter(({ previous_id }) => previous_id === roundId)).toEqual([]);
  const document: unknown = JSON.parse((await findStoredResult(chamber.db, roundId)) ?? "");
  expect(document).toMatchObject({ items: [{ outcome: "aangenomen", castingVote: { choice: "voor", reason: "De leverancier wacht." } }] });
  const parsed = parsePublished(document);
  expect(parsed.ok && recount(parsed.value)).toMatchObject([{ differences: [], count: { outcome: "aangenomen" } }]);
  const payloads = await chamber.db.selectFrom("event").select("payload").where("act", "=", "round.establish").execute();
  expect(payloads.filter(({ payload }) => payload.includes("De leverancier wacht."))).toHaveLength(1);
});

test("a missed quorum prepares one second call on the same text where the rule set has it: without a quorum, also when the rules are changed", async () => {
  const { chamber, roundId } = await aClosedRound(["voor"], { rule: ruleOf("gewoon", { secondCall: true }) });
  await established(chamber, roundId);
  expect(await proposal(chamber)).toMatchObject({ state: "in_vote" });
  expect(await decisions(chamber)).toEqual([]);

  const again = (await rounds(chamber)).find((round) => round.previous_id === roundId);
  const sam = await chamber.as("sam");
  const stored = await findRound(chamber.db, sam.actor, again?.id ?? "");
  expect(stored).toMatchObject({ state: "concept", kind: "besluit", isSecondCall: true });
  expect(stored?.rule).toEqual(ruleOf("gewoon", { quorum: null }));
  const changed = await changeRoundRules(sam, { roundId: again?.id ?? "", stamp: null, rule: ruleOf("volstrekt", { secondCall: true }), visibility: "openbaar" });
  expect(refusalOf(changed)).toBe("accepted");

  expect(refusalOf(await openRound(sam, { roundId: again?.id ?? "" }))).toBe("accepted");
  await votes(chamber, again?.id ?? "", ["voor"]);
  chamber.clockStrikes("12:30");
  await established(chamber, again?.id ?? "");
  expect(await proposal(chamber)).toMatchObject({ state: "adopted" });
  expect(await decisions(chamber)).toHaveLength(1);
  expect((await rounds(chamber)).filter(({ state }) => state === "concept")).toEqual([]);
});

test("withdrawing a prepared herstemming puts the proposal back in discussion", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "tegen", "onthouden"]);
  await established(chamber, roundId);
  const again = (await rounds(chamber)).find((round) => round.previous_id === roundId);
  const withdrawn = await withdrawRound(await chamber.as("sam"), { roundId: again?.id ?? "", reason: "eerst praten" });
  expect(withdrawn.ok).toBe(true);
  expect((await proposal(chamber)).state).toBe("under_discussion");
});

test("a withdrawn round keeps its ballots and puts its proposals back", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  await votes(chamber, roundId, ["voor"]);

  expect(refusalOf(await withdrawRound(await chamber.as("sam"), { roundId, reason: "" }))).toBe("reason-missing");
  expect(refusalOf(await withdrawRound(await chamber.as("lid1"), { roundId, reason: "fout" }))).toBe("not-allowed");
  expect(refusalOf(await withdrawRound(await chamber.as("sam"), { roundId, reason: "fout in de tekst" }))).toBe("accepted");

  expect((await proposal(chamber)).state).toBe("under_discussion");
  expect(await chamber.db.selectFrom("ballot").select("id").execute()).toHaveLength(1);
  expect(refusalOf(await vote(chamber, roundId, "lid2", "voor"))).toBe("round-not-open");
});

describe("declaring a round invalid", () => {
  test("takes back what it did, and keeps the record", async () => {
    const { chamber, roundId } = await aClosedRound(["voor", "voor", "tegen"]);
    await established(chamber, roundId);
    const invalid = await invalidateRound(await chamber.as("sam"), { roundId, reason: "verkeerde tekst" });
    expect(invalid.ok).toBe(true);
    expect((await proposal(chamber)).state).toBe("under_discussion");
    expect(await decisions(chamber)).toMatchObject([{ validity: "ingetrokken" }]);
    expect(await findStoredResult(chamber.db, roundId)).not.toBeNull();
  });

  test("is refused once a later step relies on it", async () => {
    const { chamber, roundId } = await aClosedRound(["voor", "voor", "tegen"]);
    await established(chamber, roundId);
    await chamber.db.updateTable("proposal").set({ state: "in_advice" }).execute();
    expect(refusalOf(await invalidateRound(await chamber.as("sam"), { roundId, reason: "te laat" }))).toBe("later-step-relies-on-it");
  });

  test("also works before anybody signed", async () => {
    const { chamber, roundId } = await aClosedRound(["voor"]);
    expect(refusalOf(await invalidateRound(await chamber.as("sam"), { roundId, reason: "storing" }))).toBe("accepted");
    expect((await proposal(chamber)).state).toBe("under_discussion");
  });
});

test("only an established result is published, by the secretaris", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "voor", "tegen"]);
  expect(refusalOf(await publishRound(await chamber.as("sam"), { roundId }))).toBe("round-not-established");
  await established(chamber, roundId);
  expect(refusalOf(await publishRound(await chamber.as("vera"), { roundId }))).toBe("not-allowed");
  expect(refusalOf(await publishRound(await chamber.as("sam"), { roundId }))).toBe("accepted");
});

test("a round ends early when its rule set allows it and everybody voted", async () => {
  const chamber = await aChamber({ seats: 2 });
  await chamber.proposal(1);
  const roundId = await aRound(chamber, { rule: ruleOf("gewoon", { earlyClose: true }) });
  await votes(chamber, roundId, ["voor"]);
  expect(refusalOf(await closeRound(await chamber.as("sam"), { roundId }))).toBe("not-everybody-voted");
  await vote(chamber, roundId, "lid2", "voor");
  expect(refusalOf(await closeRound(await chamber.as("sam"), { roundId }))).toBe("accepted");
  await established(chamber, roundId);
  expect((await proposal(chamber)).state).toBe("adopted");
});

test("every change of a round leaves its record in the chain of its body", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "voor", "tegen"]);
  await established(chamber, roundId);
  await publishRound(await chamber.as("sam"), { roundId });
  const events = await chamber.db.selectFrom("event").select(["act", "chain", "sequence"]).orderBy("sequence").execute();
  expect(events.map(({ act }) => act)).toEqual([
    "round.prepare", "proposal.move", "round.open", "ballot.cast", "ballot.cast", "ballot.cast",
    "round.establish", "decision.record", "proposal.move", "round.establish", "decision.publish", "round.publish",
  ]);
  expect(events.every(({ chain }) => chain === "veilig")).toBe(true);
});

test("the votes of an established round are read once, those of a round that still can change each time", async () => {
  const { chamber, roundId } = await aClosedRound(["voor", "voor", "tegen"]);
  const read = async () => {
    const { db, actor, now } = await chamber.as("lid1");
    const [item] = await listItems(db, roundId);
    const past = await listPastItems(db, actor, { bodyId: "veilig", subjectIds: ["p1"], until: now() }, now());
    return listVotes(db, past, [item?.id ?? ""]);
  };
  const choices = async () => (await read()).ballots.map(({ choice }) => choice).sort();
  expect(await choices()).toEqual(["tegen", "voor", "voor"]);
  expect(await read()).not.toBe(await read());
  await established(chamber, roundId);
  expect(await choices()).toEqual(["tegen", "voor", "voor"]);
  expect(await read()).toBe(await read());
});

test("a former peiling cannot be declared invalid while a later round holds its text, whichever round that one follows", async () => {
  const chamber = await aChamber();
  for (const serial of [1, 2]) await chamber.proposal(serial);
  const former = await aRound(chamber, { kind: "peiling" });
  chamber.clockStrikes("11:00");
  await established(chamber, former);
  const between = await aRound(chamber, { kind: "peiling", proposalIds: ["p2"], opensAt: at("11:10"), closesAt: at("11:30") });
  chamber.clockStrikes("11:30");
  await established(chamber, between);
  const later = await aRound(chamber, { proposalIds: ["p1", "p2"], opensAt: at("11:40"), closesAt: at("12:30") });
  chamber.clockStrikes("12:00");
  expect(refusalOf(await invalidateRound(await chamber.as("vera"), { roundId: former, reason: "fout" }))).toBe("later-step-relies-on-it");
  await votes(chamber, later, ["voor", "voor", "voor"]);
  for (const person of ["lid1", "lid2", "lid3"]) await vote(chamber, later, person, "voor", { position: 2 });
  chamber.clockStrikes("12:30");
  await established(chamber, later);
  expect((await proposal(chamber)).state).toBe("adopted");
});

test("an advice about what was replaced meanwhile is established all the same, and can be undone", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1, { state: "in_advice" });
  const advice = await aRound(chamber, { bodyId: "adviesraad" });
  await votes(chamber, advice, ["voor", "voor", "voor"], "raad");
  await chamber.db.updateTable("proposal").set({ state: "superseded" }).where("id", "=", "p1").execute();
  chamber.clockStrikes("11:00");
  await established(chamber, advice, ["rob", "rita"]);
  expect((await proposal(chamber)).state).toBe("superseded");
  expect((await decisions(chamber)).map(({ round_id }) => round_id)).toEqual([advice]);
  expect(refusalOf(await invalidateRound(await chamber.as("rob"), { roundId: advice, reason: "fout" }))).toBe("accepted");
  expect((await proposal(chamber)).state).toBe("superseded");
});

test("what is pulled out of a herstemming keeps its rule: a second tie rejects", async () => {
  const TIED = [["lid1", "voor"], ["lid2", "voor"], ["lid3", "tegen"], ["lid4", "tegen"]] as const;
  const chamber = await aChamber();
  for (const serial of [1, 2]) await chamber.proposal(serial);
  const roundId = await aRound(chamber, { proposalIds: ["p1", "p2"] });
  for (const position of [1, 2]) for (const [person, choice] of TIED) await vote(chamber, roundId, person, choice, { position });
  chamber.clockStrikes("11:00");
  await established(chamber, roundId);
  const again = (await rounds(chamber)).find(({ previous_id }) => previous_id === roundId)?.id ?? "";
  await openRound(await chamber.as("sam"), { roundId: again });
  const pulled = await pullItem(await chamber.as("lid1"), { roundId: again, itemId: (await listItems(chamber.db, again))[0]?.id ?? "", seatId: "seat-lid1", reason: "apart" });
  if (!pulled.ok) throw new Error(pulled.refusal);
  await openRound(await chamber.as("sam"), { roundId: pulled.value.roundId });
  for (const [person, choice] of TIED) await vote(chamber, pulled.value.roundId, person, choice);
  chamber.clockStrikes("23:00");
  await established(chamber, pulled.value.roundId);
  expect((await listItems(chamber.db, pulled.value.roundId))[0]?.outcome).toBe("verworpen");
});

test("an adoption that took the place of another requirement cannot be declared invalid: the old one would have no successor", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1, { state: "adopted" });
  await chamber.proposal(2);
  await chamber.db.insertInto("proposal_link").values({ id: "l1", from_id: "p2", to_id: "p1", kind: "replaces", created_at: at("00:00"), reviewed_version: 1 }).execute();
  const roundId = await aRound(chamber, { proposalIds: ["p2"] });
  await votes(chamber, roundId, ["voor", "voor", "voor"]);
  chamber.clockStrikes("11:00");
  await established(chamber, roundId);
  expect(refusalOf(await invalidateRound(await chamber.as("vera"), { roundId, reason: "fout" }))).toBe("later-step-relies-on-it");
  expect([(await proposal(chamber, "p1")).state, (await proposal(chamber, "p2")).state]).toEqual(["superseded", "adopted"]);
});
