import type { ProposedItem } from "#app/domain/meetings/agenda-proposal.ts";
import { href, paths } from "#app/paths.ts";
import { itemKindText } from "#app/text/meetings.ts";
import { proposalText } from "#app/text/planning.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Section } from "#app/ui/layout.tsx";

/** What waits for this body: one button puts it on the agenda, one button all of it. */
export function OpenMatters({ meetingId, open }: { meetingId: string; open: readonly ProposedItem[] }) {
  const action = href(paths.agendaProposal, { id: meetingId });
  return (
    <Section id="open" title={proposalText.title} aside={open.length > 1 && <ActionForm action={action} label={proposalText.all} fields={{ only: "" }} secondary />}>
      {open.length === 0 ? (
        <p>{proposalText.none}</p>
      ) : (
        <>
          <p>{proposalText.lead}</p>
          <ul className="rows">
            {open.map((item) => (
              <li key={item.id}>
                <div>
                  <h3>{proposalText.itemTitle(item)}</h3>
                  <p className="meta">{[proposalText.kind(item), itemKindText[item.itemKind], proposalText.planned(item.minutes)].join(" · ")}</p>
                </div>
                <ActionForm action={action} label={proposalText.one} fields={{ only: item.id }} secondary describe={proposalText.itemTitle(item)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
