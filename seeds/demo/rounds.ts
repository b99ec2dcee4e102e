import type { StoryRound } from "./story.ts";

/** Peilingen and besluiten of the last year: closed, open, waiting for a signature, announced, withdrawn, without quorum. */
export const ROUNDS: readonly StoryRound[] = [
  {
    key: "n1", body: "netwerk", kind: "peiling", opens: -345, closes: -331,
    title: "Peiling basis van het netwerk", explanation: "Eerste lezing van drie eisen voor de aanbesteding. Zeg wat u nodig hebt om straks voor te kunnen stemmen.",
    items: [
      { proposal: "net-tls", spread: [7, 4, 0, 1], conditions: [{ statement: "Noem welke versies van TLS mogen.", strength: "must", answer: "Versie 2 noemt TLS 1.2 of nieuwer." }] },
      { proposal: "net-oin", spread: [10, 0, 0, 1] },
      { proposal: "net-zones", spread: [8, 2, 1, 0], motivation: "De overgang tussen de zones is nog niet uitgewerkt.", conditions: [{ statement: "Leg vast wie de lijst van toegestane verbindingen beheert.", strength: "must", answer: "De beheerorganisatie; zie versie 2." }] },
    ],
  },
  {
    key: "n2", body: "netwerk", kind: "besluit", opens: -318, closes: -304, previous: "n1",
    received: { seat: 4, note: "Per brief, ondertekend door het vaste lid." },
    title: "Besluit basis van het netwerk", explanation: "Zes voorstellen voor het eerste deel van het programma van eisen.",
    items: [
      { proposal: "net-tls", spread: [11, 0, 0, 1] },
      { proposal: "net-oin", spread: [10, 0, 1, 1], motivation: "Samenwerkingsverbanden passen hier niet in." },
      { proposal: "net-zones", spread: [9, 0, 2, 1] },
      { proposal: "net-certs", spread: [12, 0, 0, 0] },
      { proposal: "net-443", spread: [3, 0, 8, 1], motivation: "Telefonie en tijd vallen dan uit." },
      { proposal: "net-ca", spread: [7, 0, 4, 1], motivation: "Dit kunnen wij niet zelf beheren." },
    ],
  },
  {
    key: "v1", body: "veilig", kind: "peiling", opens: -340, closes: -326,
    title: "Peiling bewaking en melding", explanation: "Drie eisen voor het perceel monitoring.",
    items: [
      { proposal: "vei-logs", spread: [7, 3, 1, 1], motivation: "Er staan persoonsgegevens in de logregels.", conditions: [{ statement: "Geen inhoud van dossiers in de bewaking.", strength: "must_not", answer: "Staat nu letterlijk in versie 2." }] },
      { proposal: "vei-melden", spread: [11, 0, 0, 0] },
      { proposal: "vei-patch", spread: [8, 2, 1, 0], motivation: "De termijn is te lang.", conditions: [{ statement: "Neem 72 uur als grens voor de gevaarlijkste lekken.", strength: "should", answer: "Overgenomen." }] },
    ],
  },
  {
    key: "v2", body: "veilig", kind: "besluit", opens: -312, closes: -298, previous: "v1", visibility: "openbaar",
    title: "Besluit bewaking, melding en toegang", explanation: "Vijf voorstellen voor GGI-Veilig.",
    items: [
      { proposal: "vei-logs", spread: [10, 0, 1, 1] },
      { proposal: "vei-melden", spread: [12, 0, 0, 0] },
      { proposal: "vei-patch", spread: [9, 0, 2, 0], motivation: "Voor oude systemen lukt 72 uur niet." },
      { proposal: "vei-mfa", spread: [11, 0, 0, 1] },
      { proposal: "vei-poort", spread: [4, 0, 7, 1], motivation: "Een mens moet kunnen ingrijpen." },
    ],
  },
  {
    key: "s1", body: "services", kind: "peiling", opens: -335, closes: -321,
    title: "Peiling spelregels voor API's", explanation: "Eerste lezing van twee eisen uit de landelijke ontwerpregels.",
    items: [
      { proposal: "ser-oas", spread: [9, 2, 0, 1], conditions: [{ statement: "Zeg precies op welk adres de beschrijving staat.", strength: "must", answer: "Als openapi.json onder het adres van de API." }] },
      { proposal: "ser-fouten", spread: [10, 0, 0, 1] },
    ],
  },
  {
    key: "s2", body: "services", kind: "besluit", opens: -308, closes: -294, previous: "s1",
    title: "Besluit spelregels voor API's", explanation: "Vier voorstellen voor het integratieplatform.",
    items: [
      { proposal: "ser-oas", spread: [12, 0, 0, 0] },
      { proposal: "ser-fouten", spread: [11, 0, 0, 1] },
      { proposal: "ser-versies", spread: [9, 0, 1, 1] },
      { proposal: "ser-soap", spread: [4, 0, 7, 1], motivation: "Onze belastingketen kan nog niet over." },
    ],
  },
  {
    key: "a1", body: "adviesraad", kind: "besluit", opens: -275, closes: -255,
    title: "Advies over de eerste elf voorstellen", explanation: "De drie expertgroepen vragen advies. Let op beheer, kosten en wat het vraagt van kleine gemeenten.",
    items: [
      { proposal: "net-tls", spread: [18, 0, 1, 1] },
      { proposal: "net-oin", spread: [14, 0, 3, 2], points: "Kijk of samenwerkingsverbanden hiermee uit de voeten kunnen." },
      { proposal: "net-zones", spread: [15, 0, 2, 2] },
      { proposal: "net-certs", spread: [17, 0, 0, 2] },
      { proposal: "net-ca", spread: [11, 0, 7, 2], points: "Laat eerst zien wat beheer en aansprakelijkheid kosten." },
      { proposal: "vei-logs", spread: [16, 0, 1, 2] },
      { proposal: "vei-melden", spread: [19, 0, 0, 1] },
      { proposal: "vei-patch", spread: [14, 0, 3, 2], points: "Maak een uitzondering mogelijk voor systemen die binnenkort stoppen." },
      { proposal: "ser-oas", spread: [18, 0, 0, 1] },
      { proposal: "ser-fouten", spread: [16, 0, 0, 3] },
      { proposal: "ser-versies", spread: [15, 0, 2, 2], points: "Stem de termijn af op de begrotingscyclus van gemeenten." },
    ],
  },
  {
    key: "a3", body: "adviesraad", kind: "besluit", opens: -215, closes: -200,
    title: "Vijf adviezen over organisatie en opschaling", explanation: "Eigen adviezen van de Adviesraad aan de Taskforce.",
    items: [
      { proposal: "adv-regie", spread: [16, 0, 2, 1] },
      { proposal: "adv-regio", spread: [14, 0, 3, 2], motivation: "Liever meteen in alle regio's." },
      { proposal: "adv-contact", spread: [17, 0, 0, 2] },
      { proposal: "adv-campagne", spread: [5, 0, 12, 2], motivation: "Buren overtuigen beter dan advertenties." },
      { proposal: "adv-meten", spread: [18, 0, 0, 1] },
    ],
  },
  {
    key: "n3", body: "netwerk", kind: "peiling", opens: -176, closes: -160,
    title: "Peiling beschikbaarheid en cloud", explanation: "Drie voorstellen voor het tweede deel van het programma van eisen.",
    items: [
      { proposal: "net-ipv6", spread: [6, 4, 1, 1], motivation: "Te vroeg voor onze systemen.", conditions: [{ statement: "Meet het, en maak de uitkomst openbaar.", strength: "must", answer: "Versie 2 vraagt een meting van vier weken." }, { statement: "Help gemeenten met oude systemen.", strength: "should", answer: "Versie 3 vraagt vertaling zonder meerkosten." }] },
      { proposal: "net-dubbel", spread: [9, 1, 0, 1], conditions: [{ statement: "Laat de grens ook gelden bij onderhoud.", strength: "should", answer: "Toegevoegd." }] },
      { proposal: "net-markt", spread: [8, 0, 2, 1], motivation: "Wie controleert het bewijs?" },
    ],
  },
  {
    key: "v3", body: "veilig", kind: "peiling", opens: -170, closes: -154,
    title: "Peiling samen bewaken", explanation: "Drie eisen over hoe gemeenten samen de bewaking inrichten.",
    items: [
      { proposal: "vei-regels", spread: [8, 3, 0, 1], conditions: [{ statement: "Test een regel voordat hij bij iedereen aangaat.", strength: "must", answer: "Een week stil meedraaien, daarna testen." }] },
      { proposal: "vei-soc", spread: [10, 0, 1, 0], motivation: "Nederlands spreken is te duur als harde eis." },
      { proposal: "vei-bewaren", spread: [5, 4, 2, 1], motivation: "Zes maanden is te kort.", conditions: [{ statement: "Maak er ten minste een jaar van.", strength: "must", answer: "Het worden achttien maanden." }] },
    ],
  },
  {
    key: "s0", body: "services", kind: "peiling", opens: -165, closes: -150,
    title: "Peiling proefomgeving en overstap", explanation: "Twee eisen die gemeenten minder afhankelijk maken.",
    items: [
      { proposal: "ser-proef", spread: [7, 4, 0, 0], conditions: [{ statement: "Gebruik in alle proefomgevingen dezelfde verzonnen gemeente.", strength: "should", answer: "Overgenomen in versie 2." }] },
      { proposal: "ser-overdracht", spread: [9, 0, 1, 1], motivation: "Drie maanden is kort." },
    ],
  },
  {
    key: "n4", body: "netwerk", kind: "besluit", opens: -140, closes: -126, previous: "n3",
    title: "Besluit beschikbaarheid, cloud en namen", explanation: "Zes voorstellen; twee zijn sinds de peiling gewijzigd.",
    items: [
      { proposal: "net-ipv6", spread: [9, 0, 2, 1], motivation: "Wij zijn er nog niet klaar voor." },
      { proposal: "net-dubbel", spread: [11, 0, 0, 0] },
      { proposal: "net-markt", spread: [8, 0, 3, 1] },
      { proposal: "net-crl", spread: [10, 0, 0, 2] },
      { proposal: "net-dns", spread: [11, 0, 0, 1] },
      { proposal: "net-oin2", spread: [12, 0, 0, 0] },
    ],
  },
  {
    key: "v4", body: "veilig", kind: "besluit", opens: -135, closes: -121, previous: "v3",
    title: "Besluit samen bewaken en herstellen", explanation: "Vier voorstellen voor GGI-Veilig.",
    items: [
      { proposal: "vei-regels", spread: [11, 0, 0, 1] },
      { proposal: "vei-soc", spread: [9, 0, 2, 1] },
      { proposal: "vei-bewaren", spread: [8, 0, 2, 1], motivation: "Achttien maanden opslag is duur." },
      { proposal: "vei-herstel", spread: [10, 0, 1, 0] },
    ],
  },
  {
    key: "v4b", body: "veilig", kind: "besluit", opens: -118, closes: -108, visibility: "besloten",
    title: "Besluit delen van sporen", explanation: "Vertrouwelijk: alleen voor leden van de gremia.",
    items: [{ proposal: "vei-delen", spread: [11, 0, 0, 1] }],
  },
  {
    key: "s3", body: "services", kind: "besluit", opens: -130, closes: -116, previous: "s0",
    title: "Besluit werken met koppelingen", explanation: "Zes voorstellen voor het integratieplatform.",
    items: [
      { proposal: "ser-proef", spread: [12, 0, 0, 0] },
      { proposal: "ser-einde", spread: [10, 0, 1, 0] },
      { proposal: "ser-datum", spread: [11, 0, 0, 1] },
      { proposal: "ser-overdracht", spread: [9, 0, 2, 1] },
      { proposal: "ser-seintje", spread: [10, 0, 0, 1] },
      { proposal: "ser-keten", spread: [7, 0, 3, 2], motivation: "Weinig systemen kunnen dit al." },
    ],
  },
  {
    key: "a2", body: "adviesraad", kind: "besluit", opens: -95, closes: -75,
    title: "Advies over tien voorstellen uit de expertgroepen", explanation: "Tweede reeks. Let op samenhang en op wat gemeenten zelf moeten doen.",
    items: [
      { proposal: "net-ipv6", spread: [15, 0, 2, 3] },
      { proposal: "net-dubbel", spread: [18, 0, 0, 1] },
      { proposal: "net-markt", spread: [13, 0, 4, 2], points: "Beschrijf wie het bewijs van leveranciers leest." },
      { proposal: "net-crl", spread: [16, 0, 0, 3], points: "Oefen de uitval samen met gemeenten." },
      { proposal: "vei-regels", spread: [17, 0, 1, 1] },
      { proposal: "vei-soc", spread: [14, 0, 4, 2], points: "Onderzoek of Nederlands spreken in elke dienst nodig is." },
      { proposal: "vei-herstel", spread: [16, 0, 1, 2] },
      { proposal: "ser-proef", spread: [19, 0, 0, 0] },
      { proposal: "ser-einde", spread: [15, 0, 0, 3] },
      { proposal: "ser-keten", spread: [10, 0, 7, 3], points: "Begin met twee ketens en kijk dan verder." },
    ],
  },
  {
    key: "v5a", body: "veilig", kind: "peiling", opens: -71, closes: -63,
    title: "Peiling ingrijpen bij een besmetting", explanation: "Eén eis, na de verworpen eis over vanzelf blokkeren.",
    items: [{ proposal: "vei-isolatie", spread: [7, 3, 1, 1], motivation: "Te veel macht op afstand.", conditions: [{ statement: "Regel vooraf wie toestemming geeft, en wie die persoon vervangt.", strength: "must", answer: "Staat in versie 2." }] }],
  },
  {
    key: "s5", body: "services", kind: "besluit", opens: -68, closes: -54, until: "withdrawn", reason: "Het Kadaster komt met een nieuwe versie van de zoekdienst. We wachten die af.",
    title: "Besluit zoeken van adressen", explanation: "Eén voorstel over zoeken in adressen.",
    items: [{ proposal: "ser-adressen", spread: [3, 0, 1, 0] }],
  },
  {
    key: "a5", body: "adviesraad", kind: "besluit", opens: -62, closes: -48,
    title: "Advies over verdeling van de kosten", explanation: "Eigen advies aan de Taskforce.",
    items: [{ proposal: "adv-kosten", spread: [6, 0, 3, 1], motivation: "De bedragen ontbreken." }],
  },
  {
    key: "n6a", body: "netwerk", kind: "peiling", opens: -47, closes: -37,
    title: "Peiling verbindingen naar gemeenten", explanation: "Twee voorstellen over de laatste kilometer.",
    items: [
      { proposal: "net-rekencentrum", spread: [6, 4, 1, 0], motivation: "In oude binnensteden onmogelijk.", conditions: [{ statement: "Laat uitleg toe waar tien meter niet kan.", quote: "nergens dichter dan tien meter", strength: "must", answer: "Zie de toetsing van versie 2." }] },
      { proposal: "net-groei", spread: [9, 0, 1, 1] },
    ],
  },
  {
    key: "n5", body: "netwerk", kind: "besluit", opens: -24, closes: -9, until: "signed",
    title: "Besluit beheer en hersteltijd", explanation: "Twee voorstellen over het dagelijks beheer.",
    items: [
      { proposal: "net-beheer", spread: [11, 0, 0, 1] },
      { proposal: "net-sla", spread: [7, 0, 4, 1], motivation: "Op de Wadden is vier uur niet haalbaar." },
    ],
  },
  {
    key: "v5", body: "veilig", kind: "peiling", opens: -18, closes: -4,
    title: "Peiling rechten en leren", explanation: "Twee voorstellen over werken en leren.",
    items: [
      { proposal: "vei-rechten", spread: [6, 3, 1, 1], motivation: "Bij storingen werkt dit tegen ons.", conditions: [{ statement: "Maak een nooduitgang voor storingen, die achteraf wordt nagekeken.", quote: "De rechten gaan na afloop vanzelf weg", strength: "must" }, { statement: "Begin met de systemen die het gevaarlijkst zijn.", strength: "should" }] },
      { proposal: "vei-leren", spread: [8, 2, 0, 1], conditions: [{ statement: "Deel het verslag ook met gemeenten die niet zijn aangesloten.", quote: "deelt de leverancier een verslag", strength: "should" }] },
    ],
  },
  {
    key: "n6", body: "netwerk", kind: "besluit", opens: -6, closes: 2, previous: "n6a", until: "open",
    received: { seat: 9, note: "Telefonisch, van het vaste lid. De tekst is voorgelezen." },
    title: "Besluit verbindingen naar gemeenten", explanation: "Versie 2 van de dubbele verbinding geeft antwoord op de peiling.",
    items: [
      { proposal: "net-rekencentrum", spread: [7, 0, 1, 1] },
      { proposal: "net-groei", spread: [6, 0, 2, 1] },
    ],
  },
  {
    key: "s4", body: "services", kind: "peiling", opens: -7, closes: 6, until: "open",
    title: "Peiling zaken uitwisselen en veilig koppelen", explanation: "Drie voorstellen. Zeg wat u nodig hebt om straks voor te kunnen stemmen.",
    items: [
      { proposal: "ser-zaken", spread: [3, 2, 0, 0], conditions: [{ statement: "Noem de API's die eronder vallen in een bijlage.", strength: "must" }] },
      { proposal: "ser-webpagina", spread: [4, 0, 0, 1] },
      { proposal: "ser-adresregel", spread: [5, 0, 0, 0] },
    ],
  },
  {
    key: "v6", body: "veilig", kind: "besluit", opens: -3, closes: 8, previous: "v5a", until: "open",
    title: "Besluit ingrijpen bij een besmetting", explanation: "Versie 2 regelt de toestemming vooraf.",
    items: [{ proposal: "vei-isolatie", spread: [4, 0, 1, 0] }],
  },
  {
    key: "v8", body: "veilig", kind: "besluit", opens: -2, closes: 10, until: "open",
    title: "Besluit jaarlijkse test", explanation: "Eén voorstel dat in de vergadering al steun kreeg.",
    items: [{ proposal: "vei-pentest", spread: [5, 0, 0, 0] }],
  },
  {
    key: "a4", body: "adviesraad", kind: "besluit", opens: -9, closes: 16, until: "open",
    title: "Opschalen naar kleine gemeenten, en twee adviesaanvragen", explanation: "Eén eigen advies en twee voorstellen van de expertgroepen.",
    items: [
      { proposal: "adv-klein", spread: [9, 0, 2, 2] },
      { proposal: "vei-mfa", spread: [10, 0, 0, 1] },
      { proposal: "ser-seintje", spread: [9, 0, 1, 1] },
    ],
  },
  {
    key: "v7", body: "veilig", kind: "peiling", opens: 7, closes: 21, until: "announced",
    title: "Peiling oefenen en reservekopieën", explanation: "Eerste lezing van twee eisen.",
    items: [{ proposal: "vei-oefenen", spread: [0, 0, 0, 0] }, { proposal: "vei-reservekopie", spread: [0, 0, 0, 0] }],
  },
  {
    key: "v9", body: "veilig", kind: "peiling", opens: 2, closes: 16, until: "concept",
    title: "Peiling beheer van sleutels", explanation: "De secretaris bereidt deze ronde nog voor.",
    items: [{ proposal: "vei-sleutels", spread: [0, 0, 0, 0] }],
  },
];
