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
  readonly milestones?: readonly { readonly title: string; readonly day: number; readonly reached?: number }[];
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
    milestones: [{ title: "Eerste twintig gemeenten in bewaking", day: -85, reached: -90 }, { title: "Bereikbaar in het weekend", day: 40 }],
  },
  {
    key: "beschikbaar", title: "IPv6 en een netwerk zonder zwakke plek", component: "ggi-netwerk", approach: "optimalisatie", cost: [800_000, 1_100_000],
    summary: "Elke aansluiting krijgt IPv6 en de kern van het netwerk blijft werken als een locatie uitvalt.",
    proposals: ["net-ipv6", "net-dubbel"], created: -49, quarters: [1, 4], fte: 4,
    decision: { day: -29, outcome: "opnemen", motivation: "Landelijke afspraken vragen IPv6. Beide eisen raken dezelfde apparatuur; samen uitvoeren is goedkoper.", figures: { voor: 8, tegen: 0, onthouden: 1 } },
    milestones: [{ title: "Proef met IPv6 in twee gemeenten", day: 150 }],
  },
  {
    key: "proef", title: "Proefomgeving voor koppelingen", component: "ggi-services", approach: "innovatie", cost: [250_000, 400_000],
    summary: "Eén omgeving met een verzonnen gemeente, waarin ontwikkelaars alle koppelingen kunnen uitproberen.",
    proposals: ["ser-proef", "ser-versies"], created: -25, quarters: [2, 4], fte: 3,
  },
  {
    key: "regio", title: "Regionale aansluithulp", component: "ggi-afspraken", approach: "optimalisatie", cost: [600_000, 900_000],
    summary: "Een team per regio loopt een half jaar mee met kleine gemeenten die aansluiten.",
    proposals: ["adv-regio"], created: -170, quarters: [1, 3], fte: 4,
    decision: { day: -29, outcome: "aanhouden", until: 90, motivation: "Eerst de uitkomst van de bewaking in de eerste twintig gemeenten afwachten. Daar blijkt hoeveel hulp nodig is.", figures: { voor: 7, tegen: 1, onthouden: 1 } },
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
}

export const ROADMAP: readonly StoryRoadmapItem[] = [
  { key: "diginetwerk", title: "Overstap naar de nieuwe koppeling met Diginetwerk", summary: "De koppeling met Diginetwerk wordt vernieuwd. Gemeenten merken er niets van.", component: "ggi-netwerk", body: "taskforce", quarters: [0, 1], fte: 2, entered: -120 },
  { key: "marktzone", title: "Marktzone open voor de eerste leveranciers", summary: "Drie cloudleveranciers sluiten als eersten aan op de marktzone.", component: "ggi-netwerk", body: "taskforce", quarters: [2, 3], fte: 2, entered: -118, needs: ["diginetwerk"] },
  { key: "perceel", title: "Aanbesteding van het tweede perceel beveiliging", summary: "Gezamenlijke inkoop van beveiligingsproducten. Aanmelden kan tot het begin van het kwartaal.", component: "ggi-veilig", body: "taskforce", quarters: [1, 2], fte: 2, entered: -116 },
  { key: "weerbaar", title: "Weerbaarheidstoets voor alle gemeenten", summary: "Een korte toets laat zien waar een gemeente staat en wat de eerste stap is.", component: "ggi-veilig", body: "taskforce", quarters: [3, 5], fte: 2, entered: -114 },
  { key: "catalogus", title: "Catalogus van koppelingen", summary: "Eén lijst van alle koppelingen, met prijs, kwaliteit en gebruik.", component: "ggi-services", body: "taskforce", quarters: [-1, 1], fte: 2, entered: -112 },
  { key: "zaken", title: "Koppelingen voor zaakgericht werken", summary: "Koppelingen tussen zaaksystemen volgens de landelijke standaard.", component: "ggi-services", body: "taskforce", quarters: [3, 6], fte: 3, entered: -110, needs: ["catalogus"] },
  { key: "voorwaarden", title: "Herziene inkoopvoorwaarden", summary: "Eén set voorwaarden voor ICT-inkoop, met lessen uit het afgelopen jaar.", component: "ggi-afspraken", body: "taskforce", quarters: [0, 2], fte: 1, entered: -108 },
  { key: "toezicht", title: "Jaarlijks verslag over leveranciers", summary: "Hoe houden leveranciers zich aan de afspraken? Elk jaar een openbaar verslag.", component: "ggi-afspraken", body: "taskforce", quarters: [4, 6], fte: 1, entered: -106, needs: ["voorwaarden"] },
];

/** How many people can work on collective projects, by quarter from now. */
export const CAPACITY: readonly (readonly [quarter: number, fte: number])[] = [
  [-2, 12], [-1, 14], [0, 14], [1, 15], [2, 15], [3, 16], [4, 16], [5, 14], [6, 14], [7, 14],
];
