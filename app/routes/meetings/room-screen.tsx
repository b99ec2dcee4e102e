import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { allows } from "#app/domain/meetings/meeting.ts";
import { secondsSpent } from "#app/domain/meetings/room.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, time } from "#app/text/format.ts";
import { itemKindText } from "#app/text/meetings.ts";
import { roomText, screenText } from "#app/text/room.ts";
import { forbidden } from "#app/platform/http.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { listRoomItems, type RoomItem } from "#db/queries/room.ts";
import { isMemberOf, meetingOf } from "./meeting-page.ts";

const EVERY = "15";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(screenText.title(data?.title ?? "")) }];

/** The page asks for itself again, without script; somebody who reads slowly can stop that. */
export const headers: HeadersFunction = ({ loaderHeaders }) => (loaderHeaders.has("Refresh") ? { Refresh: loaderHeaders.get("Refresh") ?? EVERY } : {});

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingOf(context, args.params);
  if (!isMemberOf(context, meeting)) return forbidden();
  const items = await listRoomItems(context.db, meeting.id);
  const at = items.findIndex(({ runningSince }) => runningSince !== null);
  const current = items[at] ?? null;
  // A besloten item may be told to who sits here, not to who looks in through the window: only that there is one.
  const shown = (item: RoomItem) => ({ title: item.isClosed ? screenText.closed : item.title, kind: item.kind });
  const isOpen = current !== null && !current.isClosed;
  const decided = isOpen ? await listDecisionsAbout(context.db, context.actor, { meetingId: meeting.id }, context.now()) : [];
  const refreshes = new URL(args.request.url).searchParams.get("ververs") !== "nee" && (allows(meeting.state, "run") || allows(meeting.state, "start"));
  const screen = {
    ...{ id: meeting.id, title: meeting.title, refreshes, now: time(context.now()), isOver: !allows(meeting.state, "run") && !allows(meeting.state, "start"), isRunning: allows(meeting.state, "run") },
    current: current && { ...shown(current), number: at + 1, spent: roomText.spent(roomText.clock(secondsSpent(current, context.now())), current.plannedMinutes) },
    next: items.slice(at + 1).slice(0, 2).map((item, place) => ({ ...shown(item), number: at + 2 + place })),
    decisions: decided.filter(({ agendaItemId }) => agendaItemId === current?.id).map(({ number, dictum }) => ({ number, dictum })),
  };
  return json(screen, refreshes ? { headers: { Refresh: EVERY } } : {});
}

export default function RoomScreenPage() {
  const { id, title, refreshes, now, isOver, isRunning, current, next, decisions } = useLoaderData<typeof loader>();
  const status = isOver ? screenText.over : isRunning ? screenText.pause : screenText.waiting;
  return (
    <div className="wrap projection">
      <h1>{title}</h1>
      <p className="num projection-clock">{now}</p>
      {current === null ? (
        <p className="projection-now">{status}</p>
      ) : (
        <section aria-labelledby="nu">
          <p className="muted">{screenText.now}</p>
          <h2 id="nu" className="projection-now">{`${current.number}. ${current.title}`}</h2>
          <p className="num">{`${itemKindText[current.kind]} · ${current.spent}`}</p>
          {decisions.map(({ number, dictum }) => (
            <p key={number} className="projection-decision">{`${number}: ${dictum}`}</p>
          ))}
        </section>
      )}
      {next.length > 0 && (
        <section aria-labelledby="hierna">
          <h2 id="hierna">{screenText.next}</h2>
          <ul className="plain">
            {next.map((item) => (
              <li key={item.number}>{`${item.number}. ${item.title}`}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="small muted">{refreshes ? <>{screenText.refreshes} <a href={href(paths.roomScreen, { id }, { ververs: "nee" })}>{screenText.stop}</a></> : <a href={href(paths.roomScreen, { id })}>{screenText.again}</a>}</p>
    </div>
  );
}
