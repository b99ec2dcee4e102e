import type { CriteriaRefusal } from "#app/domain/portfolio/criteria.ts";
import type { Misfit, Stance } from "#app/domain/portfolio/ranking.ts";
import type { ScoreRefusal } from "#app/domain/portfolio/score.ts";
import { number, plural, quarter } from "./format.ts";

const MORE_DIGITS = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** 3,8 from 380 */
export const points = (hundredths: number): string => MORE_DIGITS.format(hundredths / 100);

export const criteriaRefusalText = {
  "not-allowed": "Dit doet de voorzitter of de secretaris van de Taskforce.",
  "criteria-missing": "Er zijn nog geen criteria.",
  "too-many-criteria": "Kies ten hoogste tien criteria.",
  "criterion-incomplete": "Vul bij elk criterium de naam, de vraag en de betekenis van 1 en 5 in.",
  "criterion-twice": "Twee criteria hebben dezelfde naam.",
  "weight-invalid": "Een gewicht is een heel getal van 1 tot en met 100.",
  "why-missing": "Schrijf waarom de criteria veranderen.",
  "changed-meanwhile": "Iemand anders heeft de criteria net veranderd. Kijk eerst naar de nieuwe criteria.",
} satisfies Record<CriteriaRefusal | "not-allowed" | "why-missing" | "changed-meanwhile", string>;

export const criteriaText = {
  title: "Criteria van de Taskforce",
  lead: "Hiermee vergelijkt de Taskforce initiatieven. Elk lid geeft per criterium 1 tot en met 5 punten.",
  none: "De Taskforce heeft nog geen criteria vastgesteld.",
  edit: "Wijzig de criteria",
  set: "Stel de criteria vast",
  caption: "Criteria met hun gewicht en de betekenis van de schaal",
  criterion: "Criterium",
  weight: "Gewicht",
  share: (weight: number, total: number) => `${number(weight)} (${number(Math.round((100 * weight) / Math.max(1, total)))} %)`,
  lowest: "1 betekent",
  highest: "5 betekent",
  versions: "Versies",
  versionsCaption: "Wanneer de criteria zijn veranderd en waarom",
  version: (version: number) => `Versie ${version}`,
  date: "Datum",
  by: "Door",
  why: "Waarom",
};

export const criteriaFormText = {
  title: "Stel de criteria vast",
  lead: "Houdt een criterium dezelfde woorden? Dan tellen de gegeven punten mee met het nieuwe gewicht. Verandert een woord of komt er een criterium bij? Dan vraagt het portaal elk lid opnieuw om een score. De oude punten blijven te lezen, maar tellen niet mee.",
  row: (place: number) => `Criterium ${place}`,
  name: "Naam",
  meaning: "Wat vraagt dit criterium?",
  lowest: "Wat betekent 1?",
  highest: "Wat betekent 5?",
  weight: "Gewicht",
  emptyRow: "Laat de naam leeg om dit criterium weg te laten.",
  why: "Waarom deze criteria of gewichten?",
  save: "Stel vast",
};

export const scoreRefusalText = {
  "not-allowed": "Een score geeft een lid met een stemmende zetel in de Taskforce.",
  "not-found": "Dit initiatief bestaat niet.",
  "wrong-state": "Over dit initiatief is al besloten. U kunt geen score meer geven.",
  "criteria-missing": "De Taskforce heeft nog geen criteria vastgesteld.",
  "criteria-changed": "De criteria zijn net veranderd. Kijk eerst naar de nieuwe criteria.",
  "points-missing": "Geef bij elk criterium punten.",
  "points-invalid": "Geef per criterium 1 tot en met 5 punten.",
} satisfies Record<ScoreRefusal | "not-allowed" | "not-found" | "wrong-state" | "criteria-changed", string>;

