/** Words of the pages on which a seat does something about one item of a round. */
export const seatActText = {
  item: "Welk onderdeel?",
  seat: "Namens welke zetel?",
  pull: {
    title: "Apart laten stemmen",
    lead: "U haalt één onderdeel uit deze ronde. Het telt hier niet meer mee en krijgt een eigen besluitronde. Dat is niet terug te draaien.",
    button: "Uit de ronde halen",
    link: "Een onderdeel apart laten stemmen",
  },
  treatment: {
    title: "In een vergadering bespreken",
    lead: "U vraagt om een onderdeel in een vergadering te bespreken. Dit is geen bezwaar. De leden van het gremium lezen uw vraag.",
    button: "Bespreking vragen",
    link: "Bespreking in een vergadering vragen",
  },
};

/** Words of the form on which a seat puts items in order. */
export const rankingText = {
  title: (title: string) => `Rangschikken: ${title}`,
  lead: (round: string, body: string) => `${round} van ${body}. Sluit `,
  intro: (seat: string, through: string | null) => `U stemt namens ${seat}${through === null ? "" : `, met een volmacht aan ${through}`}. Dit is een advies. U kunt uw volgorde veranderen tot de ronde sluit.`,
  how: "Geef 1 aan wat het eerst moet. Hetzelfde nummer mag vaker. Wat u leeg laat, komt achteraan.",
  legend: "Uw volgorde",
  number: (option: string) => `Nummer voor ${option}`,
  save: "Volgorde bewaren",
  saved: (moment: string) => `Bewaard ${moment}.`,
  receipt: (receipt: string) => `Bewijs: ${receipt}.`,
  withdraw: "Volgorde intrekken",
  closed: "Deze ronde is niet open. U kunt nu niet rangschikken.",
  toForm: "Naar de rangschikking",
  order: "De volgorde",
  orderCaption: "Volgorde volgens de Schulze-methode. Gelijke plaatsen staan bij elkaar.",
  place: "Plaats",
  option: "Voorstel",
  tied: "gelijk",
  pairs: "Paar voor paar",
  pairsCaption: "Hoeveel gewicht verkiest het voorstel in de rij boven het voorstel in de kolom?",
  pairsLead: "Elke zetel vergelijkt met haar volgorde elk paar. Wie vaker wint, staat hoger. Een kring van voorkeuren lost de methode op met de sterkste paden.",
  nobody: "Niemand gaf een volgorde.",
};

/** What a round page tells beside its texts. */
export const aboutItemsText = {
  pulled: "Uit deze ronde gehaald. Dit onderdeel krijgt een eigen stemronde.",
  pulledWhy: (reason: string) => `Reden: ${reason}`,
  toOwn: "Naar de eigen stemronde",
  voices: "Wat anderen hierover zeggen",
  objectedBy: (seat: string) => `Bezwaar van ${seat} in de stilteronde`,
  pulledBy: (seat: string) => `Apart gezet door ${seat}`,
  pulledReason: "Waarom dit onderdeel apart staat",
  wantsToTalk: (seat: string) => `${seat} vraagt om een bespreking`,
  requests: "Bespreking gevraagd",
  request: (seat: string, item: string) => `${seat} over ${item}`,
  objections: "Bezwaren uit de stilteronde",
  objection: (seat: string) => `namens ${seat}`,
  noReason: "Zonder motivering.",
};
