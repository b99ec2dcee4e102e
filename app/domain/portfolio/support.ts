import { SUPPORT, type Choice } from "../voting/choice.ts";

/** What a seat said in a published, open round about one of the proposals. */
export interface OpenVote {
  readonly organisation: string;
  readonly code: string | null;
  readonly proposal: string;
  readonly choice: Choice;
  readonly closesAt: string;
}

export interface Support {
  readonly organisation: string;
  readonly code: string | null;
  readonly inFavour: number;
  readonly withCondition: number;
  readonly abstained: number;
  readonly against: number;
}

/**
 * Per organisation how it stands towards the proposals of an initiative: its last open vote on each of them counts, so nobody counts
 * twice; of two that closed at the same moment the one with less support. Most support first. Source: domain, "support per gemeente".
 */
export function supportOf(votes: readonly OpenVote[]): Support[] {
  const last = new Map<string, OpenVote>();
  for (const vote of votes) {
    const key = `${vote.organisation} ${vote.proposal}`;
    const known = last.get(key);
    if (known === undefined || vote.closesAt > known.closesAt || (vote.closesAt === known.closesAt && (SUPPORT[vote.choice] ?? 0) < (SUPPORT[known.choice] ?? 0))) last.set(key, vote);
  }
  const found = new Map<string, Support>();
  for (const { organisation, code, choice } of last.values()) {
    const so = found.get(organisation) ?? { organisation, code, inFavour: 0, withCondition: 0, abstained: 0, against: 0 };
    const level = SUPPORT[choice];
    found.set(organisation, {
      ...so,
      inFavour: so.inFavour + Number(level === 3),
      withCondition: so.withCondition + Number(level === 2),
      abstained: so.abstained + Number(level === 1),
      against: so.against + Number(level === 0),
    });
  }
  return [...found.values()].sort((a, b) => b.inFavour + b.withCondition - (a.inFavour + a.withCondition) || a.against - b.against || a.organisation.localeCompare(b.organisation, "nl"));
}
