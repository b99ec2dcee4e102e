import fc from "fast-check";
import { expect, test } from "vitest";
import { dutchLocal, fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { instant } from "#app/domain/shared/instant.ts";

test.each([
  ["2026-11-26T17:00", "2026-11-26T16:00:00.000Z"],
  ["2026-07-01T17:00", "2026-07-01T15:00:00.000Z"],
  ["2027-03-28T02:30", null],
  ["2027-10-31T02:30", "2027-10-31T00:30:00.000Z"],
  ["2026-02-30T10:00", null],
  ["26-11-2026 17:00", null],
  ["", null],
])("'%s' on a Dutch clock is %s", (local, expected) => {
  expect(fromDutchLocal(local)).toBe(expected);
});

test("a moment survives the way to the form and back, but for the hour that comes twice", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2020), max: Date.UTC(2040) }), (time) => {
      const moment = instant(new Date(Math.floor(time / 60_000) * 60_000));
      const back = fromDutchLocal(dutchLocal(moment));
      expect([0, 3_600_000]).toContain(Date.parse(moment) - Date.parse(back ?? ""));
    }),
  );
});
