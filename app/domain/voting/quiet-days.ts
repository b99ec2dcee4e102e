import type { Day } from "../shared/instant.ts";

/** A school holiday of one region, first and last day included, as the list in the database has it. */
export interface SchoolHoliday {
  readonly region: string;
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
}

export const PUBLIC_HOLIDAYS = ["nieuwjaarsdag", "goede-vrijdag", "tweede-paasdag", "koningsdag", "bevrijdingsdag", "hemelvaartsdag", "tweede-pinksterdag", "eerste-kerstdag", "tweede-kerstdag"] as const;
export type PublicHoliday = (typeof PUBLIC_HOLIDAYS)[number];

/** Why a deadline on some day surprises people. */
export type QuietDay =
  | { readonly kind: "weekend" }
  | { readonly kind: "public-holiday"; readonly holiday: PublicHoliday }
  | { readonly kind: "school-holiday"; readonly name: string; readonly regions: readonly string[] }
  | { readonly kind: "beyond-list" };

/**
 * Whether people are away on this day: a public holiday goes before the weekend, the weekend before a school holiday, so that
 * the reason named is the one that moves least. After the last school holiday on the list nobody can tell yet. Null for an ordinary day.
 * Source: voting, "Stilteronde".
 */
export function quietDayOf(day: Day, schoolHolidays: readonly SchoolHoliday[], lastListed: Day | null = null): QuietDay | null {
  const holiday = publicHolidayOn(day);
  if (holiday) return { kind: "public-holiday", holiday };
  if (isWeekend(day)) return { kind: "weekend" };
  const away = schoolHolidays.filter(({ from, until }) => from <= day && day <= until);
  const [first] = away;
  if (first) return { kind: "school-holiday", name: first.name, regions: [...new Set(away.map(({ region }) => region))] };
  return lastListed !== null && day > lastListed ? { kind: "beyond-list" } : null;
}

/** The first day from this one on that surprises nobody; the day itself when there is none within a year. */
export function firstBusyDay(from: Day, schoolHolidays: readonly SchoolHoliday[]): Day {
  for (let ahead = 0; ahead <= 366; ahead++) {
    const day = daysAfter(from, ahead);
    if (quietDayOf(day, schoolHolidays) === null) return day;
  }
  return from;
}

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The public holiday on this day, if any. Source: Algemene termijnenwet, article 3 (5 May counts each year). */
export function publicHolidayOn(day: Day): PublicHoliday | null {
  const year = Number(day.slice(0, 4));
  const easter = easterSunday(year);
  const days: Record<PublicHoliday, Day> = {
    "nieuwjaarsdag": fixed(year, "01-01"),
    "goede-vrijdag": daysAfter(easter, -2),
    "tweede-paasdag": daysAfter(easter, 1),
    "koningsdag": kingsDay(year),
    "bevrijdingsdag": fixed(year, "05-05"),
    "hemelvaartsdag": daysAfter(easter, 39),
    "tweede-pinksterdag": daysAfter(easter, 50),
    "eerste-kerstdag": fixed(year, "12-25"),
    "tweede-kerstdag": fixed(year, "12-26"),
  };
  return PUBLIC_HOLIDAYS.find((holiday) => days[holiday] === day) ?? null;
}

/** Easter Sunday in the Gregorian calendar. Source: the anonymous algorithm in Nature, 20 April 1876. */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const place = epact + weekday - 7 * shift + 114;
  return `${String(year).padStart(4, "0")}-${String(Math.floor(place / 31)).padStart(2, "0")}-${String((place % 31) + 1).padStart(2, "0")}` as Day;
}

/** 27 April, and the day before when that is a Sunday. */
function kingsDay(year: number): Day {
  const day = fixed(year, "04-27");
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() === 0 ? daysAfter(day, -1) : day;
}

const fixed = (year: number, monthAndDay: string): Day => `${String(year).padStart(4, "0")}-${monthAndDay}` as Day;

const daysAfter = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
