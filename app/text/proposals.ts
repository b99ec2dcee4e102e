import type { Tlp } from "#app/domain/access/visibility.ts";
import type { FieldDiff } from "#app/domain/proposals/diff.ts";
import type { ConditionState, ConditionStrength, Disposition } from "#app/domain/proposals/discussion.ts";
import type { NextStep } from "#app/domain/proposals/next-step.ts";
import type { PersonalMove } from "#app/domain/proposals/lifecycle.ts";
import type { Advice, LinkKind, Moscow, ProposalKind, ProposalState, ProposalText, TextField } from "#app/domain/proposals/proposal.ts";
import type { ProposalRefusal } from "#app/domain/proposals/refusals.ts";
import { editorNotices } from "./editor.ts";
import { number } from "./format.ts";
import { versionNotices } from "./versions.ts";

export const kindText = { eis: "eis", wens: "wens", advies: "advies" } satisfies Record<ProposalKind, string>;

export const kindHint = {
  eis: "Een leverancier moet hieraan voldoen.",
  wens: "Een leverancier krijgt hier punten voor.",
  advies: "Een antwoord op een bestuursvraag.",
} satisfies Record<ProposalKind, string>;

export const stateText = {
  draft: "Concept",
  under_discussion: "In bespreking",
  in_vote: "In stemming",
  adopted: "Vastgesteld",
  in_advice: "Voor advies bij de Adviesraad",
  advised: "Advies gegeven",
  in_portfolio: "In het portfolio",
  on_hold: "Aangehouden",
  referred_back: "Terugverwezen",
  planned: "Gepland",
  realised: "Gerealiseerd",
  in_use: "In gebruik",
  rejected: "Verworpen",
  withdrawn: "Ingetrokken",
  declined: "Afgewezen",
  superseded: "Vervangen",
} satisfies Record<ProposalState, string>;

/** Blue is on its way, green is settled, amber waits for somebody, red is off. */
export const stateTone = {
  draft: "amber",
  under_discussion: "blue",
  in_vote: "blue",
  adopted: "green",
  in_advice: "blue",
  advised: "blue",
  in_portfolio: "blue",
  on_hold: "amber",
  referred_back: "amber",
  planned: "green",
  realised: "green",
  in_use: "green",
  rejected: "red",
  withdrawn: "red",
  declined: "red",
  superseded: "amber",
} as const satisfies Record<ProposalState, "blue" | "green" | "amber" | "red">;

/** The page word in kebab-case, for `?status=`. */
export const stateSlug = (state: ProposalState): string => stateText[state].toLowerCase().replaceAll(" ", "-");

export const adviceText = {
  positive: "positief",
  positive_with_points: "positief met aandachtspunten",
  negative: "negatief",
} satisfies Record<Advice, string>;

export const moscowText = { must: "Must have", should: "Should have", could: "Could have", wont: "Won’t have" } satisfies Record<Moscow, string>;

export const moscowHint = {
  must: "Dit moet erin.",
  should: "Dit is belangrijk, maar het kan eventueel later.",
  could: "Dit is mooi als het kan.",
  wont: "Dit komt er nu niet in.",
} satisfies Record<Moscow, string>;

export const tlpText = {
  CLEAR: "TLP:CLEAR – openbaar",
  GREEN: "TLP:GREEN – alle ingelogde gemeenten",
  AMBER: "TLP:AMBER – de gremia van het portaal",
  RED: "TLP:RED – alleen dit gremium",
} satisfies Record<Tlp, string>;

export const fieldText = {
  title: "Titel",
  statement: "Tekst",
  rationale: "Motivering",
  acceptance: "Toetsing",
  source: "Bron",
  moscow: "Belang",
  weight: "Gewicht",
} satisfies Record<keyof ProposalText, string>;

export const linkText = {
  derived_from: ["Afgeleid van", "Basis voor"],
  conflicts_with: ["Conflicteert met", "Conflicteert met"],
  replaces: ["Vervangt", "Wordt vervangen door"],
  related_to: ["Hangt samen met", "Hangt samen met"],
} satisfies Record<LinkKind, readonly [string, string]>;

