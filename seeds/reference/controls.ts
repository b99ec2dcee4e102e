import { BIO } from "./controls-bio.ts";
import { BIO2 } from "./controls-bio2.ts";

export interface ReferenceControl {
  readonly framework: "BIG" | "BIO" | "BIO2";
  /** as in "BIG 2013" and "BIO 1.04"; BIO2 has one edition */
  readonly edition: string;
  readonly number: string;
  readonly title: string;
  /** what it asks, in our own words */
  readonly summary: string;
  /** only from BIG: the place in BIO2 that comes nearest. Indicative: no expert has confirmed it */
  readonly mapsTo: string | null;
}

const listed = (framework: "BIO" | "BIO2", edition: string, lines: string): ReferenceControl[] =>
  lines.trim().split("\n").map((line) => {
    const [number = "", title = "", summary = ""] = line.split(" | ");
    return { framework, edition, number, title, summary, mapsTo: null };
  });

const big = (number: string, title: string, summary: string, mapsTo: string | null): ReferenceControl => ({ framework: "BIG", edition: "2013", number, title, summary, mapsTo });

/** The controls of the BIG that the building blocks and the first proposals name. Source: the handreiking of 2018; the mapping is our own. */
const BIG: readonly ReferenceControl[] = [
  big("6.1.7", "Contact met speciale belangengroepen", "Deel kennis met groepen van deskundigen.", "BIO2 5.06"),
  big("6.1.8", "Beoordeling van het informatiebeveiligingsbeleid", "Laat het beleid onafhankelijk beoordelen.", "BIO2 5.35"),
  big("6.2", "Externe partijen", "Beheers de risico’s van wat anderen voor u doen.", "BIO2 5.19–5.22"),
  big("8.2.2", "Bewustwording, opleiding en training", "Leer mensen veilig te werken.", "BIO2 6.03"),
  big("10.2", "Exploitatie door een derde partij", "Houd toezicht op diensten van anderen.", "BIO2 5.22"),
  big("10.4", "Bescherming tegen virussen", "Voorkom en ontdek schadelijke programma’s.", "BIO2 8.07"),
  big("10.5.1", "Reservekopieën", "Maak kopieën en test of terugzetten lukt.", "BIO2 8.13"),
  big("10.6", "Beheer van netwerkbeveiliging", "Beveilig netwerken en de diensten daarop.", "BIO2 8.20–8.22"),
  big("10.8", "Uitwisseling van informatie", "Deel informatie veilig, binnen en buiten.", "BIO2 5.14"),
  big("10.8.1", "Regels voor uitwisseling", "Stel regels voor het delen van informatie.", "BIO2 5.14"),
  big("10.10", "Controle", "Leg vast wat er gebeurt en kijk het na.", "BIO2 8.15–8.17"),
  big("10.10.1", "Vastleggen van gebeurtenissen", "Houd bij wat gebruikers en systemen doen.", "BIO2 8.15"),
  big("11.4", "Toegangsbeheersing voor netwerken", "Geef alleen toegang tot wat nodig is.", "BIO2 8.20 en 8.22"),
  big("11.4.5", "Scheiding van netwerken", "Splits netwerken in delen.", "BIO2 8.22"),
  big("12.2", "Correcte verwerking in toepassingen", "Voorkom fouten en misbruik in toepassingen.", "BIO2 8.26 en 8.28"),
  big("12.6", "Beheer van technische kwetsbaarheden", "Vind zwakke plekken en los ze op tijd op.", "BIO2 8.08"),
  big("12.6.1", "Zwakke plekken beheersen", "Volg meldingen over zwakke plekken en handel ernaar.", "BIO2 8.08"),
  big("13.1", "Melding van gebeurtenissen en zwakke plekken", "Zorg dat iedereen snel meldt.", "BIO2 6.08"),
  big("13.1.1", "Melden van gebeurtenissen", "Meld gebeurtenissen langs een vaste weg.", "BIO2 6.08"),
  big("13.2", "Beheer van incidenten en verbeteringen", "Handel incidenten af en leer ervan.", "BIO2 5.24–5.28"),
  big("14.1", "Beveiliging en bedrijfscontinuïteit", "Houd beveiliging op peil als er iets uitvalt.", "BIO2 5.29 en 5.30"),
  big("14.1.3", "Plannen voor continuïteit", "Maak plannen om na uitval verder te kunnen.", "BIO2 5.29 en 5.30"),
  big("15.2", "Naleving van beleid, normen en techniek", "Controleer of men de regels volgt.", "BIO2 5.36"),
];

export const CONTROLS: readonly ReferenceControl[] = [...BIG, ...listed("BIO", "1.04", BIO), ...listed("BIO2", "", BIO2)];
