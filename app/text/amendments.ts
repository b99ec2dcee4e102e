import type { AmendmentState } from "#app/domain/proposals/amendment.ts";
import type { MergeChoice } from "#app/domain/proposals/amendment-merge.ts";
import type { Totals } from "#app/domain/proposals/reactions.ts";
import type { TextField } from "#app/domain/proposals/proposal.ts";
import { dateTime, plural } from "./format.ts";
import { fieldText } from "./proposals.ts";

export const amendmentStateText = { submitted: "Ingediend", withdrawn: "Ingetrokken", handled: "Behandeld" } satisfies Record<AmendmentState, string>;
export const amendmentTone = { submitted: "blue", withdrawn: "amber", handled: "green" } as const satisfies Record<AmendmentState, string>;

export const mergeChoiceText = {
  adopted: "Overnemen",
  partly: "Deels, met de tekst hieronder",
  woven: "Deels, verwerkt in een andere wijziging",
  not: "Niet overnemen",
} satisfies Record<MergeChoice, string>;

/** "Tekst, alinea 2" */
export const placeText = (field: TextField, paragraph: number): string => (field === "title" || field === "source" ? fieldText[field] : `${fieldText[field]}, alinea ${paragraph}`);

/** "3 overgenomen, 1 deels, 1 niet"; what did not happen is left out. */
export const totalsText = ({ adopted, partly, not }: Totals): string =>
  [adopted > 0 ? `${adopted} overgenomen` : "", partly > 0 ? `${partly} deels` : "", not > 0 ? `${not} niet` : ""].filter(Boolean).join(", ");

/** "9 reacties, 2 wijzigingsvoorstellen" */
export const reactionsText = (comments: number, amendments: number): string =>
  [comments > 0 ? plural(comments, "reactie", "reacties") : "", amendments > 0 ? plural(amendments, "wijzigingsvoorstel", "wijzigingsvoorstellen") : ""].filter(Boolean).join(", ");

export const amendmentText = {
  title: "Wijzigingsvoorstellen",
  listTitle: (number: string) => `Wijzigingsvoorstellen bij ${number}`,
  listLead: "Wie de tekst anders wil, past hem zelf aan. De penvoerder beantwoordt elke wijziging.",
  waiting: "Wachten op behandeling",
  closed: "Behandeld of ingetrokken",
  check: "Voorbeeld van uw wijziging",
  checkTitle: "Zo ziet uw wijziging eruit",
  checkSame: "U hebt nog niets veranderd.",
  one: (amendment: number) => `Wijzigingsvoorstel ${amendment}`,
  oneOf: (amendment: number, number: string) => `Wijzigingsvoorstel ${amendment} bij ${number}`,
  none: "Er zijn nog geen wijzigingsvoorstellen.",
  open: (count: number) => (count === 1 ? "1 wacht op behandeling" : `${count} wachten op behandeling`),
  summary: (open: number, closed: number) =>
    `${plural(open + closed, "wijzigingsvoorstel", "wijzigingsvoorstellen")}: ${[open > 0 ? `${open} ${open === 1 ? "wacht" : "wachten"} op behandeling` : "", closed > 0 ? `${closed} afgehandeld` : ""].filter(Boolean).join(", ")}`,
  showAll: "Bekijk de wijzigingsvoorstellen",
  make: "Wijziging voorstellen",
  makeTitle: (number: string) => `Wijziging voorstellen in ${number}`,
  makeLead: "Pas de tekst aan zoals u hem wilt. Het portaal bewaart alleen wat u verandert.",
  amend: "Hierop een wijziging voorstellen",
  amendTitle: (amendment: number) => `Wijziging op wijzigingsvoorstel ${amendment}`,
  amendLead: (amendment: number) => `Hieronder staat de tekst met wijzigingsvoorstel ${amendment} erin. Pas hem verder aan.`,
  onVersion: (version: number) => `bij versie ${version}`,
  amends: (amendment: number) => `Wijzigt wijzigingsvoorstel ${amendment}`,
  reason: "Toelichting",
  reasonHint: "Waarom is deze wijziging nodig?",
  submit: "Wijzigingsvoorstel indienen",
  changeTitle: (amendment: number, position: number) => `Wijziging ${amendment}.${position}`,
  changeCount: (count: number) => plural(count, "wijziging", "wijzigingen"),
  collides: (others: string) => `Botst met wijziging ${others}: die verandert dezelfde passage.`,
  collisionNotice: "Een ander voorstel verandert dezelfde passage. De penvoerder kiest.",
  gone: (version: number) => `Tekst gewijzigd: deze passage is in versie ${version} veranderd.`,
  wording: "Tekst die het werd",
  handledIn: (version: number) => `Verwerkt in versie ${version}`,
  notInText: "Zonder wijziging van de tekst",
  withdraw: "Dit wijzigingsvoorstel intrekken",
  withdrawMeans: "Het blijft leesbaar, maar niemand behandelt het meer. U kunt dit niet terugdraaien.",
  withdrawYes: "Ja, intrekken",
  comments: "Reacties op dit wijzigingsvoorstel",
  merge: "Wijzigingen verwerken",
  mergeTitle: (number: string, version: number) => `${number}: wijzigingen verwerken in versie ${version}`,
  mergeLead: "Beslis per wijziging. Zonder keuze blijft een wijziging open staan.",
  nothingToMerge: "Er wachten geen wijzigingen op behandeling.",
  choice: (label: string) => `Besluit over wijziging ${label}`,
  later: "Later beslissen",
  ownWording: "Eigen tekst voor deze passage",
  ownWordingHint: "Geldt alleen als u “deels, met de tekst hieronder” kiest.",
  answer: "Antwoord aan de indiener",
  answerHint: "Nodig als u de wijziging deels of niet overneemt.",
  from: (name: string, organisation: string) => (organisation === "" ? name : `${name} namens ${organisation}`),
  why: "Waarom deze versie?",
  whyHint: "Niet nodig als u geen enkele wijziging overneemt.",
  preview: "Voorbeeld bekijken",
  previewTitle: (version: number) => `Voorbeeld van versie ${version}`,
  previewSame: "De tekst blijft gelijk. Alleen uw antwoorden worden bewaard.",
  previewOpen: (count: number) => `Nog zonder besluit: ${plural(count, "wijziging", "wijzigingen")}.`,
  save: (version: number) => `Versie ${version} opslaan`,
  movedOn: (version: number) => `Versie ${version} is net opgeslagen. De wijzigingen staan nu op hun plaats in die versie. Kijk uw keuzes na.`,
  passage: "Wijzigingen van dezelfde passage",
  passageHint: "Deze wijzigingen kunnen niet allemaal in de tekst.",
  goneSection: "Wijzigingen waarvan de tekst al veranderd is",
  goneHint: "Deze kunnen niet meer vanzelf in de tekst. Geef alleen een antwoord.",
  mergedSame: "De antwoorden zijn opgeslagen. De tekst is niet veranderd.",
  nota: "Reactienota",
  paragraphs: "Alinea",
  anyParagraph: "De hele versie, of de passage hieronder",
};

