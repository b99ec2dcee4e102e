import type { AnnexRefusal } from "#app/domain/meetings/annex.ts";
import type { OpenKind, ProposedItem } from "#app/domain/meetings/agenda-proposal.ts";
import type { Frequency, Place, Recurrence, RecurrenceRefusal } from "#app/domain/meetings/recurrence.ts";
import type { Presence } from "#app/domain/meetings/attendance.ts";
import type { StaysBecause } from "#app/domain/meetings/series-change.ts";
import type { ReplyRefusal } from "#app/domain/meetings/reply.ts";
import type { QuietDay } from "#app/domain/voting/quiet-days.ts";
import { dayDate, plural, shortDate } from "./format.ts";
import { holidayText } from "./quiet-days.ts";

export type PlanningRefusalCode =
  | RecurrenceRefusal
  | ReplyRefusal
  | AnnexRefusal
  | "all-days-quiet"
  | "series-ended"
  | "nothing-moves"
  | "agenda-unchanged"
  | "nothing-open"
  | "minutes-out-of-range"
  | "annex-not-found"
  | "request-missing"
  | "person-not-expected";

export const planningRefusalText = {
  "every-out-of-range": "Kies een getal van 1 tot en met 12.",
  "ends-before-first-day": "De laatste datum ligt voor de eerste.",
  "no-days": "Tussen deze datums valt geen enkele vergadering.",
  "too-many-days": "Dit worden meer dan 60 vergaderingen. Kies een eerdere laatste datum.",
  "all-days-quiet": "Alle datums vallen op een vrije dag. Kies een andere dag.",
  "series-ended": "Deze reeks is al gestopt.",
  "nothing-moves": "Geen enkele vergadering verandert hierdoor.",
  "agenda-unchanged": "Er is niets veranderd sinds de agenda is verstuurd.",
  "nothing-open": "Er staat niets meer open. Misschien staat het al op de agenda.",
  "minutes-out-of-range": "Vul hooguit 600 minuten in.",
  "annex-missing": "Kies een bestand.",
  "annex-too-large": "Dit bestand is te groot. Een bijlage is hooguit 10 MB.",
  "annex-type-unknown": "Dit soort bestand kan niet. Kies een PDF, een document, een rekenblad, een presentatie, een foto of gewone tekst.",
  "annex-has-macros": "In dit bestand zit een programma (macro). Bewaar het zonder macro's en probeer het opnieuw.",
  "too-many-annexes": "Bij dit punt staan al 20 bijlagen.",
  "annex-not-found": "Deze bijlage is er niet.",
  "request-missing": "Schrijf op welk besluit u vraagt.",
  "substitute-while-coming": "U komt zelf. Een vervanger kan alleen als u niet komt.",
  "substitute-is-oneself": "U kunt uzelf niet vervangen.",
  "substitute-unknown": "Deze persoon hoort niet bij uw zetel. Vul anders een naam in.",
  "person-not-expected": "Deze persoon is geen lid van dit gremium.",
} satisfies Record<PlanningRefusalCode, string>;

export const planningNotices: Record<string, string> = {
  ...planningRefusalText,
  "series-planned": "De vergaderingen staan gepland.",
  "series-moved": "De vergaderingen zijn verplaatst. De leden krijgen één mail met alle data.",
  "series-stopped": "De reeks is gestopt. De komende vergaderingen gaan niet door.",
  "template-changed": "De vaste agenda is bijgewerkt.",
  "agenda-proposed": "De agenda is aangevuld met wat openstaat.",
  "annex-added": "De bijlage staat bij het agendapunt.",
  "annex-removed": "De bijlage is weggehaald.",
  "cover-note-saved": "De oplegnotitie is opgeslagen.",
  "agenda-sent-again": "De gewijzigde agenda is verstuurd. De leden krijgen per mail wat er anders is.",
};

const WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
export const placeText = { "1": "eerste", "2": "tweede", "3": "derde", "4": "vierde", "-1": "laatste" } satisfies Record<`${Place}`, string>;
export const frequencyText = { weekly: "Elke week, of om de zoveel weken", monthly: "Elke maand op een vaste weekdag" } satisfies Record<Frequency, string>;

/** Elke 2 weken op donderdag · Elke maand op de eerste donderdag */
export function recurrenceText({ frequency, every, nth }: Recurrence, weekday: number): string {
  const name = WEEKDAYS[weekday - 1] ?? "";
  if (frequency === "weekly") return every === 1 ? `Elke week op ${name}` : `Elke ${every} weken op ${name}`;
  const place = placeText[`${nth ?? 1}`];
  return every === 1 ? `Elke maand op de ${place} ${name}` : `Elke ${every} maanden op de ${place} ${name}`;
}

/** Why a day is left out, or why somebody should look twice. */
export function quietReason(why: QuietDay): string {
  if (why.kind === "weekend") return "weekend";
  if (why.kind === "public-holiday") return holidayText[why.holiday];
  if (why.kind === "beyond-list") return "schoolvakanties nog niet bekend";
  return `${why.name.toLowerCase()}, ${why.regions.length === 3 ? "alle regio's" : `regio ${why.regions.join(" en ")}`}`;
}

