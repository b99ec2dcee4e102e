const inDutch = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", ...options });
const DATE = inDutch({ day: "numeric", month: "long", year: "numeric" });
const SHORT = inDutch({ day: "numeric", month: "short" });
const DAY = inDutch({ weekday: "long", day: "numeric", month: "long" });
const CLOCK = inDutch({ hour: "2-digit", minute: "2-digit" });
const NUMBER = new Intl.NumberFormat("nl-NL");

/** A calendar day stands for noon, so that no time zone moves it. */
const momentOf = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);

/** 3 maart 2026 */
export const date = (iso: string): string => DATE.format(momentOf(iso));
/** 3 mrt */
export const shortDate = (iso: string): string => SHORT.format(momentOf(iso)).replace(".", "");
/** donderdag 26 november */
export const dayDate = (iso: string): string => DAY.format(momentOf(iso));
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
