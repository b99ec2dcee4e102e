import type { AdoptionRefusal, AdoptionState } from "#app/domain/municipalities/adoption.ts";
import { number, plural } from "./format.ts";

export const adoptionText = {
  niet: "Doet niet mee", orientatie: "Oriënteert zich", besloten: "Heeft besloten", in_aansluiting: "Sluit aan", aangesloten: "Aangesloten",
} satisfies Record<AdoptionState, string>;
export const adoptionTone = { niet: undefined, orientatie: "amber", besloten: "blue", in_aansluiting: "blue", aangesloten: "green" } as const satisfies Record<AdoptionState, string | undefined>;

export const adoptionRefusalText = {
  "not-found": "Deze gemeente bestaat niet.",
  "not-allowed": "Dit doet de beheerder van de gemeente zelf.",
  "component-unknown": "Kies een onderdeel uit de lijst.",
  merged: "Deze gemeente is samengegaan met een andere. Kijk bij de nieuwe gemeente.",
  "note-too-long": "De toelichting is te lang. Maak hem korter.",
} satisfies Record<AdoptionRefusal, string>;

export const municipalitiesText = {
  title: "Gemeenten",
  lead: "Hoe ver gemeenten zijn met elk onderdeel van de GGI. Elke gemeente telt één keer.",
  filter: "Zoek een gemeente",
  name: "Naam",
  province: "Provincie",
  component: "Onderdeel",
  state: "Stand",
  all: "Alle",
  show: "Toon",
  found: (amount: number) => plural(amount, "gemeente", "gemeenten"),
  empty: "Er is geen gemeente met deze keuze.",
  emptyAction: "Toon alle gemeenten",
  progress: "Stand per onderdeel",
  progressCaption: "Aantal gemeenten per onderdeel en stand",
  fictional: "verzonnen",
  fictionalNote: "De standen in deze demonstratie zijn verzonnen.",
  map: (component: string) => `Kaart: ${component}`,
  mapNote: "Elke gemeente is één vakje, ongeveer op haar plaats in Nederland. De lijst hierboven zegt hetzelfde.",
  mapLabel: (component: string) => `Kaart van gemeenten met hun stand bij ${component}`,
  list: "Alle gemeenten",
  caption: "Gemeenten met hun stand per onderdeel",
  municipality: "Gemeente",
  inhabitants: (amount: number) => `${number(amount)} inwoners`,
  source: "Bron van code, provincie en inwoners: CBS (CC BY 4.0).",
};

export const municipalityText = {
  about: "De gemeente",
  code: "CBS-code",
  province: "Provincie",
  inhabitants: "Inwoners",
  contact: "Contactpersoon",
  accountManager: "Accountmanager van VNG Realisatie",
  partnerships: "Doet mee in",
  through: (partnership: string) => `via ${partnership}`,
  merged: (until: string) => `Deze gemeente bestaat niet meer sinds ${until}.`,
  successor: "Gaat verder als",
  predecessors: "Ontstaan uit",
  voices: "Wie spreekt voor deze gemeente",
  voicesEmpty: "Deze gemeente heeft geen zetel in een gremium.",
  voting: "stemt mee",
  advisory: "adviseert",
  adoption: "Stand per onderdeel",
  adoptionCaption: "Stand van deze gemeente per onderdeel",
  note: "Toelichting",
  change: "Werk de stand bij",
  votes: "Hoe deze gemeente stemde",
  votesNote: "Alleen stemmen uit openbare, vastgestelde rondes.",
  votesEmpty: "Er zijn nog geen openbare stemmen van deze gemeente.",
};

/** "Zo sluit u aan": the steps, and what comes after each state. */
export const joinText = {
  title: "Zo sluit u aan",
  all: "Alle stappen en vragen",
  steps: [
    "Oriënteren: kijk wat het onderdeel doet en wat u nu al hebt.",
    "Besluiten: leg het voor aan uw college. De bouwstenen helpen bij de tekst.",
    "Aansluiten: kies een moment op de roadmap en regel het met de accountmanager.",
    "Gebruiken: werk ermee en praat mee over nieuwe eisen.",
  ],
  next: "Uw volgende stap per onderdeel",
  todo: {
    niet: "Deze gemeente doet nog niet mee. Lees wat meedoen betekent.",
    orientatie: "Bereid een besluit voor. Gebruik de bouwstenen voor uw eigen beleid.",
    besloten: "Het besluit is er. Kijk op de roadmap wanneer u kunt aansluiten.",
    in_aansluiting: "De aansluiting loopt. Houd de planning op de roadmap in de gaten.",
    aangesloten: "Het werkt. Praat mee over nieuwe eisen en wensen.",
  } satisfies Record<AdoptionState, string>,
  link: {
    niet: () => "Wat meedoen betekent",
    orientatie: (component: string) => `Bouwstenen voor ${component}`,
    besloten: (component: string) => `Roadmap van ${component}`,
    in_aansluiting: (component: string) => `Roadmap van ${component}`,
    aangesloten: (component: string) => `Voorstellen voor ${component}`,
  } satisfies Record<AdoptionState, (component: string) => string>,
};

export const adoptionFormText = {
  title: "Werk de stand bij",
  lead: "Zeg per onderdeel hoe ver uw gemeente is. Iedereen ziet het.",
  partnershipLead: "Zeg per onderdeel hoe ver dit samenwerkingsverband is. Het telt voor elke gemeente die meedoet.",
  note: (component: string) => `Toelichting bij ${component}`,
  save: "Bewaar",
};

export const municipalityNotices: Record<string, string> = { "adoption-set": "De stand is bijgewerkt." };
