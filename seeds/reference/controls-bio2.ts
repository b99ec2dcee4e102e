/** The controls of BIO2 (numbering of NEN-EN-ISO/IEC 27002:2022), with a short name and explanation in our own words: number | name | what it asks. */
export const BIO2 = `
5.01 | Beleid voor informatiebeveiliging | Leg het beleid vast, laat de leiding het vaststellen en herzie het.
5.02 | Rollen en verantwoordelijkheden | Wijs aan wie waarvoor verantwoordelijk is.
5.03 | Functiescheiding | Laat één persoon niet alle stappen van een gevoelige handeling doen.
5.04 | Verantwoordelijkheid van de leiding | De leiding zorgt dat iedereen de regels volgt.
5.05 | Contact met overheidsinstanties | Weet bij welke instantie u wat meldt.
5.06 | Contact met vakgroepen | Houd contact met groepen die kennis over beveiliging delen.
5.07 | Kennis over dreigingen | Verzamel en gebruik informatie over dreigingen.
5.08 | Beveiliging in projecten | Neem beveiliging mee in elk project.
5.09 | Overzicht van bedrijfsmiddelen | Houd bij welke informatie en middelen er zijn en wie ze beheert.
5.10 | Aanvaardbaar gebruik | Leg vast hoe men met informatie en middelen omgaat.
5.11 | Teruggeven van middelen | Wie vertrekt, levert alles in.
5.12 | Indelen van informatie | Deel informatie in naar het belang van de beveiliging.
5.13 | Labels op informatie | Maak zichtbaar hoe vertrouwelijk informatie is.
5.14 | Overdragen van informatie | Maak afspraken over veilig delen, binnen en buiten de organisatie.
5.15 | Toegangsbeleid | Bepaal wie waar bij mag.
5.16 | Beheer van identiteiten | Beheer identiteiten van begin tot eind.
5.17 | Inloggegevens | Geef inloggegevens veilig uit en beheer ze.
5.18 | Toegangsrechten | Geef rechten, controleer ze en trek ze in.
5.19 | Beveiliging bij leveranciers | Beheers de risico’s van wat leveranciers doen.
5.20 | Afspraken met leveranciers | Zet eisen aan beveiliging in het contract.
5.21 | De keten van ICT-leveranciers | Beheers risico’s in de hele keten van levering.
5.22 | Toezicht op leveranciers | Volg en beoordeel de diensten en wijzigingen van leveranciers.
5.23 | Gebruik van clouddiensten | Regel kiezen, gebruiken en verlaten van clouddiensten.
5.24 | Voorbereid op incidenten | Regel vooraf wie wat doet bij een incident.
5.25 | Gebeurtenissen beoordelen | Bepaal of een gebeurtenis een incident is.
5.26 | Reageren op incidenten | Handel incidenten af volgens de afspraken.
5.27 | Leren van incidenten | Gebruik incidenten om beter te worden.
5.28 | Bewijs verzamelen | Leg bewijs zo vast dat het bruikbaar blijft.
5.29 | Beveiliging bij verstoring | Houd beveiliging op peil als er iets uitvalt.
5.30 | ICT gereed voor continuïteit | Zorg dat ICT na een verstoring op tijd werkt.
5.31 | Wetten en contracten | Weet welke eisen gelden en voldoe eraan.
5.32 | Intellectueel eigendom | Bescherm rechten op werk en programma’s.
5.33 | Bescherming van registraties | Bewaar registraties zo dat ze heel en vindbaar blijven.
5.34 | Privacy | Bescherm persoonsgegevens volgens de wet.
5.35 | Onafhankelijke beoordeling | Laat de beveiliging onafhankelijk beoordelen.
5.36 | Naleving van beleid en normen | Controleer of men de eigen regels volgt.
5.37 | Bedieningsprocedures | Schrijf op hoe systemen bediend worden.
6.01 | Screening | Controleer mensen voordat zij beginnen.
6.02 | Arbeidsvoorwaarden | Zet plichten over beveiliging in de overeenkomst.
6.03 | Bewustzijn en opleiding | Leer mensen veilig te werken.
6.04 | Disciplinaire aanpak | Maak duidelijk wat volgt op een overtreding.
6.05 | Na vertrek of wijziging | Regel welke plichten blijven gelden.
6.06 | Geheimhouding | Maak afspraken over geheimhouding.
6.07 | Werken op afstand | Beveilig het werk buiten kantoor.
6.08 | Melden van gebeurtenissen | Zorg dat iedereen snel kan melden wat verdacht is.
7.01 | Fysieke zones | Bescherm ruimten met grenzen.
7.02 | Fysieke toegang | Laat alleen binnen wie er mag zijn.
7.03 | Kantoren en ruimten | Beveilig kantoren, ruimten en voorzieningen.
7.04 | Fysieke bewaking | Houd gebouwen in de gaten.
7.05 | Bedreigingen van buiten | Bescherm tegen brand, water en ander gevaar.
7.06 | Werken in beveiligde zones | Stel regels voor werk in zulke zones.
7.07 | Leeg bureau, leeg scherm | Laat niets liggen en vergrendel het scherm.
7.08 | Plaatsen van apparatuur | Zet apparatuur op een veilige plek.
7.09 | Middelen buiten het terrein | Bescherm wat mee naar buiten gaat.
7.10 | Opslagmedia | Beheer media van aankoop tot vernietiging.
7.11 | Nutsvoorzieningen | Vang uitval van stroom en andere voorzieningen op.
7.12 | Bekabeling | Bescherm kabels tegen schade en meeluisteren.
7.13 | Onderhoud | Onderhoud apparatuur zoals het hoort.
7.14 | Veilig afvoeren | Wis apparatuur voordat een ander haar krijgt.
8.01 | Apparaten van gebruikers | Bescherm informatie op laptops en telefoons.
8.02 | Speciale rechten | Geef hoge rechten zo min mogelijk.
8.03 | Toegang tot informatie beperken | Beperk toegang volgens het toegangsbeleid.
8.04 | Toegang tot broncode | Beheer wie bij broncode mag.
8.05 | Veilig inloggen | Laat mensen veilig en passend inloggen.
8.06 | Capaciteit | Houd bij of er genoeg capaciteit is.
8.07 | Bescherming tegen malware | Voorkom, ontdek en verwijder schadelijke programma’s.
8.08 | Technische kwetsbaarheden | Vind zwakke plekken en los ze op tijd op.
8.09 | Configuraties | Leg instellingen vast en bewaak ze.
8.10 | Verwijderen van informatie | Wis informatie die niet meer nodig is.
8.11 | Maskeren van gegevens | Maak gegevens onherkenbaar waar dat kan.
8.12 | Voorkomen van datalekken | Voorkom dat gegevens ongemerkt weglekken.
8.13 | Back-up | Maak kopieën en test of terugzetten lukt.
8.14 | Reserve in voorzieningen | Zorg dat uitval van een deel niet alles stopt.
8.15 | Loggen | Leg vast wat er gebeurt en bescherm die gegevens.
8.16 | Bewaken | Bewaak netwerken en systemen op vreemd gedrag.
8.17 | Gelijke klokken | Laat alle klokken gelijk lopen.
8.18 | Krachtige hulpprogramma’s | Beperk programma’s die beveiliging kunnen omzeilen.
8.19 | Installeren van programma’s | Beheer wat er op systemen wordt gezet.
8.20 | Netwerkbeveiliging | Beveilig en beheer netwerken.
8.21 | Netwerkdiensten | Leg eisen aan netwerkdiensten vast en controleer ze.
8.22 | Scheiden van netwerken | Splits netwerken in delen.
8.23 | Filteren van websites | Beperk toegang tot gevaarlijke websites.
8.24 | Cryptografie | Stel regels voor versleuteling en sleutels.
8.25 | Veilig ontwikkelen | Ontwikkel volgens veilige regels.
8.26 | Eisen aan toepassingen | Stel vooraf eisen aan de beveiliging van toepassingen.
8.27 | Veilige architectuur | Ontwerp systemen met veilige uitgangspunten.
8.28 | Veilig programmeren | Schrijf code volgens veilige regels.
8.29 | Testen van beveiliging | Test beveiliging bij ontwikkeling en acceptatie.
8.30 | Uitbesteed ontwikkelen | Houd toezicht op ontwikkeling door anderen.
8.31 | Gescheiden omgevingen | Scheid ontwikkeling, test en productie.
8.32 | Wijzigingsbeheer | Voer wijzigingen beheerst door.
8.33 | Testgegevens | Kies en bescherm gegevens om mee te testen.
8.34 | Systemen bij audits | Voorkom dat een audit systemen verstoort.
`;
