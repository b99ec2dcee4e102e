import type { COMPONENTS, POLICY_AREAS } from "./reference.ts";

type Component = (typeof COMPONENTS)[number]["slug"];
type Area = (typeof POLICY_AREAS)[number]["slug"];

export interface ReferenceBlock {
  readonly code: string;
  readonly title: string;
  /** the sentence for a policy note, in the we-form */
  readonly statement: string;
  readonly explanation: string;
  readonly areas: readonly Area[];
  readonly components: readonly Component[];
  /** BIG numbers that it helps with */
  readonly controls?: readonly string[];
}

const [NET, VEI, SER, AFS] = ["ggi-netwerk", "ggi-veilig", "ggi-services", "ggi-afspraken"] as const;
const ALL = [NET, SER, VEI, AFS];

const block = (code: string, title: string, statement: string, explanation: string, areas: readonly Area[], components: readonly Component[], controls: readonly string[] = []): ReferenceBlock => ({ code, title, statement, explanation, areas, components, controls });

/** The library that every portal starts with. Facts from the domain; the sentences are ours. */
export const BUILDING_BLOCKS: readonly ReferenceBlock[] = [
  block("D01", "Snel mee met nieuwe voorzieningen", "Wij sluiten snel aan op nieuwe landelijke en gezamenlijke voorzieningen. Inwoners en ondernemers merken dat meteen.", "Een gedeeld netwerk en gedeelde koppelingen halen de aanlooptijd weg die elke gemeente anders zelf heeft.", ["dienstverlening"], [NET, SER]),
  block("D02", "Gegevens blijven van de gemeente", "Wij houden zelf zeggenschap over onze gegevens, ook als een leverancier ze verwerkt.", "Met gezamenlijke afspraken staat een gemeente sterker tegenover een leverancier dan alleen.", ["dienstverlening"], [SER, AFS]),
  block("D03", "Uitleggen hoe wij met gegevens omgaan", "Wij kunnen aan inwoners laten zien hoe wij gegevens uitwisselen en hoe wij ze beschermen.", "Verkeer over een besloten netwerk is te volgen en te verantwoorden.", ["dienstverlening"], [NET, VEI], ["10.8"]),
  block("D04", "Sterker inkopen voor dienstverlening", "Wij kopen ICT voor onze dienstverlening samen in. Zo kunnen wij sneller bijsturen.", "Samen stellen gemeenten eisen die een leverancier serieus neemt.", ["dienstverlening"], ALL),
  block("D05", "Betrouwbare lijnen met partners", "Onze verbindingen met partners in de keten zijn goed beveiligd en vallen zelden uit.", "Hulp aan inwoners loopt vaak over meer organisaties. De zwakste verbinding bepaalt dan hoe goed het gaat.", ["dienstverlening"], [NET, VEI], ["10.6"]),
  block("B01", "Minder zelf regelen", "Wij bouwen niet alle kennis van inkoop, beheer en regie zelf op, maar delen die met andere gemeenten.", "Specialisten zijn schaars. Gezamenlijk zijn zij wel te betalen.", ["bedrijfsvoering"], ALL),
  block("B02", "Samen onderhandelen", "Wij onderhandelen samen met andere gemeenten met aanbieders van ICT.", "Een collectief van gemeenten is voor een aanbieder een grote klant.", ["bedrijfsvoering"], ALL),
  block("B03", "Tijd voor eigen doelen", "Wij gebruiken wat gezamenlijk is gemaakt en houden tijd over voor onze eigen plannen.", "Wat voor alle gemeenten gelijk is, hoeft niet elke gemeente uit te vinden.", ["bedrijfsvoering"], ALL),
  block("B04", "Nieuwe middelen sneller gebruiken", "Wij nemen nieuwe digitale hulpmiddelen snel en beheerst in gebruik.", "Koppelingen en verbindingen liggen er al als een nieuw hulpmiddel komt.", ["bedrijfsvoering"], [NET, SER]),
  block("B05", "Veilig op landelijke voorzieningen", "Wij sluiten snel en veilig aan op landelijke voorzieningen en op onze partners in de keten.", "Denk aan het stelsel voor de Omgevingswet en aan basisregistraties.", ["bedrijfsvoering", "dienstverlening"], [NET, SER, VEI], ["6.2"]),
  block("B06", "Meer kwaliteit voor weinig extra geld", "Wij krijgen samen een hoger niveau van dienstverlening dan wij alleen kunnen betalen.", "Bewaking in nacht en weekend is het duidelijkste voorbeeld.", ["bedrijfsvoering"], ALL),
  block("B07", "Inkopen via gezamenlijke contracten", "Wij maken gebruik van gezamenlijke raamcontracten voor netwerk, beveiliging en koppelingen.", "Dat scheelt elke gemeente een eigen aanbesteding.", ["bedrijfsvoering"], ALL),
  block("I01", "Hoog niveau van beveiliging", "Wij doen mee met de gezamenlijke beveiliging en verhogen zo onze weerbaarheid.", "De gezamenlijke diensten zijn zelf al sterk beveiligd.", ["informatieveiligheid"], [VEI], ["10.4", "15.2"]),
  block("I02", "Dag en nacht kunnen reageren", "Wij kunnen op elk moment van de dag optreden bij een digitale dreiging.", "Voor één gemeente is zo'n dienst niet te betalen.", ["informatieveiligheid"], [VEI], ["13.1", "13.2"]),
  block("I03", "Hulp bij wet en norm", "Wij gebruiken gezamenlijke producten en deskundigen om te voldoen aan de privacywet en de beveiligingsnorm.", "Onze eigen specialisten leren mee.", ["informatieveiligheid"], [VEI], ["6.1.8", "15.2"]),
  block("I04", "Voordelige middelen voor beveiliging", "Wij kopen middelen voor beveiliging en advies daarover samen in.", "Gespecialiseerd gereedschap is duur als één gemeente het koopt.", ["informatieveiligheid"], [VEI], ["12.6"]),
  block("I05", "Toezicht op leveranciers", "Wij zien er samen op toe dat leveranciers veilig gegevens met ons uitwisselen.", "Veel dreiging komt binnen via een leverancier.", ["informatieveiligheid"], [AFS], ["6.2", "10.2", "10.8"]),
  block("I06", "Verbindingen die blijven werken", "Onze verbindingen zijn veilig en beschikbaar, ook als ergens een onderdeel uitvalt.", "Zonder verbinding staat de dienstverlening stil.", ["informatieveiligheid"], [NET], ["10.6", "14.1"]),
  block("I07", "Zien wat er op het netwerk gebeurt", "Wij laten ons netwerk dag en nacht bewaken en volgen elke ernstige melding op.", "Wie niet meet, weet niet wat er misgaat.", ["informatieveiligheid"], [NET, VEI], ["10.10", "13.1"]),
  block("I08", "Kennis over zwakke plekken delen", "Wij delen kennis over kwetsbaarheden snel met andere gemeenten.", "Een aanval bij één gemeente is een waarschuwing voor alle andere.", ["informatieveiligheid"], [VEI], ["6.1.7", "8.2.2", "12.6"]),
  block("T01", "Eenvoudiger ICT", "Wij maken onze eigen ICT minder ingewikkeld door gezamenlijke onderdelen te gebruiken.", "Minder losse oplossingen betekent minder beheer.", ["ict-management"], ALL),
  block("T02", "Eén aansluiting", "Wij hebben één aansluiting op het gezamenlijke netwerk voor de hele organisatie.", "Dat scheelt beheer en beveiliging van losse aansluitingen.", ["ict-management"], [NET], ["11.4"]),
  block("T03", "Minder werk aan koppelingen", "Wij bouwen en onderhouden minder koppelingen zelf.", "Een koppeling die gezamenlijk is gemaakt, werkt voor elke gemeente.", ["ict-management"], [SER]),
  block("T04", "Niet vast aan één leverancier", "Wij koppelen systemen met standaarden, zodat wij van leverancier kunnen wisselen.", "Een koppeling met een eigen taal van een leverancier maakt wisselen duur.", ["ict-management"], [SER, AFS], ["12.2"]),
  block("T05", "Basis voor een cloud van gemeenten", "Wij bouwen mee aan de basis waarop een cloud van en voor gemeenten kan groeien.", "Aanbieders van cloud sluiten aan op het netwerk van gemeenten, onder onze voorwaarden.", ["ict-management"], [NET, AFS], ["6.2"]),
  block("T06", "Aandacht voor werk en gegevens", "Wij besteden onze aandacht aan processen, gegevens en online diensten in plaats van aan techniek.", "Het beheer van de infrastructuur gebeurt samen. Dat past bij Common Ground.", ["ict-management"], ALL),
  block("T07", "Minder sturen en beheren", "Wij hebben minder werk aan het sturen en beheren van verbindingen en infrastructuur.", "De inrichting is gezamenlijk en op één plaats beschreven.", ["ict-management"], [NET, SER], ["10.6"]),
  block("T08", "Snel op landelijke voorzieningen", "Wij sluiten onze systemen snel en veilig aan op landelijke voorzieningen en op partners.", "Het stelsel voor de Omgevingswet is een voorbeeld.", ["ict-management"], [NET, SER]),
  block("T09", "Gebruiken wat een ander maakte", "Wij gebruiken wat een andere gemeente al heeft ontworpen en gebouwd, als het bij ons past.", "Met dezelfde koppelingen werkt het ook bij ons.", ["ict-management"], [SER]),
  block("T10", "Gelijk ingericht, dus deelbaar", "Wij richten onze infrastructuur gelijk in, zodat wij kennis, mensen en producten kunnen delen.", "Een collega uit een andere gemeente kan dan meteen helpen.", ["ict-management", "bedrijfsvoering"], ALL),
  block("A01", "Zelf zeggenschap", "Wij bepalen samen welke gegevens over de infrastructuur gaan, wie mee mag doen en onder welke voorwaarden.", "Zo blijft de infrastructuur van gemeenten zelf.", ["algemeen"], ALL),
  block("A02", "Veilig delen in de keten", "Wij delen gegevens veilig met gemeenten, andere overheden en partners.", "Eén infrastructuur voor iedereen is beter te beveiligen dan veel losse lijnen.", ["algemeen"], ALL, ["10.8"]),
  block("A03", "Sneller veranderen", "Wij leggen nieuwe verbindingen sneller en eenvoudiger aan.", "Dat geldt voor landelijke voorzieningen, voor andere gemeenten en voor diensten in de cloud.", ["algemeen"], [NET, SER]),
  block("A04", "Leren van elkaar", "Wij werken meer op dezelfde manier en leren daardoor makkelijker van elkaar.", "Kennis van de een is meteen bruikbaar voor de ander.", ["algemeen"], ALL),
  block("A05", "Sterker tegenover de markt", "Wij stellen samen voorwaarden aan aanbieders die aan gemeenten willen leveren.", "Alleen heeft een gemeente weinig te kiezen.", ["algemeen"], ALL),
  block("A06", "Laten zien dat wij voldoen", "Wij gebruiken de gezamenlijke infrastructuur om aan te tonen dat wij aan de normen voldoen.", "Wat één keer voor alle gemeenten is getoetst, hoeft niet elke gemeente opnieuw te toetsen.", ["algemeen"], [NET, VEI], ["15.2"]),
  block("A07", "Lagere kosten", "Wij geven minder uit doordat wij samen bouwen en samen inkopen.", "Vooral de kosten die er elk jaar bij komen, vallen lager uit.", ["algemeen"], ALL),
];
