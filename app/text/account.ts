export const accountText = {
  title: "Mijn account",
  lead: "Uw gegevens, uw wachtwoord en waar u bent ingelogd.",
  details: "Uw gegevens",
  name: "Naam",
  email: "E-mailadres",
  organisation: "Organisatie",
  job: "Functie",
  detailsNote: "Klopt er iets niet? Vraag de beheerder om het te veranderen.",
  password: "Wijzig uw wachtwoord",
  passwordNote: "Daarna bent u op alle andere apparaten uitgelogd.",
  current: "Huidig wachtwoord",
  next: "Nieuw wachtwoord",
  again: "Nieuw wachtwoord, nog een keer",
  submit: "Wijzig het wachtwoord",
  currentWrong: "Het huidige wachtwoord klopt niet.",
  changedMeanwhile: "Uw wachtwoord is intussen al veranderd. Log opnieuw in.",
  same: "Kies een ander wachtwoord dan het huidige.",
  sessions: "Waar u bent ingelogd",
  sessionsNote: "Een sessie eindigt na 30 minuten zonder activiteit, en in elk geval na 12 uur.",
  sessionsCaption: "Uw sessies die nu werken",
  device: "Apparaat",
  started: "Ingelogd",
  seen: "Laatst gezien",
  end: "Beëindig",
  actions: "Doen",
  thisOne: "dit apparaat",
  endAll: "Overal uitloggen",
  following: "Wat u volgt en moet doen, staat bij",
};

export const accountNotices: Record<string, string> = {
  "password-changed": "Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd.",
  "session-over": "De sessie is beëindigd.",
  "session-gone": "Deze sessie was al voorbij.",
  "signed-out-everywhere": "U bent overal uitgelogd.",
};

const BROWSERS = [[/\bEdg/, "Edge"], [/\bOPR\//, "Opera"], [/\bFirefox\//, "Firefox"], [/\b(Chrome|CriOS)\//, "Chrome"], [/\bSafari\//, "Safari"]] as const;
const SYSTEMS = [[/iPhone|iPad/, "iOS"], [/Android/, "Android"], [/Windows/, "Windows"], [/Mac OS X|Macintosh/, "macOS"], [/Linux/, "Linux"]] as const;

/** A browser and a system by the names people know, from what the browser says it is. */
export function deviceText(agent: string | null): string {
  const nameIn = (names: readonly (readonly [RegExp, string])[]) => names.find(([sign]) => sign.test(agent ?? ""))?.[1];
  const [browser, system] = [nameIn(BROWSERS), nameIn(SYSTEMS)];
  if (browser === undefined && system === undefined) return "Onbekend apparaat";
  return [browser ?? "Onbekende browser", ...(system === undefined ? [] : [`op ${system}`])].join(" ");
}
