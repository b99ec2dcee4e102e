const inDutch = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", ...options });
const DATE = inDutch({ day: "numeric", month: "long", year: "numeric" });
const SHORT = inDutch({ day: "numeric", month: "short" });
const DAY = inDutch({ weekday: "long", day: "numeric", month: "long" });
const CLOCK = inDutch({ hour: "2-digit", minute: "2-digit" });
const NUMBER = new Intl.NumberFormat("nl-NL");

/** A calendar day stands for noon, so that no time zone moves it. */
const momentOf = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);

/**
 * Writing a date takes longer than the row of a list around it, and a page has few days in many moments. Our clock differs from UTC by
 * whole hours, so every moment of one hour is on the same day.
 */
function byHour(write: (moment: Date) => string): (iso: string) => string {
  const written = new Map<string, string>();
  return (iso) => {
    const hour = iso.slice(0, 13);
    const known = written.get(hour);
    if (known !== undefined) return known;
    const text = write(momentOf(iso));
    if (written.size >= MOST_HOURS) written.clear();
    written.set(hour, text);
    return text;
  };
}
const MOST_HOURS = 5_000;

/** 3 maart 2026 */
export const date = byHour((moment) => DATE.format(moment));
/** 3 mrt */
export const shortDate = byHour((moment) => SHORT.format(moment).replace(".", ""));
/** donderdag 26 november */
export const dayDate = byHour((moment) => DAY.format(moment));
/** 17.00 uur */
export const time = (iso: string): string => `${CLOCK.format(momentOf(iso)).replace(":", ".")} uur`;
/** donderdag 26 november, 17.00 uur; in the hour that comes twice when summer time ends, which of the two. */
export const dateTime = (iso: string): string => `${dayDate(iso)}, ${time(iso)}${whichHour(iso)}`;
/** 1.234 */
export const number = (amount: number): string => NUMBER.format(amount);
/** K2 2027, from 2027-K2 */
export const quarter = (text: string): string => text.replace(/^(\d{4})-(K[1-4])$/, "$2 $1");
export const pageTitle = (text: string): string => `${text} · GGI-portaal`;
export const plural = (amount: number, one: string, many: string): string => `${number(amount)} ${amount === 1 ? one : many}`;

/** Summer time ends on the last Sunday of October at one o'clock UTC: the hours before and after it look the same on Dutch clocks. */
function whichHour(iso: string): string {
  const [, day = "", hour] = /^\d{4}-10-(2[5-9]|3[01])T0([01]):/.exec(iso) ?? [];
  if (day === "" || momentOf(iso).getUTCDay() !== 0) return "";
  return hour === "0" ? " (zomertijd)" : " (wintertijd)";
}
