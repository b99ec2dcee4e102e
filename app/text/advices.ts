import type { AdviceStage, AdviceSubject, AnswerKind, AnswerRefusal } from "#app/domain/portfolio/advice.ts";
import { number } from "./format.ts";

export const adviceSubjectText = { organisatie: "Organisatie", adoptie: "Adoptie", implementatie: "Implementatie", opschaling: "Opschaling" } satisfies Record<AdviceSubject, string>;
export const adviceSubjectHint = {
  organisatie: "Wie doet wat, en wie beslist?",
  adoptie: "Hoe besluiten gemeenten om mee te doen?",
  implementatie: "Hoe gaat het invoeren bij een gemeente?",
  opschaling: "Hoe komt het bij alle gemeenten?",
} satisfies Record<AdviceSubject, string>;
export const adviceStageText = {
  concept: "Concept", vastgesteld: "Vastgesteld door de Adviesraad", aangeboden: "Aangeboden aan de Taskforce", beantwoord: "Beantwoord", gestopt: "Gestopt",
} satisfies Record<AdviceStage, string>;
export const adviceStageTone = { concept: "blue", vastgesteld: "amber", aangeboden: "amber", beantwoord: "green", gestopt: "red" } as const satisfies Record<AdviceStage, string>;
export const answerKindText = { overgenomen: "Overgenomen", deels: "Deels overgenomen", niet: "Niet overgenomen" } satisfies Record<AnswerKind, string>;
export const answerKindHint = {
  overgenomen: "Het advies kan daarna in een initiatief komen.",
  deels: "Schrijf welk deel wel en welk deel niet.",
  niet: "Het advies is dan afgewezen. Schrijf waarom.",
} satisfies Record<AnswerKind, string>;

export const adviceRefusalText = {
  "not-found": "Dit advies bestaat niet.",
  "not-allowed": "Een antwoord geeft de voorzitter of de secretaris van de Taskforce.",
  "not-an-advice": "Dit voorstel is geen advies.",
  "not-offered": "Dit advies is nog niet aangeboden aan de Taskforce, of er is al over besloten.",
  "already-answered": "De Taskforce heeft dit advies al beantwoord.",
  "in-initiative": "Dit advies zit in een initiatief. Het portfoliobesluit is dan het antwoord.",
  "answer-missing": "Schrijf het antwoord.",
  "motivation-missing": "Schrijf waarom.",
} satisfies Record<AnswerRefusal | "not-found" | "not-allowed", string>;

export const advicesText = {
  title: "Adviezen van de Adviesraad",
  lead: "Over organisatie, adoptie, implementatie en opschaling. Elk advies gaat naar de Taskforce en komt terug met een antwoord.",
  all: "Alle vragen",
  filter: "Vraag",
  show: "Toon",
  empty: "Er zijn geen adviezen bij deze keuze.",
  reset: "Toon alle adviezen",
  without: "Vraag nog niet gekozen",
  amount: (amount: number) => (amount === 1 ? "1 advies" : `${number(amount)} adviezen`),
  answered: (kind: string, decision: string) => `${kind}, besluit ${decision}`,
  inInitiative: (initiative: string) => `In initiatief ${initiative}`,
  toAnswer: "Beantwoord dit advies",
  classify: "Kies de vraag",
  bodyLink: "Alle adviezen van de Adviesraad",
};

export const answerFormText = {
  title: "Beantwoord het advies",
  lead: "Het antwoord komt als besluit in het besluitenregister en staat bij het advies.",
  kind: "Wat doet de Taskforce met het advies?",
  dictum: "Antwoord",
  motivation: "Motivering",
  save: "Leg het antwoord vast",
};

export const subjectFormText = {
  title: "Kies de vraag",
  lead: "Over welke vraag van de Adviesraad gaat dit advies?",
  subject: "Vraag",
  save: "Bewaar",
};

export const adviceNotices: Record<string, string> = {
  "advice-answered": "Het antwoord is vastgelegd en staat in het besluitenregister.",
  "advice-classified": "De vraag is gekozen.",
};
