import { describe, expect, test } from "vitest";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { answerComment } from "#app/commands/proposals/answer-comment.ts";
import { answerCondition } from "#app/commands/proposals/answer-condition.ts";
import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { confirmCondition } from "#app/commands/proposals/confirm-condition.ts";
import { linkProposals } from "#app/commands/proposals/link-proposals.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { listComments } from "#db/queries/comments.ts";
import { listConditions } from "#db/queries/proposal-discussion.ts";
import { listLinks } from "#db/queries/proposal-links.ts";
import { findProposal } from "#db/queries/proposals.ts";
import { aDraftingTable, aProposal, aText, theLog } from "#test/support/drafting.ts";
import { aRound, vote, type Chamber } from "#test/support/voting.ts";

const today = "2026-11-05" as Day;
const idOf = async (chamber: Chamber, number: string) => (await findProposal(chamber.db, (await chamber.as("sam")).actor, number, today))?.id ?? "";

describe("comments", () => {
  test("a second member reacts to a passage, and an author answers", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    const added = await commentOnVersion(await chamber.as("lid2"), { number, version: 1, statement: "Ook ’s nachts?", quote: "binnen 60 minuten" });
    const commentId = added.ok ? added.value.id : "";
    const answered = await answerComment(await chamber.as("lid1"), { number, commentId, answer: "Ja, altijd.", disposition: "adopted" });

    expect(answered.ok).toBe(true);
    expect(await listComments(chamber.db, await idOf(chamber, number))).toMatchObject([
      { statement: "Ook ’s nachts?", quote: "binnen 60 minuten", organisationName: "Gemeente lid2", answer: "Ja, altijd.", disposition: "adopted", version: 1 },
    ]);
    expect((await theLog(chamber)).slice(-2)).toEqual(["lid2 comment.add", "lid1 comment.answer"]);
  });

  test("an answer is given once", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const added = await commentOnVersion(await chamber.as("lid2"), { number, version: 1, statement: "Waarom?" });
    const input = { number, commentId: added.ok ? added.value.id : "", answer: "Daarom.", disposition: "not" } as const;
    const [lid, sam] = [await chamber.as("lid1"), await chamber.as("sam")];

    const answers = await Promise.all([answerComment(lid, input), answerComment(sam, input)]);

    expect(answers.map((answer) => (answer.ok ? "done" : answer.refusal)).sort()).toEqual(["already-answered", "done"]);
  });

  test.each([
    ["gemeente", {}, "not-allowed"],
    ["lid2", { quote: "binnen 5 minuten" }, "quote-not-found"],
    ["lid2", { statement: "" }, "comment-invalid"],
    ["lid2", { version: 9 }, "not-found"],
  ])("%s with %j: %s", async (who, changes, refusal) => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    expect(await commentOnVersion(await chamber.as(who), { number, version: 1, statement: "Ook ’s nachts?", ...changes })).toEqual({ ok: false, refusal });
  });
});

