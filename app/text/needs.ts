import type { Answer, AnswerRefusal, NeedState } from "#app/domain/needs/need.ts";

export const needStateText = { submitted: "Ingediend", accepted: "Aanvaard", joined: "Samengevoegd", declined: "Niet overgenomen" } satisfies Record<NeedState, string>;
export const needStateTone = { submitted: "amber", accepted: "green", joined: "blue", declined: "red" } as const satisfies Record<NeedState, string>;
export const answerText = { accept: "Aanvaarden", join: "Samenvoegen met een andere behoefte", decline: "Niet overnemen" } satisfies Record<Answer, string>;

export const needRefusalText = {
  "already-answered": "Deze behoefte heeft al een antwoord.",
  "answer-missing": "Schrijf een antwoord aan de gemeente.",
  "target-missing": "Kies een behoefte die al is aanvaard.",
  "target-self": "Een behoefte kan niet met zichzelf worden samengevoegd.",
  "not-found": "Deze behoefte bestaat niet.",
  "not-allowed": "Alleen de secretaris van de expertgroep geeft antwoord.",
} satisfies Record<AnswerRefusal | "not-found" | "not-allowed", string>;

export const needsText = {
  title: "Behoeften",
  lead: "Wat gemeenten nodig hebben, welk onderdeel daarbij helpt en welke voorstellen eraan werken.",
  matrix: "Behoeften en onderdelen",
  matrixCaption: "Klik op een aantal voor de lijst. Per behoefte en onderdeel: het aantal voorstellen dat u mag zien. Een streepje betekent: dit onderdeel hoort niet bij de behoefte.",
  need: "Behoefte",
  none: "–",
  proposals: (amount: number) => (amount === 1 ? "1 voorstel" : `${amount} voorstellen`),
  inCell: (need: string, component: string) => ` voor ${need}, ${component}`,
  submittedTitle: "Ingediend door gemeenten",
  submittedEmpty: "Er wacht geen behoefte op antwoord.",
  submit: "Dien een behoefte in",
  nothing: "Er staan nog geen behoeften in het portaal.",
  by: (organisation: string) => `ingediend door ${organisation}`,
  for: (body: string) => `voor ${body}`,
};

export const coverageText = {
  title: "Dekking in de tijd",
  lead: "Een behoefte is gedekt als er een vastgestelde eis of wens voor is die u mag zien.",
  alt: "Staafgrafiek: per kwartaal het aantal behoeften met een vastgestelde eis of wens. De tabel eronder heeft dezelfde cijfers.",
  caption: "Behoeften aan het einde van elk kwartaal",
  quarter: "Kwartaal",
  needs: "Behoeften",
  covered: "Waarvan gedekt",
  ofAll: (covered: number, needs: number) => `${covered} van ${needs}`,
};

export const needText = {
  statement: "Omschrijving",
  origin: "Komt van",
  shared: "Gedeelde behoefte van alle gemeenten",
  components: "Onderdelen",
  answer: "Antwoord",
  noAnswer: "Nog geen antwoord. De secretaris van de expertgroep antwoordt.",
  joined: "Samengevoegd met",
  served: "Voorstellen die deze behoefte dienen",
  servedEmpty: "Nog geen voorstel dient deze behoefte.",
  draft: "Schrijf een voorstel voor deze behoefte",
  details: "De behoefte",
  answerTitle: "Geef antwoord",
  answered: (name: string, when: string) => `${name}, ${when}`,
};

export const needFormText = {
  title: "Dien een behoefte in",
  lead: "Vertel wat uw gemeente nodig heeft. De expertgroep geeft altijd antwoord.",
  name: "Uw behoefte in één zin",
  statement: "Toelichting",
  statementHint: "Wat loopt vast, voor wie, en hoe vaak?",
  body: "Voor welke expertgroep?",
  components: "Bij welk onderdeel past dit?",
  componentsHint: "U mag er meer kiezen, of geen.",
  submit: "Indienen",
  answer: "Uw besluit",
  target: "Samenvoegen met",
  targetNone: "Kies een behoefte",
  text: "Antwoord aan de gemeente",
  send: "Antwoord versturen",
};

export const needNotices: Record<string, string> = {
  "need-submitted": "Uw behoefte is ingediend. De expertgroep geeft antwoord.",
  "need-answered": "Het antwoord is vastgelegd. De gemeente ziet het op deze pagina.",
};