export const strengthText = { must: "moet", should: "liever wel", should_not: "liever niet", must_not: "mag niet" } satisfies Record<ConditionStrength, string>;

export const conditionText = {
  open: "Wacht op een antwoord",
  answered: "Beantwoord, wacht op bevestiging",
  confirmed: "Bevestigd door de zetel",
  kept: "De zetel houdt de voorwaarde",
} satisfies Record<ConditionState, string>;

export const dispositionText = { adopted: "Overgenomen", partly: "Deels overgenomen", not: "Niet overgenomen" } satisfies Record<Disposition, string>;

export const moveText = {
  discuss: "In bespreking brengen",
  withdraw: "Voorstel intrekken",
  "withdraw-for-author": "Voorstel intrekken",
  resubmit: "Nieuwe versie indienen",
  refer: "Naar de Adviesraad sturen",
  "advice-to-portfolio": "Naar de Taskforce sturen",
  "to-portfolio": "Naar de Taskforce sturen",
} satisfies Record<PersonalMove, string>;

export const proposalRefusalText = {
  "not-found": "Dit voorstel bestaat niet, of u mag het niet zien.",
  "not-allowed": "U mag dit niet doen met dit voorstel.",
  "wrong-state": "Dit kan niet in deze stand. Misschien heeft iemand het voorstel net verder gebracht.",
  "wrong-kind": "Dit kan niet met deze soort voorstel.",
  "reason-missing": "Geef een reden van ten hoogste 500 tekens.",
  "author-missing": "Kies de indiener die om intrekking vraagt.",
  "advice-missing": "Kies het advies.",
  "date-missing": "Geef de datum tot wanneer.",
  "text-invalid": "De tekst klopt nog niet. Kijk de velden na.",
  "target-unknown": "Een gekozen onderdeel, behoefte of beleidsveld bestaat niet.",
  "text-locked": "De tekst ligt vast in deze stand.",
  outdated: "Iemand heeft net een nieuwe versie gemaakt. Uw tekst is niet opgeslagen, maar staat hieronder.",
  "why-missing": "Schrijf waarom deze versie er komt.",
  "text-unchanged": "Deze tekst is gelijk aan de vorige versie.",
  "condition-unknown": "Deze voorwaarde hoort niet bij dit voorstel.",
  "comment-closed": "U kunt niet meer reageren: dit voorstel is afgerond.",
  "comment-invalid": "Schrijf een tekst van ten hoogste 5.000 tekens.",
  "quote-not-found": "Deze passage staat niet in deze versie. Neem de woorden precies over.",
  "already-answered": "Deze reactie is al beantwoord.",
  "new-version-first": "Maak eerst een nieuwe versie. Daarin beantwoordt u de voorwaarde.",
  "answer-missing": "Er is nog geen antwoord op deze voorwaarde.",
  "other-unknown": "Het andere voorstel bestaat niet, of u mag het niet zien.",
  "other-is-same": "Een voorstel hangt niet samen met zichzelf.",
  "other-body": "Een gremium vervangt alleen eigen voorstellen.",
  "label-unchanged": "Dit is al de vertrouwelijkheid van dit voorstel.",
  "moment-past": "Kies een moment dat nog komt.",
  "amendment-unchanged": "U hebt de tekst niet veranderd. Pas de tekst aan en dien opnieuw in.",
  "amendment-too-many": "Dit zijn meer dan 50 wijzigingen. Maak er meer voorstellen van.",
  "amendment-too-long": "Een van de velden is te lang geworden.",
  "amendment-closed": "De tekst ligt vast. U kunt nu geen wijziging voorstellen.",
  "amendment-settled": "Dit wijzigingsvoorstel is al behandeld of ingetrokken.",
  "nothing-ruled": "Neem over ten minste één wijziging een besluit.",
  "change-unknown": "Een van de wijzigingen is intussen behandeld of ingetrokken. Kijk uw keuzes na.",
  "ruling-unanswered": "Geef een antwoord bij elke wijziging die u deels of niet overneemt.",
  "changes-collide": "U neemt twee wijzigingen over van dezelfde passage. Kies er één. Verwerk de andere deels daarin, of neem hem niet over.",
  "answer-too-long": "Een van uw antwoorden of teksten is te lang.",
  "authors-closed": "Dit voorstel is afgerond. De indieners liggen vast.",
  "author-unknown": "Deze persoon schrijft niet voor dit gremium.",
  "already-author": "Deze persoon is al indiener.",
  "last-author": "Een voorstel houdt altijd één indiener. Voeg eerst iemand toe.",
  "already-saved": "Deze tekst is ouder dan de versie die u zelf hebt opgeslagen.",
  "draft-too-long": "Deze tekst is te lang om te bewaren.",
  "note-invalid": "Schrijf een notitie van ten hoogste 5.000 tekens.",
  "second-person-needed": "U vroeg dit al. Nu is het woord aan de ander: voorzitter en secretaris beslissen samen.",
} satisfies Record<ProposalRefusal, string>;

