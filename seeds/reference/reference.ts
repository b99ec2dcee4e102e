/** What the portal is about, the same for everybody: components, policy areas, bodies and the six shared needs. */

export const COMPONENTS = [
  { slug: "ggi-netwerk", name: "GGI-Netwerk", summary: "Een besloten netwerk waarop gemeenten veilig gegevens uitwisselen met elkaar en met hun partners." },
  { slug: "ggi-veilig", name: "GGI-Veilig", summary: "Bewaking van systemen, producten die beschermen en deskundige hulp." },
  { slug: "ggi-services", name: "GGI-Services", summary: "Een gedeeld platform om systemen met standaarden op elkaar aan te sluiten." },
  { slug: "ggi-afspraken", name: "GGI-Afspraken", summary: "De afspraken waaraan gemeenten en leveranciers zich samen houden." },
] as const;

export const POLICY_AREAS = [
  { slug: "dienstverlening", name: "Dienstverlening" },
  { slug: "bedrijfsvoering", name: "Bedrijfsvoering" },
  { slug: "informatieveiligheid", name: "Informatieveiligheid" },
  { slug: "ict-management", name: "Informatie- en ICT-management" },
  { slug: "algemeen", name: "Algemeen" },
] as const;

export const BODIES = [
  { slug: "adviesraad", name: "GGI-Adviesraad", prefix: "ADV", kind: "adviesraad", tlp: "CLEAR", component: null, purpose: "Kijkt naar de hogere doelen en geeft advies over wat de expertgroepen voorstellen." },
  { slug: "netwerk", name: "Expertgroep GGI-Netwerk", prefix: "NET", kind: "expertgroep", tlp: "CLEAR", component: "ggi-netwerk", purpose: "Schrijft eisen en wensen voor het besloten netwerk." },
  { slug: "veilig", name: "Expertgroep GGI-Veilig", prefix: "VEI", kind: "expertgroep", tlp: "GREEN", component: "ggi-veilig", purpose: "Schrijft eisen en wensen voor bewaking, bescherming en hulp. Een deel is vertrouwelijk." },
  { slug: "services", name: "Expertgroep GGI-Services", prefix: "SER", kind: "expertgroep", tlp: "CLEAR", component: "ggi-services", purpose: "Schrijft eisen en wensen voor het platform en de aansluitingen." },
  { slug: "taskforce", name: "Taskforce Samen Organiseren", prefix: "TSO", kind: "taskforce", tlp: "CLEAR", component: null, purpose: "Kiest welke gezamenlijke projecten voorgaan en beslist over het portfolio." },
] as const;

const ALL = ["ggi-netwerk", "ggi-services", "ggi-veilig", "ggi-afspraken"] as const;

export const NEEDS: readonly { readonly title: string; readonly components: readonly string[] }[] = [
  { title: "Sterker staan tegen digitale dreigingen", components: ALL },
  { title: "Veilig gegevens delen met partners en voorzieningen, en daar snel op aansluiten", components: ["ggi-netwerk", "ggi-services", "ggi-veilig"] },
  { title: "Veel sneller aansluiten op wat samen is gemaakt", components: ["ggi-netwerk", "ggi-services"] },
  { title: "Makkelijk wisselen van leverancier en vernieuwingen beheerst gebruiken", components: ["ggi-services", "ggi-afspraken"] },
  { title: "Zelf en samen het initiatief hebben bij leveranciers", components: ALL },
  { title: "Minder kosten door samen in te kopen", components: ALL },
];
