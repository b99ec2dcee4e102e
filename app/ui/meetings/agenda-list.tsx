import type { ItemKind } from "#app/domain/meetings/agenda.ts";
import { href, paths } from "#app/paths.ts";
import { itemKindText, meetingText, outcomeWord } from "#app/text/meetings.ts";
import { itemText } from "#app/text/planning.ts";
import { Markdown } from "#app/ui/markdown.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";
import { ActionRows, type ActionRow } from "./outcome-rows.tsx";
import { ItemPapers, type CoverNoteParts } from "./item-papers.tsx";

export interface AgendaRow {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly outcome: string | null;
  readonly round: { readonly id: string; readonly title: string } | null;
  readonly proposal: { readonly number: string; readonly title: string } | null;
  readonly minutesOf: string | null;
  readonly listsActions: boolean;
  /** its number for everybody, also where items before it are left out */
  readonly place: number;
  readonly startsAt: string | null;
  readonly minutes: number | null;
  readonly owner: string | null;
  /** the explanation, made into HTML; null when there is none */
  readonly notes: string | null;
  readonly coverNote: CoverNoteParts | null;
  readonly annexes: readonly { readonly id: string; readonly name: string; readonly line: string; readonly sha256: string }[];
}

/** The agenda as a numbered list, each item with what it is about; with a link to its minutes where those can be read. */
export function AgendaList({ items, meetingId, readsMinutes, openActions }: { items: readonly AgendaRow[]; meetingId: string; readsMinutes: boolean; openActions: readonly ActionRow[] }) {
  if (items.length === 0) return <p>{meetingText.agendaEmpty}</p>;
  return (
    <ol className="rows">
      {items.map(({ id, place, title, kind, isClosed, outcome, round, proposal, minutesOf, startsAt, minutes, owner, notes, coverNote, annexes, listsActions }) => (
        <li key={id} id={`punt-${id}`}>
          <div>
            <h3>
              {`${place}. `}
              {readsMinutes ? <a href={`${href(paths.minutes, { id: meetingId })}#punt-${id}`}>{title}</a> : title}
            </h3>
            {(startsAt !== null || owner !== null) && <p className="meta">{[startsAt, minutes === null ? null : itemText.minutesLine(minutes), owner === null ? null : itemText.ownerLine(owner)].filter((part) => part !== null).join(" · ")}</p>}
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
            {notes !== null && <Markdown html={notes} />}
            {listsActions && openActions.length > 0 && (
              <details>
                <summary>{`${itemText.actions} (${openActions.length})`}</summary>
                <ActionRows actions={openActions} />
              </details>
            )}
            <ItemPapers meetingId={meetingId} coverNote={coverNote} annexes={annexes} />
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
