import type { Cell } from "#app/domain/voting/comparison.ts";
import { choiceText } from "./voting.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Words of `/stemrondes`. */
export const roundsText = {
  title: "Stemrondes",
  lead: "Hier stemmen de gremia over voorstellen. Zolang een ronde loopt, ziet u alleen de opkomst.",
  filter: "Kies welke rondes u wilt zien",
  body: "Gremium",
  phase: "Stand",
  all: "Alle",
  show: "Tonen",
  new: "Nieuwe stemronde",
  found: (n: number) => count(n, "stemronde", "stemrondes"),
  empty: "Er zijn geen stemrondes bij deze keuze.",
  emptyAction: "Toon alle stemrondes",
  opens: (moment: string) => `Begint ${moment}`,
  closes: (moment: string) => `Sluit ${moment}`,
  closed: (moment: string) => `Gesloten ${moment}`,
  turnout: "Opkomst",
  turnoutOf: "Opkomst in zetels",
  items: (n: number) => count(n, "voorstel", "voorstellen"),
  older: "Eerdere rondes",
  newest: "Naar de nieuwste rondes",
};

/** Words of `/stemrondes/:id`. */
export const roundText = {
  crumb: "Stemrondes",
  from: (opens: string, closes: string) => `Van ${opens} tot ${closes}.`,
  facts: "Gegevens van de ronde",
  opens: "Opent",
  closes: "Sluit",
  rule: "Regels",
  visibility: "Zichtbaarheid",
  openbaar: "Openbaar: na publicatie ziet iedereen hoe elke zetel stemde.",
  besloten: "Besloten: leden zien wie wat stemde, anderen zien de totalen.",
  fingerprint: "Vingerafdruk",
  fingerprintNote: "Deze code hoort bij de zetels, de teksten en de regels van deze ronde.",
  previous: "Vorige ronde",
  toPrevious: "Bekijk de vorige ronde",
  items: "Waarover gaat deze ronde?",
  itemsNote: "De teksten liggen vast zolang de ronde loopt.",
  version: (n: number) => `versie ${n}`,
  turnout: "Opkomst",
  turnoutOf: "Opkomst in zetels",
  turnoutNote: "Een zetel telt mee als zij over minstens één voorstel stemde. De keuzes blijven verborgen tot de ronde sluit.",
  waiting: "Wie stemde nog niet?",
  nobodyWaiting: "Elke zetel heeft gestemd.",
  partly: (cast: number, of: number) => `${cast} van ${of} ingevuld`,
  seats: "Zetels in deze ronde",
  seat: "Zetel",
  weight: "Gewicht",
  vote: "Breng uw stem uit",
  voteBody: (seat: string, closes: string) => `U stemt namens ${seat}. De ronde sluit ${closes}.`,
  voteAgain: "Bekijk of verander uw stem",
  voted: (cast: number, of: number) => `U hebt ${cast} van ${of} ingevuld. U kunt dit veranderen tot de ronde sluit.`,
  toBallot: "Naar het stembiljet",
  result: "Bekijk de uitslag",
  resultBody: "De telling staat klaar, met de cijfers en een toelichting.",
  preliminary: "Bekijk de voorlopige uitslag",
  preliminaryBody: "De ronde is gesloten. De voorzitter en de secretaris stellen de uitslag nog vast.",
  waitBody: "De ronde is gesloten. De uitslag volgt als zij is vastgesteld en gepubliceerd.",
  waitTitle: "Gesloten, nog niet vastgesteld",
  open: "Open de stemronde",
  openBody: "Bij het openen leggen we zetels, teksten en regels vast.",
  toOpening: "Naar openen",
  establish: "Stel de uitslag vast",
  establishBody: (waitsFor: string | null) => (waitsFor === null ? "De voorzitter en de secretaris tekenen allebei." : `Er is al één handtekening. Nu tekent de ${waitsFor}.`),
  toEstablishment: "Naar vaststellen",
  publish: "Publiceer de uitslag",
  publishBody: "De uitslag is vastgesteld. Na publicatie ziet iedereen haar die de teksten mag zien.",
  publishButton: "Uitslag publiceren",
  announce: "Ronde aankondigen",
  extend: "Ronde verlengen",
  withdraw: "Ronde intrekken",
  invalidate: "Ronde ongeldig verklaren",
  close: "Ronde nu sluiten",
  recuse: "Niet meedoen aan een voorstel",
  manage: "Deze ronde beheren",
  reason: "Reden",
  signatures: "Handtekeningen",
  chair: "voorzitter",
  secretary: "secretaris",
  signedAt: (role: string, moment: string) => `De ${role} tekende ${moment}.`,
  history: "Van ronde tot ronde",
  compare: "Vergelijk de rondes",
  withdrawn: "Deze ronde is ingetrokken. De stemmen blijven bewaard en tellen niet mee.",
  invalid: "Deze ronde is ongeldig verklaard. Uitslag en stemmen blijven bewaard.",
};