const words = (count: number): string => (count === 1 ? "1 woord" : `${count} woorden`);

/** "Tekst: 2 woorden weg, 7 woorden nieuw": for everybody, and for who cannot see the colours. */
export function changeText({ field, addedWords, removedWords }: Pick<FieldDiff, "field" | "addedWords" | "removedWords">): string {
  const parts = [removedWords > 0 ? `${words(removedWords)} weg` : "", addedWords > 0 ? `${words(addedWords)} nieuw` : ""].filter(Boolean);
  return `${fieldText[field]}: ${parts.length === 0 ? "alleen leestekens" : parts.join(", ")}`;
}

export const changeSummary = (changes: readonly Pick<FieldDiff, "field" | "addedWords" | "removedWords">[]): string =>
  changes.length === 0 ? "De tekst is gelijk gebleven." : `${changes.map(changeText).join(". ")}.`;

export const textFieldText = (field: TextField): string => fieldText[field];

export const listText = {
  title: "Voorstellen",
  lead: "Eisen, wensen en adviezen van de expertgroepen en de Adviesraad.",
  search: "Zoek in titel of nummer",
  body: "Gremium",
  state: "Stand",
  kind: "Soort",
  component: "Onderdeel",
  sort: "Volgorde",
  anyBody: "Alle gremia",
  anyState: "Alle standen",
  anyKind: "Alle soorten",
  anyComponent: "Alle onderdelen",
  apply: "Toon",
  draft: "Nieuw voorstel",
  countMore: (most: number) => `Meer dan ${number(most)} voorstellen`,
  count: (count: number) => (count === 1 ? "1 voorstel" : `${number(count)} voorstellen`),
  empty: "Er zijn geen voorstellen met deze keuze.",
  none: "Er zijn nog geen voorstellen. Een lid van een expertgroep schrijft het eerste.",
  noneAction: "Bekijk de gremia en hun leden",
  clear: "Wis de keuze",
  head: ["Nummer", "Titel", "Soort", "Gremium", "Stand", "Gewijzigd"],
  caption: "Voorstellen",
  feed: "Volg de voorstellen met een feed",
  sorts: { changed: "Laatst gewijzigd", newest: "Nieuwste", number: "Nummer", title: "Titel" },
  sortSlugs: { changed: "gewijzigd", newest: "nieuw", number: "nummer", title: "titel" },
};

