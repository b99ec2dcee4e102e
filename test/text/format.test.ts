import fc from "fast-check";
import { expect, test } from "vitest";
import { date, dayDate, shortDate } from "#app/text/format.ts";

const written = (options: Intl.DateTimeFormatOptions, moment: Date) => new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", ...options }).format(moment);

test("a date is written as on the Dutch calendar, whatever was written before it", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }), (moment) => {
      const iso = moment.toISOString();
      expect(date(iso)).toBe(written({ day: "numeric", month: "long", year: "numeric" }, moment));
      expect(dayDate(iso)).toBe(written({ weekday: "long", day: "numeric", month: "long" }, moment));
      expect(shortDate(iso)).toBe(written({ day: "numeric", month: "short" }, moment).replace(".", ""));
    }),
  );
});

test("the nights of summer time, and a day without an hour, fall on the right day", () => {
  expect([date("2026-10-24T22:30:00.000Z"), date("2026-10-24T21:59:59.999Z"), date("2026-03-28T23:00:00.000Z"), date("2026-03-29")]).toEqual(["25 oktober 2026", "24 oktober 2026", "29 maart 2026", "29 maart 2026"]);
});
