import type { BodySlug, ComponentSlug } from "./story.ts";

/** Needs that gemeenten handed in: answered and waiting. */
export interface StoryNeed {
  readonly key: string;
  readonly by: string;
  readonly body: BodySlug;
  readonly title: string;
  readonly statement: string;
  readonly components: readonly ComponentSlug[];
  readonly day: number;
  readonly answer?: { readonly day: number; readonly outcome: "accept" | "join" | "decline"; readonly statement: string; readonly joins?: number };
}

export const NEEDS: readonly StoryNeed[] = [
  {
    key: "stage", by: "gemeente1", body: "netwerk", day: -214, components: ["ggi-netwerk"],
    title: "Oude systemen blijven bereikbaar na de overstap op IPv6", statement: "Ons systeem voor de begraafplaatsen is vijftien jaar oud. Wij willen niet alles tegelijk vervangen omdat het netwerk verandert.",
    answer: { day: -206, outcome: "accept", statement: "Herkenbaar. De expertgroep neemt dit mee in een eis over IPv6." },
  },
  {
    key: "buren", by: "gemeente2", body: "veilig", day: -120, components: ["ggi-veilig"],
    title: "Samen met buurgemeenten oefenen", statement: "Als kleine gemeente krijgen wij een oefening niet alleen van de grond. Met vier buren samen wel.",
    answer: { day: -110, outcome: "join", joins: 1, statement: "Wij voegen dit toe aan de behoefte aan meer weerbaarheid. Er komt een voorstel over oefenen." },
  },
  {
    key: "printers", by: "gemeente3", body: "services", day: -95, components: ["ggi-services"],
    title: "Gezamenlijk contract voor printers", statement: "Wij betalen veel voor printen. Kan dat niet samen?",
    answer: { day: -88, outcome: "decline", statement: "Printers vallen buiten de GGI. Kijk bij de gezamenlijke inkoop van uw regio." },
  },
  {
    key: "taal", by: "gemeente4", body: "services", day: -64, components: ["ggi-services"],
    title: "Gewone taal bij koppelingen", statement: "Onze medewerkers begrijpen de namen van velden niet. Graag uitleg in gewone taal.",
    answer: { day: -55, outcome: "accept", statement: "Goed punt. Hiervan maken wij een voorstel." },
  },
  {
    key: "weekend", by: "gemeente1", body: "veilig", day: -9, components: ["ggi-veilig"],
    title: "Iemand spreken in het weekend", statement: "Bij een vals alarm op zaterdag konden wij niemand bereiken die ons verder hielp.",
  },
  {
    key: "glas", by: "gemeente5", body: "netwerk", day: -4, components: ["ggi-netwerk"],
    title: "Glasvezel naar buitenlocaties", statement: "Onze gemeentewerf en twee zwembaden hebben geen goede verbinding. Kan dat via GGI-Netwerk?",
  },
];