export const seriesText = {
  newTitle: "Reeks vergaderingen plannen",
  lead: "U kiest hoe vaak het gremium vergadert. Eerst ziet u alle datums, daarna plant u ze in één keer.",
  plan: "Reeks plannen",
  body: "Gremium",
  title: "Titel",
  fromDay: "Eerste datum",
  fromDayHint: "Deze datum bepaalt ook de weekdag.",
  untilDay: "Laatste datum",
  frequency: "Hoe vaak?",
  every: "Om de hoeveel weken of maanden?",
  everyHint: "1 is elke week of elke maand, 2 is om de week of om de maand.",
  nth: "Welke weekdag van de maand?",
  nthHint: "Alleen bij elke maand.",
  starts: "Begintijd",
  duration: "Duur in minuten",
  location: "Plaats",
  tlp: "Wie mag weten dat deze vergaderingen er zijn?",
  school: "Sla schoolvakanties ook over",
  schoolHint: "Weekenden en feestdagen slaan we altijd over.",
  preview: "Bekijk de datums",
  save: "Plan deze vergaderingen",
  datesTitle: "Deze datums",
  keptTitle: (n: number) => plural(n, "vergadering", "vergaderingen"),
  skippedTitle: "Deze datums vallen weg",
  warnedTitle: "Let op: deze datums vallen in een schoolvakantie",
  dayAndWhy: (day: string, why: QuietDay) => `${dayDate(day)} ${day.slice(0, 4)}: ${quietReason(why)}`,
  day: (day: string) => `${dayDate(day)} ${day.slice(0, 4)}`,
  pageTitle: (title: string) => `Reeks: ${title}`,
  period: (from: string, until: string) => `Van ${shortDate(from)} ${from.slice(0, 4)} tot en met ${shortDate(until)} ${until.slice(0, 4)}`,
  meetings: "Vergaderingen in deze reeks",
  partOf: "Deze vergadering hoort bij een reeks",
  editTitle: "Andere tijd of plaats",
  editLead: "Dit geldt voor alle vergaderingen van deze reeks die nog komen. Elke vergadering blijft op haar eigen dag.",
  editLink: "Andere tijd of plaats voor de hele reeks",
  editPreview: "Bekijk wat verandert",
  editSave: "Verplaats deze vergaderingen",
  movesTitle: (n: number) => (n === 1 ? "1 vergadering verandert" : `${n} vergaderingen veranderen`),
  move: (from: string, to: string) => `${from} wordt ${to}`,
  staysTitle: "Deze blijven zoals ze zijn",
  stays: { begun: "is al geweest of begonnen", cancelled: "gaat niet door", "moved-alone": "is apart verplaatst", "no-such-time": "op deze dag bestaat dat tijdstip niet" } satisfies Record<StaysBecause, string>,
  stopTitle: "Reeks stoppen",
  stopLead: "Alle vergaderingen die nog niet begonnen zijn, gaan dan niet door. De leden krijgen dit per mail.",
  reason: "Waarom stopt de reeks?",
  stop: "Reeks stoppen",
  stopped: (reason: string) => `Deze reeks is gestopt: ${reason}`,
};

export const templateText = {
  title: "Vaste agenda",
  lead: (body: string) => `Deze punten staan vanzelf op elke nieuwe agenda van ${body}.`,
  link: "Vaste agenda van dit gremium",
  now: "Vaste punten",
  empty: "Er zijn nog geen vaste punten.",
  add: "Vast punt toevoegen",
  actions: "Toon onder dit punt de open actiepunten",
  minutes: "Minuten",
  labels: { title: "Onderwerp", kind: "Soort", notes: "Toelichting", minutes: "Minuten" },
};

const openKindText = {
  minutes: "Notulen vaststellen",
  actions: "Open actiepunten",
  "round-closed": "Stemronde die gesloten is",
  "round-treatment": "Bespreking gevraagd bij een stemronde",
  "round-running": "Stemronde die loopt",
  amendments: "Wijzigingsvoorstellen zonder antwoord",
  proposal: "Voorstel in bespreking",
  advice: "Voorstel voor advies",
} satisfies Record<OpenKind, string>;

export const proposalText = {
  title: "Dit staat open",
  lead: "Zet alles in één keer op de agenda, of kies per onderwerp.",
  all: "Alles op de agenda zetten",
  one: "Op de agenda zetten",
  none: "Er staat niets open dat nog niet op de agenda staat.",
  kind: (item: Pick<ProposedItem, "kind" | "count">) => (item.kind === "amendments" || item.kind === "actions" ? `${openKindText[item.kind]}: ${item.count ?? 0}` : openKindText[item.kind]),
  itemTitle: (item: Pick<ProposedItem, "kind" | "title">): string => {
    if (item.kind === "minutes") return `Notulen van ${item.title} vaststellen`;
    if (item.kind === "actions") return "Actiepunten";
    if (item.kind === "amendments") return `Wijzigingsvoorstellen bij ${item.title}`;
    if (item.kind === "round-closed") return `Uitslag: ${item.title}`;
    return item.title;
  },
  planned: (minutes: number) => `${minutes} minuten`,
};

