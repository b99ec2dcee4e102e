import type { Role } from "#app/domain/access/actor.ts";
import { plural } from "./format.ts";

export const roleText = { chair: "voorzitter", secretary: "secretaris", member: "lid", substitute: "plaatsvervanger", observer: "toehoorder" } satisfies Record<Role, string>;

export const bodiesText = {
  title: "Gremia",
  lead: "Wie namens alle gemeenten meedenkt, adviseert en beslist.",
  empty: "Er zijn nog geen gremia. De beheerder maakt ze aan.",
  votingSeats: (amount: number) => plural(amount, "zetel die stemt", "zetels die stemmen"),
  openRounds: (amount: number) => (amount === 0 ? "geen open stemronde" : plural(amount, "open stemronde", "open stemrondes")),
  chair: "Voorzitter",
  secretary: "Secretaris",
  nobody: "niemand",
  nextMeeting: "Volgende vergadering",
  noMeeting: "nog niet gepland",
};

export const bodyText = {
  questions: "Vragen van de Taskforce over voorstellen",
  purpose: "Wat dit gremium doet",
  prefix: (prefix: string) => `Voorstellen beginnen met ${prefix}`,
  proposals: "Voorstellen",
  proposalsEmpty: "Er zijn nog geen voorstellen die u mag zien.",
  proposalsCaption: "Aantal voorstellen per stand",
  state: "Stand",
  amount: "Aantal",
  rounds: "Stemrondes",
  roundsEmpty: "Er is nu geen stemronde open.",
  closes: (when: string) => `sluit ${when}`,
  meetings: "Volgende vergaderingen",
  meetingsEmpty: "Er staat geen vergadering gepland.",
  calendar: "Zet in uw agenda (.ics)",
  seats: "Zetels en leden",
  seatsCaption: "Zetels met organisatie en leden",
  organisation: "Organisatie",
  people: "Leden",
  right: "Recht",
  voting: "stemt",
  advisory: "adviseert",
  vacant: "niemand",
  member: (name: string, role: string) => `${name} (${role})`,
  seatsEmpty: "Dit gremium heeft nog geen zetels.",
  more: "Op de hoogte blijven",
  decisions: "Besluiten van dit gremium",
  calendarFile: "Vergaderingen in uw agenda (.ics)",
  feed: "Nieuwe en gewijzigde voorstellen in uw nieuwslezer (Atom)",
  allSets: "Alle programma’s van eisen",
  allProposals: "Alle voorstellen",
  allRounds: "Alle stemrondes",
};
