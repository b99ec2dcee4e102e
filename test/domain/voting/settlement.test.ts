import { expect, test } from "vitest";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { awaitsCastingVote, mayBeVotedOn, nextRoundAfter, ruleAfter, settle, undo } from "#app/domain/voting/settlement.ts";

test.each([
  ["besluit", "aangenomen", "under_discussion", "", { move: "adopt" }],
  ["besluit", "verworpen", "under_discussion", "", { move: "reject" }],
  ["stilte", "aangenomen", "under_discussion", "", { move: "adopt" }],
  ["besluit", "aangenomen", "in_advice", "", { move: "advise", advice: "positive" }],
  ["besluit", "aangenomen", "in_advice", "let op de kosten", { move: "advise", advice: "positive_with_points" }],
  ["besluit", "verworpen", "in_advice", "", { move: "advise", advice: "negative" }],
  ["peiling", null, "under_discussion", "", { move: "back-to-discussion" }],
  ["peiling", null, "in_advice", "", null],
  ["besluit", "quorum_niet_gehaald", "under_discussion", "", { move: "back-to-discussion" }],
  ["besluit", "geen_uitspraak", "under_discussion", "", { move: "back-to-discussion" }],
  ["besluit", "quorum_niet_gehaald", "in_advice", "", null],
  ["besluit", "staking", "under_discussion", "", null],
  ["stilte", "naar_stemming", "under_discussion", "", null],
] as const)("a %s that ends in %s, for a proposal that was %s", (roundKind, outcome, stateBefore, advicePoints, expected) => {
  expect(settle({ roundKind, outcome, stateBefore, advicePoints })).toEqual(expected);
});

test.each([
  ["adopted", "under_discussion", { move: "undo-adoption" }],
  ["rejected", "under_discussion", { move: "undo-rejection" }],
  ["advised", "in_advice", { move: "undo-advice" }],
  ["in_vote", "under_discussion", { move: "back-to-discussion" }],
  ["in_advice", "in_advice", null],
] as const)("an invalid round leaves %s for %s", (state, before, expected) => {
  expect(undo(state, before)).toEqual(expected);
});

test("a tie asks for a herstemming and objections for a vote", () => {
  const round = { kind: "besluit", rule: ruleOf("gewoon") } as const;
  expect(nextRoundAfter("staking", round)).toBe("herstemming");
  expect(nextRoundAfter("naar_stemming", { ...round, kind: "stilte" })).toBe("besluit");
  expect(nextRoundAfter("verworpen", round)).toBeNull();
});

test("a tie that the voorzitter decides asks for no other round", () => {
  const rule = ruleOf("gewoon", { castingVote: true });
  expect(nextRoundAfter("staking", { kind: "besluit", rule })).toBeNull();
  expect([awaitsCastingVote("staking", rule), awaitsCastingVote("staking", ruleOf("gewoon")), awaitsCastingVote("verworpen", rule)]).toEqual([true, false, false]);
});

test("a missed quorum asks for a second call where the rule set has one: without a quorum, and only once", () => {
  const rule = ruleOf("twee_derde", { secondCall: true, secondTie: true });
  expect(nextRoundAfter("quorum_niet_gehaald", { kind: "besluit", rule: ruleOf("gewoon") })).toBeNull();
  expect(nextRoundAfter("quorum_niet_gehaald", { kind: "stilte", rule })).toBeNull();
  expect(nextRoundAfter("quorum_niet_gehaald", { kind: "besluit", rule })).toBe("tweede_oproep");
  expect(ruleAfter(rule, "tweede_oproep")).toEqual({ ...ruleOf("twee_derde", { secondTie: true }), quorum: null });
  expect(ruleAfter(rule, "herstemming").secondCall).toBe(true);
  expect(settle({ roundKind: "besluit", outcome: "quorum_niet_gehaald", stateBefore: "under_discussion", advicePoints: "", secondCall: true })).toBeNull();
});

test("a body votes on its own proposals in discussion, the Adviesraad also on what came for advice", () => {
  expect(mayBeVotedOn("expertgroep", true, "under_discussion")).toBe(true);
  expect(mayBeVotedOn("expertgroep", false, "under_discussion")).toBe(false);
  expect(mayBeVotedOn("expertgroep", true, "draft")).toBe(false);
  expect(mayBeVotedOn("adviesraad", false, "in_advice")).toBe(true);
});
