/** What the server says before a page can. */
export const serverText = {
  home: "Naar de startpagina",
  again: "Opnieuw versturen",
  againBody: "Wat u typte, zit nog in deze bladzijde. Laat haar open staan en verstuur het straks nog een keer.",
  unreachable: "De database is niet bereikbaar. Controleer DATABASE_URL en of de server draait.",
  full: "De schijf is vol. Maak ruimte en start het portaal opnieuw.",
  stopped: (reason: string) => `Het portaal kan niet starten: ${reason}`,
  otherName: (address: string) => `Ga naar ${address} en probeer het daar opnieuw.`,
  building: "Het portaal wordt gebouwd …",
  migrating: "De database wordt bijgewerkt …",
  seeding: "De gegevens worden geladen …",
  ready: (address: string) => `Het portaal staat op ${address}`,
  signIn: (address: string) => `Inloggen kan op ${address}/inloggen`,
  demo: "Demonstratie: secretaris.veilig@demo.ggi, wachtwoord demo-ggi-2026",
  demoInPublic: "Deze database heeft demonstratieaccounts. Hun wachtwoord is openbaar: start daarmee alleen op localhost.",
  closedPort: (port: number) => `Poort ${port} mag het portaal niet gebruiken. Kies een poort vanaf 1024 met PORT.`,
  otherHost: (host: string) => `Het adres ${host} is niet van deze computer. Kies een ander met HOST.`,
  empty: "Dit portaal is nieuw en heeft nog geen accounts. Maak het eerste met deze opdracht:",
  firstAccount: 'npm run ggi -- user add --name "Uw Naam" --email u@voorbeeld.nl --admin',
  busyPort: (port: number) => `Poort ${port} is al in gebruik. Kies een andere met PORT.`,
};

/** What somebody reads when the guard, the database or a bug stops a request before a page can be made. */
export const refusalPage: Readonly<Record<number, { readonly title: string; readonly body: string }>> = {
  400: { title: "Dit verzoek klopt niet", body: "Het portaal kan dit adres of dit formulier niet lezen. Ga terug en probeer het opnieuw." },
  403: { title: "Dit formulier komt niet van het portaal", body: "Open de bladzijde in het portaal zelf en verstuur het formulier daar opnieuw." },
  404: { title: "Dit bestand is er niet", body: "Misschien is er een nieuwe versie van het portaal. Laad de bladzijde opnieuw." },
  405: { title: "Dit kan hier niet", body: "Het portaal kent alleen bladzijden opvragen en formulieren versturen." },
  413: { title: "Dit is te groot", body: "Wat u verstuurde is te groot voor het portaal. Maak de tekst of het bestand kleiner en probeer het opnieuw. Er is niets bewaard." },
  415: { title: "Dit soort bestand kan niet", body: "Het portaal neemt alleen formulieren aan. Er is niets bewaard." },
  421: { title: "Dit is een ander adres", body: "Het portaal heeft één adres. Dit is het niet." },
  500: { title: "Er ging iets mis", body: "Dit is een fout van het portaal. Probeer het later opnieuw. Wat eerder is bewaard, is er nog." },
  503: { title: "Het portaal is even niet bereikbaar", body: "De gegevens zijn nu niet bereikbaar. Probeer het over een minuut opnieuw. Kijk dan of is bewaard wat u net verstuurde." },
  507: { title: "Het portaal kan nu niets bewaren", body: "De schijf is vol. Lezen kan wel. Wat u net verstuurde, is niet bewaard: ga terug, dan staat uw tekst er nog. De beheerder moet ruimte maken." },
};
