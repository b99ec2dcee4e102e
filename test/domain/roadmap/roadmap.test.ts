import fc from "fast-check";
import { expect, test } from "vitest";
import { crossings, horizonOf } from "#app/domain/roadmap/horizon.ts";
import { checkDependencies, periodOf, progressTo, tooLateFor } from "#app/domain/roadmap/item.ts";
import { effortRange, effortsOf, isHeldOn, loadPerQuarter, shownQuarters, type Planned } from "#app/domain/roadmap/load.ts";
import { checkPhases, nextGate, placed } from "#app/domain/roadmap/phase.ts";
import { plusQuarters, quarterOf, quartersBetween, quartersFrom, type Quarter } from "#app/domain/roadmap/quarter.ts";
import { whatIf } from "#app/domain/roadmap/what-if.ts";
import type { Day } from "#app/domain/shared/instant.ts";

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

const item = (number: string, standing: Planned["standing"], start: string, end: string, fte: number, needs: readonly string[] = []) => ({ number, standing, start: q(start), end: q(end), fte, needs });

test("effort that differs by quarter moves along with the item", () => {
  const efforts = new Map([[0, 1], [2, 5]]);
  expect(effortsOf({ start: q("2026-K3"), end: q("2027-K1"), fte: 3, efforts })).toEqual([1, 3, 5]);
  expect(effortRange({ start: q("2027-K1"), end: q("2027-K3"), fte: 3, efforts })).toEqual({ least: 1, most: 5 });
  expect(loadPerQuarter([{ standing: "vastgesteld", start: q("2026-K3"), end: q("2027-K1"), fte: 3, efforts }], new Map(), [q("2027-K1")])).toMatchObject([{ decided: 5 }]);
});

test("a yes shows who has to wait longer, what no longer fits and where it becomes too full", () => {
  const capacity = new Map(quartersFrom(q("2027-K1"), q("2028-K4")).map((quarter) => [quarter, 5]));
  const items = [item("RM-1", "vastgesteld", "2027-K1", "2027-K2", 2), item("RM-2", "voorgesteld", "2027-K1", "2027-K3", 3), item("RM-3", "vastgesteld", "2027-K3", "2027-K4", 3, ["RM-2"]), item("RM-4", "voorgesteld", "2027-K1", "2027-K1", 2)];
  const answer = whatIf(items, ["RM-2"], capacity);
  expect(answer.moved).toEqual([{ number: "RM-3", from: "2027-K3", to: "2027-K4", because: "RM-2" }]);
  expect(answer.crowdedOut).toEqual([{ number: "RM-4", quarter: "2027-K1", short: 2 }]);
  expect(answer.over).toEqual([]);
  expect(answer.plan.find(({ number }) => number === "RM-3")).toMatchObject({ start: "2027-K4", end: "2028-K1" });
  expect(whatIf(items, ["RM-2", "RM-4"], capacity).over).toEqual([{ quarter: "2027-K1", short: 2 }]);
  expect(whatIf(items, [], capacity)).toMatchObject({ moved: [], crowdedOut: [], over: [] });
});

test("what the Taskforce put off asks nobody and is crowded out by nobody, until a yes", () => {
  const capacity = new Map([["2027-K1", 5]]);
  const held = { ...item("RM-2", "voorgesteld", "2027-K1", "2027-K1", 4), isHeld: true };
  const items = [held, item("RM-3", "voorgesteld", "2027-K1", "2027-K1", 3)];
  expect(loadPerQuarter(items, capacity, [q("2027-K1")])).toMatchObject([{ decided: 0, proposed: 3, isOver: false }]);
  expect(whatIf(items, ["RM-3"], capacity).crowdedOut).toEqual([]);
  expect(loadPerQuarter(whatIf(items, ["RM-2"], capacity).plan, capacity, [q("2027-K1")])).toMatchObject([{ decided: 4, proposed: 3, isOver: true }]);
  expect(["2027-03-01", "2027-02-28", null].map((until) => isHeldOn(until as Day | null, "2027-02-28" as Day))).toEqual([true, false, false]);
});

test("what crosses already is no effect of a yes, and what runs or was stopped moves for nobody", () => {
  const crossing = [item("RM-1", "vastgesteld", "2027-K1", "2027-K2", 2), item("RM-2", "vastgesteld", "2027-K1", "2027-K1", 2, ["RM-1"]), item("RM-3", "voorgesteld", "2028-K1", "2028-K1", 1)];
  expect(whatIf(crossing, ["RM-3"], new Map())).toMatchObject({ moved: [], already: [{ number: "RM-2", from: "2027-K1", to: "2027-K3", because: "RM-1" }], crowdedOut: [], over: [] });
  const later = item("RM-4", "vastgesteld", "2028-K1", "2028-K2", 1, ["RM-3"]);
  expect(whatIf([...crossing, later], ["RM-3"], new Map()).moved).toEqual([{ number: "RM-4", from: "2028-K1", to: "2028-K2", because: "RM-3" }]);
  expect(whatIf([...crossing, { ...later, progress: "loopt" }], ["RM-3"], new Map()).moved).toEqual([]);
  expect(loadPerQuarter([{ ...later, progress: "gestopt" }], new Map(), [q("2028-K1")])).toMatchObject([{ decided: 0 }]);
});