export const itemText = {
  owner: "Wie brengt dit in?",
  ownerNobody: "Niemand, of iemand anders",
  ownerName: "Naam van iemand anders",
  minutes: "Minuten",
  minutesHint: "Hoe lang dit punt ongeveer duurt. U mag dit leeg laten.",
  ownerLine: (name: string) => `Ingebracht door ${name}`,
  minutesLine: (minutes: number) => plural(minutes, "minuut", "minuten"),
  budget: (planned: number, available: number) => `Samen ${planned} minuten. De vergadering duurt ${available} minuten.`,
  over: (minutes: number) => `Let op: de agenda is ${plural(minutes, "minuut", "minuten")} te lang.`,
  actions: "Open actiepunten",
  papers: "Stukken",
};

export const coverNoteText = {
  title: "Oplegnotitie",
  lead: "Kort en vast van vorm: zo weet elk lid wat u vraagt.",
  write: "Oplegnotitie schrijven",
  change: "Oplegnotitie wijzigen",
  occasion: "Aanleiding",
  occasionHint: "Waarom staat dit nu op de agenda?",
  request: "Gevraagd besluit",
  requestHint: "Wat moet de vergadering doen?",
  explanation: "Toelichting",
  finance: "Financiën",
  financeHint: "Wat kost het, en wie betaalt?",
  followUp: "Vervolg",
  followUpHint: "Wat gebeurt er na de vergadering?",
  save: "Oplegnotitie opslaan",
};

export const annexText = {
  title: "Bijlagen",
  add: "Bijlage toevoegen",
  manage: "Bijlagen",
  file: "Bestand",
  fileHint: "PDF, document, rekenblad, presentatie, foto of gewone tekst. Hooguit 10 MB, zonder macro's.",
  now: "Bij dit punt",
  none: "Bij dit punt staan geen bijlagen.",
  remove: "Weghalen",
  hash: "SHA-256",
  line: (size: number, when: string) => `${sizeText(size)}, toegevoegd ${when}`,
  back: "Terug naar de agenda",
};

/** 1,4 MB · 12 kB */
export const sizeText = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toLocaleString("nl-NL", { maximumFractionDigits: 1 })} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`);

export const replyText = {
  title: "Komt u naar deze vergadering?",
  reply: "Uw antwoord",
  comes: "Ik kom",
  comesNot: "Ik kom niet",
  withSubstitute: "Met een bericht, of stuur iemand anders",
  note: "Bericht aan de secretaris",
  noteHint: "U mag dit leeg laten.",
  substitute: "Wie van uw zetel vervangt u?",
  nobody: "Niemand",
  substituteName: "Of iemand anders",
  substituteNameHint: "Deze persoon luistert mee en kan niet stemmen.",
  save: "Antwoord opslaan",
  overview: "Aanmeldingen",
  substituteLine: (name: string) => `Vervanger: ${name}.`,
};

/** Who answered the invitation, in figures, with the names of who comes instead. */
export function repliesText(replies: readonly { readonly state: Presence; readonly substitute: { readonly name: string } | null }[]): string {
  const [coming, away] = [replies.filter(({ state }) => state === "aangemeld").length, replies.filter(({ state }) => state === "afwezig_met_bericht").length];
  const instead = replies.flatMap(({ substitute }) => (substitute === null ? [] : [substitute.name]));
  return [`${plural(coming, "lid komt", "leden komen")}, ${plural(away, "lid komt", "leden komen")} niet.`, ...(instead.length === 0 ? [] : [`${instead.length === 1 ? "Vervanger" : "Vervangers"}: ${instead.join(", ")}.`])].join(" ");
}

export const sendingText = {
  changesTitle: "Gewijzigd sinds de vorige keer",
  sent: (when: string, number: number) => (number === 1 ? `Agenda verstuurd ${when}.` : `Agenda ${number} keer verstuurd, het laatst ${when}.`),
};

export const calendarText = {
  title: "Uw eigen agenda",
  lead: "Met een geheim adres staan uw vergaderingen vanzelf in uw agenda: ook de vertrouwelijke.",
  why: "Wie dit adres kent, ziet wat u ziet. Deel het niet. Kwijt? Maak een nieuw adres, dan werkt het oude niet meer.",
  make: "Maak een adres",
  makeNew: "Maak een nieuw adres",
  madeOn: (when: string) => `U maakte een adres op ${when}. We bewaren het niet leesbaar, dus we kunnen het niet nog eens tonen.`,
  made: "Dit is uw adres. Bewaar het nu: u ziet het maar één keer.",
  all: "Al uw gremia",
  how: "Kies in uw agenda “abonneren op agenda” of “agenda van internet”, en plak het adres.",
  toOwn: "Uw eigen agenda met een geheim adres",
  one: "Zet deze vergadering in uw agenda",
  name: "GGI-portaal",
};
