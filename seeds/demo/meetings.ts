import type { BodySlug } from "./story.ts";

export interface StoryAgendaItem {
  readonly title: string;
  readonly kind: "informatie" | "bespreking" | "besluit";
  readonly notes?: string;
  readonly isClosed?: true;
  readonly round?: string;
  readonly proposal?: string;
  readonly initiative?: string;
  readonly minutes?: string;
  readonly outcome?: "informatie" | "besluit" | "actie";
  readonly decision?: StoryDecision;
  readonly promises?: readonly StoryPromise[];
  readonly actions?: readonly { readonly statement: string; readonly owner: string; readonly due: number; readonly done?: number }[];
}

export interface StoryDecision {
  readonly title: string;
  readonly dictum: string;
  readonly motivation: string;
  /** how the story calls it, when something happens to it later */
  readonly key?: string;
  /** the decision that it replaces from this day on */
  readonly replaces?: string;
  /** the day until which nobody outside the body reads it */
  readonly embargo?: number;
  readonly review?: number;
}

/** A toezegging: who promised what, by when, and how it was kept. */
export interface StoryPromise {
  readonly statement: string;
  readonly by: string;
  readonly due: number;
  readonly kept?: { readonly day: number; readonly note: string };
}

export interface StoryMeeting {
  readonly key: string;
  readonly body: BodySlug;
  readonly title: string;
  readonly day: number;
  /** hour of the day in the Netherlands, roughly, and how many hours it takes */
  readonly hour: number;
  readonly hours: number;
  readonly location: string;
  readonly agenda: readonly StoryAgendaItem[];
  /** lid N who sent apologies, and who simply stayed away */
  readonly apologies?: readonly number[];
  readonly absent?: readonly number[];
  /** how far it has come by now; absent: minutes published */
  readonly until?: "planned" | "sent" | "held" | "concept" | "cancelled";
  readonly reason?: string;
  /** the meeting whose minutes this one adopts */
  readonly adopts?: string;
}

const opening = (text: string): StoryAgendaItem => ({ title: "Opening en mededelingen", kind: "informatie", minutes: text, outcome: "informatie" });

