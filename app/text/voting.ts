import type { ReminderRefusal } from "#app/domain/voting/reminder.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { ConditionStrength } from "#app/domain/proposals/discussion.ts";
import type { BallotRefusal } from "#app/domain/voting/ballot.ts";
import type { Choice, RoundKind } from "#app/domain/voting/choice.ts";
import type { ItemCount } from "#app/domain/voting/count.ts";
import type { ElectorateRefusal } from "#app/domain/voting/electorate.ts";
import type { Phase, RoundRefusal } from "#app/domain/voting/round.ts";
import type { Base, Fraction, Preset, RuleRefusal, RuleSet } from "#app/domain/voting/rule.ts";
import type { PullRefusal } from "#app/domain/voting/pulling.ts";
import type { Outcome } from "#app/domain/voting/tally.ts";

import { proxyRefusalText } from "./voting-refusals.ts";

export type Tone = "blue" | "green" | "red" | "amber";

/** "Besluitronde 3": the kind with its place in the row of rounds. */
export const roundName = (kind: RoundKind, sequence: number): string => `${roundKindText[kind]} ${sequence}`;

export const roundKindText = {
  peiling: "Peiling",
  besluit: "Besluitronde",
  stilte: "Stilteronde",
  prioritering: "Rangschikking",
} satisfies Record<RoundKind, string>;

export const roundKindHint = {
  peiling: "U meet de steun. Er volgt geen besluit.",
  besluit: "De zetels stemmen voor of tegen. De uitslag is bindend.",
  stilte: "Wie niets zegt, stemt in. Na een bezwaar volgt een stemronde.",
  prioritering: "De zetels zetten voorstellen op volgorde. Dit is een advies.",
} satisfies Record<RoundKind, string>;

export const phaseText = {
  concept: "Concept",
  aangekondigd: "Aangekondigd",
  wacht: "Klaar om te beginnen",
  open: "Open",
  gesloten: "Gesloten, nog niet vastgesteld",
  vastgesteld: "Vastgesteld",
  gepubliceerd: "Gepubliceerd",
  ingetrokken: "Ingetrokken",
  ongeldig: "Ongeldig",
} satisfies Record<Phase, string>;

export const phaseTone = {
  concept: "amber",
  aangekondigd: "blue",
  wacht: "blue",
  open: "blue",
  gesloten: "amber",
  vastgesteld: "green",
  gepubliceerd: "green",
  ingetrokken: "red",
  ongeldig: "red",
} satisfies Record<Phase, Tone>;

export const choiceText = {
  voor: "Voor",
  tegen: "Tegen",
  onthouden: "Onthouden",
  akkoord: "Akkoord",
  akkoord_mits: "Akkoord, mits",
  niet_akkoord: "Niet akkoord",
  geen_bezwaar: "Geen bezwaar",
  bezwaar: "Bezwaar",
} satisfies Record<Choice, string>;

export const choiceTone = {
  voor: "green",
  akkoord: "green",
  geen_bezwaar: "green",
  akkoord_mits: "amber",
  onthouden: undefined,
  tegen: "red",
  niet_akkoord: "red",
  bezwaar: "red",
} satisfies Record<Choice, Tone | undefined>;

export const outcomeText = {
  aangenomen: "Aangenomen",
  verworpen: "Verworpen",
  staking: "Stemmen staken",
  quorum_niet_gehaald: "Quorum niet gehaald",
  geen_uitspraak: "Geen uitspraak",
  naar_stemming: "Naar een stemronde",
} satisfies Record<Outcome, string>;

export const outcomeTone = {
  aangenomen: "green",
  verworpen: "red",
  staking: "amber",
  quorum_niet_gehaald: "amber",
  geen_uitspraak: "amber",
  naar_stemming: "amber",
} satisfies Record<Outcome, Tone>;

export const strengthText = {
  must: "moet",
  should: "liever wel",
  should_not: "liever niet",
  must_not: "mag niet",
} satisfies Record<ConditionStrength, string>;

export const presetText = {
  gewoon: "Gewone meerderheid van voor en tegen",
  volstrekt: "Volstrekte meerderheid van alle uitgebrachte stemmen",
  twee_derde: "Twee derde van voor en tegen",
  drie_vierde: "Drie vierde van voor en tegen",
  alle_zetels: "Meerderheid van alle zetels",
  consent: "Consent: niemand stemt tegen",
} satisfies Record<Preset, string>;

