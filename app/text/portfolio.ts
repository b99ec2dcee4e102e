import type { Approach, InitiativeState, InitiativeTextRefusal, PortfolioOutcome, PortfolioRefusal } from "#app/domain/portfolio/initiative.ts";
import { number, plural } from "./format.ts";

export const initiativeStateText = {
  voorgesteld: "Voorgesteld", opgenomen: "Opgenomen", aangehouden: "Aangehouden", terugverwezen: "Terugverwezen", afgewezen: "Afgewezen", gerealiseerd: "Gerealiseerd",
} satisfies Record<InitiativeState, string>;
export const initiativeStateTone = {
  voorgesteld: "amber", opgenomen: "green", aangehouden: "amber", terugverwezen: "blue", afgewezen: "red", gerealiseerd: "green",
} as const satisfies Record<InitiativeState, string>;
export const approachText = { optimalisatie: "Optimalisatie (GGI)", innovatie: "Innovatie (Common Ground)" } satisfies Record<Approach, string>;
export const outcomeText = {
  opnemen: "Opnemen in het portfolio", aanhouden: "Aanhouden tot een datum", afwijzen: "Afwijzen", terugverwijzen: "Terugverwijzen met een vraag",
} satisfies Record<PortfolioOutcome, string>;
export const outcomeHint = {
  opnemen: "De voorstellen zijn gepland en de plaats op de roadmap is vastgesteld.",
  aanhouden: "De voorstellen wachten. Op de datum staan ze vanzelf weer in het portfolio.",
  afwijzen: "De voorstellen zijn afgewezen en gaan van de roadmap af.",
  terugverwijzen: "De schrijvers krijgen de vraag en maken een nieuwe versie.",
} satisfies Record<PortfolioOutcome, string>;

export const portfolioRefusalText = {
  "not-allowed": "Dit doet de voorzitter of de secretaris van de Taskforce.",
  "not-found": "Dit initiatief bestaat niet.",
  "wrong-state": "Hierover is al beslist. Kijk eerst wat er is veranderd.",
  "still-held": "Dit initiatief is aangehouden. U kunt het nu alleen afwijzen. Neem het anders eerst weer op.",
  "no-proposals": "Kies ten minste één voorstel.",
  "proposal-not-ready": "Een van de voorstellen staat niet in het portfolio, of al in een ander initiatief.",
  "roadmap-missing": "Zet het initiatief eerst op de roadmap. Dan is te zien of het past.",
  "dictum-missing": "Schrijf wat er is besloten.",
  "motivation-missing": "Schrijf waarom.",
  "until-missing": "Kies tot wanneer.",
  "until-past": "Kies een dag na vandaag.",
  "question-missing": "Schrijf de vraag aan de schrijvers.",
  "figures-negative": "Een aantal stemmen is nul of meer.",
  "title-missing": "Geef een titel.",
  "summary-missing": "Beschrijf het initiatief.",
  "cost-invalid": "Vul hele euro's in, van laag naar hoog.",
  "item-not-found": "Kies een agendapunt van een vergadering van de Taskforce die begonnen of gehouden is.",
  "component-unknown": "Kies een onderdeel uit de lijst.",
} satisfies Record<PortfolioRefusal | InitiativeTextRefusal | "not-allowed" | "not-found" | "component-unknown" | "item-not-found", string>;

export const portfolioText = {
  title: "Portfolio",
  lead: "Wat de Taskforce Samen Organiseren samen laat uitvoeren, wat wacht en wat niet doorgaat.",
  create: "Maak een initiatief",
  capacity: "Capaciteit per kwartaal",
  roadmap: "Bekijk de roadmap",
  all: "Alle",
  component: "Onderdeel",
  approach: "Aanpak",
  show: "Toon",
  amount: (amount: number) => plural(amount, "initiatief", "initiatieven"),
  empty: "Er zijn geen initiatieven met deze keuze.",
  emptyAll: "Er zijn nog geen initiatieven. De Taskforce maakt ze van voorstellen die klaar zijn.",
  reset: "Toon alle initiatieven",
  proposals: (amount: number) => plural(amount, "voorstel", "voorstellen"),
  noCost: "Kosten nog niet bekend",
  cost: (from: number | null, to: number | null) => (from === null && to === null ? "Kosten nog niet bekend" : from === null || to === null || from === to ? `€ ${number(from ?? to ?? 0)}` : `€ ${number(from)} tot € ${number(to)}`),
  fte: (amount: number) => `${number(amount)} fte`,
  ready: "Voorstellen die op een initiatief wachten",
  readyEmpty: "Er wacht geen voorstel.",
};

