/** What the pages about the portal say. */
export const aboutText = {
  title: "Over dit portaal",
  lead: "Gemeenten beslissen hier samen over hun gedeelde ICT: de GGI, de Gemeentelijke Gemeenschappelijke Infrastructuur.",
  parts: [
    { id: "wie", title: "Wie hier samenwerkt", paragraphs: ["Drie expertgroepen schrijven eisen en wensen. De GGI-Adviesraad geeft advies. De Taskforce Samen Organiseren beslist wat er samen wordt uitgevoerd. VNG Realisatie ondersteunt en houdt de pen vast."] },
    {
      id: "keten",
      title: "Van behoefte tot gebruik",
      points: [
        "Een gemeente dient een behoefte in.",
        "Een expertgroep schrijft een voorstel en bespreekt het. Elke versie blijft bewaard.",
        "De leden stemmen in een of meer rondes.",
        "De Adviesraad geeft advies.",
        "De Taskforce beslist over het portfolio. Wat doorgaat, staat op de roadmap.",
        "Gemeenten sluiten aan en schrijven hun eigen beleid met bouwstenen.",
      ],
    },
    { id: "open", title: "Open programma", paragraphs: ["De software is vrij te gebruiken onder de EUPL-1.2. Iedereen mag de code lezen en verbeteren."] },
    { id: "bronnen", title: "Bronnen", paragraphs: ["Namen, codes, provincies en inwoners van gemeenten komen van het CBS (CC BY 4.0)."] },
  ],
};

export const privacyText = {
  title: "Privacy",
  lead: "Wat dit portaal van u bewaart, waarom, en wie het ziet.",
  parts: [
    { id: "wat", title: "Wat wij bewaren", points: ["Uw naam, e-mailadres, functie en gemeente.", "Wat u schrijft: voorstellen, reacties, notulen.", "Uw stem, voor zover de regels van de ronde dat zeggen.", "Een regel in het logboek bij alles wat u wijzigt."] },
    { id: "waarom", title: "Waarom", paragraphs: ["Anderen moeten kunnen nagaan wie wat besloot en op welke tekst. Daarom blijft dit bewaard, ook als u geen lid meer bent."] },
    { id: "wie", title: "Wie het ziet", paragraphs: ["Uw naam staat bij uw zetel en bij wat u schrijft. Vertrouwelijke teksten zien alleen de mensen voor wie ze zijn. In een openbare ronde ziet iedereen na afloop wie wat stemde. In een besloten ronde zien alleen de leden van het gremium dat."] },
    { id: "cookies", title: "Cookies", paragraphs: ["Wij zetten alleen cookies die nodig zijn. Een om ingelogd te blijven en een om een melding te tonen. Een om uw apparaat te herkennen als u inlogt. Die blijft een jaar. Zo sluit een vreemde die uw wachtwoord raadt, u niet buiten. En een om getypte tekst een uur te bewaren als uw sessie was verlopen. Er gaat niets naar andere bedrijven."] },
    { id: "rechten", title: "Uw rechten", paragraphs: ["U mag zien welke gegevens wij van u hebben en fouten laten verbeteren. Vraag het de beheerder of de secretaris van uw gremium."] },
  ],
};

export const accessibilityText = {
  title: "Toegankelijkheid",
  lead: "Iedereen moet dit portaal kunnen gebruiken, ook met een schermlezer, met alleen het toetsenbord of op een telefoon.",
  parts: [
    { id: "stand", title: "Hoe het ervoor staat", paragraphs: ["Wij bouwen naar WCAG 2.2, niveau AA. Het portaal is nog niet onderzocht door een onafhankelijke instantie. Daarom noemen wij het nog niet volledig toegankelijk."] },
    { id: "gedaan", title: "Wat wij doen", points: ["Elke pagina werkt zonder JavaScript.", "Elke tijdlijn en kaart heeft een tabel of lijst met dezelfde inhoud.", "Kleur is nooit het enige teken.", "Fouten in een formulier staan bij het veld, en wat u typte blijft staan."] },
    { id: "melden", title: "Loopt u ergens vast?", paragraphs: ["Meld het de secretaris van een gremium of de beheerder. Zeg op welke pagina u was en wat er misging."] },
  ],
};

