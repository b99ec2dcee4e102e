const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** The steps in which the secretaris prepares a round, in their order. */
export const ROUND_STEPS = ["subject", "rules", "electorate", "dates", "review"] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];

export const roundStepText = {
  subject: "Onderwerp",
  rules: "Regels",
  electorate: "Zetels",
  dates: "Planning",
  review: "Nakijken",
} satisfies Record<RoundStep, string>;

/** Words that the steps share. */
export const preparingText = {
  steps: "Stappen van de voorbereiding",
  step: (n: number, label: string) => `${n}. ${label}`,
  of: (title: string) => `Voorbereiding van ${title}`,
  next: (step: RoundStep) => `Bewaren en verder: ${roundStepText[step].toLowerCase()}`,
  onward: (step: RoundStep) => `Verder: ${roundStepText[step].toLowerCase()}`,
  back: (step: RoundStep) => `Terug: ${roundStepText[step].toLowerCase()}`,
  stop: "Bewaren en later verder",
  later: "Later verder",
  stored: "Nu opgeslagen",
};

/** Words of the first step, for a new round and for a concept. */
export const newRoundText = {
  title: "Nieuwe stemronde",
  lead: (body: string) => `U bereidt een ronde voor van ${body}, in vijf stappen. Alles blijft bewaard als concept: u kunt stoppen en later verder gaan.`,
  subjectTitle: "Waarover gaat de ronde?",
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
  initiatives: "Initiatieven",
  initiativesHint: "Wordt een initiatief aangenomen, dan komt het in het portfolio. Wordt het verworpen, dan is het afgewezen. De toelichting is de motivering van het besluit.",
  minutes: "Notulen",
  minutesHint: "Worden de notulen aangenomen, dan zijn ze vastgesteld.",
  rankedSummary: "Meer voorstellen om te rangschikken",
  ranked: "Alleen voor een rangschikking",
  rankedHint: "Over deze voorstellen kan dit gremium nu niet besluiten. U kunt ze wel op volgorde laten zetten.",
  motion: "Een vrije tekst toevoegen",
  motionTitle: (n: number) => `Titel van tekst ${n}`,
  motionText: (n: number) => `Tekst ${n}`,
  motionHint: "Hierover stemmen de zetels, woord voor woord. Bewaar om er nog een toe te voegen.",
  fixed: "Deze ronde volgt op een andere ronde. De onderdelen en de soort staan daarom vast.",
};

/** Words of the steps after the first. */
export const roundPartText = {
  rulesTitle: "Hoe wordt er geteld?",
  rulesLead: "Kies een bekende meerderheid of vul elke regel zelf in. Bij het openen liggen de regels vast.",
  preset: "Meerderheid",
  quorum: "Quorum",
  quorumHalf: "Meer dan de helft van de zetels stemt",
  quorumNone: "Geen quorum",
  secondCall: "Is het quorum niet gehaald, dan volgt een tweede oproep zonder quorum",
  castingVote: "Staken de stemmen, dan beslist de voorzitter met een reden",
  motivation: "Bij welke keuze schrijft een zetel op waarom?",
  earlyClose: "De ronde mag eerder sluiten als elke zetel heeft gestemd",
  visibility: "Zichtbaarheid",
  openbaar: "Openbaar: iedereen ziet later hoe elke zetel stemde",
  besloten: "Besloten: alleen leden zien wie wat stemde",
  noVerdict: "Deze soort ronde heeft geen uitslag met een meerderheid. De regels hieronder tellen pas mee als u de soort verandert.",
  silence: "In een stilteronde telt het aantal bezwaren. De meerderheid geldt voor de besluitronde die na een bezwaar volgt.",
  electorateTitle: "Wie stemt er?",
  electorateLead: "Zo is het nu. Bij het openen leggen we de zetels vast; tot dan telt elke verandering in het gremium mee.",
  datesTitle: "Wanneer loopt de ronde?",
  datesLead: "U kunt de ronde later verlengen, nooit inkorten.",
  opensAt: "Opent op",
  closesAt: "Sluit op",
  momentHint: "In Nederlandse tijd.",
};

/** Words of the last step. */
export const reviewText = {
  title: "Kijk de ronde na",
  lead: "Klopt alles? Kondig de ronde aan, of open haar meteen. Tot dan kunt u alles veranderen.",
  problems: "Dit staat het openen nog in de weg",
  change: "Veranderen",
  changeOf: (step: RoundStep) => `Veranderen: ${roundStepText[step].toLowerCase()}`,
  items: (n: number) => count(n, "onderdeel", "onderdelen"),
  announce: "Aankondigen",
  announceBody: "Na het aankondigen staat de ronde voor de leden op de site, met de teksten en de planning. U verandert dan alleen nog het moment van sluiten. Stemmen kan pas na het openen.",
  open: "Naar openen",
  rehearse: "Eerst oefenen",
  objections: "Bezwaren waarbij een besluitronde volgt",
  noExplanation: "geen toelichting",
  motivationTerm: "Motivering",
  endTerm: "Eerder sluiten",
  earlyClose: "De ronde mag eerder sluiten als elke zetel heeft gestemd.",
  motivation: (choices: readonly string[]) => `Een motivering is verplicht bij: ${choices.map((choice) => choice.toLowerCase()).join(", ")}.`,
  when: (opens: string, closes: string) => `Van ${opens} tot ${closes}.`,
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
  objections: "Stilteronde: bij hoeveel bezwaren volgt een besluitronde?",
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
