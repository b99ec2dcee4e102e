import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDependencies, periodOf, progressTo, tooLateFor } from "#app/domain/roadmap/item.ts";
import { loadPerQuarter, shownQuarters, type Planned } from "#app/domain/roadmap/load.ts";
import { plusQuarters, quarterOf, quartersBetween, quartersFrom, type Quarter } from "#app/domain/roadmap/quarter.ts";

const q = (text: string) => text as Quarter;
const aQuarter = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 4 })).map(([year, part]) => q(`${year}-K${part}`));

test("a day falls in its quarter", () => {
  expect([quarterOf("2026-01-01"), quarterOf("2026-03-31"), quarterOf("2026-04-01"), quarterOf("2026-12-31")]).toEqual(["2026-K1", "2026-K1", "2026-K2", "2026-K4"]);
});

test("adding quarters and taking them off again comes back, and the distance is what was added", () => {
  fc.assert(fc.property(aQuarter, fc.integer({ min: -40, max: 40 }), (quarter, amount) => {
    const there = plusQuarters(quarter, amount);
    expect(plusQuarters(there, -amount)).toBe(quarter);
    expect(quartersBetween(quarter, there)).toBe(amount);
    expect(quarter < there).toBe(amount > 0);
  }));
});

test("the quarters between two are all there, once, in order", () => {
  expect(quartersFrom(q("2026-K3"), q("2027-K2"))).toEqual(["2026-K3", "2026-K4", "2027-K1", "2027-K2"]);
  expect(quartersFrom(q("2027-K2"), q("2026-K3"))).toEqual([]);
});

test("the load of a quarter counts what runs in it; what lapsed takes nothing", () => {
  const items: Planned[] = [
    { standing: "vastgesteld", start: q("2026-K1"), end: q("2026-K2"), fte: 5 },
    { standing: "voorgesteld", start: q("2026-K2"), end: q("2026-K3"), fte: 4 },
    { standing: "vervallen", start: q("2026-K1"), end: q("2026-K4"), fte: 9 },
  ];
  expect(loadPerQuarter(items, new Map([["2026-K1", 5], ["2026-K2", 8]]), quartersFrom(q("2026-K1"), q("2026-K3")))).toEqual([
    { quarter: "2026-K1", decided: 5, proposed: 0, capacity: 5, isOver: false },
    { quarter: "2026-K2", decided: 5, proposed: 4, capacity: 8, isOver: true },
    { quarter: "2026-K3", decided: 0, proposed: 4, capacity: null, isOver: false },
  ]);
});

test("eight quarters show at least, twelve at most", () => {
  expect(shownQuarters(q("2026-K4"), [])).toHaveLength(8);
  expect(shownQuarters(q("2026-K4"), [{ end: q("2028-K4") }])).toHaveLength(9);
  expect(shownQuarters(q("2026-K4"), [{ end: q("2040-K4") }])).toHaveLength(12);
});

test("a period runs forward, in quarters that exist, with a whole number of people", () => {
  expect(periodOf("2026-K1", "2026-K1", 2).ok).toBe(true);
  expect([periodOf("2026-K5", "2027-K1", 2), periodOf("2027-K1", "2026-K4", 2), periodOf("2020-K1", "2027-K1", 2), periodOf("2026-K1", "2026-K2", 1.5)].map((one) => !one.ok && one.refusal)).toEqual([
    "quarter-unknown", "ends-before-start", "too-long", "fte-invalid",
  ]);
});

test("work goes step by step, only after a decision, and with a reason", () => {
  expect(progressTo({ standing: "vastgesteld", progress: "gepland" }, "loopt", "Gestart")).toEqual({ ok: true, value: "loopt" });
  expect(progressTo({ standing: "voorgesteld", progress: "gepland" }, "loopt", "Gestart")).toEqual({ ok: false, refusal: "not-decided" });
  expect(progressTo({ standing: "vastgesteld", progress: "gepland" }, "in_gebruik", "Klaar")).toEqual({ ok: false, refusal: "wrong-state" });
  expect(progressTo({ standing: "vastgesteld", progress: "loopt" }, "vertraagd", " ")).toEqual({ ok: false, refusal: "note-missing" });
});

test("no item waits for itself, not even by a detour", () => {
  const needs = new Map([["b", ["c"]], ["c", ["a"]]]);
  expect(checkDependencies("a", ["a"], needs)).toMatchObject({ refusal: "depends-on-itself" });
  expect(checkDependencies("a", ["b"], needs)).toMatchObject({ refusal: "dependency-circle" });
  expect(checkDependencies("a", ["d"], needs).ok).toBe(true);
});

test("what ends after the start of what waits for it comes too late", () => {
  expect(tooLateFor(q("2026-K3"), [{ end: q("2026-K2") }, { end: q("2026-K3") }])).toEqual([{ end: "2026-K3" }]);
});
