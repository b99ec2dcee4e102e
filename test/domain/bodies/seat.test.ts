import { expect, test } from "vitest";
import { endOf, overlap } from "#app/domain/access/period.ts";
import { membershipRefusal, seatRefusal, type SeatPlan } from "#app/domain/bodies/seat.ts";
import { endOfDay, startOfDay } from "#app/domain/shared/dutch-time.ts";
import type { Instant } from "#app/domain/shared/instant.ts";

const day = (number: number): Instant => `2026-03-${String(number).padStart(2, "0")}T00:00:00.000Z` as Instant;
const seat = (changes: Partial<SeatPlan> = {}): SeatPlan => ({ organisationId: "ede", isVoting: true, municipalities: ["ede"], from: day(1), until: day(10), ...changes });

test("an organisation has one seat of a kind at a time; after the other ended there is room", () => {
  expect(seatRefusal(seat(), [seat({ from: day(9), until: null })])).toBe("seat-taken");
  expect(seatRefusal(seat(), [seat({ from: day(10), until: null })])).toBeNull();
  expect(seatRefusal(seat(), [seat({ isVoting: false })])).toBeNull();
  expect(seatRefusal(seat({ until: day(1) }), [])).toBe("period-invalid");
});

test("a gemeente speaks through one voting seat, also when a samenwerkingsverband holds the other", () => {
  const region = seat({ organisationId: "regio", municipalities: ["ede", "urk"] });
  expect(seatRefusal(seat(), [region])).toBe("municipality-twice");
  expect(seatRefusal(seat({ isVoting: false }), [region])).toBeNull();
  expect(seatRefusal(seat({ organisationId: "urk", municipalities: ["urk"], from: day(10), until: null }), [region])).toBeNull();
});

test("a membership lies within its seat and does not overlap another of the same person", () => {
  expect(membershipRefusal({ from: day(1), until: day(10) }, seat(), [])).toBeNull();
  expect(membershipRefusal({ from: day(2), until: null }, seat(), [])).toBe("outside-seat");
  expect(membershipRefusal({ from: day(2), until: day(4) }, seat(), [{ from: day(3), until: null }])).toBe("already-member");
  expect(membershipRefusal({ from: day(4), until: day(4) }, seat(), [])).toBe("period-invalid");
});

test("what has not begun never begins when it is ended, and then overlaps nothing", () => {
  expect(endOf({ from: day(5), until: null }, day(2))).toBe(day(5));
  expect(endOf({ from: day(1), until: day(2) }, day(2))).toBeNull();
  expect(overlap({ from: day(5), until: day(5) }, seat())).toBe(false);
});

test("a day begins and ends on Dutch clocks, also when the clocks change", () => {
  expect([startOfDay("2026-03-29"), endOfDay("2026-03-29")]).toEqual(["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"]);
  expect([startOfDay("2026-02-30"), endOfDay("geen dag"), startOfDay("")]).toEqual([null, null, null]);
});
