import fc from "fast-check";
import { expect, test } from "vitest";
import { checkRule, needed, presetOf, PRESETS, ruleOf, type Fraction } from "#app/domain/voting/rule.ts";

test.each([
  [{ num: 1, den: 2, strict: true }, 22, 12],
  [{ num: 1, den: 2, strict: true }, 42, 22],
  [{ num: 2, den: 3, strict: false }, 15, 10],
  [{ num: 3, den: 4, strict: false }, 10, 8],
  [{ num: 1, den: 1, strict: false }, 13, 13],
])("%j of %i needs %i", (fraction, total, expected) => {
  expect(needed(fraction, BigInt(total))).toBe(BigInt(expected));
});

test("needed is the smallest count that reaches the share", () => {
  const fraction = fc.record({ num: fc.nat(50), den: fc.integer({ min: 1, max: 50 }), strict: fc.boolean() });
  const reaches = ({ num, den, strict }: Fraction, count: bigint, total: bigint) =>
    strict ? count * BigInt(den) > BigInt(num) * total : count * BigInt(den) >= BigInt(num) * total;
  fc.assert(fc.property(fraction, fc.bigInt({ min: 0n, max: 10n ** 15n }), (share, total) => {
    const least = needed(share, total);
    expect(reaches(share, least, total)).toBe(true);
    expect(least === 0n || !reaches(share, least - 1n, total)).toBe(true);
  }));
});

test.each([
  [{ num: 0.5, den: 1, strict: true }, "fraction-not-whole"],
  [{ num: 3, den: 2, strict: true }, "fraction-out-of-range"],
  [{ num: 1, den: 0, strict: true }, "fraction-out-of-range"],
  [{ num: -1, den: 2, strict: true }, "fraction-out-of-range"],
  [{ num: 1, den: 1, strict: true }, "fraction-unreachable"],
])("a quorum of %j is refused as %s", (quorum, refusal) => {
  expect(checkRule(ruleOf("gewoon", { quorum }))).toEqual({ ok: false, refusal });
});

test("every preset is a valid rule and is recognised again", () => {
  for (const [name, majority] of Object.entries(PRESETS)) {
    expect(checkRule(ruleOf(name as keyof typeof PRESETS)).ok).toBe(true);
    expect(presetOf({ ...majority })).toBe(name);
  }
  expect(presetOf({ num: 3, den: 5, strict: true, base: "zetels" })).toBeNull();
});
