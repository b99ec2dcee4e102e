import { MOST_AT_ONCE, type BulkStep } from "#app/domain/proposals/bulk.ts";
import { plural } from "./format.ts";

/** What one can do with a list of proposals besides reading it. */
export const listToolText = {
  download: "Download deze lijst:",
  downloads: { csv: "CSV", xlsx: "Excel (.xlsx)", ods: "OpenDocument (.ods)" },
  views: "Uw weergaven:",
  keep: "Deze weergave bewaren",
  more: "Meer over de voorstellen",
  sets: "Programma’s van eisen",
  coverage: "Dekking en verdachte verbanden",
  controls: "Maatregelen uit BIG en BIO",
  chosenControl: (name: string) => `Alleen voorstellen die ${name} noemen.`,
  allControls: "Toon alle voorstellen",
  chosenNeed: (number: string) => `Alleen voorstellen die behoefte ${number} dienen.`,
  choose: (number: string) => `Kies ${number}`,
  step: "Stap kiezen voor de aangevinkte voorstellen",
};

export const bulkStepText = {
  discuss: "In bespreking brengen",
  refer: "Naar de Adviesraad sturen",
  send: "Naar de Taskforce sturen",
  withdraw: "Intrekken (alleen als indiener)",
} satisfies Record<BulkStep, string>;

export const bulkText = {
  title: "Een stap voor meer voorstellen",
  lead: "Kies de stap. U ziet eerst bij welke voorstellen die kan en bij welke niet.",
  chosen: (count: number) => plural(count, "voorstel gekozen", "voorstellen gekozen"),
  step: "Stap",
  reason: "Reden",
  reasonHint: "Nodig bij intrekken. Bij de andere stappen mag u dit leeg laten.",
  preview: "Laat zien wat er gebeurt",
  commit: (count: number) => `${plural(count, "voorstel", "voorstellen")} verder brengen`,
  canCaption: "Deze voorstellen gaan verder",
  canHead: ["Nummer", "Titel", "Nu", "Wordt"],
  cannotCaption: "Deze voorstellen blijven zoals ze zijn",
  cannotHead: ["Nummer", "Titel", "Nu", "Waarom niet"],
  none: "Geen van deze voorstellen kan deze stap zetten.",
  wrongState: "Deze stap past niet bij de stand van dit voorstel.",
  empty: "U hebt nog geen voorstellen gekozen.",
  back: "Terug naar de lijst",
  moved: (count: number) => `${plural(count, "voorstel is", "voorstellen zijn")} verder gebracht.`,
  refusals: {
    "nothing-chosen": "Kies eerst een of meer voorstellen.",
    "too-many": `Kies ten hoogste ${MOST_AT_ONCE} voorstellen.`,
    "reason-missing": "Geef een reden van ten hoogste 500 tekens.",
    "some-refused": "Er is iets veranderd sinds u keek. Er is niets verder gebracht. Kijk het overzicht opnieuw na.",
  },
};

const VIEW_WORDS: Readonly<Record<string, string>> = { q: "Zoeken", gremium: "Gremium", status: "Stand", soort: "Soort", onderdeel: "Onderdeel", behoefte: "Behoefte", maatregel: "Maatregel", sort: "Volgorde" };

export const viewText = {
  title: "Uw weergaven",
  lead: "Een weergave is een keuze in de lijst van voorstellen die u vaker wilt zien. Alleen u ziet deze namen.",
  name: "Naam van de weergave",
  save: "Weergave bewaren",
  choice: (query: string) => (query === "" ? "De hele lijst, zonder keuze." : [...new URLSearchParams(query)].map(([word, value]) => `${VIEW_WORDS[word] ?? word}: ${value.replaceAll("-", " ")}`).join(" · ")),
  none: "U hebt nog geen weergaven bewaard.",
  noneAction: "Kies een filter in de lijst en bewaar het hier.",
  share: "Wilt u een weergave delen? Stuur het adres van de lijst. De ander ziet wat hij mag zien.",
  remove: "Verwijderen",
  refusals: { "not-allowed": "Log in om een weergave te bewaren.", "name-missing": "Geef een naam van ten hoogste 60 tekens.", "too-many-views": "U hebt al 50 weergaven. Verwijder er eerst een." },
  labels: { name: "Naam van de weergave" } as Readonly<Record<string, string>>,
};

export const listNotices: Readonly<Record<string, string>> = {
  "proposals-moved": "De voorstellen zijn verder gebracht.",
  "view-saved": "De weergave is bewaard.",
  "view-deleted": "De weergave is verwijderd.",
};
