import type { Cell } from "#app/domain/voting/comparison.ts";
import { choiceText } from "./voting.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Words of the uitslag. */
export const resultText = {
  crumb: "Uitslag",
  title: (title: string) => `Uitslag: ${title}`,
  verdict: "Uitslag in één zin",
  published: (day: string) => `Gepubliceerd op ${day}`,
  preliminary: "Voorlopig",
  preliminaryNote: "Dit is de voorlopige uitslag. De voorzitter en de secretaris stellen haar nog vast.",
  established: "Vastgesteld door de voorzitter en de secretaris.",
  recordedAs: " Vastgelegd als ",
  recorded: "Vastgelegd als ",
  decision: (number: string) => `besluit ${number}`,
  waiting: "Deze ronde is gesloten, maar de uitslag is nog niet gepubliceerd.",
  items: "Alle voorstellen in deze ronde",
  item: "Voorstel",
  outcome: "Uitslag",
  figures: "De cijfers",
  quorumNeeded: "Quorum nodig",
  cast: "Uitgebracht",
  base: "Basis",
  needed: "Voor nodig",
  noNeeded: "–",
  noNeededNote: "er is geen uitspraak",
  choices: "Zetels per keuze, in dezelfde volgorde als de balk",
  weights: "Stemmen per keuze, in dezelfde volgorde als de balk",
  choice: "Keuze",
  seats: "Zetels",
  votes: "Stemmen",
  counts: "Telt mee voor",
  notCast: "Niet gestemd",
  barLabel: (parts: readonly { label: string; value: number }[]) => parts.map(({ label, value }) => `${value} ${label.toLowerCase()}`).join(", "),
  history: "Van ronde tot ronde",
  historyCaption: "Keuze per zetel en per ronde. ↑ meer steun dan de vorige ronde, ↓ minder steun.",
  conditionsAnswered: (kind: "peiling" | "besluit" | "stilte" | "prioritering", raised: number, behind: number) =>
    `Van de ${raised === 1 ? "ene zetel" : `${raised} zetels`} met een voorwaarde in een eerdere ronde ${behind === 1 ? "staat er 1" : `staan er ${behind}`} nu achter de tekst: ${{ peiling: "akkoord", besluit: "voor", stilte: "zonder bezwaar", prioritering: "deelgenomen" }[kind]}.`,
  compare: "Vergelijk de teksten",
  seat: "Zetel",
  version: (n: number | null, day: string) => (n === null ? day : `versie ${n}, ${day}`),
  support: "Steun",
  supportOf: (kind: "peiling" | "besluit" | "stilte" | "prioritering", support: number, seats: number) =>
    `${support} ${{ peiling: "akkoord", besluit: "voor", stilte: "zonder bezwaar", prioritering: "deelnemers" }[kind]} van ${seats}`,
  hiddenBallots: "Deze ronde was besloten. U ziet alleen de totalen.",
  missing: "Wie missen we?",
  missingLead: (seats: number, provinces: number) =>
    [
      seats === 0 ? "Iedereen stemde." : `${count(seats, "deelnemer stemde", "deelnemers stemden")} niet.`,
      provinces === 0 ? "" : `${count(provinces, "provincie heeft", "provincies hebben")} geen zetel in dit gremium.`,
    ].join(" ").trim(),
  voices: "Deelnemers",
  missingCaption: "Opkomst per provincie",
  missingBySize: "Opkomst per omvang van de gemeente",
  size: "Inwoners",
  sizes: { large: "100.000 of meer", medium: "50.000 tot 100.000", small: "20.000 tot 50.000", tiny: "minder dan 20.000" },
  province: "Provincie",
  elsewhere: "Geen provincie",
  voted: "Gestemd",
  nobody: "niemand",
  noSeat: "heeft geen zetel",
  conditions: "Voorwaarden en motiveringen",
  by: (seat: string) => `namens ${seat}`,
  conditionBy: (strength: string) => `voorwaarde: ${strength}`,
  recount: "Reken het na",
  recountLead: "De telling is open. Wij tellen alle stemmen opnieuw met dezelfde rekenregels en vergelijken de uitkomst.",
  recountButton: "Narekenen",
  recountRight: "Nageteld: alle cijfers kloppen.",
  recountWrong: (names: string) => `Nageteld: deze cijfers kloppen niet: ${names}.`,
  recountHidden: "Deze ronde is niet na te tellen: de stemmen per zetel zijn besloten.",
  json: "Download de uitslag (JSON)",
  csv: "Download de uitslag (CSV)",
  fingerprint: (code: string) => `Vingerafdruk van zetels, teksten en regels: ${code}.`,
  advicePoints: "Aandachtspunten",
  invalid: "Deze ronde is ongeldig verklaard. De uitslag geldt niet.",
};

/** Words of the comparison. */
export const comparisonText = {
  title: (title: string) => `Rondes vergelijken: ${title}`,
  crumb: "Vergelijken",
  lead: "U ziet per voorstel hoe de tekst en de steun veranderden van ronde tot ronde.",
  texts: "Tekst per ronde",
  changes: (round: string, former: string) => `${round}: veranderd sinds ${former}`,
  same: "De tekst is niet veranderd.",
  first: (round: string) => `${round}: de eerste tekst`,
  empty: "Er is nog geen uitslag om te vergelijken.",
  conditions: "Voorwaarden in deze ronde",
  condition: { open: "nog niet beantwoord", answered: (version: number) => `beantwoord in versie ${version}`, confirmed: "opgelost, bevestigd door de zetel", kept: "niet opgelost volgens de zetel" },
  back: "Terug naar de stemronde",
};

/** One cell of the matrix: the choice as a tag, and what changed below it. */
export function cellText(cell: Cell): { readonly label: string; readonly note: string | null; readonly tone: "ok" | "open" | "plain" } {
  if (cell.kind === "no-seat") return { label: cell.move === "left" ? "geen zetel meer" : "nog geen zetel", note: null, tone: "plain" };
  if (cell.kind === "not-cast") return { label: "niet gestemd", note: cell.move === "new-seat" ? "nieuwe zetel" : null, tone: "plain" };
  const label = choiceText[cell.choice].toLowerCase();
  const from = cell.from ? choiceText[cell.from].toLowerCase() : "";
  switch (cell.move) {
    case "condition-met":
      return { label, note: "↑ voorwaarde opgelost", tone: "ok" };
    case "condition-kept":
      return { label, note: "= zelfde voorwaarde", tone: "open" };
    case "condition-missed":
      return { label, note: "↓ voorwaarde niet opgelost", tone: "open" };
    case "up":
      return { label, note: `↑ van ${from}`, tone: "plain" };
    case "down":
      return { label, note: `↓ van ${from}`, tone: "plain" };
    case "new-seat":
      return { label, note: "nieuwe zetel", tone: "plain" };
    case null:
      return { label, note: null, tone: "plain" };
  }
}
