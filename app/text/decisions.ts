import type { Validity, ValidityRefusal } from "#app/domain/decisions/decision.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const validityText = { geldig: "Geldig", vervangen: "Vervangen", ingetrokken: "Ingetrokken", verlopen: "Verlopen" } satisfies Record<Validity, string>;

export const validityTone = { geldig: "green", vervangen: "amber", ingetrokken: "red", verlopen: "amber" } as const satisfies Record<Validity, "green" | "amber" | "red">;

/** The outcome of a decision as the register shows it; a word of the portfolio comes as it is. */
export const resultText = (result: string): string => ({ aangenomen: "Aangenomen", verworpen: "Verworpen", opnemen: "Opnemen", aanhouden: "Aanhouden", afwijzen: "Afwijzen", terugverwijzen: "Terugverwijzen" })[result] ?? result;

export type DecisionRefusalCode = "not-allowed" | "item-not-found" | "item-closed" | "title-missing" | "dictum-missing" | "figures-negative" | "already-published" | "meeting-wrong-state" | "embargo-too-late" | ValidityRefusal;

export const decisionRefusalText = {
  "not-allowed": "U mag dit niet doen.",
  "item-not-found": "Dit agendapunt is er niet.",
  "item-closed": "Dit agendapunt is besloten en dit besluit niet. Kies een openbaar agendapunt.",
  "title-missing": "Geef het besluit een titel.",
  "dictum-missing": "Schrijf op wat er is besloten.",
  "figures-negative": "Een aantal stemmen is een heel getal van 0 of meer.",
  "already-published": "Dit besluit is al openbaar.",
  "meeting-wrong-state": "In deze stand van de vergadering kunt u geen besluit vastleggen.",
  "embargo-too-late": "Dit besluit is al openbaar, zelf of in de notulen. Een embargo kan dan niet meer.",
  "already-so": "Dit besluit had deze geldigheid al.",
  "decision-not-valid": "Dit besluit is niet meer geldig. De geldigheid kan niet nog een keer veranderen.",
  "replacement-missing": "Vul het nummer in van het besluit dat hiervoor in de plaats komt.",
  "replaces-itself": "Een besluit kan zichzelf niet vervangen.",
} satisfies Record<DecisionRefusalCode, string>;

/** Words after an act, by the code that travels in the notice. */
export const noticeText: Record<string, string> = {
  "decision-recorded": "Het besluit staat in het register.",
  "decision-published": "Het besluit is openbaar.",
  "decision-published-unseen": "Het besluit is gepubliceerd, maar nog niet iedereen ziet het. Er loopt een embargo, of het gaat over iets vertrouwelijks en heeft geen openbare titel.",
  "decision-linked": "Het besluit is gekoppeld aan de notulen.",
  "decision-changed": "De wijziging is opgeslagen.",
  ...decisionRefusalText,
};

export const registerText = {
  title: "Besluiten",
  lead: "Alle besluiten van de gremia op één plek: wat is besloten, door wie en met welke stemmen.",
  search: "Zoeken in titels en teksten",
  result: "Uitkomst",
  allResults: "Alle uitkomsten",
  toReview: "Alleen wat opnieuw bekeken moet worden",
  review: "Herziening",
  allReview: "Alle besluiten",
  commitments: "Bekijk de toezeggingen",
  body: "Gremium",
  allBodies: "Alle gremia",
  year: "Jaar",
  allYears: "Alle jaren",
  validity: "Geldigheid",
  allValidities: "Alle",
  show: "Toon",
  filter: "Kies welke besluiten u wilt zien",
  found: (n: number) => count(n, "besluit", "besluiten"),
  empty: "Er zijn geen besluiten bij deze keuze.",
  none: "Er zijn nog geen besluiten. Een besluit komt uit een stemronde of een vergadering.",
  noneAction: "Bekijk de stemrondes",
  emptyAction: "Toon alle besluiten",
  feed: "Volg nieuwe besluiten met een feed",
  notPublic: "Nog niet openbaar",
  feedTitle: "Besluiten · GGI-portaal",
};

