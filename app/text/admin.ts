import type { Role } from "#app/domain/access/actor.ts";
import { roleText } from "./bodies.ts";

export const adminText = {
  title: "Beheer",
  lead: "Accounts, gremia, zetels en leden. Elke wijziging staat in het logboek.",
  accounts: "Accounts",
  accountsWhy: "Wie kan inloggen, en namens welke organisatie.",
  bodies: "Gremia",
  bodiesWhy: "Welke gremia er zijn, wie er een zetel heeft en wie erop zit.",
};

export const accountsText = {
  title: "Accounts",
  search: "Naam, e-mailadres of organisatie",
  show: "Zoek",
  add: "Maak een account",
  caption: "Accounts met hun organisatie en stand",
  name: "Naam",
  email: "E-mailadres",
  organisation: "Organisatie",
  organisationHint: "De CBS-code van de gemeente, bijvoorbeeld 0344. Laat leeg als die er niet is.",
  state: "Stand",
  actions: "Doen",
  admin: "beheerder",
  municipalAdmin: "gemeentebeheerder",
  disabled: "geblokkeerd",
  invited: "nog geen wachtwoord",
  active: "actief",
  link: "Nieuwe link",
  block: "Blokkeer",
  unblock: "Geef weer toegang",
  isAdmin: "Beheerder van het portaal",
  isMunicipalAdmin: "Beheerder van de eigen gemeente",
  save: "Maak het account",
  empty: "Er is geen account met deze zoekwoorden.",
  linkTitle: "Link om een wachtwoord te kiezen",
  linkLead: "Geef deze link aan de persoon. U ziet hem één keer. Hij werkt één keer en 72 uur.",
  noLink: "Hier staat geen link. Een link is één keer te zien. Maak zo nodig een nieuwe.",
  back: "Terug naar de accounts",
};

export const accountRefusalText = {
  "not-allowed": "Dit doet de beheerder.",
  "not-found": "Dit account bestaat niet.",
  "name-missing": "Vul een naam in.",
  "email-invalid": "Vul een e-mailadres in. Bijvoorbeeld naam@gemeente.nl.",
  "email-taken": "Er is al een account met dit e-mailadres.",
  "organisation-unknown": "Er is geen organisatie met deze code.",
  disabled: "Dit account is geblokkeerd.",
  "last-admin": "Dit is de laatste beheerder. Maak eerst een andere beheerder.",
} as const;

export const adminBodyText = {
  add: "Maak een gremium",
  name: "Naam",
  slug: "Adres",
  slugHint: "Kleine letters en streepjes, bijvoorbeeld netwerk.",
  prefix: "Voorvoegsel",
  prefixHint: "Drie hoofdletters voor de nummers van voorstellen. Dit verandert later niet meer.",
  kind: "Soort",
  purpose: "Wat het doet",
  tlp: "Vertrouwelijkheid van nieuwe voorstellen",
  save: "Maak het gremium",
  seats: "Zetels en leden",
  caption: "Zetels met leden",
  organisation: "Organisatie",
  organisationHint: "De CBS-code of de volledige naam.",
  voting: "Stemt mee",
  addSeat: "Geef een zetel",
  endSeat: "Beëindig de zetel",
  member: "Lid",
  addMember: "Zet iemand op een zetel",
  email: "E-mailadres van het account",
  role: "Rol",
  seat: "Zetel",
  endMember: "Beëindig het lidmaatschap",
  nobody: "niemand",
  right: "Recht",
  votes: "stemt",
  advises: "adviseert",
  noSeats: "Er zijn nog geen zetels. Geef eerst een organisatie een zetel.",
};

export const bodyKindText = { expertgroep: "Expertgroep", adviesraad: "Adviesraad", taskforce: "Taskforce" } as const;
export const roleOptions = (Object.keys(roleText) as Role[]).map((value) => ({ value, label: roleText[value] }));

export const bodyRefusalText = {
  "not-allowed": "Dit doet de beheerder.",
  "not-found": "Dit gremium of deze zetel bestaat niet.",
  "slug-invalid": "Gebruik kleine letters, cijfers en streepjes.",
  "prefix-invalid": "Gebruik precies drie hoofdletters.",
  "name-missing": "Vul een naam in.",
  "body-taken": "Er is al een gremium met dit adres of dit voorvoegsel.",
  "organisation-unknown": "Er is geen organisatie met deze code of naam.",
  "seat-taken": "Deze organisatie heeft hier al zo'n zetel.",
  "person-unknown": "Er is geen account met dit e-mailadres.",
  "already-member": "Deze persoon zit al op deze zetel.",
} as const;

export const adminNotices: Record<string, string> = {
  "account-blocked": "Het account is geblokkeerd.",
  "account-opened": "Het account heeft weer toegang.",
  "account-last-admin": "Dit is de laatste beheerder. Maak eerst een andere beheerder.",
  "body-added": "Het gremium is gemaakt. Geef nu zetels.",
  "seat-added": "De zetel is gegeven.",
  "seat-ended": "De zetel is beëindigd.",
  "membership-added": "De persoon zit nu op de zetel.",
  "membership-ended": "Het lidmaatschap is beëindigd.",
  "already-over": "Dit was al beëindigd.",
};
