import { href, paths } from "#app/paths.ts";
import { itemKindText, meetingText } from "#app/text/meetings.ts";
import type { ItemKind } from "#app/domain/meetings/agenda.ts";
import { roomText } from "#app/text/room.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface RoomRow {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly isRunning: boolean;
  readonly planned: number | null;
  readonly seconds: number;
  readonly isOver: boolean;
  readonly times: string | null;
}

/** The agenda beside the notes: which item runs, how long it takes, and one button to begin the next. */
export function RoomItems({ meetingId, items, selected, mayRun }: { meetingId: string; items: readonly RoomRow[]; selected: string | null; mayRun: boolean }) {
  return (
    <ol className="rows agenda">
      {items.map(({ id, title, kind, isClosed, isRunning, planned, seconds, isOver, times }) => (
        <li key={id}>
          <div>
            <h3>
              <a href={href(paths.room, { id: meetingId }, { punt: id })} aria-current={id === selected ? "true" : undefined}>
                {title}
              </a>
            </h3>
            <p className="meta">{[times, itemKindText[kind], isClosed ? meetingText.closed : null].filter((part) => part !== null).join(" · ")}</p>
            <p className={isOver ? "meta num late" : "meta num"}>
              {isRunning ? (
                <>
                  <span data-spent={seconds}>{roomText.clock(seconds)}</span>
                  {planned !== null && ` / ${roomText.clock(planned * 60)}`}
                </>
              ) : (
                roomText.spent(roomText.clock(seconds), planned)
              )}
              {isOver && ` ${roomText.overTime}`}
            </p>
            {isRunning && <Tag tone="green">{roomText.now}</Tag>}
          </div>
          {mayRun && !isRunning && <ActionForm action={href(paths.roomItemStart, { id: meetingId, itemId: id })} label={roomText.begin} secondary describe={title} />}
          {mayRun && isRunning && <ActionForm action={href(paths.roomClockStop, { id: meetingId })} label={roomText.pause} secondary />}
        </li>
      ))}
    </ol>
  );
}
