import type { Horizon } from "#app/domain/roadmap/horizon.ts";
import { number, plural, quarter } from "./format.ts";

export const horizonText = { nu: "Nu", straks: "Straks", later: "Later", klaar: "Klaar" } satisfies Record<Horizon, string>;
export const horizonHint = {
  nu: "Loopt, of begint dit kwartaal",
  straks: "Begint in de volgende twee kwartalen",
  later: "Begint daarna",
  klaar: "Gerealiseerd, in gebruik of gestopt",
} satisfies Record<Horizon, string>;

export const planText = {
  views: "Weergave",
  timeline: "Tijdlijn",
  horizon: "Nu, straks, later",
  body: "Gremium",
  waitsFor: "Wacht op",
  crossing: "begint te vroeg",
  crossingTitle: (amount: number) => `${plural(amount, "afhankelijkheid klopt", "afhankelijkheden kloppen")} niet`,
  crossingLead: "Hier begint iets voordat klaar is waarop het wacht.",
  crossingLine: (item: string, from: string, needs: string, until: string) => `${item} begint in ${quarter(from)}. ${needs} is pas na ${quarter(until)} klaar.`,
  people: (least: number, most: number) => (least === most ? `${number(most)} fte` : `${number(least)} tot ${number(most)} fte`),
  shown: (from: number, to: number, all: number) => `${number(from)} tot en met ${number(to)} van ${plural(all, "onderdeel", "onderdelen")}`,
  next: "Volgende onderdelen",
  first: "Vanaf het begin",
  print: "Druk af op A3",
  calendar: "Mijlpalen in uw agenda (.ics)",
  calendarName: "Mijlpalen van de GGI-roadmap",
  reached: "gehaald",
  embed: "Zet de roadmap op uw eigen site",
  embedCode: "Zet deze regel in uw pagina:",
  embedLine: (address: string) => `<iframe src="${address}" title="GGI-roadmap" width="100%" height="700"></iframe>`,
  embedLook: "Bekijk hoe dat eruitziet",
  embedFull: "Bekijk de hele roadmap op het GGI-portaal",
  printTitle: (day: string) => `GGI-roadmap op ${day}`,
  printHint: "Druk af op A3, liggend. Dan past alles op één vel.",
  back: "Terug naar de roadmap",
  whatIf: "Wat gebeurt er als de Taskforce ja zegt?",
  tools: "Meenemen",
  nothing: "Niets",
};

export const whatIfText = {
  title: "Wat als de Taskforce ja zegt?",
  lead: "Kies voorgestelde onderdelen. U ziet wat dan schuift en wat niet meer past. Er verandert niets aan de roadmap.",
  choose: "Waar zegt de Taskforce ja tegen?",
  show: "Laat zien",
  none: "Er is nu niets voorgesteld op de roadmap.",
  pick: "Kies ten minste één onderdeel.",
  moved: "Wat schuift",
  movedNone: "Er schuift niets.",
  already: "Wat ook zonder dit ja schuift",
  movedLine: (from: string, to: string, because: string) => `Van ${quarter(from)} naar ${quarter(to)}, omdat ${because} eerst klaar moet zijn.`,
  crowded: "Wat niet meer past",
  crowdedNone: "Alle andere voorgestelde onderdelen passen nog zoals nu.",
  crowdedLine: (at: string, short: number) => `In ${quarter(at)} ${short === 1 ? "is" : "zijn"} er dan ${number(short)} fte te weinig.`,
  over: "Waar het te vol wordt",
  overNone: "Dit ja maakt geen kwartaal te vol.",
  overLine: (at: string, short: number) => `${quarter(at)}: ${number(short)} fte te weinig`,
  plan: "De roadmap na dit ja",
  load: "Capaciteit na dit ja",
  yes: "Bij een ja",
};

export const phasesText = {
  title: "Fasen en beslismomenten",
  none: "Er zijn geen fasen gepland.",
  edit: "Plan de fasen",
  caption: "Fasen met kwartalen en wat aan het eind waar moet zijn",
  phase: "Fase",
  quarters: "Kwartalen",
  gate: "Beslismoment",
  state: "Stand",
  passed: (day: string) => `gehaald op ${day}`,
  open: "nog niet",
  pass: "Gehaald",
  noGate: "Geen",
};

export const phasesFormText = {
  lead: "Fasen volgen elkaar op vanaf het begin van dit onderdeel. Wat gehaald is, blijft staan.",
  row: (place: number) => `Fase ${place}`,
  name: "Naam",
  length: "Aantal kwartalen",
  gate: "Wat moet aan het eind waar zijn?",
  gateHint: "Laat leeg als er geen beslismoment is.",
  emptyRow: "Laat de naam leeg om deze fase weg te laten.",
  save: "Bewaar de fasen",
};

export const effortText = {
  title: "Mensen per kwartaal",
  lead: "Vraagt het werk in het ene kwartaal meer dan in het andere? Vul het hier in.",
  edit: "Wijzig",
  save: "Bewaar",
};

export const milestoneMoveText = {
  title: "Verplaats de mijlpaal",
  lead: "De oude dag blijft te zien. Volgers krijgen bericht.",
  to: "Nieuwe dag",
  reason: "Waarom verplaatst u deze mijlpaal?",
  save: "Verplaats",
  move: "Verplaats",
};

export const historyText = {
  title: "Geschiedenis van de planning",
  none: "Dit is niet verplaatst, en er is nog geen stand gemeld.",
  moved: (from: string, to: string) => (from === to ? "Andere inzet of afhankelijkheden, op dezelfde plek" : `Verplaatst van ${from} naar ${to}`),
  milestone: (title: string, from: string, to: string) => `Mijlpaal "${title}" verplaatst van ${from} naar ${to}`,
  status: (progress: string) => `Stand: ${progress}`,
  by: (day: string, name: string) => (name === "" ? day : `${day} · ${name}`),
};

export const planRefusalText = {
  "plan-changed": "Iemand anders heeft dit net gewijzigd. Kijk wat er nu staat en sla dan opnieuw op.",
  "phase-incomplete": "Geef elke fase een naam en een aantal kwartalen.",
  "phases-too-long": "De fasen duren samen langer dan het onderdeel.",
  "gate-passed": "Er is net een beslismoment gehaald. Kijk eerst naar de nieuwe stand.",
  "not-next-gate": "Dit beslismoment is al gehaald, of een eerder moment nog niet.",
  "not-decided": "De Taskforce heeft hierover nog niet besloten.",
  "quarter-unknown": "Kies kwartalen die bij dit onderdeel horen.",
  "fte-invalid": "Vul een heel aantal mensen in, van 0 tot en met 999.",
  "wrong-state": "Dit kan niet meer. Kijk eerst wat er is veranderd.",
  "reason-missing": "Schrijf waarom.",
  "same-day": "Kies een andere dag dan nu.",
  "changed-meanwhile": "Deze mijlpaal is net veranderd of gehaald. Kijk eerst naar de nieuwe stand.",
} as const;

export const planNotices: Record<string, string> = {
  "phases-planned": "De fasen zijn bewaard.",
  "gate-passed": "Het beslismoment is gehaald.",
  "effort-set": "De mensen per kwartaal zijn bewaard.",
  "milestone-moved": "De mijlpaal is verplaatst. De oude dag blijft te zien.",
};
