/** What the server says before a page can. */
export const serverText = {
  refused: "Dit verzoek kan het portaal niet behandelen.",
  failed: "Er ging iets mis. Probeer het later opnieuw.",
  notFound: "Dit bestand is er niet.",
  otherName: (address: string) => `Ga naar ${address} en probeer het daar opnieuw.`,
  building: "Het portaal wordt gebouwd …",
  migrating: "De database wordt bijgewerkt …",
  seeding: "De gegevens worden geladen …",
  ready: (address: string) => `Het portaal staat op ${address}`,
  signIn: (address: string) => `Inloggen kan op ${address}/inloggen`,
  demo: "Demonstratie: secretaris.veilig@demo.ggi, wachtwoord demo-ggi-2026",
  demoInPublic: "Deze database heeft demonstratieaccounts. Hun wachtwoord is openbaar: start daarmee alleen op localhost.",
  busyPort: (port: number) => `Poort ${port} is al in gebruik. Kies een andere met PORT.`,
};
