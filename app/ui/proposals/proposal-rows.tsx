import type { ProposalKind, ProposalState } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { kindText, stateText } from "#app/text/proposals.ts";
import { Row, Rows } from "#app/ui/rows.tsx";

export interface ProposalRow {
  readonly number: string;
  readonly title: string;
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  /** what else to say of it on this page */
  readonly about?: readonly string[];
}

/** Proposals that another record holds: title, number, kind, state. */
export function ProposalRows({ proposals }: { proposals: readonly ProposalRow[] }) {
  return (
    <Rows>
      {proposals.map(({ number, title, kind, state, about = [] }) => (
        <Row key={number}>
          <div>
            <h3>
              <a href={href(paths.proposal, { number })}>{title}</a>
            </h3>
            <p className="meta">{[number, kindText[kind], ...about, stateText[state]].join(" · ")}</p>
          </div>
        </Row>
      ))}
    </Rows>
  );
}
