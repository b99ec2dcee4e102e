import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "#app/domain/shared/instant.ts";
import { easterSunday, firstBusyDay, isWeekend, publicHolidayOn, quietDayOf } from "#app/domain/voting/quiet-days.ts";

test.each([[2024, "2024-03-31"], [2025, "2025-04-20"], [2026, "2026-04-05"], [2027, "2027-03-28"], [2028, "2028-04-16"], [2038, "2038-04-25"], [2285, "2285-03-22"]])("Easter of %i is on %s", (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test("Easter is a Sunday from 22 March to 25 April, whatever the year", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2500 }), (year) => {
      const day = easterSunday(year);
      expect(new Date(day).getUTCDay()).toBe(0);
      expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
    }),
  );
});

test.each([
  ["2026-01-01", "nieuwjaarsdag"], ["2026-04-03", "goede-vrijdag"], ["2026-04-06", "tweede-paasdag"], ["2026-04-27", "koningsdag"], ["2025-04-26", "koningsdag"], ["2025-04-27", null],
  ["2027-05-05", "bevrijdingsdag"], ["2026-05-14", "hemelvaartsdag"], ["2026-05-25", "tweede-pinksterdag"], ["2028-12-25", "eerste-kerstdag"], ["2028-12-26", "tweede-kerstdag"], ["2026-11-05", null],
])("%s is %s", (day, holiday) => {
  expect(publicHolidayOn(day as Day)).toBe(holiday);
});

const autumn = [
  { region: "noord", name: "Herfstvakantie", from: "2026-10-10" as Day, until: "2026-10-18" as Day },
  { region: "zuid", name: "Herfstvakantie", from: "2026-10-17" as Day, until: "2026-10-25" as Day },
];

test.each([
  ["2026-10-16", { kind: "school-holiday", name: "Herfstvakantie", regions: ["noord"] }],
  ["2026-10-17", { kind: "weekend" }],
  ["2026-10-19", { kind: "school-holiday", name: "Herfstvakantie", regions: ["zuid"] }],
  ["2026-10-26", null],
  ["2026-04-27", { kind: "public-holiday", holiday: "koningsdag" }],
])("a deadline on %s: %j", (day, expected) => {
  expect(quietDayOf(day as Day, autumn)).toEqual(expected);
});

test("two days of each week are weekend", () => {
  const week = Array.from({ length: 7 }, (_, n) => `2026-11-0${n + 1}` as Day);
  expect(week.filter(isWeekend)).toEqual(["2026-11-01", "2026-11-07"]);
});

test.each([["2026-10-09", "2026-10-09"], ["2026-10-10", "2026-10-26"], ["2026-12-25", "2026-12-28"]])("the first ordinary day from %s on is %s", (from, day) => {
  expect(firstBusyDay(from as Day, autumn)).toBe(day);
});
