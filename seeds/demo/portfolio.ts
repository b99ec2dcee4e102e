import type { BodySlug, ComponentSlug } from "./story.ts";

/** Quarters count from the one of today: 0 is now, -1 the one before, 3 is three from now. */
export interface StoryInitiative {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly component: ComponentSlug;
  readonly approach: "optimalisatie" | "innovatie";
  readonly cost: readonly [from: number, to: number];
  readonly proposals: readonly string[];
  readonly created: number;
  readonly quarters: readonly [start: number, end: number];
  readonly fte: number;
  readonly decision?: {
    readonly day: number;
    readonly outcome: "opnemen" | "aanhouden" | "afwijzen" | "terugverwijzen";
    readonly motivation: string;
    readonly until?: number;
    readonly question?: string;
    readonly figures?: { readonly voor: number; readonly tegen: number; readonly onthouden: number };
  };
  readonly progress?: readonly { readonly day: number; readonly state: "loopt" | "vertraagd" | "gerealiseerd" | "in_gebruik"; readonly note: string }[];
  readonly milestones?: readonly { readonly title: string; readonly day: number; readonly reached?: number; readonly moved?: { readonly on: number; readonly from: number; readonly reason: string } }[];
  /** what of the roadmap must be ready first */
  readonly needs?: readonly string[];
  /** people per quarter, where they differ */
  readonly efforts?: readonly number[];
  readonly phases?: readonly StoryPhase[];
  /** what the seats gave about, per criterion, and how many of them did so */
  readonly scores?: { readonly points: readonly number[]; readonly apart: number; readonly seats: number };
}

export interface StoryPhase {
  readonly title: string;
  readonly quarters: number;
  readonly gate: string;
  /** the day on which its gate was passed */
  readonly passed?: number;
}

