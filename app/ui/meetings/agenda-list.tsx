import type { ItemKind } from "#app/domain/meetings/agenda.ts";
import { href, paths } from "#app/paths.ts";
import { itemKindText, meetingText, outcomeWord } from "#app/text/meetings.ts";
import { Tag, Tags } from "#app/ui/tag.tsx";

export interface AgendaRow {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly outcome: string | null;
  readonly round: { readonly id: string; readonly title: string } | null;
  readonly proposal: { readonly number: string; readonly title: string } | null;
  readonly minutesOf: string | null;
}

/** The agenda as a numbered list, each item with what it is about; with a link to its minutes where those can be read. */
export function AgendaList({ items, meetingId, readsMinutes }: { items: readonly AgendaRow[]; meetingId: string; readsMinutes: boolean }) {
  if (items.length === 0) return <p>{meetingText.agendaEmpty}</p>;
  return (
    <ol className="rows agenda">
      {items.map(({ id, title, kind, isClosed, outcome, round, proposal, minutesOf }) => (
        <li key={id} id={`punt-${id}`}>
          <div>
            <h3>{readsMinutes ? <a href={`${href(paths.minutes, { id: meetingId })}#punt-${id}`}>{title}</a> : title}</h3>
            {proposal && (
              <p className="meta">
                {meetingText.about} <a href={href(paths.proposal, { number: proposal.number })}>{`${proposal.number} ${proposal.title}`}</a>
              </p>
            )}
            {round && (
              <p className="meta">
                {meetingText.round}: <a href={href(paths.round, { id: round.id })}>{round.title}</a>
              </p>
            )}
            {minutesOf !== null && (
              <p className="meta">
                <a href={href(paths.minutes, { id: minutesOf })}>{meetingText.minutesOf}</a>
              </p>
            )}
            <Tags>
              <Tag>{itemKindText[kind]}</Tag>
              {isClosed && <Tag tone="amber">{meetingText.closed}</Tag>}
              {outcome !== null && <Tag tone="green">{outcomeWord[outcome] ?? outcome}</Tag>}
            </Tags>
          </div>
        </li>
      ))}
    </ol>
  );
}
