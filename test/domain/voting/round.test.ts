import { describe, expect, test } from "vitest";
import type { Instant } from "#app/domain/shared/instant.ts";
import { closeEarly, extend, hasClosed, invalidate, isOpen, maySeeResult, open, phaseOf, sign, withdraw, type Round } from "#app/domain/voting/round.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";

const at = (time: string) => `2026-03-05T${time}:00.000Z` as Instant;
const aRound = (changes: Partial<Round> = {}): Round => ({
  id: "r", bodyId: "b", kind: "besluit", state: "open", opensAt: at("19:00"), closesAt: at("20:00"),
  rule: ruleOf("gewoon"), chairId: null, secretaryId: null, ...changes,
});

test.each([
  ["18:59", false, "wacht"],
  ["19:00", true, "open"],
  ["19:59", true, "open"],
  ["20:00", false, "gesloten"],
])("at %s: open is %s", (time, expected, phase) => {
  expect(isOpen(aRound(), at(time))).toBe(expected);
  expect(phaseOf(aRound(), at(time))).toBe(phase);
});

test("a round that was only announced takes no ballots, whatever the clock says", () => {
  expect(isOpen(aRound({ state: "aangekondigd" }), at("19:30"))).toBe(false);
  expect(hasClosed(aRound({ state: "aangekondigd" }), at("20:30"))).toBe(false);
});

describe("opening", () => {
  test("begins now when the planned moment has passed", () => {
    expect(open(aRound({ state: "aangekondigd" }), at("19:10"))).toEqual({ ok: true, value: at("19:10") });
  });
  test("keeps a planned moment that is still to come", () => {
    expect(open(aRound({ state: "concept" }), at("18:00"))).toEqual({ ok: true, value: at("19:00") });
  });
  test("is refused when closing time has passed, or when it was opened before", () => {
    expect(open(aRound({ state: "concept" }), at("20:00"))).toEqual({ ok: false, refusal: "closes-in-the-past" });
    expect(open(aRound(), at("19:10"))).toEqual({ ok: false, refusal: "round-already-opened" });
  });
});

describe("a deadline", () => {
  test("moves away with a reason", () => {
    expect(extend(aRound(), at("21:00"), "storing", at("19:30")).ok).toBe(true);
  });
  test.each([
    ["19:45", "storing", "19:30", "deadline-not-later"],
    ["20:00", "storing", "19:30", "deadline-not-later"],
    ["21:00", "", "19:30", "reason-missing"],
    ["21:00", "storing", "20:00", "round-not-running"],
  ])("to %s with reason '%s' at %s is refused: %s", (closesAt, reason, now, refusal) => {
    expect(extend(aRound(), at(closesAt), reason, at(now))).toEqual({ ok: false, refusal });
  });
});

test("withdrawing is for before closing, declaring invalid for after", () => {
  expect(withdraw(aRound(), "fout in de tekst", at("19:59")).ok).toBe(true);
  expect(withdraw(aRound(), "fout in de tekst", at("20:00"))).toEqual({ ok: false, refusal: "round-not-running" });
  expect(invalidate(aRound(), "fout in de tekst", at("19:59"), false)).toEqual({ ok: false, refusal: "round-not-ended" });
  expect(invalidate(aRound({ state: "vastgesteld" }), "fout", at("20:00"), false).ok).toBe(true);
  expect(invalidate(aRound({ state: "vastgesteld" }), "fout", at("20:00"), true)).toEqual({ ok: false, refusal: "later-step-relies-on-it" });
});

describe("establishing", () => {
  test("takes a voorzitter and a secretaris", () => {
    const first = sign(aRound(), "vera", ["chair"], at("20:00"));
    const second = sign(aRound({ chairId: "vera" }), "sam", ["secretary"], at("20:01"));
    expect(first).toEqual({ ok: true, value: { role: "chair", isComplete: false } });
    expect(second).toEqual({ ok: true, value: { role: "secretary", isComplete: true } });
  });
  test("is not for one person with both roles", () => {
    expect(sign(aRound({ chairId: "vera" }), "vera", ["chair", "secretary"], at("20:00"))).toEqual({ ok: false, refusal: "second-person-needed" });
  });
  test("is refused to who signed before, to others, and while ballots still come in", () => {
    expect(sign(aRound({ chairId: "vera" }), "vera", ["chair"], at("20:00"))).toEqual({ ok: false, refusal: "already-signed" });
    expect(sign(aRound(), "vera", ["chair"], at("19:59"))).toEqual({ ok: false, refusal: "round-not-closed" });
    expect(sign(aRound({ state: "vastgesteld" }), "vera", ["chair"], at("20:30"))).toEqual({ ok: false, refusal: "round-not-closed" });
  });
});

test("early closing needs the rule set's leave and every seat's vote", () => {
  const early = aRound({ rule: ruleOf("gewoon", { earlyClose: true }) });
  expect(closeEarly(early, true, at("19:30")).ok).toBe(true);
  expect(closeEarly(early, false, at("19:30"))).toEqual({ ok: false, refusal: "not-everybody-voted" });
  expect(closeEarly(aRound(), true, at("19:30"))).toEqual({ ok: false, refusal: "early-close-not-allowed" });
});

test.each([
  ["open", "19:59", true, false],
  ["open", "20:00", true, true],
  ["open", "20:00", false, false],
  ["vastgesteld", "20:30", false, false],
  ["gepubliceerd", "20:30", false, true],
] as const)("the figures of a round that is %s at %s, for a member %s: %s", (state, time, isMember, expected) => {
  expect(maySeeResult(aRound({ state }), isMember, at(time))).toBe(expected);
});
