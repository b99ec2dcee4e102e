import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, type SentAgenda, type SentItem } from "#app/domain/meetings/agenda-changes.ts";
import { proposeAgenda, OPEN_KINDS, type OpenMatter } from "#app/domain/meetings/agenda-proposal.ts";
import { plannedTimes, timeBudget } from "#app/domain/meetings/agenda-times.ts";
import { isReminderCurrent, remindersOf } from "#app/domain/meetings/action-item.ts";
import { daysOf, MOST_MEETINGS, weekdayOf, withoutQuietDays, type Place, type Recurrence } from "#app/domain/meetings/recurrence.ts";
import { changeOfSeries, type MeetingOfSeries } from "#app/domain/meetings/series-change.ts";
import { MEETING_STATES } from "#app/domain/meetings/meeting.ts";
import { checkReply } from "#app/domain/meetings/reply.ts";
import { dutchLocal, fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { DAY, later, MINUTE, type Day, type Instant } from "#app/domain/shared/instant.ts";

const day = (text: string) => text as Day;
const monthly = (nth: Place, every = 1): Recurrence => ({ frequency: "monthly", every, nth, fromDay: day("2026-01-08"), untilDay: day("2026-06-30") });

describe("another time for a whole series", () => {
  const at = (text: string) => `${text}:00.000Z` as Instant;
  const [before, after] = [{ starts: "10:00", duration: 60, location: "Online" }, { starts: "02:30", duration: 90, location: "Utrecht" }];
  const meeting = (id: string, startsAt: string, changes: Partial<MeetingOfSeries> = {}): MeetingOfSeries => ({ id, state: "gepland", startsAt: at(startsAt), endsAt: at(startsAt.replace("T08", "T09").replace("T09:00", "T10:00")), location: "Online", ...changes });

  test("it moves what stands as the series said, in winter and summer time, and says why the rest stays", () => {
    const { moves, stays } = changeOfSeries(
      [
        meeting("past", "2027-01-07T09:00"),
        meeting("winter", "2027-03-04T09:00"),
        { ...meeting("night", "2027-03-28T08:00"), endsAt: at("2027-03-28T09:00") },
        { ...meeting("summer", "2027-04-01T08:00"), endsAt: at("2027-04-01T09:00"), state: "agenda_verstuurd" },
        { ...meeting("alone", "2027-05-06T08:00"), endsAt: at("2027-05-06T09:00"), location: "Zwolle" },
        meeting("cancelled", "2027-06-03T08:00", { state: "geannuleerd" }),
      ],
      before,
      after,
      at("2027-02-01T00:00"),
    );
    expect(moves.map(({ meeting: { id }, to }) => [id, to.startsAt, to.endsAt, to.location])).toEqual([
      ["winter", at("2027-03-04T01:30"), at("2027-03-04T03:00"), "Utrecht"],
      ["summer", at("2027-04-01T00:30"), at("2027-04-01T02:00"), "Utrecht"],
    ]);
    // On 28 March 2027 half past two does not exist.
    expect(stays.map(({ meeting: { id }, because }) => [id, because])).toEqual([["past", "begun"], ["night", "no-such-time"], ["alone", "moved-alone"], ["cancelled", "cancelled"]]);
  });

  test("every meeting moves on its own day, stays with a reason, or was right already", () => {
    const times = fc.record({ starts: fc.constantFrom("00:00", "09:30", "13:00", "23:45"), duration: fc.integer({ min: 15, max: 600 }), location: fc.constantFrom("", "Online", "Utrecht") });
    const some = fc.array(fc.record({ state: fc.constantFrom(...MEETING_STATES), days: fc.integer({ min: -200, max: 200 }), usual: fc.boolean() }), { maxLength: 20 });
    fc.assert(
      fc.property(some, times, times, (drawn, from, to) => {
        const now = at("2027-01-01T12:00");
        const meetings = drawn.map(({ state, days, usual }, index): MeetingOfSeries => {
          const startsAt = fromDutchLocal(`${dutchLocal(later(now, days * DAY)).slice(0, 10)}T${from.starts}`) ?? now;
          return { id: String(index), state, startsAt, endsAt: later(startsAt, from.duration * MINUTE), location: usual ? from.location : "elders" };
        });
        const { moves, stays } = changeOfSeries(meetings, from, to, now);
        const named = [...moves, ...stays].map((one) => one.meeting.id);
        expect(new Set(named).size).toBe(named.length);
        for (const { meeting: one, to: next } of moves) {
          expect(dutchLocal(next.startsAt)).toBe(`${dutchLocal(one.startsAt).slice(0, 10)}T${to.starts}`);
          expect(Date.parse(next.endsAt) - Date.parse(next.startsAt)).toBe(to.duration * MINUTE);
          expect([one.startsAt > now, one.location]).toEqual([true, from.location]);
        }
        const left = meetings.filter(({ id }) => !named.includes(id));
        for (const one of left) expect([dutchLocal(one.startsAt).slice(11), one.location]).toEqual([to.starts, to.location]);
      }),
    );
  });
});

describe("a series", () => {
  test.each([
    ["the second Thursday", monthly(2), ["2026-01-08", "2026-02-12", "2026-03-12", "2026-04-09", "2026-05-14", "2026-06-11"]],
    ["the last Thursday", monthly(-1), ["2026-01-29", "2026-02-26", "2026-03-26", "2026-04-30", "2026-05-28", "2026-06-25"]],
    ["the first Thursday begins after the first day", monthly(1), ["2026-02-05", "2026-03-05", "2026-04-02", "2026-05-07", "2026-06-04"]],
    ["every third month", monthly(2, 3), ["2026-01-08", "2026-04-09"]],
    ["every two weeks", { frequency: "weekly" as const, every: 2, nth: null, fromDay: day("2026-03-19"), untilDay: day("2026-04-30") }, ["2026-03-19", "2026-04-02", "2026-04-16", "2026-04-30"]],
  ])("%s", (_, recurrence, days) => {
    expect(daysOf(recurrence)).toEqual({ ok: true, value: days });
  });

  test("what cannot be meant is refused with its reason", () => {
    expect(daysOf({ ...monthly(1), every: 0 })).toMatchObject({ refusal: "every-out-of-range" });
    expect(daysOf({ ...monthly(1), untilDay: day("2025-12-31") })).toMatchObject({ refusal: "ends-before-first-day" });
    expect(daysOf({ ...monthly(1), untilDay: day("2026-01-31") })).toMatchObject({ refusal: "no-days" });
    expect(daysOf({ frequency: "weekly", every: 1, nth: null, fromDay: day("2026-01-01"), untilDay: day("2028-01-01") })).toMatchObject({ refusal: "too-many-days" });
  });

  test("whatever is planned: the right weekday, in order, within the period, and never more than fits", () => {
    const plans = fc.record({ frequency: fc.constantFrom("weekly" as const, "monthly" as const), every: fc.integer({ min: 1, max: 12 }), nth: fc.constantFrom<Place>(1, 2, 3, 4, -1), start: fc.integer({ min: 0, max: 3650 }), length: fc.integer({ min: 0, max: 900 }) });
    fc.assert(
      fc.property(plans, ({ frequency, every, nth, start, length }) => {
        const at = (days: number) => day(new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
        const days = daysOf({ frequency, every, nth, fromDay: at(start), untilDay: at(start + length) });
        if (!days.ok) return ["no-days", "too-many-days"].includes(days.refusal);
        const list = days.value;
        const placed = (one: Day) => frequency === "weekly" || (nth === -1 ? Number(one.slice(8)) > 21 : Math.ceil(Number(one.slice(8)) / 7) === nth);
        return list.length <= MOST_MEETINGS && list.every((one, place) => weekdayOf(one) === weekdayOf(at(start)) && one >= at(start) && one <= at(start + length) && (place === 0 || one > (list[place - 1] ?? "")) && placed(one));
      }),
    );
  });

  test("a public holiday falls away, a school holiday only when asked, and is named otherwise", () => {
    const school = [{ region: "noord", name: "Meivakantie", from: day("2026-04-25"), until: day("2026-05-03") }];
    const days = ["2026-04-27", "2026-04-28", "2026-05-12"].map(day);
    expect(withoutQuietDays(days, school, false)).toMatchObject({ kept: ["2026-04-28", "2026-05-12"], skipped: [{ day: "2026-04-27", why: { holiday: "koningsdag" } }], warned: [{ day: "2026-04-28" }] });
    expect(withoutQuietDays(days, school, true)).toMatchObject({ kept: ["2026-05-12"], skipped: [{ day: "2026-04-27" }, { day: "2026-04-28" }], warned: [] });
  });
});

describe("the proposed agenda", () => {
  const matter = (kind: OpenMatter["kind"], id: string, at = "2026-01-01"): OpenMatter => ({ kind, id, title: id, at: at as Instant });

  test("minutes come first, then actions, then what must be decided; a subject stands on it once, for its most pressing reason", () => {
    const open = [matter("proposal", "p1"), matter("round-running", "r2"), matter("amendments", "p1"), matter("round-closed", "r1"), matter("actions", "b"), matter("minutes", "m1")];
    expect(proposeAgenda(open, new Set(["r2"])).map(({ kind, id, itemKind }) => `${kind} ${id} ${itemKind}`)).toEqual(["minutes m1 besluit", "actions b bespreking", "round-closed r1 besluit", "amendments p1 bespreking"]);
  });

  test("nothing that is on the agenda is proposed, everything else is, once, whatever the order it came in", () => {
    const matters = fc.array(fc.record({ kind: fc.constantFrom(...OPEN_KINDS), id: fc.constantFrom("a", "b", "c", "d"), at: fc.constantFrom("2026-01-01", "2026-02-01") }).map(({ kind, id, at }) => matter(kind, id, at)));
    fc.assert(
      fc.property(matters, fc.subarray(["a", "b", "c"]), (open, taken) => {
        const ids = proposeAgenda(open, new Set(taken)).map(({ id }) => id);
        expect([...ids].sort()).toEqual([...new Set(open.map(({ id }) => id))].filter((id) => !taken.includes(id)).sort());
      }),
    );
  });
});

test("planned times follow each other, until an item says no time", () => {
  const start = "2026-03-05T12:00:00.000Z" as Instant;
  expect(plannedTimes(start, [10, 0, 25, null, 5]).map(({ startsAt }) => startsAt?.slice(11, 16) ?? null)).toEqual(["12:00", "12:10", "12:10", "12:35", null]);
  expect(timeBudget({ startsAt: start, endsAt: "2026-03-05T12:30:00.000Z" as Instant }, [10, 25, null])).toEqual({ planned: 35, available: 30, over: 5 });
});

describe("what changed since the agenda was sent", () => {
  const item = (id: string, changes: Partial<SentItem> = {}): SentItem => ({ id, title: `Punt ${id}`, kind: "bespreking", isClosed: false, tlp: "CLEAR", owner: "", minutes: 10, text: "t", annexes: [], ...changes });
  const agenda = (items: readonly SentItem[], changes: Partial<SentAgenda> = {}): SentAgenda => ({ title: "Overleg", startsAt: "2026-03-05T12:00:00.000Z" as Instant, endsAt: "2026-03-05T14:00:00.000Z" as Instant, location: "Utrecht", items, ...changes });

  test("time, place, items, papers and order each are told once", () => {
    const before = agenda([item("a"), item("b", { annexes: [{ id: "x", name: "oud.pdf" }] }), item("c"), item("d")]);
    const now = agenda([item("b", { minutes: 20, annexes: [{ id: "y", name: "nieuw.pdf" }] }), item("a"), item("e", { isClosed: true }), item("c")], { location: "Online", startsAt: "2026-03-05T13:00:00.000Z" as Instant });
    const changes = changesBetween(before, now);
    expect(changes.map((change) => [change.code, "itemId" in change ? change.itemId : null, "parts" in change ? change.parts : null])).toEqual([
      ["moved", null, null], ["relocated", null, null], ["item-changed", "b", ["minutes"]], ["annex-added", "b", null], ["annex-removed", "b", null], ["item-added", "e", null], ["item-removed", "d", null], ["reordered", null, null],
    ]);
    expect(changes.find((change) => change.code === "item-added")).toMatchObject({ isSecret: true });
  });

  test("an item that was besloten stays unnamed after it was opened; an agenda does not differ from itself", () => {
    expect(changesBetween(agenda([item("a", { isClosed: true })]), agenda([item("a")]))).toMatchObject([{ code: "item-changed", parts: ["isClosed"], isSecret: true }]);
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")), (ids) => changesBetween(agenda(ids.map((id) => item(id))), agenda(ids.map((id) => item(id)))).length === 0));
  });
});

test("only who does not come names a substitute: somebody of the same seat, or a name", () => {
  const mates = [{ personId: "mia", name: "Mia" }];
  const answer = (reply: "aangemeld" | "afwezig_met_bericht", substitute: { personId: string | null; name: string } | null) => checkReply({ personId: "jan", reply, substitute }, mates);
  expect(answer("aangemeld", { personId: null, name: "Gast" })).toMatchObject({ refusal: "substitute-while-coming" });
  expect(answer("afwezig_met_bericht", { personId: "jan", name: "" })).toMatchObject({ refusal: "substitute-is-oneself" });
  expect(answer("afwezig_met_bericht", { personId: "vreemde", name: "" })).toMatchObject({ refusal: "substitute-unknown" });
  expect(answer("afwezig_met_bericht", { personId: "mia", name: "" })).toEqual({ ok: true, value: { personId: "mia", name: "Mia" } });
  expect(answer("aangemeld", { personId: null, name: "  " })).toEqual({ ok: true, value: null });
});

test("an owner is asked three days before and the day after, at eight on Dutch clocks, also when the clock changes", () => {
  for (const dueOn of ["2026-03-30", "2026-10-26", "2026-12-01"]) expect(remindersOf(day(dueOn)).map(({ dueAt }) => dutchLocal(dueAt).slice(11))).toEqual(["08:00", "08:00"]);
  const [soon, late] = remindersOf(day("2026-03-30"));
  expect([soon?.dueAt, late?.dueAt]).toEqual(["2026-03-27T07:00:00.000Z", "2026-03-31T06:00:00.000Z"]);
  expect(soon && isReminderCurrent(soon, { state: "open", dueOn: day("2026-04-30") })).toBe(false);
  expect(soon && isReminderCurrent(soon, { state: "done", dueOn: day("2026-03-30") })).toBe(false);
});