export const MEETINGS: readonly StoryMeeting[] = [
  {
    key: "mn1", body: "netwerk", title: "Eerste lezing programma van eisen", day: -347, hour: 13, hours: 2, location: "Zwolle, stadhuis", apologies: [7], absent: [12],
    agenda: [
      opening("De voorzitter opent de vergadering en heet de nieuwe leden uit Tiel en Roermond welkom."),
      {
        title: "Zo werken wij: van behoefte tot besluit", kind: "bespreking",
        minutes: "De secretaris legt de werkwijze uit: eerst een **peiling**, dan een nieuwe versie, dan een **besluit**.\n\nDe leden vinden twee weken per ronde genoeg. In de zomer wordt dat drie weken.",
        outcome: "besluit",
        decision: { key: "rondeduur", title: "Een ronde duurt ten minste twee weken", dictum: "Een stemronde van de expertgroep duurt ten minste twee weken. In juli en augustus duurt een ronde drie weken.", motivation: "Leden moeten een voorstel in de eigen gemeente kunnen bespreken." },
      },
      {
        title: "Versleuteling en certificaten", kind: "bespreking", proposal: "net-tls",
        minutes: "Lid Tiel vraagt welke versie van TLS wordt bedoeld. De penvoerder past de tekst aan na de peiling.\n\n- Kleine gemeenten maken zich zorgen over het beheer van certificaten.\n- Utrecht deelt de eigen werkwijze.",
        outcome: "actie",
        actions: [{ statement: "Werkwijze voor beheer van certificaten delen met de groep", owner: "lid1.netwerk", due: -320, done: -326 }],
      },
      { title: "Rondvraag", kind: "informatie", minutes: "Geen vragen. De voorzitter sluit de vergadering om 15.00 uur.", outcome: "informatie" },
    ],
  },
  {
    key: "mv1", body: "veilig", title: "Bewaking en melding", day: -333, hour: 10, hours: 2, location: "Online", apologies: [3, 10],
    agenda: [
      opening("Twee leden zijn met bericht afwezig. De agenda wordt vastgesteld."),
      {
        title: "Persoonsgegevens in logregels", kind: "bespreking", proposal: "vei-logs",
        minutes: "De groep is het eens: inhoud van dossiers hoort niet in de bewaking. De tekst wordt op dit punt scherper.\n\n> Wat we niet verzamelen, kan ook niet lekken.",
        outcome: "actie",
        actions: [{ statement: "Tekst over inhoud van dossiers voorleggen aan een functionaris gegevensbescherming", owner: "lid5.veilig", due: -322, done: -321 }],
      },
      { title: "Dreigingsbeeld (besloten)", kind: "informatie", isClosed: true, minutes: "De groep bespreekt drie recente incidenten.", outcome: "informatie" },
    ],
  },
  {
    key: "mn2", body: "netwerk", title: "Uitslag eerste besluitronde", day: -297, hour: 13, hours: 2, location: "Utrecht, stadskantoor", adopts: "mn1", absent: [5],
    agenda: [
      opening("Alle voorstellen uit de ronde zijn besproken. De opkomst was volledig."),
      { title: "Uitslag van de besluitronde", kind: "bespreking", round: "n2", minutes: "Vijf voorstellen zijn aangenomen, één is verworpen. De indiener van de verworpen eis over poort 443 kijkt of een lichtere vorm zin heeft.", outcome: "informatie" },
      {
        title: "Planning tweede deel", kind: "bespreking", minutes: "De groep kiest drie onderwerpen voor het tweede deel: IPv6, beschikbaarheid en cloud.", outcome: "actie",
        actions: [{ statement: "Eerste tekst over IPv6 schrijven", owner: "lid7.netwerk", due: -205, done: -205 }, { statement: "Overzicht maken van aansluitingen zonder tweede route", owner: "lid8.netwerk", due: -200, done: -203 }],
      },
    ],
  },
  {
    key: "ma1", body: "adviesraad", title: "Advies over de eerste voorstellen", day: -261, hour: 9, hours: 3, location: "Utrecht", apologies: [4, 9, 17], absent: [22],
    agenda: [
      opening("De voorzitter heet tweeëntwintig gemeenten welkom in deze eerste vergadering met het portaal."),
      { title: "Elf voorstellen uit de expertgroepen", kind: "bespreking", round: "a1", minutes: "De raad let op drie dingen: beheer, kosten en wat het vraagt van kleine gemeenten. Over een eigen certificaatdienst zijn de meningen verdeeld.", outcome: "informatie" },
      {
        title: "Werkafspraak over aandachtspunten", kind: "besluit", minutes: "De raad spreekt af dat een advies met aandachtspunten altijd zegt wie het punt oppakt.", outcome: "besluit",
        decision: { title: "Elk aandachtspunt heeft een eigenaar", dictum: "Bij een positief advies met aandachtspunten noemt de Adviesraad per punt wie het oppakt.", motivation: "Zonder eigenaar blijven punten liggen.", review: -3 },
      },
    ],
  },
  {
    key: "mt1", body: "taskforce", title: "Eerste portfoliobesluiten", day: -206, hour: 14, hours: 2, location: "Den Haag, VNG", apologies: [6],
    agenda: [
      opening("Acht van de negen leden zijn aanwezig."),
      { title: "Versleutelde verbindingen als standaard", kind: "besluit", initiative: "versleuteld", minutes: "De Taskforce ziet dit als basis voor al het andere. Er is capaciteit.", outcome: "informatie" },
      { title: "Eén manier van koppelen", kind: "besluit", initiative: "koppelen", minutes: "Sluit aan bij landelijke afspraken. De Taskforce vraagt om een korte lijst van eerste koppelingen.", outcome: "actie", actions: [{ statement: "Lijst van eerste tien koppelingen maken", owner: "lid3.taskforce", due: -180, done: -176 }] },
    ],
  },
  {
    key: "ms1", body: "services", title: "Proefomgeving en overstappen", day: -148, hour: 10, hours: 2, location: "Amersfoort", apologies: [11], absent: [6],
    agenda: [
      opening("De voorzitter opent. Twee leden zijn er niet."),
      { title: "Uitslag van de peiling", kind: "bespreking", round: "s0", minutes: "Vier leden willen één verzonnen gemeente voor alle proefomgevingen. Dat komt in versie 2.", outcome: "besluit", decision: { key: "proeftijd", title: "De proefomgeving blijft tot de zomer open", dictum: "De tijdelijke proefomgeving blijft open tot 1 juli.", motivation: "Drie gemeenten zijn nog bezig." } },
      { title: "Engelse of Nederlandse namen", kind: "bespreking", proposal: "ser-engels", minutes: "De landelijke afspraak is Nederlands, tenzij er een officiële Engelse lijst is. De indiener trekt het voorstel in.", outcome: "informatie" },
      { title: "Rondvraag", kind: "informatie", minutes: "Barneveld vraagt aandacht voor koppelingen met de omgevingsdienst.", outcome: "actie", actions: [{ statement: "Navragen welke koppelingen omgevingsdiensten nodig hebben", owner: "lid10.services", due: 12 }] },
    ],
  },
  {
    key: "mv2", body: "veilig", title: "Samen bewaken", day: -143, hour: 10, hours: 2, location: "Online", adopts: "mv1", apologies: [8],
    agenda: [
      opening("De agenda wordt zonder wijzigingen vastgesteld."),
      { title: "Hoe lang bewaren we logbestanden?", kind: "bespreking", proposal: "vei-bewaren", minutes: "Twee leden vertellen over een inbraak die na negen maanden werd ontdekt. De groep kiest voor achttien maanden.\n\nDe kosten van opslag komen terug bij de aanbesteding.", outcome: "actie", promises: [{ statement: "De leverancier krijgt voor de zomer een overzicht van wat gemeenten nu bewaren", by: "de secretaris", due: -100, kept: { day: -108, note: "Overzicht gestuurd, met de cijfers van elf gemeenten." } }], actions: [{ statement: "Kosten van opslag voor achttien maanden laten berekenen", owner: "lid8.veilig", due: -110, done: -104 }] },
      { title: "Detectieregels testen", kind: "bespreking", proposal: "vei-regels", minutes: "Een nieuwe regel draait eerst een week stil mee.", outcome: "informatie" },
    ],
  },
  {
    key: "mn3", body: "netwerk", title: "Besluitronde beschikbaarheid en cloud", day: -122, hour: 13, hours: 2, location: "Zwolle, stadhuis", adopts: "mn2",
    agenda: [
      opening("Alle leden zijn aanwezig."),
      { title: "Uitslag van de besluitronde", kind: "bespreking", round: "n4", minutes: "Alle zes voorstellen zijn aangenomen. De eis over het OIN vervangt de eerdere eis.", outcome: "informatie" },
      {
        title: "Vervolg: beheer en hersteltijd", kind: "bespreking", minutes: "De groep wil voor de winter een eis over hersteltijd.", outcome: "besluit",
        decision: { title: "Hersteltijd komt voor de winter in stemming", dictum: "De expertgroep behandelt beheer en hersteltijd in één besluitronde, voor 1 december.", motivation: "De aanbesteding van het beheer begint in het voorjaar.", review: 60 },
      },
      {
        title: "Hoe lang duurt een ronde?", kind: "besluit", minutes: "Twee weken is te kort voor gemeenten die hun college willen vragen. De groep kiest voor drie weken, het hele jaar.", outcome: "besluit",
        decision: { title: "Een ronde duurt ten minste drie weken", dictum: "Een stemronde van de expertgroep duurt ten minste drie weken, ook buiten de zomer.", motivation: "Een college vergadert niet elke week.", replaces: "rondeduur" },
      },
    ],
  },
  {
    key: "ma2", body: "adviesraad", title: "Samenhang tussen de onderdelen", day: -80, hour: 9, hours: 3, location: "Utrecht", adopts: "ma1", apologies: [2, 13], absent: [18, 20],
    agenda: [
      opening("De notulen van de vorige vergadering zijn vastgesteld."),
      { title: "Tien voorstellen uit de expertgroepen", kind: "bespreking", round: "a2", minutes: "De raad steunt de voorstellen. Bij cloudleveranciers vraagt de raad wie het bewijs leest.", outcome: "informatie" },
      { title: "Verdeling van de kosten", kind: "bespreking", proposal: "adv-kosten", minutes: "Zonder bedragen wil een deel van de raad niet stemmen. De indiener komt met rekenvoorbeelden.", outcome: "actie", promises: [{ statement: "Geen gemeente betaalt mee voor een onderdeel dat zij niet gebruikt", by: "de voorzitter", due: 25 }], actions: [{ statement: "Rekenvoorbeelden voor tien gemeenten maken", owner: "lid6.adviesraad", due: -20 }] },
    ],
  },
  {
    key: "mt2", body: "taskforce", title: "Roadmap van het komende jaar", day: -30, hour: 14, hours: 2, location: "Den Haag, VNG", adopts: "mt1",
    agenda: [
      opening("Alle negen leden zijn aanwezig."),
      { title: "IPv6 en een netwerk zonder zwakke plek", kind: "besluit", initiative: "beschikbaar", minutes: "De Taskforce neemt het initiatief op. Het past in de capaciteit als de proefomgeving een kwartaal later begint.", outcome: "informatie" },
      { title: "Hulp na een aanval", kind: "bespreking", initiative: "hulp", minutes: "De Taskforce wil weten wat veiligheidsregio's al doen. Het initiatief gaat terug met die vraag.", outcome: "actie", actions: [{ statement: "Navragen wat veiligheidsregio's doen na een digitale aanval", owner: "lid5.taskforce", due: 21 }] },
      {
        title: "Gesprek met leveranciers", kind: "besluit", minutes: "De Taskforce spreekt eerst met de leveranciers. Daarom wordt dit besluit later bekend.", outcome: "besluit",
        decision: { title: "Gesprek met leveranciers over de prijs per gemeente", dictum: "De Taskforce vraagt elke leverancier om een vaste prijs per gemeente.", motivation: "Kleine gemeenten weten dan vooraf wat meedoen kost.", embargo: 12 },
      },
    ],
    until: "concept",
  },
  {
    key: "mv3", body: "veilig", title: "Oefenen en ingrijpen", day: -13, hour: 10, hours: 2, location: "Online", adopts: "mv2", apologies: [4, 11], until: "concept",
    agenda: [
      opening("Twee leden zijn met bericht afwezig."),
      { title: "Ingrijpen bij een besmetting", kind: "bespreking", proposal: "vei-isolatie", minutes: "De groep vindt de toestemming vooraf een goede oplossing. De besluitronde kan open.", outcome: "informatie" },
      { title: "Jaarlijks oefenen", kind: "bespreking", proposal: "vei-oefenen", minutes: "Kleine gemeenten willen samen met buren oefenen. De penvoerder zoekt een vorm.", outcome: "actie", actions: [{ statement: "Korte vorm van de oefening uitwerken", owner: "lid12.veilig", due: 9 }] },
    ],
  },
  {
    key: "ms2", body: "services", title: "Zaken uitwisselen", day: -5, hour: 10, hours: 2, location: "Amersfoort", adopts: "ms1", apologies: [7], until: "held",
    agenda: [
      opening("De voorzitter opent de vergadering."),
      { title: "Eén standaard voor zaken", kind: "bespreking", proposal: "ser-zaken", minutes: "De leden willen een lijst van API's als bijlage.", outcome: "actie", actions: [{ statement: "Lijst van API's voor zaakgericht werken maken", owner: "lid11.services", due: 10 }] },
    ],
  },
  {
    key: "mv4", body: "veilig", title: "Expertgroep GGI-Veilig", day: 7, hour: 10, hours: 2, location: "Online", until: "sent",
    agenda: [
      { title: "Opening en notulen", kind: "besluit" },
      { title: "Rechten die vanzelf weggaan: antwoord op de voorwaarden", kind: "bespreking", proposal: "vei-rechten" },
      { title: "Peiling oefenen en reservekopieën", kind: "informatie", round: "v7" },
      { title: "Dreigingsbeeld (besloten)", kind: "informatie", isClosed: true },
    ],
  },
  {
    key: "mn4", body: "netwerk", title: "Expertgroep GGI-Netwerk", day: 9, hour: 13, hours: 2, location: "Zwolle, stadhuis", until: "planned",
    agenda: [
      { title: "Uitslag beheer en hersteltijd", kind: "besluit", round: "n5" },
      { title: "Toegang per dienst", kind: "bespreking", proposal: "net-toegang" },
    ],
  },
  {
    key: "ma3", body: "adviesraad", title: "GGI-Adviesraad", day: 21, hour: 9, hours: 3, location: "Utrecht", until: "planned",
    agenda: [
      { title: "Opschalen naar kleine gemeenten", kind: "besluit", round: "a4" },
      { title: "Kosten naar aantal inwoners: rekenvoorbeelden", kind: "bespreking", proposal: "adv-kosten" },
    ],
  },
  {
    key: "mt3", body: "taskforce", title: "Taskforce Samen Organiseren", day: 35, hour: 14, hours: 2, location: "Den Haag, VNG", until: "planned",
    agenda: [{ title: "Proefomgeving voor koppelingen", kind: "besluit", initiative: "proef" }],
  },
  {
    key: "ms3", body: "services", title: "Werksessie adressen", day: 12, hour: 10, hours: 2, location: "Amersfoort", until: "cancelled", reason: "De ronde over adressen is ingetrokken.",
    agenda: [],
  },
];
