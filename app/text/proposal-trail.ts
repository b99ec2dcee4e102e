import type { ChainRound, ExpectedStep, Placed } from "#app/domain/proposals/chain.ts";
import type { Totals } from "#app/domain/proposals/reactions.ts";
import type { ItemCount } from "#app/domain/voting/count.ts";
import { answerKindText } from "./advices.ts";
import { reactionsText, totalsText } from "./amendments.ts";
import { dateTime, quarter, shortDate } from "./format.ts";
import { adviceText, stateText } from "./proposals.ts";
import { choiceText, outcomeText, roundName } from "./voting.ts";

const expectedText = {
  discussion: "In bespreking",
  resubmission: "Nieuwe versie met antwoord op de vraag",
  vote: "Stemronde over de tekst",
  decision: "Besluit en notulen",
  advice: "Advies van de Adviesraad",
  portfolio: "Portfoliobesluit van de Taskforce",
  roadmap: "Plaats op de roadmap",
  use: "Gebruik per gemeente",
} satisfies Record<ExpectedStep, string>;

const standingText: Record<string, string> = { voorgesteld: "Voorgesteld", vastgesteld: "Vastgesteld" };

/** One step of the trail in words: what, when, and what there is to know. */
export function trailText(step: Placed): { title: string; when: string; note?: string } {
  switch (step.what) {
    case "need":
      return { title: `Behoefte: ${step.title}`, when: shortDate(step.at), note: step.by === null ? "Gedeelde behoefte" : `Ingediend door ${step.by}` };
    case "version":
      return { title: step.version === 1 ? "Concept: versie 1" : `Versie ${step.version}`, when: shortDate(step.at), ...(versionNote(step) !== "" && { note: versionNote(step) }) };
    case "state":
      return {
        title: step.advice === null ? stateText[step.state] : `Advies: ${adviceText[step.advice]}`,
        when: shortDate(step.at),
        ...(step.said ? { note: reactionsText(step.said.comments, step.said.amendments) } : step.reason !== "" && step.state !== "superseded" && { note: step.reason }),
      };
    case "round":
      return { title: `${roundName(step.kind, step.sequence)} over versie ${step.version}`, when: roundMoment(step), note: roundNote(step) };
    case "decision":
      return { title: `Besluit ${step.number}: ${step.title}`, when: shortDate(step.at), note: step.answer == null ? step.bodyName : `${step.bodyName}: advies ${answerKindText[step.answer].toLowerCase()}` };
    case "minutes":
      return { title: `Notulen: ${step.title}`, when: shortDate(step.at) };
    case "set":
      return { title: `Programma van eisen: ${step.title}`, when: shortDate(step.at), note: `Eis ${step.number} in versie ${step.version}` };
    case "initiative":
      return { title: `Initiatief ${step.number}: ${step.title}`, when: shortDate(step.at) };
    case "roadmap":
      return {
        title: `Roadmap: ${step.title}`,
        when: shortDate(step.at),
        note: `${standingText[step.status] ?? step.status}: ${quarter(step.start)} tot en met ${quarter(step.end)}`,
      };
    case "successor":
      return { title: `Vervangen door ${step.number}: ${step.title}`, when: shortDate(step.at) };
    case "expected":
      return { title: expectedText[step.step], when: "Nog te doen" };
  }
}

/** "Reactienota: 3 overgenomen, 1 deels", or why it was written. */
const versionNote = ({ nota, why }: { nota?: Totals; why: string }): string => (nota === undefined ? why : `Reactienota: ${totalsText(nota)}`);

function roundMoment({ isOpen, isAnnounced, at, closesAt }: ChainRound): string {
  if (isOpen) return `Nu: tot ${dateTime(closesAt)}`;
  return isAnnounced ? `Opent ${dateTime(at)}` : shortDate(closesAt);
}

function roundNote(round: ChainRound): string {
  const turnout = `${round.cast} van ${round.seats} zetels hebben gestemd`;
  if (round.isEndedEarly) return "Ingetrokken of ongeldig";
  if (round.isAnnounced) return "Aangekondigd";
  if (round.isOpen) return turnout;
  if (round.outcome === null && round.count === null) return `Gesloten, uitslag nog niet bekend. ${turnout}`;
  return [round.outcome === null ? "" : outcomeText[round.outcome], round.count === null ? "" : figures(round.count)].filter(Boolean).join(": ");
}

/** "14 voor, 3 tegen, 2 onthouden", or for a peiling what supports it. */
function figures({ tally, support }: ItemCount): string {
  if (support) {
    return (["akkoord", "akkoord_mits", "niet_akkoord", "onthouden"] as const)
      .filter((choice) => support[choice] > 0)
      .map((choice) => `${support[choice]} ${choiceText[choice].toLowerCase()}`)
      .join(", ");
  }
  if ("objections" in tally) return `${tally.objections} bezwaren`;
  return "for" in tally ? `${tally.for} voor, ${tally.against} tegen, ${tally.abstain} onthouden` : "";
}
