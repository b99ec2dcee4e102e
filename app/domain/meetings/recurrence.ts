import type { Day } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";
import { quietDayOf, type QuietDay, type SchoolHoliday } from "../voting/quiet-days.ts";

export const FREQUENCIES = ["weekly", "monthly"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Which weekday of a month; -1 is the last. */
export const PLACES = [1, 2, 3, 4, -1] as const;
export type Place = (typeof PLACES)[number];

/** How meetings of a body repeat. The weekday is that of the first day. Source: issue D, "Planning". */
export interface Recurrence {
  readonly frequency: Frequency;
  /** every so many weeks or months */
  readonly every: number;
  /** only for months */
  readonly nth: Place | null;
  readonly fromDay: Day;
  readonly untilDay: Day;
}

/** More than this is a mistake in a date, not a plan. */
export const MOST_MEETINGS = 60;
const LONGEST_STEP = 12;

export type RecurrenceRefusal = "every-out-of-range" | "ends-before-first-day" | "no-days" | "too-many-days";

/**
 * The days on which it repeats, from the first to the last. Refusals: every-out-of-range, ends-before-first-day, no-days (no such weekday falls in between),
 * too-many-days.
 */
export function daysOf(recurrence: Recurrence): Result<readonly Day[], RecurrenceRefusal> {
  const { frequency, every, fromDay, untilDay } = recurrence;
  if (!Number.isSafeInteger(every) || every < 1 || every > LONGEST_STEP) return refuse("every-out-of-range");
  if (untilDay < fromDay) return refuse("ends-before-first-day");
  const days: Day[] = [];
  for (let step = 0; days.length <= MOST_MEETINGS; step += every) {
    const day = frequency === "weekly" ? daysAfter(fromDay, step * 7) : weekdayOfMonth(fromDay, step, recurrence.nth ?? 1);
    if (day > untilDay) break;
    if (day >= fromDay) days.push(day);
  }
  if (days.length === 0) return refuse("no-days");
  return days.length > MOST_MEETINGS ? refuse("too-many-days") : accept(days);
}

export interface SkippedDay {
  readonly day: Day;
  readonly why: QuietDay;
}

/**
 * Which days stay and which are left out: weekends and public holidays always, school holidays when asked. A day in a school
 * holiday that stays comes with a warning.
 */
export function withoutQuietDays(days: readonly Day[], schoolHolidays: readonly SchoolHoliday[], skipsSchoolHolidays: boolean) {
  const [kept, skipped, warned]: [Day[], SkippedDay[], SkippedDay[]] = [[], [], []];
  for (const day of days) {
    const why = quietDayOf(day, schoolHolidays);
    const isLeftOut = why !== null && (why.kind !== "school-holiday" || skipsSchoolHolidays);
    if (isLeftOut) skipped.push({ day, why });
    else kept.push(day);
    if (why !== null && !isLeftOut) warned.push({ day, why });
  }
  return { kept, skipped, warned };
}

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

const daysAfter = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;

/** The nth weekday (that of `day`) of the month that lies `months` after that of `day`. */
function weekdayOfMonth(day: Day, months: number, nth: Place): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months];
  const first = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10) as Day;
  const ahead = (weekdayOf(day) - weekdayOf(first) + 7) % 7;
  if (nth !== -1) return daysAfter(first, ahead + (nth - 1) * 7);
  const last = new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10) as Day;
  return daysAfter(last, -((weekdayOf(last) - weekdayOf(day) + 7) % 7));
}
