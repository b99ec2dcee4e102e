import type { MergerRefusal, OrganisationKind, OrganisationRefusal, PartnerRefusal } from "#app/domain/municipalities/organisation.ts";

export const organisationKindText = {
  gemeente: "Gemeente", samenwerkingsverband: "Samenwerkingsverband", vng: "VNG", ketenpartner: "Ketenpartner", koepel: "Koepel",
} satisfies Record<OrganisationKind, string>;

/** The page that everybody reads. */
export const organisationsText = {
  title: "Organisaties",
  lead: "Wie er naast de gemeenten meedoen: samenwerkingsverbanden, de VNG, ketenpartners en koepels.",
  search: "Zoek een organisatie",
  name: "Naam",
  kind: "Soort",
  all: "Alle",
  show: "Toon",
  caption: "Organisaties met hun soort",
  empty: "Er zijn geen organisaties met deze keuze.",
  emptyAction: "Toon alle organisaties",
  municipalities: "Bekijk de gemeenten",
  about: "De organisatie",
  contact: "Contactpersoon",
  accountManager: "Accountmanager van VNG Realisatie",
  members: "Gemeenten in dit samenwerkingsverband",
  membersEmpty: "Van dit samenwerkingsverband zijn nog geen gemeenten bekend.",
  membersCount: "Elke gemeente telt in de cijfers één keer, ook via een samenwerkingsverband.",
  voices: "Wie spreekt voor deze organisatie",
  voicesEmpty: "Deze organisatie heeft geen zetel in een gremium.",
  adoption: "Stand per onderdeel",
  adoptionCaption: "Stand van dit samenwerkingsverband per onderdeel",
};

/** The pages of the administration. */
export const adminOrganisationText = {
  title: "Organisaties",
  add: "Voeg een organisatie toe",
  edit: "Wijzig",
  code: "CBS-code",
  codeHint: "Vier cijfers. Alleen bij een gemeente.",
  province: "Provincie",
  provinceHint: "Alleen bij een gemeente.",
  none: "Geen",
  inhabitants: "Inwoners",
  inhabitantsHint: "Alleen bij een gemeente.",
  contactHint: "Naam en e-mailadres of telefoonnummer. Iedereen kan dit lezen.",
  fixed: "Soort en code veranderen niet: stemmen en cijfers horen erbij.",
  save: "Voeg de organisatie toe",
  change: "Bewaar de wijziging",
  searchHint: "Naam of CBS-code",
  state: "Stand",
  exists: "bestaat",
  merged: (day: string) => `samengegaan op ${day}`,
  page: "Bekijk de pagina",
  merge: "Leg een herindeling vast",
  mergeLead: (name: string) => `${name} blijft te lezen en verwijst naar de gemeente waarin zij opging.`,
  day: "Eerste dag waarop de gemeente niet meer bestaat",
  successors: "Gaat verder als",
  successorsHint: "De CBS-code van de nieuwe gemeente. Zijn het er meer, zet er dan een komma tussen.",
  mergeSave: "Leg de herindeling vast",
  seatsEnd: (bodies: string) => `De zetels van deze gemeente eindigen nu: ${bodies}.`,
  partners: "Gemeenten in dit samenwerkingsverband",
  partnersCaption: "Gemeenten die meedoen",
  partnersEmpty: "Er zijn nog geen gemeenten.",
  partnerAdd: "Voeg een gemeente toe",
  municipality: "Gemeente",
  municipalityHint: "De CBS-code of de volledige naam.",
  from: "Doet mee vanaf",
  partnerEnd: "Beëindig deelname",
  actions: "Doen",
};

const COMMON = { "not-allowed": "Dit doet de beheerder.", "not-found": "Deze organisatie bestaat niet.", "only-gemeenten": "Dit kan alleen bij een gemeente." } as const;

export const organisationRefusalText = {
  ...COMMON,
  "only-gemeenten": "Alleen een gemeente heeft een CBS-code, een provincie en inwoners. Laat die leeg.",
  "name-missing": "Vul een naam in.",
  "code-invalid": "Een gemeente heeft een CBS-code van vier cijfers.",
  "code-taken": "Er is al een organisatie met deze CBS-code.",
  "name-taken": "Er is al zo'n organisatie met deze naam.",
  "province-unknown": "Kies de provincie van de gemeente.",
  "inhabitants-invalid": "Vul het aantal inwoners in als heel getal.",
} satisfies Record<OrganisationRefusal, string>;

export const mergerRefusalText = {
  ...COMMON,
  "already-merged": "Deze gemeente is al samengegaan met een andere.",
  "no-successor": "Vul in welke gemeente het wordt.",
  "successor-unknown": "Er is geen gemeente met deze CBS-code.",
  "successor-itself": "Een gemeente kan niet in zichzelf opgaan.",
  "successor-merged": "Die gemeente bestaat zelf niet meer. Kies de gemeente van nu.",
  "day-missing": "Vul een dag in die bestaat.",
  "day-in-future": "Leg een herindeling vast zodra hij geldt.",
} satisfies Record<MergerRefusal, string>;

export const partnerRefusalText = {
  ...COMMON,
  "only-partnerships": "Alleen een samenwerkingsverband heeft gemeenten.",
  "municipality-unknown": "Er is geen gemeente met deze code of naam.",
  "period-invalid": "De laatste dag ligt voor de eerste. Kies een andere periode.",
  "already-partner": "Deze gemeente doet in die periode al mee.",
} satisfies Record<PartnerRefusal, string>;

export const organisationNotices: Record<string, string> = {
  "organisation-added": "De organisatie is toegevoegd.",
  "organisation-changed": "De organisatie is gewijzigd.",
  "municipality-merged": "De herindeling is vastgelegd.",
  "partner-added": "De gemeente doet nu mee.",
  "partner-ended": "De deelname is beëindigd.",
  "partner-gone": "Deze deelname was al beëindigd.",
};
