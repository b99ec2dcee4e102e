import type { BodySlug } from "./story.ts";

/** The one password of every demonstration account. */
export const DEMO_PASSWORD = "demo-ggi-2026";

/** Whom somebody speaks for: a CBS code of a gemeente, or an organisation by its name. */
export type OrganisationRef = { readonly code: string } | { readonly name: string };

export interface DemoPerson {
  /** the part before @demo.ggi; the story names people this way */
  readonly handle: string;
  readonly name: string;
  readonly job: string;
  readonly organisation: OrganisationRef;
  readonly isAdmin?: true;
  readonly isMunicipalAdmin?: true;
  readonly seat?: { readonly body: BodySlug; readonly role: "chair" | "secretary" | "member"; readonly isVoting: boolean };
}

export const VNG = "Vereniging van Nederlandse Gemeenten";
export const VNG_REALISATIE = "VNG Realisatie";
/** Partners in the chain with a voting seat in the Taskforce. */
export const CHAIN_PARTNERS = ["Logius", "Sociale Verzekeringsbank"] as const;

/** The gemeenten behind lid1, lid2, …: spread over the provinces and over sizes. */
const SEATS: Readonly<Record<Exclude<BodySlug, "taskforce">, readonly string[]>> = {
  netwerk: ["0344", "0153", "0014", "0687", "0772", "0400", "0114", "0080", "0505", "0957", "0171", "0281"],
  veilig: ["0268", "0150", "0363", "0935", "0106", "0074", "0865", "0599", "0664", "0034", "0351", "0765"],
  services: ["0794", "0141", "0546", "0345", "0984", "1900", "0715", "1681", "0995", "0203", "0405", "1969"],
  adviesraad: [
    "0344", "0363", "0599", "0772", "0268", "0014", "0935", "0153", "0080", "0114", "0034", "0687",
    "0546", "0150", "1942", "1948", "0262", "0383", "1961", "0118", "0677", "0050",
  ],
};
const TASKFORCE: readonly OrganisationRef[] = [
  { code: "0344" }, { code: "0599" }, { code: "0772" }, { code: "0268" }, { code: "0080" }, { code: "0150" }, { code: "0865" },
  ...CHAIN_PARTNERS.map((name) => ({ name })),
];

const JOBS: Readonly<Record<BodySlug, readonly string[]>> = {
  netwerk: ["Netwerkarchitect", "Teamleider ICT-beheer", "Adviseur infrastructuur"],
  veilig: ["CISO", "Adviseur informatieveiligheid", "Security-specialist"],
  services: ["Informatiearchitect", "Productmanager koppelingen", "Adviseur gegevens"],
  adviesraad: ["Hoofd informatievoorziening", "Directeur bedrijfsvoering", "Manager ICT"],
  taskforce: ["Gemeentesecretaris", "Directeur dienstverlening", "Directeur ICT"],
};

/** A gemeente account without a seat: five of different sizes. */
const MUNICIPALITIES = ["0173", "1676", "0373", "0848", "0098"] as const;
export const MUNICIPAL_ADMIN_OF = MUNICIPALITIES[0];

const FIRST = (
  "Noor Joris Sam Fenna Daan Iris Ruben Lotte Thijs Aisha Pim Sanne Mehmet Eline Bram Yara Koen Maud Sven Nadia Wout Femke Luuk Amira Jelle Roos Tijn Hanna " +
  "Giel Sofie Omar Linde Stijn Marit Niek Esra Floor Hugo Tessa Jurre Nienke Malik Britt Teun Zoë Casper Anouk Rens Ilse Youssef Merel Guus Leila Freek Juul " +
  "Timo Saar Bas Mila Jesper Kim Driss Evi Boaz Liv Marnix Nina Ties Rosa Ivo Selin Wessel Puck Adam Tara Mats Jade Quinten Fleur Siem Lieke Abel Dana Onno"
).split(" ");
/** Nobody is called this: who reads a name here sees that it was made up. */
const LAST = ["Voorbeeld", "Testpersoon", "Fictief", "van der Proef", "Verzonnen", "de Demo", "Bedacht", "Schijnnaam", "Nergens", "Anoniem", "van Niemand"];

const nameOf = (place: number): string => `${FIRST[place % FIRST.length]} ${LAST[place % LAST.length]}`;

const TEAMS: readonly BodySlug[] = ["veilig", "netwerk", "services", "adviesraad", "taskforce"];

type Nameless = Omit<DemoPerson, "name">;

function team(body: BodySlug): Nameless[] {
  const seats: readonly OrganisationRef[] = body === "taskforce" ? TASKFORCE : SEATS[body].map((code) => ({ code }));
  const jobs = JOBS[body];
  return [
    { handle: `secretaris.${body}`, job: "Penvoerder", organisation: { name: VNG_REALISATIE }, seat: { body, role: "secretary", isVoting: false } },
    { handle: `voorzitter.${body}`, job: "Voorzitter", organisation: { name: VNG }, seat: { body, role: "chair", isVoting: false } },
    ...seats.map((organisation, place): Nameless => ({
      handle: `lid${place + 1}.${body}`,
      job: jobs[place % jobs.length] ?? "Adviseur",
      organisation,
      seat: { body, role: "member", isVoting: true },
    })),
  ];
}

/** Every demonstration account, as interfaces.md names them. */
export const PEOPLE: readonly DemoPerson[] = [
  { handle: "beheer", job: "Beheerder van het portaal", organisation: { name: VNG_REALISATIE }, isAdmin: true } satisfies Nameless,
  ...TEAMS.flatMap(team),
  ...MUNICIPALITIES.map((code, place): Nameless => ({ handle: `gemeente${place + 1}`, job: "Beleidsadviseur", organisation: { code } })),
  { handle: "gemeentebeheerder1", job: "Coördinator informatievoorziening", organisation: { code: MUNICIPAL_ADMIN_OF }, isMunicipalAdmin: true } satisfies Nameless,
].map((person, place) => ({ ...person, name: nameOf(place) }));

export const emailOf = (handle: string): string => `${handle}@demo.ggi`;

/** How many voting seats each body has in the demonstration. */
export const VOTING_SEATS: Readonly<Record<BodySlug, number>> = { netwerk: 12, veilig: 12, services: 12, adviesraad: 22, taskforce: 9 };