export const decisionText = {
  crumb: "Besluiten",
  dictum: "Besluit",
  motivation: "Motivering",
  vote: "Stemmen",
  votes: (voor: number, tegen: number, onthouden: number) => `${voor} voor, ${tegen} tegen, ${onthouden} onthouden`,
  cast: (cast: number, seats: number) => `${cast} van ${seats} zetels stemden`,
  quorum: (needed: number) => `quorum ${needed}`,
  noVote: "Hierover is niet gestemd.",
  round: "Stemronde",
  body: "Gremium",
  decidedOn: "Datum",
  validity: "Geldigheid",
  review: "Opnieuw bekijken op",
  until: "Geldig tot en met",
  toDecision: (number: string) => `Bekijk besluit ${number}`,
  commitments: "Toezeggingen bij dit besluit",
  copy: "Kopieer deze regel",
  replacedBy: "Vervangen door",
  replaces: "Komt in de plaats van",
  origin: "Waar komt dit vandaan?",
  meeting: "Vergadering",
  passage: "Passage in de notulen",
  toMinutes: "Lees de notulen",
  proposal: "Voorstel",
  version: (n: number) => `versie ${n}`,
  after: "Wat werd ervan?",
  nothingYet: "Er is nog geen vervolg vastgelegd.",
  initiative: "Initiatief",
  roadmap: "Op de roadmap",
  citation: "Zo verwijst u naar dit besluit",
  cite: (body: string, title: string, day: string, number: string) => `${body}, besluit ${number} van ${day}, ‘${title}’.`,
  publicWording: "U ziet de openbare tekst van dit besluit.",
  notPublished: "Dit besluit is nog niet openbaar. Alleen het gremium ziet het.",
  embargo: (when: string) => `Openbaar vanaf ${when}.`,
  publish: "Besluit publiceren",
  link: "Koppelen aan de notulen",
  edit: "Geldigheid en openbare tekst",
};

export const recordText = {
  title: "Besluit vastleggen",
  lead: "Het besluit krijgt een nummer. De tekst van een besluit verandert daarna niet meer.",
  item: "Agendapunt",
  name: "Titel",
  dictum: "Wat is besloten?",
  motivation: "Waarom?",
  result: "Uitkomst",
  counted: "Er is gestemd",
  for: "Voor",
  against: "Tegen",
  abstain: "Onthouden",
  figuresHint: "Laat leeg als er niet is geteld.",
  publicTitle: "Openbare titel",
  publicDictum: "Openbare tekst",
  publicHint: "Alleen nodig als het besluit zelf vertrouwelijk is.",
  embargo: "Niet openbaar vóór",
  embargoHint: "U mag dit leeg laten. Nederlandse tijd.",
  review: "Opnieuw bekijken op",
  reviewHint: "Bijvoorbeeld 2027-01-15. U mag dit leeg laten.",
  until: "Geldig tot en met",
  untilHint: "Alleen als het besluit vanzelf afloopt. U mag dit leeg laten.",
  save: "Besluit vastleggen",
  noItems: "Zet eerst een punt op de agenda.",
};

export const changeText = {
  title: "Besluit wijzigen",
  lead: "De titel, de tekst en de stemmen van een besluit liggen vast. Dit kunt u wel wijzigen.",
  replacedBy: "Nummer van het nieuwe besluit",
  replacedByHint: "Alleen als het besluit vervangen is. Bijvoorbeeld B-2026-014.",
  save: "Wijziging opslaan",
  linkTitle: "Besluit koppelen aan de notulen",
  linkLead: "Kies het agendapunt waar dit besluit is besproken. De notulen zelf veranderen niet.",
  item: "Agendapunt",
  linkSave: "Koppelen",
  noMeetings: "Dit gremium heeft nog geen vergadering gehouden.",
};
