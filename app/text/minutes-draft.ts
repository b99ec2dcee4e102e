import { anchorText } from "./audit.ts";
import { date } from "./format.ts";

/** What is known of one agenda item when its minutes are still empty. */
export interface ItemFacts {
  /** what the secretaris noted during the meeting */
  readonly notes: string;
  readonly rounds: readonly RoundFacts[];
  readonly decisions: readonly { readonly number: string; readonly title: string; readonly dictum: string; readonly votes: string | null; readonly isOfRound: boolean }[];
  /** votes by show of hands that decided nothing */
  readonly hands: readonly { readonly question: string; readonly votes: string; readonly outcome: string }[];
  /** outcomes that are no decision and no action */
  readonly information: readonly string[];
  readonly commitments: readonly { readonly number: string; readonly statement: string; readonly promisedBy: string; readonly due: string | null }[];
  readonly actions: readonly { readonly number: string; readonly statement: string; readonly ownerName: string; readonly due: string | null }[];
}

export interface RoundFacts {
  readonly name: string;
  readonly address: string;
  /** null while it was not established: then there is nothing to say yet */
  readonly results: readonly { readonly number: string | null; readonly title: string; readonly sentence: string }[] | null;
  /** where the round stands in the log, as lines that the check of the log reads */
  readonly anchors: readonly string[];
  readonly closes: string;
}

export interface PresenceFacts {
  readonly present: readonly Person[];
  readonly excused: readonly Person[];
  readonly absent: readonly Person[];
}

interface Person {
  readonly name: string;
  readonly organisationName: string;
}

/** A first text for the minutes of an item, from everything that was recorded under it; empty when nothing was. Markdown. */
export function draftOfItem({ notes, rounds, hands, decisions, information, commitments, actions }: ItemFacts): string {
  return [
    ...(notes.trim() === "" ? [] : [notes.trim()]),
    ...information.map((line) => plainLine(line)),
    ...rounds.map(ofRound),
    ...hands.map(({ question, votes, outcome }) => `**Hand opsteken: ${plainLine(question)}** ${outcome} (${votes}).`),
    ...decisions.map(({ number, title, dictum, votes, isOfRound }) => `**Besluit ${number}: ${plainLine(title)}.**${isOfRound ? "" : ` ${dictum.trim()}`}${votes === null || isOfRound ? "" : ` (${votes})`}`),
    ...(commitments.length === 0 ? [] : [commitments.map(({ number, statement, promisedBy, due }) => `- **Toezegging ${number}** (${withDue(promisedBy, due)}): ${plainLine(statement)}`).join("\n")]),
    ...(actions.length === 0 ? [] : [actions.map(({ number, statement, ownerName, due }) => `- **Actie ${number}** (${withDue(ownerName, due)}): ${plainLine(statement)}`).join("\n")]),
  ].join("\n\n");
}

/** Who was there, as the first item begins; empty when nothing was recorded. */
export function draftOfPresence({ present, excused, absent }: PresenceFacts): string {
  if (present.length + excused.length + absent.length === 0) return "";
  const organisations = new Set(present.map(({ organisationName }) => organisationName).filter((name) => name !== "")).size;
  const people = present.length === 1 ? "Er is 1 aanwezige" : `Er zijn ${present.length} aanwezigen`;
  return [
    `${people}, van ${organisations} ${organisations === 1 ? "organisatie" : "organisaties"}.`,
    ...(excused.length === 0 ? [] : [`Afwezig met bericht: ${namesOf(excused)}.`]),
    ...(absent.length === 0 ? [] : [`Afwezig: ${namesOf(absent)}.`]),
  ].join(" ");
}

function ofRound({ name, address, results, anchors, closes }: RoundFacts): string {
  if (results === null) return `[${name}](${address}) sluit op ${date(closes)}; de uitslag is nog niet vastgesteld.`;
  const [only] = results;
  const body = results.length === 1 && only ? ` ${only.sentence}` : `\n\n${results.map(({ number, title, sentence }) => `- ${number === null ? "" : `${number} `}${plainLine(title)}: ${sentence}`).join("\n")}`;
  const proof = anchors.length === 0 ? "" : `\n\n${anchorText.heading}:\n\n${anchors.map((line) => `- \`${line}\``).join("\n")}`;
  return `**Uitslag van [${name}](${address}).**${body}${proof}`;
}

const namesOf = (people: readonly Person[]): string => people.map(({ name, organisationName }) => (organisationName === "" ? name : `${name} (${organisationName})`)).join(", ");

const withDue = (who: string, due: string | null): string => [who, due === null ? null : `uiterlijk ${date(due)}`].filter((part) => part !== null && part !== "").join(", ");

/** One line, whatever was typed: a list item or a sentence that goes on. */
const plainLine = (text: string): string => text.replace(/\s*\n\s*/g, " ").trim();