export const formText = {
  newTitle: "Nieuw voorstel",
  newLead: "Alleen leden van uw gremium zien het concept. De voorzitter of secretaris brengt het in bespreking.",
  editTitle: (number: string, version: number) => `${number}: versie ${version} schrijven`,
  editLead: "U maakt een nieuwe versie. De oude versies blijven staan.",
  resubmitLead: "Het voorstel is terugverwezen. Met deze versie brengt u het weer in bespreking.",
  question: "De vraag bij terugverwijzing",
  body: "Gremium",
  kind: "Soort",
  labels: fieldText,
  hints: {
    title: "Ten hoogste 150 tekens. Zeg wat er moet, niet hoe.",
    statement: "Schrijf één eis of wens. U mag Markdown gebruiken.",
    rationale: "Waarom is dit nodig?",
    acceptance: "Hoe laat een leverancier zien dat het klopt?",
    source: "Bijvoorbeeld een norm, een wet of een ervaring.",
    weight: "Alleen voor een wens: een heel getal van 1 tot en met 100.",
    controls: "Een per regel, met de naam van de norm. Bijvoorbeeld: BIO2 8.16",
    tlp: "Wie mag dit zien zodra het in bespreking is?",
    why: "Een korte zin voor de lezer.",
  },
  components: "Onderdelen",
  needs: "Behoeften",
  policyAreas: "Beleidsvelden",
  controls: "Maatregelen uit een norm",
  tlp: "Vertrouwelijkheid",
  why: "Waarom deze versie?",
  conditions: "Open voorwaarden",
  conditionsHint: "Beantwoord wat deze versie oplost. De zetel bevestigt het antwoord daarna.",
  conditionHint: (strength: string, quote: string | null, statement: string) => `${strength}${quote === null ? "" : `, over “${quote}”`}: ${statement}`,
  conditionAnswer: (organisation: string) => `Antwoord aan ${organisation}`,
  otherLabels: {
    reason: "Reden",
    askedBy: "Op verzoek van",
    answer: "Antwoord",
    disposition: "Besluit over de reactie",
    quote: "Passage",
    paragraph: "Alinea",
    until: "Open tot en met",
    other: "Nummer van het andere voorstel",
  } as Readonly<Record<string, string>>,
  saveDraft: "Voorstel opslaan voor uw gremium",
  saveVersion: "Nieuwe versie opslaan",
  resubmit: "Indienen en in bespreking brengen",
  noBody: "U schrijft voor geen enkel gremium. Leden van een expertgroep of de Adviesraad maken voorstellen.",
  conflictTitle: "Iemand was u voor",
  conflictTheirs: (version: number) => `Nu opgeslagen: versie ${version}`,
  conflictYours: "Uw tekst staat in het formulier. Neem over wat u nodig hebt en sla opnieuw op.",
};

