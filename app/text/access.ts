export const loginText = {
  isNew: "Dit portaal is nieuw en heeft nog geen accounts. Maak het eerste op de server, met deze opdracht:",
  firstAccount: 'npm run ggi -- user add --name "Uw Naam" --email u@voorbeeld.nl --admin',
  title: "Inloggen",
  lead: "Log in met uw account van het GGI-portaal.",
  email: "E-mailadres",
  password: "Wachtwoord",
  submit: "Inloggen",
  refused: "Het e-mailadres en het wachtwoord horen niet bij elkaar. Probeer het opnieuw.",
  tooMany: "U hebt te vaak geprobeerd in te loggen. Wacht een kwartier en probeer het dan opnieuw.",
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

export const accessNotices: Record<string, string> = { "password-set": "Uw wachtwoord is bewaard. U kunt nu inloggen." };