/** Words of the pages with one small form about a round. */
export const roundFormText = {
  back: "Terug naar de stemronde",
  reason: "Waarom doet u dit?",
  reasonHint: "Iedereen die de ronde mag zien, leest deze reden.",
  opening: {
    title: "Stemronde openen",
    lead: "Bij het openen leggen we vast wie er stemt, over welke tekst en volgens welke regels. Dat verandert daarna niet meer.",
    closesAt: "Sluit op",
    closesHint: "In Nederlandse tijd. Later mag u de ronde verlengen, nooit inkorten.",
    electorate: "Wie stemt er?",
    seats: (n: number) => count(n, "zetel stemt mee.", "zetels stemmen mee."),
    overlap: (one: string, other: string) => `${one} en ${other} spreken voor dezelfde gemeente.`,
    empty: "Niemand mag voor deze zetel stemmen.",
    problems: "Let op",
    nobody: "Niemand in dit gremium kan stemmen of krijgt bericht.",
    button: "Stemronde openen",
  },
  extension: {
    title: "Stemronde verlengen",
    lead: (moment: string) => `De ronde sluit nu ${moment}. U kunt alleen een later moment kiezen.`,
    closesAt: "Nieuw moment van sluiten",
    button: "Ronde verlengen",
  },
  withdrawal: {
    title: "Stemronde intrekken",
    lead: "De ronde stopt. De stemmen blijven bewaard en tellen niet mee. De voorstellen gaan terug naar waar ze stonden.",
    button: "Ronde intrekken",
  },
  invalidation: {
    title: "Stemronde ongeldig verklaren",
    lead: "De uitslag vervalt. De stemmen blijven bewaard. De voorstellen gaan terug en de besluiten worden ingetrokken.",
    button: "Ongeldig verklaren",
  },
  establishment: {
    title: "Uitslag vaststellen",
    lead: "De voorzitter en de secretaris tekenen allebei. Na de tweede handtekening staat de uitslag vast.",
    points: (number: string) => `Aandachtspunten bij ${number}`,
    pointsHint: "Alleen nodig als het advies positief is en u aandachtspunten wilt meegeven.",
    button: (role: string) => `Tekenen als ${role}`,
    results: "Hierover tekent u",
    agreedPoints: "Aandachtspunten",
  },
  recusal: {
    title: "Niet meedoen aan een voorstel",
    lead: "Heeft uw organisatie een eigen belang? Dan kan uw zetel zich onthouden van deelname. De zetel telt dan niet mee voor quorum en meerderheid van dit voorstel.",
    item: "Voorstel",
    seat: "Zetel",
    button: "Wij doen niet mee",
  },
};

