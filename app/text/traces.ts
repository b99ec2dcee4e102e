import type { MergedLists, MergeRefusal } from "#app/domain/proposals/merging.ts";
import { editionOf } from "#app/domain/proposals/control.ts";
import { plural } from "./format.ts";

const MOST = 200;

export const coverageText = {
  title: "Dekking van de voorstellen",
  lead: "Wat ontbreekt er nog, en wat moet iemand opnieuw nakijken?",
  body: "Gremium",
  component: "Onderdeel",
  anyBody: "Alle gremia",
  anyComponent: "Alle onderdelen",
  apply: "Toon",
  csv: "Download dit overzicht (CSV)",
  most: MOST,
  capped: `U ziet de eerste ${MOST}. Kies een gremium of onderdeel, of download het hele overzicht.`,
  needs: "Behoeften zonder eis of wens",
  needsNone: "Elke behoefte heeft minstens één eis of wens.",
  needsHead: ["Behoefte", "Titel", "Wat nu?"],
  needDraft: "Schrijf een voorstel hiervoor",
  needList: "Alle voorstellen bij deze behoefte",
  untestable: "Eisen en wensen zonder toetsing",
  untestableNone: "Bij elke eis en wens staat hoe een leverancier het laat zien.",
  untestableHead: ["Nummer", "Titel", "Soort", "Gremium"],
  suspect: "Verdachte verbanden",
  suspectNone: "Alle verbanden zijn nagekeken.",
  suspectHead: ["Voorstel", "Verband", "Bron", "Nagekeken", "Nu"],
  version: (version: number) => (version === 0 ? "nog niet" : `versie ${version}`),
  since: (version: number) => `versie ${version}: wat veranderde er?`,
  count: (count: number) => plural(count, "punt", "punten"),
  csvHead: ["Bevinding", "Gremium", "Nummer", "Titel", "Bijzonderheid"],
  csvSuspect: (kind: string, number: string, title: string, from: number, to: number) => `${kind} ${number} ${title}: nagekeken bij versie ${from}, nu versie ${to}`,
};

export const controlText = {
  title: "Maatregelen uit BIG, BIO en BIO2",
  lead: "Welke voorstellen en bouwstenen noemen welke maatregel? De omschrijvingen zijn van het portaal zelf; de norm gaat voor.",
  head: ["Maatregel", "Waar het over gaat", "Voorstellen", "Bouwstenen"],
  norm: (control: { framework: string; edition: string }) => editionOf(control),
  indicative: "Indicatief, niet bevestigd",
  indicativeWhy: "De plaats in BIO2 is een hulp bij het zoeken. Geen deskundige heeft haar bevestigd.",
  mapsTo: "Komt het dichtst bij",
  mappedFrom: "Eerder in de BIG",
  summary: "Waar het over gaat",
  edition: "Norm",
  proposals: "Voorstellen die deze maatregel noemen",
  noProposals: "Er zijn nog geen voorstellen die deze maatregel noemen.",
  inList: "Toon ze in de lijst van voorstellen",
  blocks: "Bouwstenen die hierbij helpen",
  noBlocks: "Er zijn nog geen bouwstenen die hierbij helpen.",
  choose: "Maatregelen kiezen",
  chooseHint: "Typ een nummer of een woord en kies uit de lijst. Eén maatregel per vak. In het vak hierboven mag u ook iets anders schrijven.",
  chooseOne: (place: number) => `Maatregel ${place}`,
  all: "Bekijk alle maatregelen",
};

export const mergeText = {
  title: (number: string) => `${number}: samenvoegen met een ander voorstel`,
  short: "Samenvoegen met een dubbel voorstel",
  lead: "Dit voorstel gaat op in het andere. Het blijft leesbaar, met een verwijzing. Behoeften, verbanden en volgers gaan mee.",
  other: "Nummer van het voorstel dat blijft",
  reason: "Reden",
  reasonHint: "Een korte zin voor de indieners en de volgers.",
  askedBy: "Op verzoek van",
  askedByHint: "Nodig als het voorstel al in bespreking is.",
  nobody: "Kies een indiener",
  left: "Dit gaat niet mee",
  leftLine: (list: keyof MergedLists, names: readonly string[]) => `${{ components: "Onderdelen", needs: "Behoeften", policyAreas: "Beleidsvelden", controls: "Maatregelen" }[list]}: ${names.join(", ")}`,
  mayLeaveBehind: "Ik weet dat dit niet meegaat",
  send: "Samenvoegen",
  back: "Toch niet samenvoegen",
  why: (number: string) => `Samengevoegd met ${number}`,
  note: (number: string, reason: string) => `Samengevoegd met ${number}: ${reason}`,
  labels: { other: "Nummer van het voorstel dat blijft", reason: "Reden", askedBy: "Op verzoek van" } as Readonly<Record<string, string>>,
};

export const mergeRefusalText = {
  "not-found": "Dit voorstel bestaat niet, of u mag het niet zien.",
  "not-allowed": "U mag dit niet doen met dit voorstel. Een concept trekt alleen een indiener in.",
  "wrong-state": "Een voorstel in deze stand kan niet opgaan in een ander.",
  "wrong-kind": "Dit kan niet met deze soort voorstel.",
  "reason-missing": "Geef een reden van ten hoogste 500 tekens.",
  "author-missing": "Kies de indiener die om samenvoegen vraagt.",
  "advice-missing": "Kies het advies.",
  "date-missing": "Geef de datum tot wanneer.",
  "other-unknown": "Het andere voorstel bestaat niet, of u mag het niet zien.",
  "other-is-same": "Kies een ander voorstel dan dit.",
  "other-body": "Alleen voorstellen van hetzelfde gremium gaan in elkaar op.",
  "other-ended": "Het andere voorstel is zelf al afgerond.",
  "other-not-adopted": "Een vastgesteld voorstel gaat alleen op in een voorstel dat ook is vastgesteld.",
  "would-leave-behind": "De tekst van het andere voorstel ligt vast. Daarom gaat niet alles mee. Kijk wat achterblijft en bevestig dat, of kies een ander voorstel.",
  "looser-label": "Het andere voorstel is minder vertrouwelijk. Maak eerst de vertrouwelijkheid gelijk.",
} satisfies Record<MergeRefusal, string>;

export const similarText = {
  title: "Dit lijkt op",
  hint: "Kijk na of het geen dubbel voorstel is.",
  draftTitle: "Lijkt op een ander voorstel",
  likeness: (percent: number) => `${percent} % gelijk`,
};

export const traceNotices: Readonly<Record<string, string>> = { "proposals-merged": "Het voorstel is opgegaan in dit voorstel." };