export const baseText = {
  voor_tegen: "voor en tegen samen",
  uitgebracht: "alle uitgebrachte stemmen",
  aanwezig: "de stemmen van wie aanwezig was",
  zetels: "alle zetels",
} satisfies Record<Base, string>;

export const tlpText = {
  CLEAR: "TLP:CLEAR – openbaar",
  GREEN: "TLP:GREEN – voor gemeenten",
  AMBER: "TLP:AMBER – voor de gremia",
  RED: "TLP:RED – alleen dit gremium",
} satisfies Record<Tlp, string>;

const FRACTION_NAMES: Readonly<Record<string, string>> = { "1/2": "de helft", "2/3": "twee derde", "3/4": "drie vierde" };

/** "meer dan de helft van 12 zetels": what a share asks, in words. */
export function shareText({ num, den, strict }: Fraction, of: string): string {
  if (num === den) return `alle van ${of}`;
  return `${strict ? "meer dan" : "minstens"} ${FRACTION_NAMES[`${num}/${den}`] ?? `${num}/${den}`} van ${of}`;
}

/** The rule set in a few sentences. */
export function ruleText({ quorum, majority, secondTie, secondCall, castingVote }: RuleSet): string {
  const turnout = quorum ? `Nodig is dat ${shareText(quorum, "de zetels")} stemt.` : "Er is geen quorum.";
  const verdict = `Voor een besluit is nodig: ${shareText(majority, baseText[majority.base])}.`;
  return [turnout, ...(secondCall ? ["Lukt dat niet, dan volgt een tweede oproep zonder quorum."] : []), verdict, ...(castingVote ? ["Staken de stemmen, dan beslist de voorzitter met een reden."] : secondTie ? ["Staken de stemmen weer, dan is het voorstel verworpen."] : [])].join(" ");
}

export const quorumNote = (quorum: Fraction | null, seats: number): string => (quorum ? shareText(quorum, count(seats, "zetel", "zetels")) : "er is geen quorum");
export const castNote = (seats: number, isEnough: boolean, hasQuorum: boolean): string =>
  `van ${count(seats, "zetel", "zetels")}${hasQuorum ? `: quorum ${isEnough ? "gehaald" : "niet gehaald"}` : ""}`;
export const neededNote = (majority: Fraction): string => shareText(majority, "de basis");

