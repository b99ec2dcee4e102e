import { chainPosition, type Placed } from "#app/domain/proposals/chain.ts";
import { href, paths } from "#app/paths.ts";
import { pageText } from "#app/text/proposals.ts";
import { trailText } from "#app/text/proposal-trail.ts";
import { Section } from "#app/ui/layout.tsx";
import { Trail } from "#app/ui/trail.tsx";

/** The whole chain of a proposal, with a link to everything that has a page of its own. */
export function ProposalTrail({ number, state, steps }: { number: string; state: string; steps: readonly Placed[] }) {
  const { step, of } = chainPosition(steps);
  return (
    <Section id="keten" title={pageText.chain}>
      <p className="small muted">{pageText.position(step, of, state)}</p>
      <Trail
        steps={steps.map((placed) => {
          const address = addressOf(number, placed);
          return { ...trailText(placed), state: placed.when, ...(address !== null && { href: address }) };
        })}
      />
    </Section>
  );
}

function addressOf(number: string, step: Placed): string | null {
  switch (step.what) {
    case "need":
      return href(paths.need, { number: step.number });
    case "version":
      return href(paths.proposalVersion, { number, version: step.version });
    case "round":
      return href(paths.round, { id: step.id });
    case "decision":
      return href(paths.decision, { number: step.number });
    case "minutes":
      return `${href(paths.minutes, { id: step.meetingId })}#punt-${step.anchor}`;
    case "set":
      return href(paths.requirementSetVersion, { slug: step.slug, version: step.version }, { hoofdstuk: step.number.split(".")[0] });
    case "initiative":
      return href(paths.initiative, { number: step.number });
    case "roadmap":
      return href(paths.roadmapItem, { number: step.number });
    case "successor":
      return href(paths.proposal, { number: step.number });
    case "state":
      return step.said ? `${href(paths.proposal, { number })}#reacties` : null;
    case "expected":
      return null;
  }
}