export const scoreText = {
  title: "Geef uw score",
  lead: "Geef bij elk criterium 1 tot en met 5 punten. Daarna ziet u wat anderen gaven.",
  again: "U kunt uw score veranderen tot de Taskforce besluit. De laatste telt.",
  option: (point: number, meaning: string) => (meaning === "" ? String(point) : `${point}: ${meaning}`),
  note: "Toelichting",
  noteHint: "Andere leden van de Taskforce lezen dit.",
  save: "Bewaar uw score",
  section: "Scores",
  caption: "Punten per criterium: gemiddelde en spreiding",
  criterion: "Criterium",
  weight: "Gewicht",
  mean: "Gemiddeld",
  range: "Laagste en hoogste",
  spread: "Spreiding",
  picture: "In beeld",
  unknown: "Nog niet",
  total: (mean: string, seats: number) => `${mean} van 5, na weging. ${plural(seats, "zetel gaf", "zetels gaven")} een score.`,
  rangeOf: (lowest: number, highest: number) => (lowest === highest ? String(lowest) : `${lowest} tot en met ${highest}`),
  spreadAlt: (criterion: string, lowest: number, highest: number, mean: string) => `${criterion}: van ${lowest} tot ${highest}, gemiddeld ${mean}`,
  wide: "Er is verschil van mening: bespreek dit.",
  ownFirst: "Geef eerst uw eigen score. Daarna ziet u de scores van anderen.",
  ownFirstTitle: "Uw score ontbreekt nog",
  againTitle: "De criteria zijn veranderd: geef opnieuw uw score",
  againLead: "Uw eerdere score blijft staan bij de criteria van toen. Punten op een criterium met dezelfde woorden tellen nog mee, met het gewicht van nu.",
  older: (seats: number) => `${plural(seats, "zetel gaf de score", "zetels gaven hun score")} op eerdere criteria en moet${seats === 1 ? "" : "en"} opnieuw. Alleen punten op een criterium met dezelfde woorden tellen mee, met het gewicht van nu.`,
  decidedWith: (version: number) => `De Taskforce besloot met versie ${version} van de criteria. Die gewichten staan hier, ook nu er nieuwe zijn.`,
  past: "Punten op eerdere criteria",
  pastLead: "Deze criteria gelden niet meer. De punten blijven te lezen en tellen niet mee.",
  pastCaption: "Punten op criteria die niet meer gelden",
  points: "Punten",
  none: "Er zijn nog geen scores.",
  perSeat: "Wie gaf wat?",
  perSeatCaption: "Punten per zetel",
  organisation: "Zetel",
  remark: "Toelichting",
  change: "Verander uw score",
  give: "Geef uw score",
  criteria: "Bekijk de criteria",
};

export const stanceText = { eerst: "Eerst", gewoon: "Volgens de rangorde", weg: "Niet in dit scenario" } satisfies Record<Stance, string>;

export const misfitText = (misfit: Misfit): string => {
  switch (misfit.why) {
    case "left-out":
      return "Niet in dit scenario";
    case "no-place":
      return "Staat nog niet op de roadmap";
    case "capacity-unknown":
      return `Capaciteit in ${quarter(misfit.quarter)} is onbekend`;
    case "too-full":
      return `${quarter(misfit.quarter)} heeft ${number(misfit.short)} fte te weinig`;
    case "waits-for":
      return `Wacht op ${misfit.needs}, en dat past of gebeurt niet`;
    case "starts-too-early":
      return `Begint voordat ${misfit.needs} klaar is`;
  }
};

export const rankingText = {
  title: "Rangorde en capaciteit",
  lead: "Het initiatief met de hoogste score krijgt het eerst plaats. Wat niet past, wordt overgeslagen met de reden.",
  older: (seats: number) => `${plural(seats, "score", "scores")} op eerdere criteria`,
  incomplete: (amount: number) => `${plural(amount, "initiatief wacht", "initiatieven wachten")} op uw score. Geef die eerst: dan ziet u de hele rangorde.`,
  empty: "Er wacht geen initiatief op een besluit.",
  caption: (fits: number, all: number) => `${number(fits)} van ${plural(all, "initiatief past", "initiatieven passen")}`,
  place: "Plaats",
  initiative: "Initiatief",
  score: "Score",
  spread: "Spreiding",
  quarters: "Kwartalen",
  people: "Fte per kwartaal",
  cost: "Kosten",
  fits: "Past het?",
  yes: "Past",
  no: "Past niet",
  noScore: "Nog geen score",
  yourScore: "Geef uw score",
  load: "Capaciteit met wat past",
  loadLead: "Vastgesteld plus wat in deze rangorde past.",
  scenarios: "Vergelijk scenario's",
  back: "Naar het portfolio",
  noPlace: "–",
};

