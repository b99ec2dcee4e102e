import { expect, test } from "vitest";
import { coverageByQuarter, type CoveredNeed } from "#app/domain/needs/coverage.ts";
import type { Day } from "#app/domain/shared/instant.ts";

const need = (since: string, coveredFrom: string | null): CoveredNeed => ({ since: since as Day, coveredFrom: coveredFrom as Day | null });
const today = "2026-11-26" as Day;

test("a need counts from the quarter in which it came, and is covered from the quarter in which a requirement for it was adopted", () => {
  const needs = [need("2024-01-01", "2026-05-31"), need("2024-01-01", null), need("2026-08-01", "2026-07-01")];
  expect(coverageByQuarter(needs, today).map(({ quarter, needs: all, covered }) => `${quarter} ${covered}/${all}`)).toEqual(["2026-K1 0/2", "2026-K2 1/2", "2026-K3 2/3", "2026-K4 2/3"]);
});

test("nothing is covered yet: the last year; covered long ago: the last three years", () => {
  expect(coverageByQuarter([need("2020-01-01", null)], today)).toHaveLength(4);
  expect(coverageByQuarter([need("2020-01-01", "2020-02-01")], today).map(({ covered }) => covered)).toEqual(Array.from({ length: 12 }, () => 1));
});
