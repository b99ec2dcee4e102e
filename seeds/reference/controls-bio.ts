/** The controls of BIO 1.04 (numbering of NEN-EN-ISO/IEC 27002:2017), with a short name and explanation in our own words: number | name | what it asks. */
export const BIO = `
5.1.1 | Beleidsregels | Leg regels voor informatiebeveiliging vast en maak ze bekend.
5.1.2 | Beleid beoordelen | Kijk geregeld of het beleid nog past.
6.1.1 | Rollen en verantwoordelijkheden | Verdeel alle taken voor beveiliging.
6.1.2 | Scheiding van taken | Leg strijdige taken bij verschillende mensen.
6.1.3 | Contact met overheden | Houd contact met de instanties die ertoe doen.
6.1.4 | Contact met vakgroepen | Deel kennis met groepen van deskundigen.
6.1.5 | Beveiliging in projecten | Neem beveiliging mee in elk project.
6.2.1 | Mobiele apparaten | Stel regels voor mobiele apparaten.
6.2.2 | Telewerken | Beveilig het werk buiten kantoor.
7.1.1 | Screening | Controleer mensen voordat zij beginnen.
7.1.2 | Arbeidsvoorwaarden | Zet plichten over beveiliging in de overeenkomst.
7.2.1 | Verantwoordelijkheid van de leiding | De leiding zorgt dat men de regels volgt.
7.2.2 | Bewustzijn en opleiding | Leer mensen veilig te werken.
7.2.3 | Disciplinaire procedure | Maak duidelijk wat volgt op een overtreding.
7.3.1 | Na het dienstverband | Regel welke plichten blijven gelden.
8.1.1 | Overzicht van bedrijfsmiddelen | Houd bij welke middelen er zijn.
8.1.2 | Eigenaar van bedrijfsmiddelen | Geef elk middel een eigenaar.
8.1.3 | Aanvaardbaar gebruik | Leg vast hoe men middelen gebruikt.
8.1.4 | Teruggeven van middelen | Wie vertrekt, levert alles in.
8.2.1 | Classificatie | Deel informatie in naar gevoeligheid.
8.2.2 | Labels op informatie | Maak de indeling zichtbaar.
8.2.3 | Behandelen van middelen | Ga met middelen om volgens de indeling.
8.3.1 | Verwijderbare media | Beheer media die men kan meenemen.
8.3.2 | Afvoeren van media | Vernietig media veilig.
8.3.3 | Vervoer van media | Bescherm media onderweg.
9.1.1 | Toegangsbeleid | Bepaal wie waar bij mag.
9.1.2 | Toegang tot netwerken | Geef alleen toegang tot wat nodig is.
9.2.1 | Registratie van gebruikers | Registreer gebruikers en meld ze af.
9.2.2 | Toegang verlenen | Geef rechten volgens een vast proces.
9.2.3 | Speciale rechten | Beperk en bewaak hoge rechten.
9.2.4 | Geheime inloggegevens | Geef geheime gegevens veilig uit.
9.2.5 | Rechten beoordelen | Controleer geregeld of rechten kloppen.
9.2.6 | Rechten intrekken | Trek rechten in als iemand vertrekt of wisselt.
9.3.1 | Gebruik van geheime gegevens | Gebruikers houden hun inloggegevens geheim.
9.4.1 | Beperking van toegang | Beperk toegang tot informatie en functies.
9.4.2 | Veilig inloggen | Laat mensen veilig en passend inloggen.
9.4.3 | Beheer van wachtwoorden | Zorg voor sterke wachtwoorden.
9.4.4 | Krachtige hulpprogramma’s | Beperk programma’s die controles omzeilen.
9.4.5 | Toegang tot broncode | Beheer wie bij broncode mag.
10.1.1 | Beleid voor cryptografie | Stel regels voor versleuteling.
10.1.2 | Sleutelbeheer | Beheer sleutels van begin tot eind.
11.1.1 | Fysieke zones | Bescherm ruimten met grenzen.
11.1.2 | Fysieke toegang | Laat alleen binnen wie er mag zijn.
11.1.3 | Kantoren en ruimten | Beveilig kantoren en ruimten.
11.1.4 | Bedreigingen van buiten | Bescherm tegen rampen en aanvallen.
11.1.5 | Werken in beveiligde gebieden | Stel regels voor zulke gebieden.
11.1.6 | Laad- en losplaats | Houd leveringen gescheiden.
11.2.1 | Plaatsen van apparatuur | Zet apparatuur op een veilige plek.
11.2.2 | Nutsvoorzieningen | Vang uitval van voorzieningen op.
11.2.3 | Bekabeling | Bescherm kabels tegen schade en meeluisteren.
11.2.4 | Onderhoud | Onderhoud apparatuur goed.
11.2.5 | Verwijderen van middelen | Neem niets mee zonder toestemming.
11.2.6 | Middelen buiten het terrein | Bescherm wat mee naar buiten gaat.
11.2.7 | Veilig afvoeren | Wis apparatuur voordat zij weggaat.
11.2.8 | Onbeheerde apparatuur | Bescherm apparatuur waar niemand bij is.
11.2.9 | Leeg bureau, leeg scherm | Laat niets liggen en vergrendel het scherm.
12.1.1 | Bedieningsprocedures | Schrijf op hoe systemen bediend worden.
12.1.2 | Wijzigingsbeheer | Voer wijzigingen beheerst door.
12.1.3 | Capaciteit | Houd bij of er genoeg capaciteit is.
12.1.4 | Gescheiden omgevingen | Scheid ontwikkeling, test en productie.
12.2.1 | Bescherming tegen malware | Voorkom en ontdek schadelijke programma’s.
12.3.1 | Back-up | Maak kopieën en test of terugzetten lukt.
12.4.1 | Gebeurtenissen registreren | Leg vast wat er gebeurt en kijk het na.
12.4.2 | Logs beschermen | Bescherm logs tegen wijzigen.
12.4.3 | Logs van beheerders | Leg vast wat beheerders doen.
12.4.4 | Gelijke klokken | Laat alle klokken gelijk lopen.
12.5.1 | Programma’s op systemen | Beheer wat er wordt geïnstalleerd.
12.6.1 | Technische kwetsbaarheden | Vind zwakke plekken en los ze op tijd op.
12.6.2 | Beperking van installeren | Bepaal wat gebruikers mogen installeren.
12.7.1 | Audits van systemen | Voorkom dat een audit systemen verstoort.
13.1.1 | Beheer van netwerken | Beveilig en beheer netwerken.
13.1.2 | Netwerkdiensten | Leg eisen aan netwerkdiensten vast.
13.1.3 | Scheiding in netwerken | Splits netwerken in delen.
13.2.1 | Beleid voor informatietransport | Stel regels voor het overdragen van informatie.
13.2.2 | Overeenkomsten over transport | Maak afspraken met wie u informatie deelt.
13.2.3 | Elektronische berichten | Bescherm mail en andere berichten.
13.2.4 | Geheimhouding | Maak afspraken over geheimhouding.
14.1.1 | Eisen aan beveiliging | Stel vooraf eisen aan systemen.
14.1.2 | Toepassingen op openbare netwerken | Bescherm toepassingen op internet.
14.1.3 | Transacties | Bescherm transacties tegen fouten en misbruik.
14.2.1 | Veilig ontwikkelen | Stel regels voor ontwikkeling.
14.2.2 | Wijzigingen aan systemen | Beheer wijzigingen in de ontwikkeling.
14.2.3 | Beoordeling na wijziging | Test toepassingen als het platform verandert.
14.2.4 | Wijzigen van pakketten | Pas standaardpakketten zo min mogelijk aan.
14.2.5 | Veilige techniek | Ontwerp systemen met veilige uitgangspunten.
14.2.6 | Ontwikkelomgeving | Beveilig de omgeving waarin men ontwikkelt.
14.2.7 | Uitbesteed ontwikkelen | Houd toezicht op ontwikkeling door anderen.
14.2.8 | Testen van beveiliging | Test beveiliging tijdens de ontwikkeling.
14.2.9 | Acceptatietest | Test systemen voordat ze in gebruik gaan.
14.3.1 | Testgegevens | Kies en bescherm gegevens om mee te testen.
15.1.1 | Beleid voor leveranciers | Stel eisen aan wat leveranciers mogen.
15.1.2 | Beveiliging in overeenkomsten | Zet eisen in het contract.
15.1.3 | De keten van leveranciers | Beheers risico’s in de keten van ICT.
15.2.1 | Toezicht op leveranciers | Volg en beoordeel de dienstverlening.
15.2.2 | Wijzigingen bij leveranciers | Beheer wijzigingen in de dienstverlening.
16.1.1 | Taken bij incidenten | Regel vooraf wie wat doet.
16.1.2 | Melden van gebeurtenissen | Meld gebeurtenissen snel.
16.1.3 | Melden van zwakke plekken | Meld zwakke plekken die u ziet.
16.1.4 | Gebeurtenissen beoordelen | Bepaal of het een incident is.
16.1.5 | Reageren op incidenten | Handel incidenten af volgens de afspraken.
16.1.6 | Leren van incidenten | Gebruik incidenten om beter te worden.
16.1.7 | Bewijs verzamelen | Leg bewijs zo vast dat het bruikbaar blijft.
17.1.1 | Continuïteit plannen | Bepaal wat bij een crisis nodig is.
17.1.2 | Continuïteit invoeren | Voer de plannen in en houd ze bij.
17.1.3 | Continuïteit toetsen | Test of de plannen werken.
17.2.1 | Beschikbaarheid | Zorg voor reserve in voorzieningen.
18.1.1 | Wetten en contracten | Weet welke eisen gelden.
18.1.2 | Intellectueel eigendom | Bescherm rechten op werk en programma’s.
18.1.3 | Bescherming van registraties | Bewaar registraties veilig.
18.1.4 | Privacy | Bescherm persoonsgegevens.
18.1.5 | Regels voor cryptografie | Volg de wetten over versleuteling.
18.2.1 | Onafhankelijke beoordeling | Laat de beveiliging onafhankelijk beoordelen.
18.2.2 | Naleving van beleid | Controleer of men de regels volgt.
18.2.3 | Technische naleving | Controleer of systemen aan de normen voldoen.
`;
