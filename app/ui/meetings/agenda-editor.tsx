import type { ItemKind } from "#app/domain/meetings/agenda.ts";
import { href, paths } from "#app/paths.ts";
import { agendaText, itemKindText, meetingText } from "#app/text/meetings.ts";
import { annexText, coverNoteText, itemText } from "#app/text/planning.ts";
import { ActionForm } from "#app/ui/action-form.tsx";

interface EditedItem {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly owner: string | null;
  readonly plannedMinutes: number | null;
  readonly startsAt: string | null;
  readonly hasCoverNote: boolean;
  readonly annexes: number;
}

/** The agenda as the secretaris makes it: order, wording, papers; each a button or a page of its own. */
export function AgendaEditor({ meetingId: id, items, isOpen }: { meetingId: string; items: readonly EditedItem[]; isOpen: boolean }) {
  return (
    <ol className="rows agenda">
      {items.map(({ id: itemId, title, kind, isClosed, owner, plannedMinutes, startsAt, hasCoverNote, annexes }, index) => (
        <li key={itemId}>
          <div>
            <h3>{title}</h3>
            <p className="meta">{[startsAt, plannedMinutes === null ? null : itemText.minutesLine(plannedMinutes), itemKindText[kind], isClosed ? meetingText.closed : null, owner === null ? null : itemText.ownerLine(owner)].filter((part) => part !== null).join(" · ")}</p>
            {isOpen && (
              <p className="meta">
                <a href={href(paths.coverNote, { id, itemId })}>
                  {hasCoverNote ? coverNoteText.change : coverNoteText.write}
                  <span className="vh">{`: ${title}`}</span>
                </a>
                {" · "}
                <a href={href(paths.annexes, { id, itemId })}>
                  {`${annexText.manage} (${annexes})`}
                  <span className="vh">{`: ${title}`}</span>
                </a>
              </p>
            )}
          </div>
          {isOpen && (
            <div className="actions">
              {index > 0 && <ActionForm action={href(paths.agendaItemMove, { id, itemId })} label={agendaText.up} fields={{ direction: "up" }} secondary describe={title} />}
              {index < items.length - 1 && <ActionForm action={href(paths.agendaItemMove, { id, itemId })} label={agendaText.down} fields={{ direction: "down" }} secondary describe={title} />}
              <a href={href(paths.agendaItem, { id, itemId })} aria-label={`${agendaText.edit}: ${title}`}>
                {agendaText.edit}
              </a>
              <ActionForm action={href(paths.agendaItemRemoval, { id, itemId })} label={agendaText.remove} secondary describe={title} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