export const pageText = {
  crumb: "Voorstellen",
  versionHeading: (version: number) => `Tekst van versie ${version}`,
  versionTitle: (number: string, version: number) => `${number}, versie ${version}`,
  locked: "De tekst ligt vast zolang de stemronde loopt",
  lockedAfter: "De tekst ligt vast",
  old: (current: number) => `Dit is een oudere versie. Versie ${current} is de nieuwste.`,
  pickVersion: "Kies een versie",
  version: (version: number) => `Versie ${version}`,
  components: "Onderdeel",
  needs: "Dient behoefte",
  policyAreas: "Beleidsveld",
  controls: "Norm",
  moscow: "Belang",
  weight: "Gewicht",
  why: "Reden",
  reason: (why: string) => `Reden: ${why}`,
  author: "Geschreven door",
  authors: "Indieners",
  advice: "Advies van de Adviesraad",
  question: "Vraag bij terugverwijzing",
  fingerprint: "Vingerafdruk van de tekst",
  suspectChanges: (number: string) => `Wat veranderde er in ${number}?`,
  suspect: (number: string) => `Verdacht: ${number} kreeg een nieuwe versie`,
  changedSince: (version: number) => `Wat is er veranderd sinds versie ${version}?`,
  compareOthers: "Vergelijk andere versies",
  legend: ["Doorgehaald", " is weg, ", "onderstreept", " is nieuw."],
  comments: "Reacties",
  commentCount: (open: number, answered: number) => `${open} ${open === 1 ? "wacht" : "wachten"} op antwoord, ${answered} afgehandeld`,
  noComments: "Er zijn nog geen reacties.",
  showAnswered: (count: number) => (count === 1 ? "Toon 1 afgehandelde reactie" : `Toon ${count} afgehandelde reacties`),
  onVersion: (version: number) => `bij versie ${version}`,
  marked: "Gemarkeerd:",
  markedMeaning: "over deze woorden wacht een reactie of voorwaarde op antwoord.",
  quoteGone: "Tekst gewijzigd: deze passage staat niet meer in de nieuwste versie.",
  onBehalfOf: (name: string, organisation: string) => (organisation === "" ? name : `${name} namens ${organisation}`),
  addComment: "Reageren",
  commentTitle: "Uw reactie",
  commentStatement: "Reactie",
  commentQuote: "Passage",
  commentQuoteHint: "Neem de woorden precies over uit de tekst. U mag dit leeg laten.",
  commentSend: "Reactie plaatsen",
  answerTitle: "Beantwoorden",
  answer: "Antwoord",
  disposition: "Besluit over de reactie",
  answerSend: "Antwoord plaatsen",
  conditions: "Voorwaarden uit de stemrondes",
  conditionFrom: (organisation: string, version: number) => `${organisation}, bij versie ${version}`,
  answeredIn: (version: number) => `Antwoord in versie ${version}`,
  confirm: "Bevestigen: hiermee akkoord",
  keep: "Voorwaarde houden",
  chain: "De hele keten",
  position: (step: number, of: number, state: string) => `Stap ${step} van ${of}: ${state.toLowerCase()}`,
  manage: "Meer met dit voorstel",
  edit: "Nieuwe versie schrijven",
  withdrawTitle: "Intrekken",
  withdrawHint: "Het voorstel blijft leesbaar. Intrekken kunt u niet terugdraaien.",
  withdrawAsked: "Op verzoek van",
  withdrawBack: "Toch niet intrekken",
  reasonLabel: "Reden",
  labelTitle: "Vertrouwelijkheid wijzigen",
  labelHint: "Strenger geldt meteen. Ruimer moeten voorzitter en secretaris allebei vragen.",
  labelWaiting: (name: string, label: string) => `${name} vraagt om ${label}. De ander moet dit ook vragen.`,
  labelSend: "Vertrouwelijkheid wijzigen",
  linkLead: "Laat zien dat dit voorstel met een ander te maken heeft. Krijgt dat een nieuwe versie, dan heet het verband verdacht tot iemand het nakijkt.",
  linkOtherHint: "Bijvoorbeeld NET-001.",
  linksNow: "Verbanden van dit voorstel",
  noLinks: "Dit voorstel heeft nog geen verbanden.",
  linkRemove: "Verwijderen",
  linkHolds: "Dit verband zegt waardoor een afgerond voorstel is vervangen. Het blijft staan.",
  linkTitle: "Verband leggen",
  linkOther: "Nummer van het andere voorstel",
  linkKind: "Soort verband",
  linkSend: "Verband leggen",
  linkReview: "Nagekeken",
  heldUntil: (day: string) => `Aangehouden tot ${day}`,
  adviceTag: (advice: string) => `Advies: ${advice}`,
};