export const INITIATIVES: readonly StoryInitiative[] = [
  {
    key: "versleuteld", title: "Versleutelde verbindingen als standaard", component: "ggi-netwerk", approach: "optimalisatie", cost: [300_000, 450_000],
    summary: "Alle aansluitingen op GGI-Netwerk gaan over op tweezijdige versleuteling met gecontroleerde certificaten.",
    proposals: ["net-tls", "net-certs"], created: -226, quarters: [-2, -1], fte: 3,
    decision: { day: -205, outcome: "opnemen", motivation: "Dit is de basis voor alle andere onderdelen. De expertgroep en de Adviesraad zijn vrijwel eensgezind.", figures: { voor: 9, tegen: 0, onthouden: 0 } },
    progress: [
      { day: -180, state: "loopt", note: "De eerste vijftig aansluitingen zijn over." },
      { day: -75, state: "gerealiseerd", note: "Alle aansluitingen zijn over." },
      { day: -40, state: "in_gebruik", note: "De oude verbindingen zijn dicht." },
    ],
    milestones: [{ title: "Eerste vijftig aansluitingen over", day: -170, reached: -178 }, { title: "Oude verbindingen dicht", day: -60, reached: -40 }],
    scores: { points: [5, 4, 4, 3], apart: 1, seats: 9 },
  },
  {
    key: "koppelen", title: "Eén manier van koppelen", component: "ggi-services", approach: "innovatie", cost: [400_000, 700_000],
    summary: "Beschrijvingen en foutmeldingen van alle API's op het platform worden gelijk, zodat aansluiten minder tijd kost.",
    proposals: ["ser-oas", "ser-fouten"], created: -224, quarters: [-2, 0], fte: 2,
    decision: { day: -203, outcome: "opnemen", motivation: "Sluit aan bij landelijke ontwerpregels en scheelt elke gemeente uitzoekwerk.", figures: { voor: 8, tegen: 0, onthouden: 1 } },
    progress: [
      { day: -150, state: "loopt", note: "Tien koppelingen zijn omgezet." },
      { day: -18, state: "gerealiseerd", note: "Alle koppelingen voldoen." },
    ],
    milestones: [{ title: "Eerste tien koppelingen omgezet", day: -150, reached: -152 }],
  },
  {
    key: "bewaken", title: "Gezamenlijke bewaking, dag en nacht", component: "ggi-veilig", approach: "optimalisatie", cost: [1_200_000, 1_800_000],
    summary: "Logregels van gemeenten komen bij elkaar in één bewaking, die bij ernstige incidenten binnen een half uur belt.",
    proposals: ["vei-logs", "vei-melden"], created: -222, quarters: [-1, 2], fte: 5,
    decision: { day: -201, outcome: "opnemen", motivation: "Aanvallen op gemeenten nemen toe. Alleen samen is bewaking dag en nacht betaalbaar.", figures: { voor: 9, tegen: 0, onthouden: 0 } },
    progress: [{ day: -90, state: "loopt", note: "Twintig gemeenten doen mee in de eerste groep." }],
    milestones: [{ title: "Eerste twintig gemeenten in bewaking", day: -85, reached: -90 }, { title: "Bereikbaar in het weekend", day: 40, moved: { on: -20, from: 5, reason: "De roosters van de bewaking zijn later rond dan gedacht." } }],
    phases: [
      { title: "Eerste groep", quarters: 1, gate: "Twintig gemeenten zijn in bewaking", passed: -88 },
      { title: "Uitbreiden", quarters: 2, gate: "Bij ernstige incidenten belt de bewaking binnen een half uur" },
      { title: "Overdragen aan beheer", quarters: 1, gate: "" },
    ],
    scores: { points: [5, 5, 3, 2], apart: 1, seats: 9 },
  },
  {
    key: "beschikbaar", title: "IPv6 en een netwerk zonder zwakke plek", component: "ggi-netwerk", approach: "optimalisatie", cost: [800_000, 1_100_000],
    summary: "Elke aansluiting krijgt IPv6 en de kern van het netwerk blijft werken als een locatie uitvalt.",
    proposals: ["net-ipv6", "net-dubbel"], created: -49, quarters: [1, 4], fte: 4,
    decision: { day: -29, outcome: "opnemen", motivation: "Landelijke afspraken vragen IPv6. Beide eisen raken dezelfde apparatuur; samen uitvoeren is goedkoper.", figures: { voor: 8, tegen: 0, onthouden: 1 } },
    milestones: [{ title: "Proef met IPv6 in twee gemeenten", day: 150 }],
    needs: ["diginetwerk"], efforts: [2, 3, 5, 4],
    phases: [
      { title: "Proef in twee gemeenten", quarters: 1, gate: "De proef haalt de eisen voor beschikbaarheid" },
      { title: "Uitrol", quarters: 2, gate: "Alle aansluitingen zijn dubbel" },
      { title: "Nazorg", quarters: 1, gate: "" },
    ],
    scores: { points: [4, 4, 3, 3], apart: 1, seats: 9 },
  },
  {
    key: "proef", title: "Proefomgeving voor koppelingen", component: "ggi-services", approach: "innovatie", cost: [250_000, 400_000],
    summary: "Eén omgeving met een verzonnen gemeente, waarin ontwikkelaars alle koppelingen kunnen uitproberen.",
    proposals: ["ser-proef", "ser-versies"], created: -25, quarters: [2, 4], fte: 3,
    needs: ["catalogus"], scores: { points: [3, 4, 4, 5], apart: 2, seats: 8 },
  },
  {
    key: "zones", title: "Twee zones met één voordeur", component: "ggi-netwerk", approach: "optimalisatie", cost: [700_000, 900_000],
    summary: "Overheidszone en marktzone krijgen één loket, dezelfde afspraken en één overzicht van storingen.",
    proposals: ["net-zones", "net-markt"], created: -24, quarters: [3, 4], fte: 3, efforts: [2, 3],
    needs: ["marktzone"], scores: { points: [4, 4, 3, 4], apart: 1, seats: 8 },
  },
  {
    key: "gaten", title: "Bekende gaten op tijd dicht", component: "ggi-veilig", approach: "optimalisatie", cost: [200_000, 350_000],
    summary: "Een gezamenlijk overzicht van bekende gaten, met een termijn en hulp voor wie het niet alleen redt.",
    proposals: ["vei-patch"], created: -23, quarters: [4, 6], fte: 2,
    scores: { points: [5, 3, 4, 4], apart: 1, seats: 7 },
  },
  {
    key: "detectie", title: "Detectieregels van gemeenten samen", component: "ggi-veilig", approach: "innovatie", cost: [300_000, 500_000],
    summary: "Gemeenten delen hun regels om aanvallen te herkennen en houden die samen bij.",
    proposals: ["vei-regels"], created: -22, quarters: [3, 5], fte: 2,
    needs: ["bewaken"], scores: { points: [4, 4, 5, 3], apart: 2, seats: 8 },
  },
  {
    key: "regio", title: "Regionale aansluithulp", component: "ggi-afspraken", approach: "optimalisatie", cost: [600_000, 900_000],
    summary: "Een team per regio loopt een half jaar mee met kleine gemeenten die aansluiten.",
    proposals: ["adv-regio"], created: -170, quarters: [1, 3], fte: 4,
    decision: { day: -29, outcome: "aanhouden", until: 90, motivation: "Eerst de uitkomst van de bewaking in de eerste twintig gemeenten afwachten. Daar blijkt hoeveel hulp nodig is.", figures: { voor: 7, tegen: 1, onthouden: 1 } },
    scores: { points: [3, 5, 4, 2], apart: 2, seats: 9 },
  },
  {
    key: "certificaten", title: "Eigen certificaatdienst van gemeenten", component: "ggi-netwerk", approach: "innovatie", cost: [900_000, 2_000_000],
    summary: "Een dienst van gemeenten zelf die certificaten uitgeeft voor systemen binnen GGI-Netwerk.",
    proposals: ["net-ca"], created: -218, quarters: [0, 3], fte: 4,
    decision: { day: -199, outcome: "afwijzen", motivation: "Beheer en aansprakelijkheid wegen niet op tegen de besparing. De landelijke certificaten voldoen.", figures: { voor: 7, tegen: 2, onthouden: 0 } },
  },
  {
    key: "hulp", title: "Hulp op locatie na een aanval", component: "ggi-veilig", approach: "optimalisatie", cost: [500_000, 800_000],
    summary: "Een team dat binnen een dag bij een getroffen gemeente is voor onderzoek en herstel.",
    proposals: ["vei-herstel"], created: -45, quarters: [2, 5], fte: 3,
    decision: { day: -28, outcome: "terugverwijzen", question: "Wat doen de veiligheidsregio's al, en wat komt daar voor gemeenten bovenop?", motivation: "Het doel is helder, maar overlap met de veiligheidsregio's is niet uitgezocht.", figures: { voor: 9, tegen: 0, onthouden: 0 } },
    scores: { points: [4, 3, 2, 2], apart: 2, seats: 8 },
  },
];