/** Words of `/stemrondes/nieuw`. */
export const newRoundText = {
  title: "Nieuwe stemronde",
  lead: (body: string) => `U zet een ronde klaar voor ${body}. Daarna kondigt u haar aan of opent u haar.`,
  otherBody: "Ander gremium kiezen",
  name: "Titel",
  nameHint: "Bijvoorbeeld: eisen aan monitoring.",
  explanation: "Toelichting",
  explanationHint: "Mag leeg blijven. Leden lezen dit boven het stembiljet.",
  kind: "Soort ronde",
  proposals: "Voorstellen",
  proposalsHint: "U kiest uit voorstellen die in bespreking zijn.",
  proposalsHintAdvice: "U kiest uit voorstellen die in bespreking zijn of die voor advies zijn gekomen.",
  noProposals: "Er zijn nu geen voorstellen die in stemming kunnen. Breng eerst een voorstel in bespreking.",
  toProposals: "Naar de voorstellen",
  preset: "Meerderheid",
  quorum: "Quorum",
  quorumHalf: "Meer dan de helft van de zetels stemt",
  quorumNone: "Geen quorum",
  motivation: "Wie tegen is of een bezwaar heeft, schrijft op waarom",
  earlyClose: "De ronde mag eerder sluiten als elke zetel heeft gestemd",
  visibility: "Zichtbaarheid",
  openbaar: "Openbaar: iedereen ziet later hoe elke zetel stemde",
  besloten: "Besloten: alleen leden zien wie wat stemde",
  opensAt: "Opent op",
  closesAt: "Sluit op",
  momentHint: "In Nederlandse tijd.",
  options: "Regels van de ronde",
  stepSubject: "Waarover gaat de ronde?",
  stepDates: "Wanneer?",
  initiatives: "Initiatieven",
  initiativesHint: "Wordt een initiatief aangenomen, dan komt het in het portfolio. Wordt het verworpen, dan is het afgewezen. De toelichting is de motivering van het besluit.",
  minutes: "Notulen",
  minutesHint: "Worden de notulen aangenomen, dan zijn ze vastgesteld.",
  rankedSummary: "Meer voorstellen om te rangschikken",
  ranked: "Alleen voor een rangschikking",
  rankedHint: "Over deze voorstellen kan dit gremium nu niet besluiten. U kunt ze wel op volgorde laten zetten.",
  motion: "Een vrije tekst toevoegen, zoals een motie",
  motionTitle: "Titel van de tekst",
  motionText: "Tekst",
  motionHint: "Hierover stemmen de zetels, woord voor woord.",
  prepare: "Ronde klaarzetten",
  prepareAndOpen: "Klaarzetten en openen",
};

/** Words of the rules of a round, by hand. */
export const ruleFormText = {
  own: "Zelf invullen",
  summary: "Regels zelf invullen",
  hint: "Alleen nodig als u hierboven Zelf invullen kiest. Een deel bestaat uit twee hele getallen: 2 en 3 is twee derde.",
  majorityNum: "Meerderheid: teller",
  majorityDen: "Meerderheid: noemer",
  strict: "Er moet meer zijn dan dit deel",
  base: "Meerderheid van",
  quorumNum: "Quorum: teller",
  quorumDen: "Quorum: noemer",
  quorumStrict: "Er moeten meer zetels stemmen dan dit deel",
  objections: "Stilteronde: bij hoeveel bezwaren volgt een stemming?",
};

/** Words of the rehearsal. */
export const rehearsalText = {
  title: "Stemronde oefenen",
  lead: "U speelt de ronde met de echte zetels, teksten en regels. Daarna is alles weg: niemand krijgt bericht en er blijft niets bewaard.",
  seats: (choice: string) => `Hoeveel zetels kiezen ${choice.toLowerCase()}?`,
  rankings: ["deze volgorde", "de omgekeerde volgorde", "alles gelijk"],
  button: "Oefenen",
  result: "Zo zou de uitslag zijn",
  found: (seats: number, unable: number) =>
    `${count(seats, "zetel doet", "zetels doen")} mee. ${unable === 0 ? "Elke zetel kan stemmen." : `${count(unable, "zetel kan", "zetels kunnen")} niet stemmen: er is niemand voor.`} Er is niets bewaard.`,
  order: (order: readonly (readonly string[])[]) => order.map((place, index) => `${index + 1}. ${place.join(" en ")}`).join("; "),
  link: "Ronde oefenen",
};

