import type { ImportField, MappingRefusal } from "#app/domain/proposals/import/columns.ts";
import type { RowProblem, RowProblemCode } from "#app/domain/proposals/import/row.ts";
import { kindText } from "./proposals.ts";
import { dateTime, plural } from "./format.ts";

export const importFieldText = {
  title: "Titel",
  statement: "Tekst",
  rationale: "Motivering",
  acceptance: "Toetsing",
  source: "Bron",
  kind: "Soort",
  moscow: "Belang",
  weight: "Gewicht",
  components: "Onderdelen",
  needs: "Behoeften",
  policyAreas: "Beleidsvelden",
  controls: "Maatregelen",
  tlp: "Vertrouwelijkheid",
  original: "Nummer in het bestand",
} satisfies Record<ImportField, string>;

/** Why a file cannot be read. The same words as the codes of the reader of tables. */
export const fileProblemText = {
  empty: "Het bestand is leeg.",
  "too-large": "Het bestand is te groot. Het mag ten hoogste 10 MB zijn. Splits het bestand.",
  "unknown-kind": "Dit soort bestand kan niet. Kies een bestand dat eindigt op .csv, .xlsx, .ods of .reqif.",
  "old-excel": "Dit is een oud Excel-bestand, of een bestand met een wachtwoord. Sla het op als .xlsx zonder wachtwoord en probeer het opnieuw.",
  "broken-file": "Het bestand is beschadigd. Open het in uw rekenprogramma en sla het opnieuw op.",
  "zip-bomb": "Het bestand wordt uitgepakt veel te groot. Bewaar alleen het blad met de eisen en probeer het opnieuw.",
  "broken-encoding": "De tekens in het bestand zijn niet te lezen. Sla het op als CSV UTF-8 en probeer het opnieuw.",
  "one-column": "Het bestand heeft maar één kolom. Gebruik een puntkomma, een komma of een tab tussen de kolommen.",
  "open-quote": "Een aanhalingsteken wordt niet gesloten. Sla het bestand opnieuw op vanuit uw rekenprogramma.",
  "too-many-rows": "Het bestand heeft meer dan 10.000 rijen. Splits het bestand.",
  "too-many-columns": "Een rij heeft meer dan 100 kolommen. Haal de kolommen weg die u niet nodig hebt.",
  "no-rows": "Onder de koppen staan geen rijen.",
} as const;

export const importRefusalText = {
  ...fileProblemText,
  "file-missing": "Kies een bestand.",
  "not-found": "Dit gremium of dit bestand is er niet.",
  "not-allowed": "Alleen de secretaris van het gremium importeert voorstellen.",
  "drafts-nothing": "Dit gremium schrijft geen voorstellen.",
  "import-closed": "Dit bestand is al overgenomen, of dat gebeurt nu.",
  "rows-wrong": "Er staan nog fouten in het bestand. Er is niets overgenomen.",
  "title-missing": "Kies welke kolom de titel is.",
  "statement-missing": "Kies welke kolom de tekst is.",
  "field-twice": "U koos een veld voor twee kolommen. Kies elk veld één keer.",
} satisfies Record<MappingRefusal | keyof typeof fileProblemText | "file-missing" | "not-found" | "not-allowed" | "drafts-nothing" | "import-closed" | "rows-wrong", string>;

const problemCodeText = {
  required: "is leeg",
  "not-in-text": "staat niet in de tekst",
  "too-long": "is te lang",
  "too-short": "is te kort",
  "unknown-option": "kan niet",
  "not-a-date": "is geen datum",
  "not-a-time": "Vul een tijd in.",
  "not-a-number": "is geen heel getal van 1 tot en met 100",
  "not-an-email": "is geen e-mailadres",
  "in-the-past": "ligt in het verleden",
  "too-early": "is te vroeg",
  "too-many": "is te veel",
  mismatch: "klopt niet",
  formula: "begint als een formule. Plak de waarde in plaats van de formule",
  "broken-text": "heeft tekens die kapot zijn. Sla het bestand op als CSV UTF-8",
  "unknown-kind": "kan alleen eis, wens of advies zijn",
  "kind-of-other-body": "kan niet bij dit gremium",
  "unknown-moscow": "kan alleen must, should, could of won’t zijn",
  "unknown-tlp": "kan alleen CLEAR, GREEN, AMBER of RED zijn",
  "unknown-component": "is geen onderdeel van de GGI",
  "unknown-need": "is geen bekende behoefte",
  "unknown-area": "is geen bekend beleidsveld",
  "extra-cells": "De rij heeft meer cellen dan er koppen zijn. Misschien staat er een scheidingsteken in een tekst zonder aanhalingstekens",
} satisfies Record<RowProblemCode, string>;

/** "Soort: ‘maatregel’ kan alleen eis, wens of advies zijn." */
export function rowProblemText({ field, code, word }: RowProblem): string {
  if (field === null) return `${problemCodeText[code]}.`;
  const shown = code === "kind-of-other-body" && word !== undefined && word in kindText ? kindText[word as keyof typeof kindText] : word;
  return `${importFieldText[field]}: ${shown === undefined ? "" : `‘${shown}’ `}${problemCodeText[code]}.`;
}

const KINDS = { csv: "CSV", xlsx: "Excel (.xlsx)", ods: "OpenDocument (.ods)", reqif: "ReqIF" } as const;
const ENCODINGS: Readonly<Record<string, string>> = { "utf-8": "UTF-8", "windows-1252": "Windows-1252", "utf-16": "UTF-16" };

