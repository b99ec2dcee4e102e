import fc from "fast-check";
import { expect, test } from "vitest";
import { CLOCK_SLACK, isTimely, timeOfNext } from "#app/domain/audit/chain.ts";
import { HOUR, later, MINUTE, type Instant } from "#app/domain/shared/instant.ts";

const noon = "2026-11-26T12:00:00.000Z" as Instant;

/** What a chain writes while its clock shows these moments: the time of each record, and where it says that the clock stood back. */
function written(clocks: readonly Instant[]): { times: Instant[]; told: Instant[] } {
  let [at, toldAt]: [Instant | null, Instant | null] = [null, null];
  const [times, told]: [Instant[], Instant[]] = [[], []];
  for (const clock of clocks) {
    const next = timeOfNext({ at, toldAt }, clock);
    if (next.isSetBack) {
      told.push(next.at);
      toldAt = next.at;
    }
    at = next.at;
    times.push(next.at);
  }
  return { times, told };
}

const clocks = fc.array(fc.integer({ min: -3 * HOUR, max: 3 * HOUR }).map((ms) => later(noon, ms)), { minLength: 1, maxLength: 60 });

test("whatever the clock does, the log never goes back and never runs ahead of the latest clock", () => {
  fc.assert(
    fc.property(clocks, (shown) => {
      const { times } = written(shown);
      times.forEach((time, index) => {
        expect(time >= (times[index - 1] ?? time)).toBe(true);
        expect(time).toBe([...shown.slice(0, index + 1)].sort().at(-1));
      });
    }),
  );
});

test("it says so once while the clock stays back, and not for the milliseconds between two processes", () => {
  const hourBack = [noon, ...Array.from({ length: 30 }, (_, minute) => later(noon, -HOUR + minute * MINUTE))];
  expect(written(hourBack).told).toEqual([noon]);
  expect(written([noon, later(noon, -CLOCK_SLACK), noon, later(noon, -1)]).told).toEqual([]);
  expect(written([noon, later(noon, -CLOCK_SLACK - 1)]).told).toEqual([noon]);
});

test("two clocks that differ for good are told of once in an hour", () => {
  const apart = Array.from({ length: 240 }, (_, minute) => later(noon, minute * MINUTE - (minute % 2) * 10 * MINUTE));
  const { told } = written(apart);
  expect(told.length).toBeGreaterThanOrEqual(3);
  told.slice(1).forEach((at, index) => expect(at >= later(told[index] ?? at, HOUR)).toBe(true));
});

test("what waited long for its place is of an earlier moment, without a word about the clock; its time is its own or that of the record before it", () => {
  const moment = later(noon, -10 * MINUTE);
  expect(timeOfNext({ at: noon, toldAt: null }, moment, later(noon, 1))).toEqual({ at: noon, isSetBack: false });
  expect(timeOfNext({ at: noon, toldAt: null }, moment, moment)).toEqual({ at: noon, isSetBack: true });
  fc.assert(
    fc.property(clocks, (shown) => {
      const { times } = written(shown);
      times.forEach((at, index) => {
        const [own, before] = [shown[index] ?? at, times[index - 1] ?? null];
        expect(isTimely(at, own, before)).toBe(true);
        expect(isTimely(later(at, 1), own, before)).toBe(false);
        expect(isTimely(later(at, -1), own, before)).toBe(at !== own && later(at, -1) === own);
      });
    }),
  );
});
