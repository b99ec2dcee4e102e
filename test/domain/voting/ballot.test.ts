import { describe, expect, test } from "vitest";
import type { Instant } from "#app/domain/shared/instant.ts";
import { admitBallot, admitWithdrawal, castingRole, receiptOf, type Casting } from "#app/domain/voting/ballot.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";

const at = (time: string) => `2026-03-05T${time}:00.000Z` as Instant;
const casting = (changes: Partial<Casting> = {}): Casting => ({
  round: { kind: "besluit", state: "open", opensAt: at("19:00"), closesAt: at("20:00"), rule: ruleOf("gewoon", { motivation: ["tegen"] }) },
  now: at("19:30"), isSeatInRound: true, isRecused: false, isPulled: false, role: "member", latest: null,
  frozenHash: "abc", textHash: "abc", choice: "voor", motivation: "", condition: "", ...changes,
});
const peiling = { ...casting().round, kind: "peiling" as const };

test("a member's ballot goes in", () => {
  expect(admitBallot(casting()).ok).toBe(true);
});

test.each([
  [{ role: null, now: at("21:00") }, "not-holder"],
  [{ isSeatInRound: false }, "seat-not-in-round"],
  [{ now: at("20:00") }, "round-not-open"],
  [{ now: at("18:59") }, "round-not-open"],
  [{ isPulled: true }, "item-pulled"],
  [{ isRecused: true }, "seat-recused"],
  [{ textHash: "old" }, "text-changed"],
  [{ choice: "misschien" }, "unknown-choice"],
  [{ choice: "akkoord" }, "unknown-choice"],
  [{ choice: "tegen" }, "motivation-required"],
  [{ round: peiling, choice: "akkoord_mits", motivation: "ja" }, "condition-required"],
] as [Partial<Casting>, string][])("%j is refused: %s", (changes, refusal) => {
  expect(admitBallot(casting(changes))).toEqual({ ok: false, refusal });
});

test("a condition is motivation enough for akkoord, mits", () => {
  const round = { ...peiling, rule: ruleOf("gewoon", { motivation: ["akkoord_mits"] }) };
  expect(admitBallot(casting({ round, choice: "akkoord_mits", condition: "ook 's nachts" })).ok).toBe(true);
});

describe("a plaatsvervanger", () => {
  const substitute = (latest: Casting["latest"]) => admitBallot(casting({ role: "substitute", latest })).ok;
  test("does not overrule a lid who voted", () => expect(substitute({ choice: "voor", casterRole: "member" })).toBe(false));
  test("votes again once the lid withdrew", () => expect(substitute({ choice: "ingetrokken", casterRole: "member" })).toBe(true));
  test("changes an own vote", () => expect(substitute({ choice: "voor", casterRole: "substitute" })).toBe(true));
  test("is overruled by the lid", () => expect(admitBallot(casting({ latest: { choice: "voor", casterRole: "substitute" } })).ok).toBe(true));
});

test("there is something to withdraw, or nothing", () => {
  expect(admitWithdrawal(casting({ latest: { choice: "voor", casterRole: "member" } })).ok).toBe(true);
  expect(admitWithdrawal(casting())).toEqual({ ok: false, refusal: "nothing-to-withdraw" });
});

test("who holds a seat twice votes as lid; a secretaris does not vote", () => {
  expect(castingRole(["substitute", "member"])).toBe("member");
  expect(castingRole(["secretary", "observer"])).toBeNull();
});

test("a receipt is sixteen letters and digits that follow from the hash", () => {
  expect(receiptOf("0".repeat(64))).toBe("AAAA-AAAA-AAAA-AAAA");
  expect(receiptOf("f".repeat(64))).toBe("7777-7777-7777-7777");
  expect(receiptOf(`08421${"0".repeat(59)}`)).toMatch(/^BBBB-AAAA/);
});
