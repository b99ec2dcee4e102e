import { HOUR, instant, type Instant } from "./instant.ts";

/** A moment as clocks in the Netherlands show it, the way a `datetime-local` field writes it: `2026-11-26T17:00`. */
export const dutchLocal = (moment: Instant): string => CLOCK.format(new Date(moment)).replace(" ", "T");

/**
 * The moment at which clocks in the Netherlands show this `datetime-local` text; null for anything else, also for the hour that
 * does not exist when summer time begins. Of the hour that comes twice when it ends, the first.
 */
export function fromDutchLocal(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const asUtc = Date.parse(`${text}:00.000Z`);
  if (Number.isNaN(asUtc)) return null;
  const candidates = [2 * HOUR, HOUR].map((ahead) => instant(new Date(asUtc - ahead)));
  return candidates.find((candidate) => dutchLocal(candidate) === text) ?? null;
}

// Swedish writes moments as 2026-03-05 19:30.
const CLOCK = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });

/** The first moment of a calendar day on Dutch clocks, from what a `date` field writes; null for a day that does not exist. */
export const startOfDay = (text: string): Instant | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? fromDutchLocal(`${text}T00:00`) : null);

/** The first moment after a calendar day: "until and including" that day ends there. */
export const endOfDay = (text: string): Instant | null => {
  const start = startOfDay(text);
  // A day has 23, 24 or 25 hours; a day and a half later it is certainly the next one.
  return start === null ? null : startOfDay(dutchLocal(instant(new Date(Date.parse(start) + 36 * HOUR))).slice(0, 10));
};