test("after a yes nothing that was decided starts before what it needs has ended, nothing starts earlier, and nothing changes length", () => {
  const numbers = ["RM-0", "RM-1", "RM-2", "RM-3", "RM-4"];
  const anItem = (place: number) =>
    fc.record({ standing: fc.constantFrom("vastgesteld", "voorgesteld") as fc.Arbitrary<Planned["standing"]>, from: fc.integer({ min: 0, max: 6 }), length: fc.integer({ min: 0, max: 4 }), needs: fc.subarray(numbers.slice(0, place)) })
      .map(({ standing, from, length, needs }) => item(numbers[place] ?? "", standing, plusQuarters(q("2027-K1"), from), plusQuarters(q("2027-K1"), from + length), 1, needs));
  fc.assert(fc.property(fc.tuple(...numbers.map((_, place) => anItem(place))), fc.subarray(numbers), (items, yes) => {
    const { plan } = whatIf(items, yes, new Map());
    for (const after of plan) {
      const before = items.find(({ number }) => number === after.number)!;
      expect(after.start >= before.start).toBe(true);
      expect(quartersBetween(after.start, after.end)).toBe(quartersBetween(before.start, before.end));
      if (after.standing !== "vastgesteld") continue;
      for (const need of plan.filter(({ number, standing }) => after.needs.includes(number) && standing === "vastgesteld")) expect(need.end < after.start).toBe(true);
    }
  }));
});

test("now, next and later follow from the quarter; what is done is done", () => {
  const at = (start: string, progress: "gepland" | "loopt" | "in_gebruik" = "gepland") => horizonOf({ start: q(start), progress }, q("2026-K4"));
  expect([at("2026-K1"), at("2026-K4"), at("2027-K1"), at("2027-K2"), at("2027-K3"), at("2026-K1", "in_gebruik")]).toEqual(["nu", "nu", "straks", "straks", "later", "klaar"]);
});

test("a dependency crosses when the one that waits starts before the other has ended", () => {
  const items = [{ id: "a", start: q("2027-K1"), end: q("2027-K2") }, { id: "b", start: q("2027-K2"), end: q("2027-K3") }, { id: "c", start: q("2027-K3"), end: q("2027-K3") }];
  expect(crossings(items, [{ itemId: "b", needsId: "a" }, { itemId: "c", needsId: "a" }, { itemId: "c", needsId: "hidden" }])).toEqual([{ item: "b", needs: "a" }]);
});

const somePlanned = fc.array(
  fc.record({ standing: fc.constantFrom("vastgesteld", "voorgesteld", "vervallen") as fc.Arbitrary<Planned["standing"]>, from: fc.integer({ min: 0, max: 6 }), length: fc.integer({ min: 0, max: 4 }), fte: fc.integer({ min: 0, max: 9 }) }),
  { maxLength: 8 },
).map((list) => list.map(({ standing, from, length, fte }, place) => ({ id: `RM-${place}`, standing, start: plusQuarters(q("2027-K1"), from), end: plusQuarters(q("2027-K1"), from + length), fte })));
const anyOrder = somePlanned.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })));

test("a quarter that is asked more than it has always says so, in whatever order the items come", () => {
  const quarters = quartersFrom(q("2027-K1"), q("2029-K4"));
  fc.assert(fc.property(anyOrder, fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }), ([items, shuffled], amounts) => {
    const capacity = new Map(amounts.map((amount, place) => [plusQuarters(q("2027-K1"), place) as string, amount]));
    const load = loadPerQuarter(items, capacity, quarters);
    expect(loadPerQuarter(shuffled, capacity, quarters)).toEqual(load);
    for (const { quarter, isOver } of load) {
      const asked = items.filter(({ standing, start, end }) => standing !== "vervallen" && start <= quarter && quarter <= end).reduce((sum, { fte }) => sum + fte, 0);
      expect([quarter, isOver]).toEqual([quarter, asked > (capacity.get(quarter) ?? Infinity)]);
    }
  }));
});

test("no dependency between known items points back in time unsaid, in whatever order they come", () => {
  fc.assert(fc.property(anyOrder, fc.array(fc.record({ itemId: fc.integer({ min: 0, max: 8 }).map((n) => `RM-${n}`), needsId: fc.integer({ min: 0, max: 8 }).map((n) => `RM-${n}`) }), { maxLength: 12 }), ([items, shuffled], pairs) => {
    const said = crossings(items, pairs).map(({ item, needs }) => `${item} ${needs}`);
    expect(crossings(shuffled, pairs).map(({ item, needs }) => `${item} ${needs}`)).toEqual(said);
    const find = (id: string) => items.find((one) => one.id === id);
    for (const { itemId, needsId } of pairs) {
      const [item, needed] = [find(itemId), find(needsId)];
      expect(said.includes(`${itemId} ${needsId}`)).toBe(item !== undefined && needed !== undefined && quartersBetween(needed.end, item.start) < 1);
    }
  }));
});

test("phases follow each other within the item, and their gates open one after another", () => {
  const phases = [{ title: "Proef", quarters: 1, gate: "Werkt", passedOn: "2027-02-01" }, { title: "Uitrol", quarters: 2, gate: "Overal", passedOn: null }, { title: "Nazorg", quarters: 1, gate: "", passedOn: null }];
  const period = (end: string) => ({ start: q("2027-K1"), end: q(end) });
  expect([checkPhases(phases, period("2027-K4")).ok, checkPhases(phases, period("2027-K3")), checkPhases([{ title: " ", quarters: 1 }], period("2027-K4")), checkPhases([{ title: "Proef", quarters: 0 }], period("2027-K4"))]).toEqual([true, { ok: false, refusal: "phases-too-long" }, { ok: false, refusal: "phase-incomplete" }, { ok: false, refusal: "phase-incomplete" }]);
  expect(placed(phases, q("2027-K1")).map(({ start, end }) => [start, end])).toEqual([["2027-K1", "2027-K1"], ["2027-K2", "2027-K3"], ["2027-K4", "2027-K4"]]);
  expect([nextGate(phases)?.title, nextGate(phases.slice(0, 1))]).toEqual(["Uitrol", null]);
});
