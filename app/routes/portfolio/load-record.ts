import { supportOf, type Support } from "#app/domain/portfolio/support.ts";
import { adviceText } from "#app/text/proposals.ts";
import { recordText } from "#app/text/portfolio-scores.ts";
import { outcomeText } from "#app/text/voting.ts";
import type { SaidRow } from "#app/ui/portfolio/record-tables.tsx";
import type { AdvisoryRecord } from "#db/queries/portfolio-record.ts";

export interface ShownRecord {
  readonly said: readonly SaidRow[];
  readonly advices: readonly string[];
  readonly support: readonly Support[];
}

interface WithAdvice {
  readonly number: string;
  readonly advice: keyof typeof adviceText | null;
  readonly points: string | null;
}

/** Who advised what on one initiative, in the words of its page. */
export function shownRecord(initiativeId: string, { said, votes }: AdvisoryRecord, proposals: readonly WithAdvice[]): ShownRecord {
  return {
    said: said.filter((one) => one.initiativeId === initiativeId).map(({ proposal, version, body, roundId, closesAt, outcome, kind }) => ({ key: `${roundId} ${proposal}`, proposal, version, body, roundId, closesAt, outcome: outcome === null ? (kind === "peiling" ? recordText.poll : recordText.version(version)) : outcomeText[outcome] })),
    advices: proposals.flatMap(({ number, advice, points }) => (advice === null ? [] : [[recordText.advice(number, adviceText[advice]), points ?? ""].filter((part) => part !== "").join(". ")])),
    support: supportOf(votes.filter((vote) => vote.initiativeId === initiativeId)),
  };
}
