import type { ChainFault } from "#app/domain/audit/chain.ts";
import { plural } from "./format.ts";

export const auditText = {
  title: "Logboek",
  lead: "Wat er in het portaal is gedaan, door wie en wanneer. Elke regel hoort vast aan de vorige: wie een oude regel verandert, valt op.",
  portal: "Het portaal zelf",
  chain: "Logboek van",
  act: "Wat er is gedaan",
  allActs: "Alles",
  number: "Nummer van een voorstel of besluit",
  numberHint: "Bijvoorbeeld NET-001 of B-2026-001.",
  from: "Vanaf",
  until: "Tot en met",
  show: "Toon",
  caption: "Regels van het logboek, nieuwste eerst",
  sequence: "Regel",
  moment: "Wanneer",
  who: "Wie",
  subject: "Onderwerp",
  only: "Alleen dit onderwerp",
  onlyOf: (subject: string) => `Alleen dit onderwerp: ${subject}`,
  nobody: "het portaal zelf",
  unknownPerson: "een account dat er niet meer is",
  empty: "Er zijn geen regels met deze keuze.",
  all: "Toon alle regels",
  oneSubject: "U ziet de regels van één onderwerp.",
  noChain: "U kunt hier geen logboek lezen",
  noChainWhy: "Een lid leest het logboek van zijn eigen gremium. De beheerder leest dat van het portaal zelf.",
  whoReads: "Wie leest wat",
  whoReadsWhy: "Leden lezen het logboek van hun eigen gremium. De beheerder leest dat van het portaal zelf: accounts, organisaties en gremia. Het logboek toont nooit hoe iemand stemde, wat iemand daarbij schreef of hoe een open ronde ervoor staat.",
  verify: "Controleer de keten",
  verifyWhy: "Het portaal rekent elke regel van dit logboek opnieuw na.",
  verified: "Controle van het logboek",
  whole: (name: string, records: number) => `Het logboek van ${name} is heel: ${plural(records, "regel", "regels")} nagerekend.`,
  broken: (name: string, sequence: number, fault: ChainFault) => `Het logboek van ${name} is niet heel. Regel ${sequence}: ${chainFaultText[fault]}.`,
  brokenNext: "Bel de beheerder van de server. Laat niets veranderen en bewaar een kopie van de database.",
  anchor: "Wat deze controle niet kan zien",
  anchorWhy: "Wie de hele database in handen heeft, kan regels aan het eind weghalen en ook de teller terugzetten. Dat ziet u alleen met een controlegetal: de code van een regel die u eerder ergens anders hebt bewaard. Het staat in de mail over een stemronde.",
  head: "Code van de laatste regel",
  headNote: "Bewaar deze code buiten het portaal. Staat hij later niet meer bij deze regel, dan is er iets weggehaald of veranderd.",
  headAt: (sequence: number) => `Regel ${sequence}`,
  noRecords: "Dit logboek is nog leeg.",
  back: "Terug naar het logboek",
};

export const chainFaultText = {
  "missing-or-moved": "hier ontbreekt een regel of is de volgorde veranderd",
  changed: "deze regel is veranderd",
  "not-linked": "deze regel sluit niet aan op de vorige",
  "cut-off": "aan het eind ontbreken regels",
} satisfies Record<ChainFault, string>;

/** What a line of the log is about. */
const SUBJECTS: Readonly<Record<string, string>> = {
  proposal: "Voorstel", comment: "Reactie", condition: "Voorwaarde", round: "Stemronde", ballot: "Stem", meeting: "Vergadering", agenda_item: "Agendapunt", minutes: "Notulen", action: "Actiepunt", decision: "Besluit", requirement_set: "Programma van eisen",
  initiative: "Initiatief", roadmap_item: "Roadmap-onderdeel", capacity: "Capaciteit", need: "Behoefte", organisation: "Organisatie", person: "Account", body: "Gremium", seat: "Zetel", membership: "Lidmaatschap",
  policy_note: "Notitie", component: "Onderdeel", building_block: "Bouwsteen", reference: "Eerste gegevens", link: "Verband", amendment: "Wijzigingsvoorstel", proxy: "Volmacht", import: "Import", view: "Weergave", mail: "Mail",
};

/** The kind of subject in a Dutch word, with its own name or number where the reader may know it. */
export const subjectText = (kind: string, name: string | null): string => [SUBJECTS[kind] ?? kind.replaceAll("_", " "), ...(name === null ? [] : [name])].join(" ");

/** Words around an anchor: a place in the log with its hash, printed outside the database. */
export const anchorText = {
  heading: "Controlegetallen van het logboek",
  lead: "Met deze getallen is later te zien of iemand het logboek heeft veranderd. Bewaar ze in een bestand en geef dat aan: ggi audit verify --anchors BESTAND.",
  /** as `ggi audit verify --anchors` reads it */
  line: ({ chain, sequence, hash }: { readonly chain: string; readonly sequence: number; readonly hash: string }): string => `${chain} ${sequence} ${hash}`,
  acts: { "round.open": "Bij het openen", "round.close": "Bij het sluiten", "round.establish": "Bij het vaststellen" } as Readonly<Record<string, string>>,
  minutes: "Controlegetal van het logboek",
};