export const nextStepText = {
  vote: { title: "Breng de stem van uw zetel uit", text: "", button: "Naar het stembiljet" },
  confirm: { title: "Uw voorwaarde is beantwoord", text: "Lees het antwoord. Bevestig het, of houd uw voorwaarde.", button: "Naar de voorwaarde" },
  discuss: { title: "Breng dit concept in bespreking", text: "Daarna ziet iedereen het die de vertrouwelijkheid toelaat.", button: "In bespreking brengen" },
  resubmit: { title: "Beantwoord de vraag met een nieuwe versie", text: "Het voorstel is terugverwezen.", button: "Nieuwe versie schrijven" },
  refer: { title: "Vraag de Adviesraad om advies", text: "Het voorstel is vastgesteld. Het advies gaat mee naar de Taskforce.", button: "Naar de Adviesraad sturen" },
  send: { title: "Stuur het voorstel naar de Taskforce", text: "De Taskforce beslist over de plaats in het portfolio.", button: "Naar de Taskforce sturen" },
  decide: { title: "Dit voorstel wacht op een portfoliobesluit", text: "Zet het in een initiatief en neem een besluit.", button: "Naar het portfolio" },
  poll: { title: "Leg de tekst voor aan de zetels", text: "Maak een peiling of een besluitronde over deze versie.", button: "Stemronde voorbereiden" },
  edit: { title: "Werk verder aan de tekst", text: "Elke keer dat u opslaat, ontstaat een nieuwe versie.", button: "Nieuwe versie schrijven" },
  comment: { title: "Reageer op deze versie", text: "De indieners beantwoorden elke reactie.", button: "Reageren" },
  follow: { title: "Blijf op de hoogte", text: "Volg dit voorstel. Op Mijn taken ziet u wat er verandert.", button: "Volgen" },
  closes: (round: string, moment: string) => `${round} sluit ${moment}.`,
} satisfies Record<NextStep, { title: string; text: string; button: string }> & { closes: (round: string, moment: string) => string };

export const compareText = {
  title: (number: string) => `${number}: versies vergelijken`,
  from: "Van versie",
  to: "Naar versie",
  show: "Vergelijk",
  same: "Deze twee versies zijn gelijk.",
  between: (from: number, to: number) => `Wat is er veranderd van versie ${from} naar versie ${to}?`,
  lists: "Overige velden",
  was: "was",
  is: "is",
  none: "geen",
};

export const noticeText: Record<string, string> = {
  ...editorNotices,
  ...versionNotices,
  "proposal-drafted": "Het concept is opgeslagen.",
  "version-saved": "De nieuwe versie is opgeslagen.",
  "proposal-discussed": "Het voorstel is nu in bespreking.",
  "proposal-resubmitted": "Het voorstel is opnieuw in bespreking.",
  "proposal-withdrawn": "Het voorstel is ingetrokken.",
  "proposal-referred": "Het voorstel ligt nu voor advies bij de Adviesraad.",
  "proposal-sent": "Het voorstel ligt nu bij de Taskforce.",
  "label-changed": "De vertrouwelijkheid is gewijzigd.",
  "label-waiting": "Uw vraag staat klaar. Voorzitter en secretaris beslissen dit samen.",
  "link-saved": "Het verband is vastgelegd.",
  "amendment-submitted": "Uw wijzigingsvoorstel is ingediend. U volgt dit voorstel nu: de uitkomst ziet u op Mijn taken.",
  "amendment-submitted-colliding": "Uw wijzigingsvoorstel is ingediend. Let op: een ander voorstel verandert dezelfde passage. U volgt dit voorstel nu.",
  "amendment-withdrawn": "Uw wijzigingsvoorstel is ingetrokken.",
  "amendments-merged": "De nieuwe versie is opgeslagen. De indieners krijgen uw antwoorden.",
  "amendments-answered": "De antwoorden zijn opgeslagen. De tekst is niet veranderd.",
  "consultation-set": "De consultatie staat open voor alle gemeenten.",
  "consultation-ended": "De consultatie is gesloten.",
  "link-removed": "Het verband is weggehaald.",
  "link-reviewed": "Het verband is nagekeken.",
  "comment-added": "Uw reactie is geplaatst.",
  "comment-answered": "Het antwoord is geplaatst.",
  "condition-answered": "Het antwoord op de voorwaarde is opgeslagen.",
  "condition-confirmed": "U hebt de voorwaarde bevestigd.",
  "condition-kept": "De voorwaarde blijft staan.",
  ...Object.fromEntries(Object.entries(proposalRefusalText).map(([refusal, sentence]) => [`proposal-${refusal}`, sentence])),
};
