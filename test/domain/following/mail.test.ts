import fc from "fast-check";
import { expect, test } from "vitest";
import { closingSoonAt, isCurrent, jobsOf } from "#app/domain/following/job.ts";
import { isOptional, isProxyNews, isStillTrue, MAIL_KINDS, nextTry, type RoundNow } from "#app/domain/following/mail.ts";
import { DAY, HOUR, instant, later, type Instant } from "#app/domain/shared/instant.ts";
import { remind } from "#app/domain/voting/reminder.ts";

const at = (time: string) => `2026-11-05T${time}:00.000Z` as Instant;
const open: RoundNow = { isOpen: true, isWithdrawn: false, isPublished: false, isInvalid: false, waitingSeats: 1 };

test("mail about opening, lengthening and the end is always sent; reminders and results may be switched off", () => {
  expect(MAIL_KINDS.filter((kind) => !isOptional(kind))).toEqual(["round-opened", "round-extended", "round-closed", "round-withdrawn", "proxy-asked", "proxy-accepted", "proxy-withdrawn", "ballot-received", "agenda-sent", "agenda-changed", "meeting-moved", "series-moved", "meeting-cancelled", "minutes-concept", "decision-review"]);
});

test("nobody is asked to vote once the round has closed, or once the seat has voted", () => {
  expect(isStillTrue("round-opened", { ...open, isOpen: false }, at("10:00"), at("11:00"))).toBe(false);
  expect(isStillTrue("round-reminder", { ...open, waitingSeats: 0 }, at("10:00"), at("10:10"))).toBe(false);
  expect(isStillTrue("round-closing-soon", open, at("10:00"), at("10:10"))).toBe(true);
});

test("a result that waited for more than a week is no news any more", () => {
  const published = { ...open, isOpen: false, isPublished: true };
  expect(isStillTrue("round-result", published, at("10:00"), later(at("10:00"), 6 * DAY))).toBe(true);
  expect(isStillTrue("round-result", published, at("10:00"), later(at("10:00"), 8 * DAY))).toBe(false);
  expect(isStillTrue("round-closed", { ...open, isOpen: false, isInvalid: true }, at("10:00"), at("11:00"))).toBe(false);
});

test("mail about a volmacht leaves only while it says how the volmacht stands", () => {
  const asked = { acceptedAt: null, revokedAt: null, until: at("12:00") };
  const accepted = { ...asked, acceptedAt: at("09:00") };
  const kindsFor = (proxy: Parameters<typeof isProxyNews>[1], now: Instant) => (["proxy-asked", "proxy-accepted", "proxy-withdrawn"] as const).filter((kind) => isProxyNews(kind, proxy, now));
  expect(kindsFor(asked, at("10:00"))).toEqual(["proxy-asked"]);
  expect(kindsFor(accepted, at("10:00"))).toEqual(["proxy-accepted"]);
  expect(kindsFor({ ...accepted, revokedAt: at("09:30") }, at("10:00"))).toEqual(["proxy-withdrawn"]);
  expect(kindsFor(accepted, at("12:00"))).toEqual([]);
});

test("a letter is tried again later each time, for almost three days, and then no more", () => {
  const moments = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => Date.parse(nextTry(attempts, at("00:00")) ?? ""));
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
  expect(nextTry(9, at("00:00"))).toBeNull();
});

test("who has not voted is asked a day before the end, or at three quarters of a short round", () => {
  expect(closingSoonAt(at("00:00"), later(at("00:00"), 14 * DAY))).toBe(later(at("00:00"), 13 * DAY));
  expect(closingSoonAt(at("08:00"), at("12:00"))).toBe(at("11:00"));
  expect(closingSoonAt(at("08:00"), at("08:30"))).toBeNull();
});

test("the question always falls within the round, whatever its length", () => {
  fc.assert(
    fc.property(fc.integer({ min: HOUR, max: 400 * DAY }), (length) => {
      const [opens, closes] = [instant(new Date(0)), instant(new Date(length))];
      const soon = closingSoonAt(opens, closes);
      return soon !== null && opens < soon && soon < closes;
    }),
  );
});

test("a job made before the round was extended is not about it any more", () => {
  const round = { opensAt: at("08:00"), closesAt: at("18:00") };
  const [soon, closed] = jobsOf(at("08:00"), at("12:00"));
  expect(soon && isCurrent(soon, { ...round, closesAt: at("12:00") })).toBe(true);
  expect([soon, closed].map((job) => job && isCurrent(job, round))).toEqual([false, false]);
});

test("a reminder goes out while the round is open, to somebody, and not twice in twelve hours", () => {
  const round = { state: "open" as const, opensAt: at("08:00"), closesAt: at("23:00") };
  expect(remind(round, { people: 3, lastAt: null }, at("09:00"))).toMatchObject({ ok: true });
  expect(remind(round, { people: 3, lastAt: at("08:59") }, at("20:58"))).toMatchObject({ refusal: "reminded-recently" });
  expect(remind(round, { people: 3, lastAt: at("08:59") }, at("20:59"))).toMatchObject({ ok: true });
  expect(remind(round, { people: 0, lastAt: null }, at("09:00"))).toMatchObject({ refusal: "everybody-voted" });
  expect(remind(round, { people: 3, lastAt: null }, at("23:00"))).toMatchObject({ refusal: "round-not-running" });
});
