import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { readForm, type Entered, type FieldProblem } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { roomForm } from "#app/platform/schemas/planning.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { noticeFor } from "#app/text/notices.ts";
import { roomText } from "#app/text/room.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Columns, Section } from "#app/ui/layout.tsx";
import { RoomItems } from "#app/ui/meetings/room-items.tsx";
import { RoomNotes } from "#app/ui/meetings/room-notes.tsx";
import { RoomOutcomes } from "#app/ui/meetings/room-outcomes.tsx";
import { RoomPresence } from "#app/ui/meetings/room-presence.tsx";
import roomScript from "#app/ui/meetings/room-script.js?url";
import { PageHead } from "#app/ui/page-head.tsx";
import { listRoomItems } from "#db/queries/room.ts";
import { loadRoom } from "./load-room.ts";
import { canDo, meetingFor } from "./meeting-page.ts";
import { keepAndRecord } from "./room-steps.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(roomText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "room.note");
  const { item, rows, members, owners, outcomes, hands, openActions } = await loadRoom(context, meeting, new URL(args.request.url).searchParams.get("punt"));
  return {
    ...{ id: meeting.id, name: meeting.title, personId: context.actor.id, rows, members, owners, outcomes, hands, openActions },
    item: item && { id: item.id, title: item.title, notes: item.notes, revision: item.revision },
    can: {
      start: canDo(context, meeting, "meeting.start", "start"),
      close: canDo(context, meeting, "meeting.close", "close"),
      run: canDo(context, meeting, "room.clock", "run"),
      note: canDo(context, meeting, "room.note", "note"),
      record: canDo(context, meeting, "decision.record", "record"),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "room.note");
  const items = await listRoomItems(context.db, meeting.id);
  const chosen = new URL(args.request.url).searchParams.get("punt");
  const item = items.find(({ id }) => id === chosen) ?? items.find(({ runningSince }) => runningSince !== null) ?? items[0] ?? notFound();
  const form = await readForm(args.request, roomForm);
  if (!form.ok) return answer(form.problems, form.entered, null, null, 422);

  const done = await keepAndRecord(context, meeting, item, form.values);
  // The notes are kept; an outcome that was typed but not recorded stays in the form.
  if (done.ok && form.values.stap !== "uitkomst" && form.values.statement !== "") return answer({}, form.entered, null, null, 200);
  if (done.ok) return redirect(`${href(paths.room, { id: meeting.id }, { punt: item.id })}#vastgelegd`, await withNotice(done.value));
  if (done.refusal === "not-found" || done.refusal === "item-not-found") return notFound();
  if (done.refusal === "not-allowed") return forbidden();
  const field = { "statement-missing": "statement", "owner-missing": "ownerName", "day-unknown": "due", "due-too-early": "due" }[done.refusal as string];
  if (field !== undefined) return answer({ [field]: ROOM_PROBLEMS[done.refusal as string] ?? "required" }, form.entered, null, null, 422);
  return answer({}, form.entered, noticeFor(done.refusal), done.refusal === "lost-notes" ? item.notes : null, 409);
}

const ROOM_PROBLEMS: Readonly<Record<string, FieldProblem>> = { "day-unknown": "not-a-date", "due-too-early": "too-early" };

const answer = (problems: Readonly<Record<string, FieldProblem | undefined>>, entered: Entered, refusal: string | null, theirs: string | null, status: number) => json({ problems, entered, refusal, theirs }, status);

export default function RoomPage() {
  const room = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { id, name, item, can, personId } = room;
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} title={roomText.title} lead={can.run ? undefined : can.start ? roomText.notYet : roomText.over} action={<Steps />} />
      <Columns aside={<Aside />}>
        {item === null ? (
          <p>
            {roomText.noItems} <a href={href(paths.meetingAgenda, { id })}>{roomText.toAgenda}</a>
          </p>
        ) : (
          <Section id="punt" title={item.title} aside={can.run && <a href={href(paths.roomHands, { id, itemId: item.id })}>{roomText.hands}</a>}>
            <FormProblems refusal={answered?.refusal ?? null} problems={answered?.problems ?? {}} labels={roomText.labels} />
            {can.note && (
              <RoomNotes
                {...{ meetingId: id, itemId: item.id, personId, revision: item.revision, members: room.owners, theirs: answered?.theirs ?? null, mayRecord: can.record }}
                field={fieldsOf(answered?.entered ?? { notes: item.notes }, answered?.problems ?? {})}
                isUnsaved={answered !== undefined && answered.refusal === null && answered.theirs === null}
              />
            )}
          </Section>
        )}
        {item !== null && (
          <Section id="vastgelegd" title={roomText.outcomesNow}>
            <RoomOutcomes meetingId={id} outcomes={room.outcomes} hands={room.hands} />
          </Section>
        )}
        {room.openActions.length > 0 && <OpenActions />}
      </Columns>
      <script defer src={roomScript} data-tap={href(paths.roomTap, { id })} data-person={personId} data-texts={JSON.stringify(roomText.script)} />
    </>
  );
}

function Steps() {
  const { id, can } = useLoaderData<typeof loader>();
  return (
    <div className="actions">
      {can.start && <ActionForm action={href(paths.meetingStart, { id })} label={roomText.start} />}
      <ButtonLink href={href(paths.roomScreen, { id })} secondary>
        {roomText.screen}
      </ButtonLink>
      {can.close && <ActionForm action={href(paths.meetingEnd, { id })} label={roomText.close} secondary />}
    </div>
  );
}

function Aside() {
  const { id, members, rows, item, can } = useLoaderData<typeof loader>();
  return (
    <>
      <Section id="agenda" title={roomText.items}>
        <RoomItems meetingId={id} items={rows} selected={item?.id ?? null} mayRun={can.run} />
      </Section>
      <Section id="aanwezigheid" title={roomText.presence} aside={<a href={href(paths.attendance, { id })}>{roomText.guests}</a>}>
        <RoomPresence action={href(paths.roomPresence, { id })} members={members} />
      </Section>
    </>
  );
}

/** What was agreed before and is not done: it comes back until it is. */
function OpenActions() {
  const { openActions } = useLoaderData<typeof loader>();
  return (
    <Section id="actiepunten" title={roomText.actions}>
      <ul className="rows">
        {openActions.map(({ number, statement, ownerName, due }) => (
          <li key={number}>
            <div>
              <p>{statement}</p>
              <p className="meta">{[number, ownerName, due].filter((part) => part !== "").join(" · ")}</p>
            </div>
            <div className="actions">
              <ActionForm action={href(paths.actionCompletion, { number })} label={roomText.done} secondary describe={number} />
              <a href={href(paths.actionEdit, { number })}>
                {roomText.changeAction}
                <span className="vh">{`: ${number}`}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
