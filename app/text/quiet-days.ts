import type { PublicHoliday, QuietDay } from "#app/domain/voting/quiet-days.ts";

export const holidayText = {
  "nieuwjaarsdag": "Nieuwjaarsdag",
  "goede-vrijdag": "Goede Vrijdag",
  "tweede-paasdag": "tweede paasdag",
  "koningsdag": "Koningsdag",
  "bevrijdingsdag": "Bevrijdingsdag",
  "hemelvaartsdag": "Hemelvaartsdag",
  "tweede-pinksterdag": "tweede pinksterdag",
  "eerste-kerstdag": "eerste kerstdag",
  "tweede-kerstdag": "tweede kerstdag",
} satisfies Record<PublicHoliday, string>;

/** Why a deadline may surprise people, in one sentence. */
export function quietDayText(day: QuietDay): string {
  if (day.kind === "weekend") return "Let op: de ronde sluit in het weekend.";
  if (day.kind === "public-holiday") return `Let op: de ronde sluit op ${holidayText[day.holiday]}.`;
  if (day.kind === "beyond-list") return "Let op: de schoolvakanties van deze datum zijn nog niet bekend. Kijk zelf of mensen dan weg zijn.";
  const regions = day.regions.length === 3 ? "alle regio's" : `regio ${day.regions.join(" en ")}`;
  return `Let op: de ronde sluit in de schoolvakantie (${day.name.toLowerCase()}, ${regions}).`;
}

/** For who sets a deadline in a stilteronde on such a day. */
export const quietDayForm = { confirm: "Ik weet dat mensen dan weg kunnen zijn, en kies toch deze dag" };