/** Work on the roadmap from before the portal: it takes capacity, so the Taskforce must see it. */
export interface StoryRoadmapItem {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly component: ComponentSlug;
  readonly body: BodySlug;
  readonly quarters: readonly [start: number, end: number];
  readonly fte: number;
  readonly entered: number;
  readonly needs?: readonly string[];
  /** it was planned otherwise before */
  readonly moved?: { readonly on: number; readonly from: readonly [start: number, end: number]; readonly reason: string };
}

export const ROADMAP: readonly StoryRoadmapItem[] = [
  { key: "diginetwerk", title: "Overstap naar de nieuwe koppeling met Diginetwerk", summary: "De koppeling met Diginetwerk wordt vernieuwd. Gemeenten merken er niets van.", component: "ggi-netwerk", body: "taskforce", quarters: [0, 1], fte: 2, entered: -120 },
  { key: "marktzone", title: "Marktzone open voor de eerste leveranciers", summary: "Drie cloudleveranciers sluiten als eersten aan op de marktzone.", component: "ggi-netwerk", body: "taskforce", quarters: [2, 3], fte: 2, entered: -118, needs: ["diginetwerk"] },
  { key: "perceel", title: "Aanbesteding van het tweede perceel beveiliging", summary: "Gezamenlijke inkoop van beveiligingsproducten. Aanmelden kan tot het begin van het kwartaal.", component: "ggi-veilig", body: "taskforce", quarters: [1, 2], fte: 2, entered: -116, moved: { on: -35, from: [0, 1], reason: "Meer tijd voor vragen van leveranciers, op advies van inkoop." } },
  { key: "weerbaar", title: "Weerbaarheidstoets voor alle gemeenten", summary: "Een korte toets laat zien waar een gemeente staat en wat de eerste stap is.", component: "ggi-veilig", body: "taskforce", quarters: [3, 5], fte: 2, entered: -114 },
  { key: "catalogus", title: "Catalogus van koppelingen", summary: "Eén lijst van alle koppelingen, met prijs, kwaliteit en gebruik.", component: "ggi-services", body: "taskforce", quarters: [-1, 2], fte: 2, entered: -112, moved: { on: -60, from: [-1, 1], reason: "Leveranciers leveren hun gegevens later aan dan afgesproken." } },
  { key: "zaken", title: "Koppelingen voor zaakgericht werken", summary: "Koppelingen tussen zaaksystemen volgens de landelijke standaard.", component: "ggi-services", body: "taskforce", quarters: [3, 6], fte: 3, entered: -110, needs: ["catalogus"] },
  { key: "voorwaarden", title: "Herziene inkoopvoorwaarden", summary: "Eén set voorwaarden voor ICT-inkoop, met lessen uit het afgelopen jaar.", component: "ggi-afspraken", body: "taskforce", quarters: [0, 2], fte: 1, entered: -108 },
  { key: "toezicht", title: "Jaarlijks verslag over leveranciers", summary: "Hoe houden leveranciers zich aan de afspraken? Elk jaar een openbaar verslag.", component: "ggi-afspraken", body: "taskforce", quarters: [4, 6], fte: 1, entered: -106, needs: ["voorwaarden"] },
];