export const importProposalsText = {
  title: "Voorstellen importeren",
  lead: "Neem eisen en wensen over uit een bestand. Elke rij wordt een concept van uw gremium.",
  link: "Importeren uit een bestand",
  body: "Gremium",
  file: "Bestand",
  fileHint: "CSV, Excel (.xlsx), OpenDocument (.ods) of ReqIF (.reqif, .reqifz), ten hoogste 10 MB en 10.000 rijen. De eerste rij van een tabel bevat de koppen.",
  upload: "Bestand lezen",
  place: (sentence: string, place: number | null) => (place === null ? sentence : `Regel ${place}: ${sentence}`),
  steps: "De titel en de tekst zijn nodig; al het andere mag leeg zijn. U ziet eerst wat er wordt overgenomen. Daarna beslist u.",
  unfinished: "Bestanden waar u mee bezig was",
  unfinishedAbout: (body: string, rows: number, at: string) => `${body} · ${plural(rows, "rij", "rijen")} · ${dateTime(at)} · blijft een dag staan`,
  failedShort: "Overnemen niet gelukt",
  checkTitle: "Kolommen kiezen",
  about: (kind: keyof typeof KINDS, encoding: string, rows: number) => `${KINDS[kind]}${kind === "csv" ? `, ${ENCODINGS[encoding] ?? encoding}` : ""}, ${plural(rows, "rij", "rijen")}`,
  columnsTitle: "Wat staat in welke kolom?",
  column: (head: string, index: number) => (head === "" ? `Kolom ${index + 1}` : head),
  example: (text: string) => `Bijvoorbeeld: ${text}`,
  leaveOut: "Niet overnemen",
  defaultsTitle: "Als het bestand niets zegt",
  kind: "Soort",
  moscow: "Belang",
  weight: "Gewicht van een wens",
  weightHint: "1 tot en met 100",
  tlp: "Vertrouwelijkheid",
  check: "Voorbeeld tonen",
  fieldLabels: { mapping: "Kolommen", weight: "Gewicht van een wens", kind: "Soort", moscow: "Belang", tlp: "Vertrouwelijkheid" } as Readonly<Record<string, string>>,
  previewTitle: "Voorbeeld",
  allGood: (rows: number) => `${rows === 1 ? "De rij klopt" : `Alle ${plural(rows, "rij", "rijen")} kloppen`}. U kunt het bestand overnemen.`,
  someWrong: (wrong: number, rows: number) => `${plural(wrong, "rij", "rijen")} van ${plural(rows, "rij", "rijen")} ${wrong === 1 ? "heeft" : "hebben"} een fout. Verbeter het bestand of kies andere kolommen. Er is niets overgenomen.`,
  wrongShort: (wrong: number, rows: number) => `${plural(wrong, "rij", "rijen")} van ${plural(rows, "rij", "rijen")} ${wrong === 1 ? "heeft" : "hebben"} een fout.`,
  toPreview: "Naar het voorbeeld",
  problemsCaption: "Rijen met een fout",
  problemsHead: ["Rij", "Titel", "Fout"],
  moreProblems: (most: number) => `U ziet de eerste ${most} rijen met een fout.`,
  sampleCaption: "De eerste rijen, zoals ze worden overgenomen",
  sampleHead: ["Rij", "Titel", "Tekst", "Soort", "Belang"],
  sameTitle: (count: number) => `${plural(count, "titel staat", "titels staan")} al bij uw gremium. Kijk na of het geen dubbele zijn:`,
  earlier: (day: string, first: string, last: string) => `Dit bestand is al overgenomen op ${day}, als ${first} tot en met ${last}.`,
  commit: (rows: number) => `${plural(rows, "concept", "concepten")} maken`,
  drop: "Bestand wegdoen",
  runningTitle: "Het bestand wordt overgenomen",
  running: (done: number, all: number) => `${plural(done, "rij", "rijen")} van ${plural(all, "rij", "rijen")} klaar. Deze bladzijde ververst vanzelf.`,
  refresh: "Ververs nu",
  failed: (at: string) => `Het overnemen is niet gelukt (${dateTime(at)}). Er is niets overgenomen. Het bestand staat er nog. Probeer het opnieuw, of vraag de beheerder.`,
  stuck: "Het overnemen is blijven steken. Er is niets overgenomen. Het bestand staat er nog. Probeer het opnieuw.",
  again: "Probeer het opnieuw",
  doneTitle: "Het bestand is overgenomen",
  done: (count: number, first: string, last: string) => (count === 1 ? `Er is 1 concept gemaakt: ${first}.` : `Er zijn ${plural(count, "concept", "concepten")} gemaakt: ${first} tot en met ${last}.`),
  setNote: (title: string, chapters: number) => `Dit bestand is een heel programma van eisen${title === "" ? "" : `: ${title}`}, met ${plural(chapters, "hoofdstuk", "hoofdstukken")}. Naast de concepten ontstaat daarvan een concept met dezelfde indeling.`,
  toSet: "Naar het programma van eisen",
  toList: "Naar de voorstellen",
  another: "Nog een bestand importeren",
  origin: (fileName: string, place: number, original: string) => `Afkomstig uit bestand ${fileName}, rij ${place}${original === "" ? "" : ` (daar: ${original})`}`,
};

export const importNotices: Readonly<Record<string, string>> = {
  "import-dropped": "Het bestand is weggedaan. Er is niets overgenomen.",
  ...Object.fromEntries(Object.entries(importRefusalText).map(([code, sentence]) => [`import-${code}`, sentence])),
};