export const joiningText = {
  title: "Meedoen",
  lead: "Zo bereidt uw gemeente zich voor. U kiest zelf per onderdeel of en wanneer u meedoet.",
  parts: [
    {
      id: "stappen",
      title: "In drie stappen",
      steps: [
        "Kijk waar uw gemeente nu staat met netwerk, beveiliging en koppelingen.",
        "Bereid per onderdeel een besluit voor. De bouwstenen helpen bij de tekst. U kunt ook eerst volgen of meepraten in een expertgroep.",
        "Leg uw eigen plannen naast de roadmap. De accountmanager denkt mee over het aansluiten.",
      ],
    },
    { id: "planning", title: "Wat is de planning?", paragraphs: ["De roadmap toont per kwartaal wat er komt. Gestippeld is voorgesteld, gevuld is vastgesteld."] },
    { id: "beheer", title: "Wie beheert het?", paragraphs: ["De leverancier doet de helpdesk en lost storingen op. De serviceorganisatie van VNG Realisatie bewaakt contracten en kwaliteit. Gemeenten voeren samen de regie."] },
    { id: "deelname", title: "Wat betekent deelname?", paragraphs: ["U kiest per onderdeel. Bij een gezamenlijke aanbesteding meldt u zich vooraf aan. Daarna sluit u zelf een overeenkomst met de aanbieder, met betere voorwaarden dan alleen.", "Uw dienstverlening richt u in zoals u wilt. In het werk van ICT en inkoop verandert wel iets."] },
    { id: "kosten", title: "Wat kost het?", paragraphs: ["De kosten hangen af van het onderdeel en van wat u nu hebt. Bij elk initiatief in het portfolio staat een bandbreedte. Samen inkopen en samen beheren drukt vooral de kosten die elk jaar terugkomen."] },
    { id: "contracten", title: "Waar let u nu al op?", points: ["Laat iemand in uw organisatie de plannen volgen.", "Let bij een nieuw of verlengd contract op de looptijd.", "Let ook op de voorwaarden om het contract te beëindigen."] },
  ],
  roadmap: "Naar de roadmap",
  blocks: "Naar de bouwstenen",
  municipalities: "Waar staan andere gemeenten?",
};

export const glossaryText = {
  title: "Begrippen",
  lead: "De woorden in dit portaal, en wat wij ermee bedoelen.",
  word: "Woord",
  meaning: "Betekenis",
  terms: [
    ["Adviesaanvraag", "Het verzoek aan de Adviesraad om naar een vastgesteld voorstel te kijken."],
    ["Behoefte", "Wat gemeenten nodig hebben. Voorstellen dienen een of meer behoeften."],
    ["Besluit", "Wat een gremium besloot, met nummer, tekst en motivering in het register."],
    ["Bouwsteen", "Een zin voor eigen beleid die past bij de gezamenlijke ICT."],
    ["Eis", "Iets wat een leverancier moet kunnen."],
    ["Gremium", "Een groep die namens gemeenten schrijft, adviseert of beslist."],
    ["Initiatief", "Een of meer voorstellen die samen worden uitgevoerd."],
    ["Klad", "Wat u aan het schrijven bent. Alleen u ziet het, tot u opslaat. Na 90 dagen zonder wijziging gooit het portaal het weg."],
    ["Onderdeel", "Een deel van de GGI: GGI-Netwerk, GGI-Veilig, GGI-Services of GGI-Afspraken."],
    ["Peiling", "Een stemronde om te horen hoe leden over een tekst denken."],
    ["Portfolio", "Alle initiatieven waarover de Taskforce beslist."],
    ["Quorum", "Het aantal zetels dat ten minste moet stemmen."],
    ["Roadmap", "De planning per kwartaal van wat gemeenten samen bouwen."],
    ["Stemronde", "De tijd waarin leden over een of meer voorstellen stemmen."],
    ["TLP", "Het label dat zegt wie een tekst mag lezen: CLEAR is openbaar, RED is alleen voor het eigen gremium."],
    ["Voorstel", "Een eis, wens of advies met een vast nummer en een of meer versies."],
    ["Wens", "Iets wat een leverancier punten oplevert, maar niet verplicht is."],
    ["Zetel", "De plaats van een organisatie in een gremium. Een zetel stemt of adviseert."],
  ] as const,
};