/** Words of the stembiljet. */
export const ballotText = {
  title: (title: string) => `Stembiljet: ${title}`,
  crumb: "Stembiljet",
  lead: (round: string, body: string) => `${round} van ${body}. Sluit `,
  intro: (seat: string, through: string | null) =>
    `U stemt namens ${seat}${through === null ? "" : `, met een volmacht aan ${through}`}. U kunt uw keuzes veranderen tot de ronde sluit; de laatste telt.`,
  closed: "Deze ronde is gesloten. U kunt niet meer stemmen. Wat u had getypt, staat hieronder nog.",
  notYet: "Deze ronde is nog niet begonnen.",
  otherSeat: (seat: string) => `Stem namens ${seat}`,
  position: (n: number, of: number) => `Voorstel ${n} van ${of}`,
  saved: (time: string) => `opgeslagen om ${time}`,
  savedBy: { proxy: (seat: string) => `met volmacht door ${seat}`, secretary: (note: string) => `door de secretaris vastgelegd: ${note}` },
  changed: (round: string) => `Wat is er veranderd sinds ${round}?`,
  unchanged: (round: string) => `De tekst is gelijk aan die van ${round}.`,
  previousChoice: (round: string) => `Uw keuze in ${round}: `,
  notCopied: ". Deze keuze is niet overgenomen.",
  choice: (number: string) => `Uw keuze over ${number}`,
  motivation: "Motivering",
  motivationHint: (isRequired: boolean) => `${isRequired ? "Verplicht als u tegen bent of een bezwaar hebt. " : ""}Leden zien dit na sluiting.`,
  condition: "Voorwaarde",
  conditionHint: "Vul dit in als u kiest voor akkoord, mits. Wat moet er anders?",
  strength: "Hoe zwaar weegt de voorwaarde?",
  recused: "Uw zetel doet aan dit voorstel niet mee.",
  after: (from: number, to: number) => (from === to ? `Daarna volgt voorstel ${from}.` : `Daarna volgen voorstel ${from} tot en met ${to}.`),
  filled: "Ingevuld",
  filledOf: (n: number, of: number) => `Ingevulde voorstellen: ${n} van ${of}`,
  of: (of: number) => ` van ${of}`,
  closes: (moment: string) => `Sluit ${moment}`,
  save: "Bewaren",
  next: "Bewaren en verder",
  review: "Controleren",
  reviewTitle: "Controleer uw stem",
  reviewLead: "Dit is bewaard. U kunt elke keuze veranderen tot de ronde sluit.",
  reviewItem: "Voorstel",
  reviewChoice: "Uw keuze",
  reviewReceipt: "Bewijs",
  noChoice: "nog niet gestemd",
  change: "Veranderen",
  withdraw: "Stem intrekken",
  done: "Naar de stemronde",
  back: "Terug naar het stembiljet",
  problem: (number: string) => `Keuze over ${number}`,
  pages: "Delen van het stembiljet",
  page: (n: number, of: number) => `Deel ${n} van ${of}`,
};

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
      seats === 0 ? "Alle zetels stemden." : `${count(seats, "zetel stemde", "zetels stemden")} niet.`,
      provinces === 0 ? "" : `${count(provinces, "provincie heeft", "provincies hebben")} geen zetel in dit gremium.`,
    ].join(" ").trim(),
  missingCaption: "Opkomst per provincie",
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
  chain: (n: number) => ` Logboek nummer ${n}.`,
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

/** Words after an act, by the code that travels in the notice. */
export const votingNoticeText = {
  "round-prepared": "De ronde staat klaar als concept.",
  "round-announced": "De ronde is aangekondigd.",
  "round-opened": "De ronde is open. Zetels, teksten en regels liggen vast.",
  "round-extended": "De ronde is verlengd.",
  "round-withdrawn": "De ronde is ingetrokken.",
  "round-closed": "De ronde is gesloten.",
  "round-signed": "Uw handtekening staat erbij. Nu tekent de ander.",
  "round-established": "De uitslag is vastgesteld.",
  "round-published": "De uitslag is gepubliceerd.",
  "round-invalidated": "De ronde is ongeldig verklaard.",
  "ballots-saved": "Uw stem is opgeslagen.",
  "ballot-withdrawn": "Uw stem is ingetrokken.",
  "seat-recused": "Uw zetel doet aan dit voorstel niet mee.",
  "item-pulled-out": "Het onderdeel is uit de ronde gehaald. Er staat een eigen stemronde klaar.",
  "treatment-asked": "Uw vraag staat bij de ronde. De secretaris zet haar op een agenda.",
  "proxy-given": "De volmacht is gevraagd. Zij telt als de andere zetel haar aanvaardt.",
  "proxy-accepted": "U houdt deze volmacht. Bij een stemronde kiest u namens wie u stemt.",
  "proxy-taken-back": "De volmacht is ingetrokken.",
  "ballot-recorded": "De ontvangen stem is vastgelegd. De zetel kan haar zelf veranderen tot de ronde sluit.",
  "nothing-changed": "Er was niets veranderd.",
};