export const initiativeText = {
  what: "Het initiatief",
  summary: "Wat gaat er gebeuren",
  component: "Onderdeel",
  approach: "Aanpak",
  cost: "Kosten",
  quarters: "Kwartalen",
  capacity: "Mensen",
  roadmap: "Op de roadmap",
  notOnRoadmap: "Staat nog niet op de roadmap",
  held: (until: string) => `Aangehouden tot ${until}`,
  question: "Vraag aan de schrijvers",
  proposals: "Voorstellen in dit initiatief",
  proposalsHidden: "De voorstellen zijn niet openbaar.",
  version: (version: number) => `versie ${version}`,
  decisions: "Besluiten",
  decisionsEmpty: "De Taskforce heeft nog niet beslist.",
  publicOnly: "U ziet de openbare tekst. De volledige tekst is vertrouwelijk.",
  toRoadmap: "Zet op de roadmap",
  toRoadmapWhy: "Dan ziet de Taskforce in welke kwartalen het past.",
  decide: "Neem een portfoliobesluit",
  decideWhy: "Het initiatief staat op de roadmap. De Taskforce kan beslissen.",
  edit: "Wijzig",
  resume: "Neem nu weer op",
  decline: "Of wijs het initiatief af",
  waiting: "Wacht op een besluit van de Taskforce.",
  history: "Geschiedenis",
  happened: { created: "Gemaakt", changed: "Gewijzigd", resumed: "Weer opgenomen voor een besluit", realised: "Gerealiseerd", placed: "Voorgesteld op de roadmap" },
  decided: { opnemen: "Opgenomen in het portfolio", aanhouden: "Aangehouden", afwijzen: "Afgewezen", terugverwijzen: "Terugverwezen met een vraag" } satisfies Record<PortfolioOutcome, string>,
  expected: "Besluit van de Taskforce",
};

export const initiativeFormText = {
  titleNew: "Maak een initiatief",
  titleEdit: "Wijzig het initiatief",
  lead: "Breng voorstellen bij elkaar die samen worden uitgevoerd. De Taskforce beslist over het geheel.",
  name: "Titel",
  summary: "Wat gaat er gebeuren?",
  summaryHint: "Een paar zinnen die een gemeente begrijpt.",
  component: "Onderdeel",
  approach: "Aanpak",
  costFrom: "Kosten van (euro)",
  costTo: "Kosten tot (euro)",
  costHint: "Hele euro's. Laat leeg als het nog niet bekend is.",
  proposals: "Voorstellen",
  proposalsHint: "Alleen voorstellen die in het portfolio wachten.",
  noneReady: "Er wacht nu geen voorstel in het portfolio. Een secretaris zet een voorstel door als het advies er is.",
  publicTitle: "Openbare titel",
  publicHint: "Alleen nodig als een voorstel vertrouwelijk is. Noem niets uit de vertrouwelijke tekst.",
  publicSummary: "Openbare tekst",
  save: "Bewaar",
};

export const decisionFormText = {
  title: "Portfoliobesluit",
  lead: "Dit besluit geldt voor alle voorstellen in het initiatief. Het staat meteen in het besluitenregister.",
  does: "Wat dit besluit raakt",
  load: "Past het?",
  loadLead: "Mensen per kwartaal, met dit initiatief erbij.",
  decision: "Het besluit",
  outcome: "Wat besluit de Taskforce?",
  item: "In welke vergadering?",
  itemHint: "Dan staat het besluit ook bij die vergadering, op de dag van de vergadering.",
  itemNone: "Niet in een vergadering",
  dictum: "Tekst van het besluit",
  motivation: "Motivering",
  until: "Aanhouden tot",
  untilHint: "Alleen bij aanhouden.",
  question: "Vraag aan de schrijvers",
  questionHint: "Alleen bij terugverwijzen.",
  figures: "Stemmen, als er is geteld",
  for: "Voor",
  against: "Tegen",
  abstain: "Onthouding",
  submit: "Leg het besluit vast",
  noUndo: "Een besluit blijft staan. Later kan de Taskforce een nieuw besluit nemen.",
};

export const portfolioNotices: Record<string, string> = {
  "initiative-created": "Het initiatief is gemaakt. Zet het nu op de roadmap.",
  "initiative-changed": "Het initiatief is gewijzigd.",
  "initiative-not-held": "Dit initiatief is niet aangehouden.",
  "initiative-resumed": "Het initiatief staat weer in het portfolio.",
  "portfolio-decided": "Het besluit is vastgelegd. De voorstellen en de roadmap zijn bijgewerkt.",
};