export const scenarioRefusalText = {
  "not-allowed": "Een scenario verandert de maker, de voorzitter of de secretaris.",
  "not-found": "Dit scenario bestaat niet meer.",
  "title-missing": "Geef het scenario een naam.",
  "initiative-unknown": "Een van de initiatieven bestaat niet meer.",
  "shift-invalid": "Schuif ten hoogste twintig kwartalen.",
  "changed-meanwhile": "Iemand anders heeft dit scenario net veranderd. Kijk eerst naar de nieuwe keuze.",
} as const;

export const scenarioText = {
  title: "Scenario's",
  lead: "Wat gebeurt er als de Taskforce anders kiest? Leg keuzes naast elkaar voordat u besluit.",
  create: "Maak een scenario",
  base: "Alleen de rangorde",
  none: "Er zijn nog geen scenario's. U ziet alleen wat de rangorde oplevert.",
  compare: "Naast elkaar",
  choose: "Welke scenario's wilt u vergelijken?",
  show: "Vergelijk",
  caption: "Per initiatief: past het, en wanneer?",
  initiative: "Initiatief",
  fitting: "Hoeveel past er?",
  fittingOf: (fits: number, all: number) => `${number(fits)} van ${number(all)}`,
  cost: "Kosten van wat past",
  busiest: "Drukste kwartaal",
  busiestOf: (name: string, used: number, there: number) => `${name}: ${number(used)} van ${number(there)} fte`,
  yes: (period: string) => `Past: ${period}`,
  no: (why: string) => `Past niet. ${why}`,
  change: "Wijzig dit scenario",
  changedBy: (name: string, day: string) => `Gewijzigd door ${name} op ${day}`,
  remove: "Verwijder dit scenario",
  result: "Wat past er?",
  name: "Naam van het scenario",
  note: "Wat is het idee?",
  stance: (initiative: string) => `${initiative}: volgorde`,
  shift: (initiative: string) => `${initiative}: verschuiven`,
  shiftBy: (quarters: number) => (quarters === 0 ? "Niet verschuiven" : quarters < 0 ? `${plural(-quarters, "kwartaal", "kwartalen")} eerder` : `${plural(quarters, "kwartaal", "kwartalen")} later`),
  save: "Bewaar dit scenario",
};

export const coverNoteText = {
  title: "Oplegnotitie",
  all: "Oplegnotities bij deze vergadering",
  allLead: (amount: number) => `${plural(amount, "initiatief", "initiatieven")} op de agenda.`,
  allEmpty: "Er staat geen initiatief op deze agenda.",
  link: "Oplegnotitie",
  linkAll: "Oplegnotities bij de agenda",
  back: "Terug",
  hint: "Druk deze pagina af met uw browser.",
  asked: "Gevraagd besluit",
  askedText: "De Taskforce kan dit initiatief opnemen, aanhouden, afwijzen of terugverwijzen met een vraag.",
  settled: "Hierover is al besloten.",
  summary: "Samenvatting",
  facts: "Kerngegevens",
  proposals: "Voorstellen",
  advised: "Wie adviseerde wat?",
  support: "Steun van gemeenten",
  scores: "Scores",
  plan: "Planning en capaciteit",
  decisions: "Eerdere besluiten",
  peoplePerQuarter: "Mensen per kwartaal",
};

export const recordText = {
  title: "Wie adviseerde wat?",
  caption: "Uitspraken in openbare stemrondes over de voorstellen",
  proposal: "Voorstel",
  body: "Gremium",
  date: "Datum",
  outcome: "Uitspraak",
  version: (version: number) => `versie ${version}`,
  poll: "Peiling",
  none: "Er is nog geen openbare stemronde geweest over deze voorstellen.",
  advice: (number_: string, advice: string) => `Advies over ${number_}: ${advice}`,
  support: "Steun per gemeente",
  supportCaption: "De laatste openbare stem van elke zetel op elk voorstel",
  organisation: "Zetel",
  inFavour: "Voor",
  withCondition: "Voor, mits",
  abstained: "Onthouding",
  against: "Tegen",
  supportNone: "Er zijn geen openbare stemmen over deze voorstellen.",
  supportSum: (inFavour: number, all: number) => `${number(inFavour)} van ${plural(all, "zetel steunt", "zetels steunen")} alle voorstellen waarover zij stemden.`,
};

export const scoreNotices: Record<string, string> = {
  "criteria-adopted": "De criteria zijn vastgesteld.",
  "score-given": "Uw score is bewaard. U ziet nu ook de scores van anderen.",
  "scenario-saved": "Het scenario is bewaard.",
  "scenario-deleted": "Het scenario is verwijderd.",
};
