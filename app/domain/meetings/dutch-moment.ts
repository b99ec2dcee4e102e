import { instant, type Day, type Instant } from "../shared/instant.ts";

const CLOCK = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "medium" });

/** The moment at which Dutch clocks show this time on this day; null for a day or time that does not exist. */
export function momentAt(day: string, time: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 10) !== day) return null;
  // Dutch time is one or two hours ahead of UTC: try both, the clock tells which one is right.
  for (const hours of [2, 1]) {
    const moment = new Date(asUtc - hours * 3_600_000);
    if (CLOCK.format(moment).slice(0, 16) === `${day} ${time}`) return instant(moment);
  }
  return null;
}

/** The day and time that Dutch clocks show at this moment, for filling in a form. */
export function dutchClock(moment: Instant): { readonly day: Day; readonly time: string } {
  const [day = "", time = ""] = CLOCK.format(new Date(moment)).split(" ");
  return { day: day as Day, time: time.slice(0, 5) };
}
