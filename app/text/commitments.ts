import type { CommitmentRefusal } from "#app/domain/decisions/commitment.ts";
import { plural } from "./format.ts";

export type CommitmentRefusalCode = "not-allowed" | "item-not-found" | "decision-not-found" | "meeting-wrong-state" | "note-missing" | "commitment-done" | CommitmentRefusal;

export const commitmentRefusalText = {
  "not-allowed": "U mag dit niet doen.",
  "item-not-found": "Dit agendapunt is er niet.",
  "decision-not-found": "Dit besluit hoort niet bij deze vergadering.",
  "meeting-wrong-state": "In deze stand van de vergadering kunt u geen toezegging vastleggen.",
  "statement-missing": "Schrijf op wat er is toegezegd.",
  "promiser-missing": "Schrijf op wie dit heeft toegezegd.",
  "note-missing": "Schrijf op hoe de toezegging is nagekomen.",
  "commitment-done": "Deze toezegging was al nagekomen.",
} satisfies Record<CommitmentRefusalCode, string>;

export const commitmentNotices: Record<string, string> = {
  "commitment-recorded": "De toezegging staat in het register.",
  "commitment-fulfilled": "De toezegging is nagekomen.",
};

export const commitmentText = {
  plural: "Toezeggingen",
  lead: "Wat is toegezegd in vergaderingen: wat, door wie, wanneer, en of het is nagekomen.",
  crumb: "Toezeggingen",
  of: (number: string) => `Toezegging ${number}`,
  found: (n: number, isPart: boolean) => `${plural(n, "toezegging", "toezeggingen")}${isPart ? " op deze bladzijde" : ""}`,
  filter: "Kies welke toezeggingen u wilt zien",
  body: "Gremium",
  allBodies: "Alle gremia",
  state: "Stand",
  allStates: "Alle",
  show: "Toon",
  open: "Nog open",
  done: "Nagekomen",
  overdue: "Te laat",
  dueOn: (when: string) => `uiterlijk ${when}`,
  empty: "Er zijn geen toezeggingen bij deze keuze.",
  emptyAction: "Toon alle toezeggingen",
  promisedBy: "Door",
  due: "Uiterlijk",
  noDue: "Geen datum afgesproken",
  meeting: "Vergadering",
  decision: "Besluit",
  howDone: "Hoe nagekomen",
  doneOn: "Nagekomen op",
  fulfil: "Is deze toezegging nagekomen?",
  note: "Hoe is de toezegging nagekomen?",
  noteHint: "Iedereen die de toezegging ziet, leest dit ook.",
  save: "Toezegging afronden",
  newTitle: "Toezegging vastleggen",
  newLead: "Iemand belooft iets in de vergadering. De toezegging krijgt een nummer en blijft open tot zij is nagekomen.",
  statement: "Wat is toegezegd?",
  who: "Wie zegt dit toe?",
  whoHint: "Een naam of een organisatie.",
  dueHint: "U mag dit leeg laten.",
  item: "Agendapunt",
  withDecision: "Hoort bij besluit",
  noDecision: "Geen besluit",
  record: "Toezegging vastleggen",
};