describe("conditions from a peiling", () => {
  /** lid1 asks "mits het ook 's nachts geldt"; the peiling has closed and is established. */
  async function aPolledProposal() {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const proposalId = await idOf(chamber, number);
    const roundId = await aRound(chamber, { kind: "peiling", proposalIds: [proposalId] });
    await vote(chamber, roundId, "lid2", "akkoord_mits", { condition: "mits het ook ’s nachts geldt" });
    const whileOpen = await listConditions(chamber.db, (await chamber.as("lid1")).actor, proposalId, chamber.resources.now());
    chamber.clockStrikes("11:00");
    await establishRound(await chamber.as("vera"), { roundId });
    await establishRound(await chamber.as("sam"), { roundId });
    const [condition] = await listConditions(chamber.db, (await chamber.as("lid1")).actor, proposalId, chamber.resources.now());
    return { chamber, number, proposalId, whileOpen, conditionId: condition?.id ?? "" };
  }

  test("stay hidden while the round is open, and show to the body after its close, not to strangers", async () => {
    const { chamber, proposalId, whileOpen, conditionId } = await aPolledProposal();

    expect(whileOpen).toEqual([]);
    expect(conditionId).not.toBe("");
    expect(await listConditions(chamber.db, STRANGER, proposalId, chamber.resources.now())).toEqual([]);
  });

  test("are answered in the next version, and the seat confirms", async () => {
    const { chamber, number, proposalId, conditionId } = await aPolledProposal();

    const saved = await addVersion(await chamber.as("lid1"), {
      ...aText({ statement: "Dag en nacht, binnen 60 minuten." }),
      ...{ number, basedOn: 1, why: "Voorwaarde uit de peiling", answers: [{ conditionId, answer: "Dat staat nu in de tekst." }] },
    });
    const byAnother = await confirmCondition(await chamber.as("lid3"), { number, conditionId, settled: "confirmed" });
    const bySeat = await confirmCondition(await chamber.as("lid2"), { number, conditionId, settled: "confirmed" });

    expect(saved.ok).toBe(true);
    expect(byAnother).toEqual({ ok: false, refusal: "not-allowed" });
    expect(bySeat.ok).toBe(true);
    const [condition] = await listConditions(chamber.db, (await chamber.as("lid1")).actor, proposalId, chamber.resources.now());
    expect(condition).toMatchObject({ answer: "Dat staat nu in de tekst.", answeredIn: 2, settled: "confirmed" });
    expect((await theLog(chamber)).at(-1)).toBe("lid2 condition.confirm");
  });

  test("one about words of the text goes along to the next version, until these words change", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const proposalId = await idOf(chamber, number);
    const roundId = await aRound(chamber, { kind: "peiling", proposalIds: [proposalId] });
    const wrong = await vote(chamber, roundId, "lid2", "akkoord_mits", { condition: "korter", quote: "binnen een week" });
    await vote(chamber, roundId, "lid2", "akkoord_mits", { condition: "korter", quote: "binnen 60  minuten" });
    chamber.clockStrikes("11:00");
    for (const who of ["vera", "sam"]) await establishRound(await chamber.as(who), { roundId });
    const author = await chamber.as("lid1");
    const found = async () => (await listConditions(chamber.db, author.actor, proposalId, chamber.resources.now())).map(({ quote, now, goneIn }) => ({ quote, now, goneIn }));

    const first = await found();
    await addVersion(author, { ...aText({ statement: "Elke leverancier meldt een ernstig incident binnen 60 minuten." }), number, basedOn: 1, why: "Ernstig" });
    const second = await found();
    await addVersion(author, { ...aText({ statement: "Elke leverancier meldt een ernstig incident binnen 30 minuten." }), number, basedOn: 2, why: "Korter" });

    expect(wrong).toMatchObject({ ok: false, refusal: "condition-quote-unknown" });
    expect(first).toEqual([{ quote: "binnen 60 minuten", now: { field: "statement", start: 34 }, goneIn: null }]);
    expect(second).toEqual([{ quote: "binnen 60 minuten", now: { field: "statement", start: 44 }, goneIn: null }]);
    expect(await found()).toEqual([{ quote: "binnen 60 minuten", now: null, goneIn: 3 }]);
  });

  test("are not answered with the same text that the seat voted on, nor settled before there is an answer", async () => {
    const { chamber, number, conditionId } = await aPolledProposal();

    expect(await answerCondition(await chamber.as("lid1"), { number, conditionId, answer: "Komt nog" })).toEqual({ ok: false, refusal: "new-version-first" });
    expect(await confirmCondition(await chamber.as("lid2"), { number, conditionId, settled: "kept" })).toEqual({ ok: false, refusal: "answer-missing" });
  });
});

describe("links between proposals", () => {
  test("show at both ends, and go suspect when the other gets a new version", async () => {
    const chamber = await aDraftingTable();
    const [one, other] = [await aProposal(chamber), await aProposal(chamber, { title: "Logbestanden bewaren" })];
    const lid = await chamber.as("lid1");

    await linkProposals(lid, { number: one, other, kind: "derived_from" });
    await addVersion(lid, { ...aText({ statement: "Een jaar bewaren." }), number: other, basedOn: 1, why: "Langer" });

    expect(await listLinks(chamber.db, STRANGER, await idOf(chamber, one))).toMatchObject([
      { kind: "derived_from", isOutgoing: true, number: other, title: "Ernstig incident melden", isSuspect: true },
    ]);
    expect(await listLinks(chamber.db, STRANGER, await idOf(chamber, other))).toMatchObject([{ isOutgoing: false, number: one, isSuspect: false }]);
    await linkProposals(lid, { number: one, other, kind: "derived_from" });
    expect(await listLinks(chamber.db, STRANGER, await idOf(chamber, one))).toMatchObject([{ isSuspect: false }]);
  });

  test("a link to what somebody may not see is left out", async () => {
    const chamber = await aDraftingTable();
    const [one, other] = [await aProposal(chamber), await aProposal(chamber, { tlp: "GREEN" })];
    await linkProposals(await chamber.as("lid1"), { number: one, other, kind: "related_to" });

    expect(await listLinks(chamber.db, STRANGER, await idOf(chamber, one))).toEqual([]);
    expect(await listLinks(chamber.db, (await chamber.as("gemeente")).actor, await idOf(chamber, one))).toHaveLength(1);
  });

  test("nobody links to what they may not see, to itself, or replaces another body's proposal", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const lid = await chamber.as("lid1");

    expect(await linkProposals(lid, { number, other: "ADV-001", kind: "related_to" })).toEqual({ ok: false, refusal: "other-unknown" });
    expect(await linkProposals(lid, { number, other: number, kind: "related_to" })).toEqual({ ok: false, refusal: "other-is-same" });
  });
});