/** What a choice counts towards, given what the base is. */
export function countsFor(choice: "voor" | "tegen" | "onthouden" | "none", base: Base): string {
  if (choice === "none") return base === "zetels" ? "alleen basis" : "niets";
  return choice === "onthouden" && base === "voor_tegen" ? "alleen quorum" : "quorum en basis";
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** The verdict in one or two sentences, with its figures. A round about an advice says what the advice is. */
export function verdictText(counted: ItemCount, { isWeighted, isAdvice, rule }: { isWeighted: boolean; isAdvice: boolean; rule?: Pick<RuleSet, "secondCall" | "castingVote"> }): string {
  const { outcome, tally, support } = counted;
  if (support) return peilingText(support, tally);
  if (outcome === undefined) return count(tally.seatsCast, "zetel deed mee.", "zetels deden mee.");
  if ("objections" in tally) return silenceText(outcome, tally.objections);
  if (outcome === "quorum_niet_gehaald") return `Het quorum is niet gehaald: ${tally.seatsCast} van de ${count(tally.seats, "zetel stemde", "zetels stemden")}. Er waren ${tally.quorumNeeded} zetels nodig.${rule?.secondCall ? " Er komt een tweede oproep over dezelfde tekst, zonder quorum." : ""}`;
  if (!("for" in tally)) return outcomeText[outcome];
  if (outcome === "geen_uitspraak") return `Er is geen uitspraak: niemand stemde voor of tegen. ${isWeighted ? count(tally.abstain, "stem is een onthouding", "stemmen zijn onthoudingen") : `${count(tally.abstain, "zetel onthield", "zetels onthielden")} zich`}.`;
  const cast = isWeighted
    ? `${count(tally.for, "stem", "stemmen")} voor en ${tally.against} tegen, van ${count(tally.seatsCast, "zetel", "zetels")}`
    : `${count(tally.for, "zetel stemde", "zetels stemden")} voor en ${tally.against} tegen`;
  if (outcome === "staking") return `De stemmen staken: ${cast}. ${rule?.castingVote ? "De voorzitter beslist." : "Er komt een herstemming over dezelfde tekst."}`;
  if (counted.castingVote) return `De stemmen staakten: ${cast}. De voorzitter besliste: ${verdictStart(outcome === "aangenomen", isAdvice).replace(/^H/, "h")}. De reden: ${counted.castingVote.reason.replace(/[.\s]+$/, "")}.`;
  const needed = tally.needed === null ? "" : ` Er ${tally.needed === 1 ? "was 1 stem" : `waren ${tally.needed} stemmen`} voor nodig.`;
  return `${verdictStart(outcome === "aangenomen", isAdvice)}: ${cast}.${needed}`;
}

const verdictStart = (isAdopted: boolean, isAdvice: boolean): string =>
  isAdvice ? `Het advies is ${isAdopted ? "positief" : "negatief"}` : `Het voorstel is ${isAdopted ? "aangenomen" : "verworpen"}`;

function peilingText(support: NonNullable<ItemCount["support"]>, { seatsCast, seats }: { seatsCast: number; seats: number }): string {
  const { akkoord, akkoord_mits, niet_akkoord, onthouden } = support;
  return `${seatsCast} van de ${count(seats, "zetel", "zetels")} gaven hun mening: ${akkoord} akkoord, ${akkoord_mits} akkoord mits, ${niet_akkoord} niet akkoord en ${onthouden} onthouden. Dit is geen besluit.`;
}

function silenceText(outcome: Outcome, objections: number): string {
  if (outcome === "naar_stemming") return `${count(objections, "zetel maakte", "zetels maakten")} bezwaar. Het voorstel gaat naar een stemronde.`;
  if (outcome === "quorum_niet_gehaald") return "Het quorum is niet gehaald: te weinig zetels wisten van deze ronde.";
  return objections === 0 ? "Het voorstel is vastgesteld zonder bezwaar." : `Het voorstel is vastgesteld. ${count(objections, "zetel maakte", "zetels maakten")} bezwaar; dat is te weinig voor een stemronde.`;
}

/** Every way in which an act on a round can be refused. */
export type VotingRefusal =
  | BallotRefusal
  | RoundRefusal
  | RuleRefusal
  | ElectorateRefusal
  | keyof typeof proxyRefusalText
  | "proxy-subject-missing"
  | ReminderRefusal
  | "not-found"
  | "not-allowed"
  | "no-items"
  | "item-not-votable"
  | "item-in-other-round"
  | "item-too-confidential"
  | "advice-points-too-late"
  | "casting-vote-first"
  | "casting-vote-missing"
  | "seat-has-voted"
  | PullRefusal
  | "deadline-on-quiet-day"
  | "too-many-items"
  | "too-few-options"
  | "motivation-for-initiatives"
  | "initiative-not-ready"
  | "treatment-already-asked"
  | "text-too-long";

export const votingRefusalText = {
  ...proxyRefusalText,
  "proxy-subject-missing": "Kies voor welke ronde, vergadering of periode de volmacht is.",
  "not-found": "Deze stemronde bestaat niet of is niet voor u te zien.",
  "not-allowed": "U mag dit niet doen in dit gremium.",
  "not-holder": "U stemt niet namens deze zetel.",
  "seat-not-in-round": "Deze zetel doet niet mee aan deze ronde.",
  "round-not-open": "De ronde is niet open. Uw stem is niet opgeslagen.",
  "item-pulled": "Dit onderdeel is uit de ronde gehaald.",
  "seat-recused": "Deze zetel doet aan dit onderdeel niet mee.",
  "member-has-voted": "Het lid heeft al gestemd. Een plaatsvervanger verandert dat niet.",
  "principal-has-voted": "Deze zetel heeft zelf al gestemd. Die stem gaat voor.",
  "text-changed": "De tekst is anders dan die waarover de ronde gaat. Lees de tekst opnieuw en stem daarna.",
  "unknown-choice": "Kies een van de mogelijkheden.",
  "motivation-required": "Schrijf bij deze keuze waarom u dit kiest.",
  "condition-required": "Schrijf op wat uw voorwaarde is.",
  "condition-quote-unknown": "De woorden bij uw voorwaarde staan niet in de tekst. Neem ze precies over, of laat het vak leeg.",
  "ranking-unclear": "Geef minstens één voorstel een nummer. Gebruik hele getallen vanaf 1.",
  "pull-not-here": "In deze ronde kan een onderdeel niet apart.",
  "pull-one-item": "Deze ronde heeft maar één onderdeel. Stem tegen of maak bezwaar.",
  "deadline-on-quiet-day": "De ronde sluit op een dag waarop mensen weg kunnen zijn: een weekend, feestdag of schoolvakantie. Kies een andere dag of bevestig uw keuze.",
  "treatment-already-asked": "Uw zetel vroeg dit al voor dit onderdeel.",
  "nothing-to-withdraw": "Er is geen stem om in te trekken.",
  "nonce-reused": "Dit formulier is al gebruikt. Laad de pagina opnieuw.",
  "round-not-concept": "Deze ronde is geen concept meer.",
  "round-changed": "Iemand anders veranderde deze ronde terwijl u bezig was. Hieronder staat wat nu is opgeslagen en wat u invulde. Bewaart u opnieuw, dan geldt wat u invulde.",
  "items-stand-fixed": "De onderdelen en de soort van deze ronde staan vast: zij volgt op een andere ronde, over dezelfde tekst.",
  "round-already-opened": "Deze ronde is al geopend.",
  "round-not-running": "Deze ronde loopt niet.",
  "round-not-closed": "Deze ronde is nog niet gesloten, of de uitslag is al vastgesteld.",
  "round-not-established": "Stel de uitslag eerst vast.",
  "round-not-ended": "Deze ronde is nog niet afgelopen.",
  "closes-before-it-opens": "De ronde moet later sluiten dan zij opent.",
  "closes-in-the-past": "Het moment van sluiten is voorbij. Kies een later moment.",
  "deadline-not-later": "Kies een moment dat later is dan nu is afgesproken.",
  "reason-missing": "Schrijf op waarom u dit doet.",
  "already-signed": "U hebt al getekend. Nu is de ander aan de beurt.",
  "second-person-needed": "De voorzitter en de secretaris moeten twee verschillende mensen zijn.",
  "not-everybody-voted": "Nog niet elke zetel heeft gestemd.",
  "early-close-not-allowed": "Deze ronde kan niet eerder sluiten. Dat staat in de regels van de ronde.",
  "later-step-relies-on-it": "Dit kan niet meer: een latere stap steunt op deze uitslag.",
  "fraction-not-whole": "Gebruik hele getallen voor quorum en meerderheid.",
  "fraction-out-of-range": "Het deel moet tussen 0 en 1 liggen.",
  "fraction-unreachable": "Meer dan alles is niet te halen.",
  "objections-out-of-range": "Er is minstens één bezwaar nodig voor een stemronde.",
  "no-seats": "Dit gremium heeft nog geen zetels die mogen stemmen.",
  "municipality-twice": "Een gemeente heeft twee zetels in dit gremium. Los dit eerst op.",
  "weights-too-large": "De gewichten van de zetels zijn te groot om exact te tellen.",
  "too-many-items": "Een ronde heeft hooguit 200 onderdelen.",
  "too-few-options": "Een rangschikking heeft minstens twee onderdelen nodig.",
  "motivation-for-initiatives": "Schrijf in de toelichting waarom de initiatieven in het portfolio komen. Die toelichting wordt de motivering van het besluit.",
  "initiative-not-ready": "Een van de initiatieven is nog niet klaar voor een besluit. Kijk of het een plek op de roadmap heeft en of alle voorstellen in het portfolio zitten.",
  "no-items": "Kies minstens één voorstel.",
  "item-not-votable": "Een van de voorstellen kan nu niet in stemming.",
  "item-in-other-round": "Een van de voorstellen zit al in een andere ronde.",
  "item-too-confidential": "Een van de voorstellen is alleen voor het eigen gremium.",
  "advice-points-too-late": "Aandachtspunten horen bij de eerste handtekening. Laat eerst opnieuw tekenen.",
  "casting-vote-first": "De stemmen staken. De voorzitter beslist en tekent eerst, daarna tekent u.",
  "casting-vote-missing": "De stemmen staken. Beslis eerst over elk onderdeel waarbij dat zo is, met een reden.",
  "text-too-long": "Deze tekst is te lang. Gebruik hooguit 2000 tekens.",
  "seat-has-voted": "Deze zetel heeft al gestemd over dit onderdeel.",
  "reminded-recently": "Er ging korter dan twaalf uur geleden al een herinnering uit.",
  "everybody-voted": "Elke zetel heeft al gestemd. Er is niemand om te herinneren.",
} satisfies Record<VotingRefusal, string>;
