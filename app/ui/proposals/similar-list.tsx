import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { stateText } from "#app/text/proposals.ts";
import { similarText } from "#app/text/traces.ts";

export interface SimilarProposal {
  readonly number: string;
  readonly title: string;
  readonly state: ProposalState;
  readonly percent: number;
}

/** Proposals whose title has much in common with another. */
export const SimilarList = ({ proposals }: { proposals: readonly SimilarProposal[] }) => (
  <ul>
    {proposals.map(({ number, title, state, percent }) => (
      <li key={number}>
        <a href={href(paths.proposal, { number })}>{`${number} ${title}`}</a>
        {` (${stateText[state].toLowerCase()}, ${similarText.likeness(percent)})`}
      </li>
    ))}
  </ul>
);
