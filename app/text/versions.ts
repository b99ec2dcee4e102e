import { plural } from "./format.ts";

export const versionText = {
  title: (number: string) => `${number}: alle versies`,
  lead: "Een versie verandert nooit. Elke versie heeft een vast adres.",
  link: "Alle versies",
  count: (versions: number) => plural(versions, "versie", "versies"),
  caption: "Versies",
  head: ["Versie", "Titel", "Geschreven door", "Wanneer", "Waarom", "Meer"],
  first: "Eerste versie",
  compare: (before: number) => `Vergelijk met versie ${before}`,
  print: "Afdrukken",
  printOf: (version: number) => `Versie ${version} afdrukken`,
  odt: "Tekstverwerker (ODT)",
  odtOf: (version: number) => `Versie ${version} als ODT`,
  printHint: "Druk deze pagina af met uw browser.",
  back: "Terug naar de versie",
  facts: "Gegevens",
  stateNow: "Stand van het voorstel",
  page: ["pagina", "van"] as const,
  inline: "In één tekst",
  beside: "Naast elkaar",
  views: "Weergave",
  left: (version: number) => `Versie ${version}`,
  nothing: "(leeg)",
};

export const authorsText = {
  title: (number: string) => `${number}: indieners`,
  lead: "Indieners schrijven nieuwe versies en beantwoorden reacties. Elke wijziging komt in het logboek.",
  link: "Indieners wijzigen",
  now: "Indieners nu",
  add: "Indiener toevoegen",
  person: "Wie schrijft mee?",
  personHint: "U kiest uit de mensen die voor dit gremium schrijven.",
  nobody: "Iedereen die voor dit gremium schrijft, is al indiener.",
  send: "Toevoegen",
  remove: "Verwijderen als indiener",
};

export const municipalNotesText = {
  title: (number: string) => `${number}: notities van uw gemeente`,
  lead: (organisation: string) => `Alleen mensen van ${organisation} zien deze notities. Ze staan niet in het logboek en niet in de zoekresultaten.`,
  link: "Notities van uw gemeente",
  list: "Notities",
  none: "Uw gemeente heeft nog geen notities bij dit voorstel.",
  write: "Nieuwe notitie",
  statement: "Notitie",
  send: "Notitie bewaren",
  remove: "Notitie weggooien",
};

export const versionNotices: Record<string, string> = {
  "author-added": "De indiener is toegevoegd.",
  "author-removed": "De indiener is verwijderd.",
  "municipal-note-kept": "De notitie is bewaard.",
  "municipal-note-gone": "De notitie is weggegooid.",
};