export const consultationText = {
  title: "Consultatie van alle gemeenten",
  lead: "Tijdens een consultatie mag elke ingelogde gemeente reageren en wijzigingen voorstellen, ook zonder zetel.",
  open: (moment: string) => `Alle gemeenten kunnen reageren tot ${dateTime(moment)}.`,
  closed: (moment: string) => `De consultatie van alle gemeenten sloot op ${dateTime(moment)}.`,
  until: "Open tot en met",
  untilHint: "Datum en tijd in Nederland. Laat leeg om de consultatie nu te sluiten.",
  save: "Consultatie instellen",
  link: "Consultatie instellen",
  notNow: "Een consultatie kan alleen terwijl het voorstel in bespreking is.",
};

export const threadText = {
  title: "Reactie",
  listTitle: (number: string) => `Reacties bij ${number}`,
  reply: "Reageren op deze reactie",
  replyTitle: "Uw reactie",
  send: "Reactie plaatsen",
  all: (count: number) => `Bekijk alle ${count} reacties`,
  answerTitle: (number: string) => `Reactie beantwoorden bij ${number}`,
  answerLead: "Eén keer, met een besluit. Het antwoord komt in de reactienota.",
  place: (place: string) => `bij ${place.charAt(0).toLowerCase()}${place.slice(1)}`,
  onAmendment: (amendment: number) => `bij wijzigingsvoorstel ${amendment}`,
  filter: "Welke reacties?",
  filters: { alle: "Alle reacties", open: "Wacht op antwoord", afgehandeld: "Afgehandeld" },
  show: "Toon",
  disposition: "Besluit",
};

export const conditionPageText = {
  answerTitle: (number: string) => `Voorwaarde beantwoorden bij ${number}`,
  answerLead: (version: number) => `Uw antwoord hoort bij versie ${version}. De zetel bevestigt het daarna.`,
  answer: "Antwoord aan de zetel",
  answerSend: "Antwoord opslaan",
  answerLink: "Voorwaarde beantwoorden",
  confirmTitle: (number: string) => `Is uw voorwaarde bij ${number} opgelost?`,
  diffTitle: (from: number, to: number) => `Wat is er veranderd van versie ${from} naar versie ${to}?`,
  confirmLink: "Bekijk het verschil en beslis",
  theCondition: "Uw voorwaarde",
  settled: "Deze voorwaarde is al afgehandeld.",
  unanswered: "Deze voorwaarde is nog niet beantwoord.",
};

export const notaText = {
  title: (number: string) => `Reactienota bij ${number}`,
  lead: "Alle wijzigingsvoorstellen, reacties en voorwaarden, met het besluit en het antwoord.",
  transition: (version: number, next: number | null) => (next === null ? `Versie ${version}` : `Van versie ${version} naar versie ${next}`),
  totals: (totals: string, open: number) => [totals, open > 0 ? `${open} nog open` : ""].filter(Boolean).join(", "),
  compare: "Vergelijk deze versies",
  amendments: "Wijzigingsvoorstellen",
  comments: "Reacties",
  conditions: "Voorwaarden",
  empty: "Er is nog niets om te beantwoorden.",
  open: "Nog open",
  markdown: "Download als Markdown",
  csv: "Download als CSV",
  printHint: "U kunt deze pagina afdrukken.",
  asked: "Gevraagd",
  became: "Geworden",
  csvHead: ["Versie", "Soort", "Nummer", "Plaats", "Van", "Datum", "Passage of oude tekst", "Reactie of nieuwe tekst", "Toelichting", "Besluit", "Geworden tekst", "Antwoord"],
  kinds: { change: "Wijziging", comment: "Reactie", condition: "Voorwaarde" },
  file: (number: string, extension: string) => `reactienota-${number}.${extension}`,
  answer: "Antwoord",
  decision: "Besluit",
  by: "Van",
  noAnswer: "Nog geen antwoord",
  removed: "Weg",
  added: "Nieuw",
};
