export const loginText = {
  isNew: "Dit portaal is nieuw en heeft nog geen accounts. Maak het eerste op de server, met deze opdracht:",
  firstAccount: 'npm run ggi -- user add --name "Uw Naam" --email u@voorbeeld.nl --admin',
  title: "Inloggen",
  lead: "Log in met uw account van het GGI-portaal.",
  email: "E-mailadres",
  password: "Wachtwoord",
  submit: "Inloggen",
  refused: "Het e-mailadres en het wachtwoord horen niet bij elkaar. Probeer het opnieuw.",
  tooMany: (minutes: number) => `U hebt te vaak geprobeerd in te loggen. Wacht ${minutes <= 1 ? "een minuut" : `${minutes} minuten`} en probeer het dan opnieuw.`,
  kept: "Uw sessie was verlopen. Wat u had getypt, is bewaard. Na het inloggen krijgt u het terug.",
};

export const keptFormText = {
  title: "Uw tekst is bewaard",
  lead: "Uw sessie was verlopen toen u dit verstuurde. Er is nog niets mee gedaan.",
  page: "De bladzijde waar u was",
  texts: "Wat u had getypt",
  until: (moment: string) => `Wij bewaren dit tot ${moment}. Daarna is het weg.`,
  show: "Zet mijn tekst terug in het formulier",
  dispose: "Gooi deze tekst weg",
  empty: "Er is geen tekst bewaard",
  emptyNext: "Een tekst blijft een uur bewaard, voor wie hem typte.",
  home: "Naar de startpagina",
};

export const setPasswordText = {
  title: "Kies een wachtwoord",
  lead: (email: string) => `Voor het account ${email}.`,
  password: "Nieuw wachtwoord",
  again: "Nog een keer",
  hint: "Ten minste 12 tekens. Een zin van een paar woorden is goed te onthouden.",
  submit: "Bewaar het wachtwoord",
  toLogin: "Naar inloggen",
};

export const linkRefusalText = {
  "link-unknown": "Deze link werkt niet. Vraag de beheerder om een nieuwe.",
  "link-used": "Deze link is al gebruikt. Log in, of vraag de beheerder om een nieuwe link.",
  "link-expired": "Deze link is verlopen. Vraag de beheerder om een nieuwe.",
} as const;

export const passwordProblemText = {
  "too-short": "Kies een wachtwoord van ten minste 12 tekens.",
  "too-long": "Kies een wachtwoord van ten hoogste 200 tekens.",
  "too-common": "Dit wachtwoord is te makkelijk te raden. Kies andere woorden.",
} as const;

export const accessNotices: Record<string, string> = { "password-set": "Uw wachtwoord is bewaard. U kunt nu inloggen.", "kept-form-gone": "De bewaarde tekst is weggegooid." };