/** How many people can work on collective projects, by quarter from now. */
export const CAPACITY: readonly (readonly [quarter: number, fte: number])[] = [
  [-2, 12], [-1, 14], [0, 14], [1, 15], [2, 15], [3, 16], [4, 16], [5, 14], [6, 14], [7, 14],
];

/** What the Taskforce compares initiatives on. The second version weighs what gemeenten ask of it more heavily, and asks it of themselves. */
export const CRITERIA = {
  first: { day: -236, why: "Eerste afspraak van de Taskforce, voor een half jaar.", weights: [30, 30, 20, 20], last: { title: "Eenvoudig uit te voeren", meaning: "Hoe moeilijk is dit voor een gemeente?", lowest: "Alleen met eigen specialisten", highest: "Vrijwel vanzelf" } },
  second: { day: -40, why: "Kleine gemeenten vragen om werk dat zij kunnen dragen. Dat weegt zwaarder.", weights: [30, 25, 15, 30], last: { title: "Uitvoerbaar voor kleine gemeenten", meaning: "Kan een gemeente met weinig mensen dit aan?", lowest: "Alleen met eigen specialisten", highest: "Ook zonder eigen mensen" } },
  criteria: [
    { title: "Bijdrage aan veilige dienstverlening", meaning: "Hoeveel veiliger of beter wordt de dienstverlening van gemeenten?", lowest: "Inwoners merken er niets van", highest: "Zonder dit loopt de dienstverlening gevaar" },
    { title: "Draagvlak bij gemeenten", meaning: "Hoeveel gemeenten vragen hierom en doen mee?", lowest: "Een enkele gemeente", highest: "Vrijwel alle gemeenten" },
    { title: "Besparing samen", meaning: "Hoeveel scheelt het om dit samen te doen?", lowest: "Het kost samen meer", highest: "Het scheelt meer dan de helft" },
  ],
} as const;

/** Alternatives that members of the Taskforce laid on the table. */
export const SCENARIOS = [
  { key: "later", by: "secretaris.taskforce", day: -8, title: "Proefomgeving een half jaar later", note: "Dan is de catalogus klaar en is er plaats in elk kwartaal.", wishes: [{ initiative: "proef", stance: "eerst", shift: 2 }, { initiative: "zones", stance: "gewoon", shift: 1 }] },
  { key: "veilig", by: "lid3.taskforce", day: -6, title: "Eerst veiligheid", note: "Detectie en gaten gaan voor. De zones wachten een jaar.", wishes: [{ initiative: "detectie", stance: "eerst", shift: 0 }, { initiative: "gaten", stance: "eerst", shift: -1 }, { initiative: "zones", stance: "weg", shift: 0 }] },
] as const;

/** Which management question each advies of the Adviesraad is about. */
export const ADVICE_SUBJECTS_OF = [
  ["adv-regie", "organisatie"], ["adv-contact", "implementatie"], ["adv-meten", "opschaling"], ["adv-kosten", "organisatie"], ["adv-klein", "opschaling"], ["adv-regio", "adoptie"], ["adv-campagne", "adoptie"],
] as const;

/** What the Taskforce answered. */
export const ADVICE_ANSWERS = [
  { proposal: "adv-meten", day: -150, kind: "deels", dictum: "De Taskforce laat de stand twee keer per jaar openbaar maken, met gegevens van gemeenten zelf.", motivation: "Elk kwartaal vraagt te veel van kleine gemeenten. Twee keer per jaar is genoeg om te sturen." },
] as const;
