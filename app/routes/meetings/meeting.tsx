import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { holds } from "#app/domain/access/actor.ts";
import { headcount } from "#app/domain/meetings/attendance.ts";
import { hasStarted, mayReadAgenda, mayReadMinutes } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { dayDate, pageTitle, shortDate, time } from "#app/text/format.ts";
import { meetingStateText, meetingStateTone, meetingText, presenceText } from "#app/text/meetings.ts";
import { tlpText } from "#app/text/voting.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { Columns, Flow, Section } from "#app/ui/layout.tsx";
import { ActionRows, DecisionRows } from "#app/ui/meetings/outcome-rows.tsx";
import { AgendaList } from "#app/ui/meetings/agenda-list.tsx";
import { DocumentLinks } from "#app/ui/meetings/document-links.tsx";
import { MeetingStepCard } from "#app/ui/meetings/meeting-step-card.tsx";
import { MeetingTools } from "#app/ui/meetings/meeting-tools.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { listActionsOfMeeting } from "#db/queries/action-items.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { findFollow } from "#db/queries/following.ts";
import { listMeetingsOfBody } from "#db/queries/meetings.ts";
import { canDo, isMemberOf, meetingOf } from "./meeting-page.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.title ?? meetingText.crumb) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { db, actor, now } = context;
  const meeting = await meetingOf(context, args.params);
  const isMember = isMemberOf(context, meeting);
  const readsMinutes = mayReadMinutes(meeting.state, { isMember, isSecretary: holds(actor, meeting.bodyId, "secretary") });
  const readsAgenda = mayReadAgenda(meeting.state, isMember);
  const agenda = readsAgenda ? await listAgenda(db, actor, meeting.id) : [];
  const known = new Set(agenda.map(({ id }) => id));
  const decisions = await listDecisionsAbout(db, actor, { meetingId: meeting.id }, now());
  const actions = isMember || readsMinutes ? await listActionsOfMeeting(db, meeting.id) : [];
  const attendance = isMember || readsMinutes ? await listAttendance(db, meeting.id) : [];
  const adopters = canDo(context, meeting, "minutes.adopt", "adopt") ? await listMeetingsOfBody(db, actor, meeting.bodyId, ["gaande", "gehouden"]) : [];
  const can = {
    agenda: canDo(context, meeting, "agenda.change", "change-agenda"),
    send: canDo(context, meeting, "agenda.send", "send-agenda"),
    start: canDo(context, meeting, "meeting.start", "start"),
    close: canDo(context, meeting, "meeting.close", "close"),
    attend: canDo(context, meeting, "attendance.record", "attend"),
    write: canDo(context, meeting, "minutes.write", "write"),
    share: canDo(context, meeting, "minutes.share", "share"),
    adopt: canDo(context, meeting, "minutes.adopt", "adopt"),
    publish: canDo(context, meeting, "minutes.publish", "publish"),
    correct: canDo(context, meeting, "minutes.correct", "correct"),
    decide: canDo(context, meeting, "decision.record", "record"),
    act: canDo(context, meeting, "action.record", "record"),
    change: canDo(context, meeting, "meeting.change", "change"),
    cancel: canDo(context, meeting, "meeting.cancel", "cancel"),
    reply: canDo(context, meeting, "attendance.reply", "reply"),
  };
  return {
    id: meeting.id,
    title: meeting.title,
    body: meeting.body,
    state: meeting.state,
    tlp: meeting.tlp,
    isChair: holds(actor, meeting.bodyId, "chair"),
    day: dayDate(meeting.startsAt),
    when: `${dayDate(meeting.startsAt)} ${meeting.startsAt.slice(0, 4)}, ${time(meeting.startsAt)} – ${time(meeting.endsAt)}`,
    location: meeting.location,
    reason: meeting.reason,
    isSignedIn: actor.id !== null,
    isFollowed: (await findFollow(db, actor.id, "meeting", meeting.id)) !== null,
    can,
    readsAgenda,
    readsMinutes,
    hasAgenda: agenda.length > 0,
    reply: attendance.find(({ personId }) => personId !== null && personId === actor.id)?.state ?? null,
    count: attendance.length > 0 && !can.reply ? headcount(attendance) : null,
    agenda: agenda.map(({ id, title, kind, isClosed, outcome, round, proposal, minutesOf }) => ({ id, title, kind, isClosed, outcome, round, proposal: proposal ? { number: proposal.number, title: proposal.title } : null, minutesOf })),
    decisions: decisions.map(({ number, title, result, figures, publishedAt, decidedOn }) => ({ number, title, result, figures, isPublished: publishedAt !== null, day: shortDate(decidedOn) })),
    actions: actions
      .filter(({ agendaItemId }) => isMember || (agendaItemId !== null && known.has(agendaItemId)))
      .map(({ number, statement, ownerName, dueOn, dueText, state }) => ({ number, statement, ownerName, due: dueOn === null ? dueText : shortDate(dueOn), state })),
    adopters: adopters.filter(({ startsAt, id }) => id !== meeting.id && startsAt > meeting.startsAt).map(({ id, title }) => ({ id, title })),
  };
}

export type MeetingData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MeetingPage() {
  const meeting = useLoaderData<typeof loader>();
  const { id, title, body, state, tlp, when, location, reason, can, reply, count } = meeting;
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }]}
        kicker={body.name}
        title={title}
        lead={when}
        tags={
          <>
            <Tag tone={meetingStateTone[state]}>{meetingStateText[state]}</Tag>
            {tlp !== "CLEAR" && <Tag tone="tlp">{tlpText[tlp]}</Tag>}
          </>
        }
        action={meeting.isSignedIn && <FollowButton kind="meeting" reference={id} isFollowed={meeting.isFollowed} />}
      />
      <Columns aside={<MeetingTools meeting={meeting} />}>
        <Flow>
          {reason !== null && <p>{meetingText.cancelled(reason)}</p>}
          <MeetingStepCard meeting={meeting} />
          {can.reply && (
            <Section id="komt-u" title={meetingText.replyTitle}>
              {reply !== null && <p>{meetingText.replyNow(presenceText[reply])}</p>}
              <div className="actions">
                <ActionForm action={href(paths.meetingReply, { id })} label={meetingText.comes} fields={{ reply: "aangemeld" }} secondary />
                <ActionForm action={href(paths.meetingReply, { id })} label={meetingText.comesNot} fields={{ reply: "afwezig_met_bericht" }} secondary />
              </div>
            </Section>
          )}
          {meeting.decisions.length > 0 && (
            <Section id="besluiten" title={meetingText.decisions}>
              <DecisionRows decisions={meeting.decisions} />
            </Section>
          )}
          {meeting.actions.length > 0 && (
            <Section id="actiepunten" title={meetingText.actions}>
              <ActionRows actions={meeting.actions} />
            </Section>
          )}
          <Section id="agenda" title={meetingText.agenda}>
            {meeting.readsAgenda ? <AgendaList items={meeting.agenda} meetingId={id} readsMinutes={meeting.readsMinutes} /> : <p>{meetingText.agendaLater}</p>}
          </Section>
          {meeting.readsAgenda && <DocumentLinks id={id} documents={[...(meeting.agenda.length > 0 ? (["agenda"] as const) : []), ...(meeting.readsMinutes ? (["notulen"] as const) : []), ...(hasStarted(state) ? (["besluitenlijst"] as const) : [])]} />}
          <Section id="gegevens" title={meetingText.facts}>
            <Fields
              rows={[
                { term: meetingText.when, value: when },
                { term: meetingText.where, value: location === "" ? meetingText.nowhere : location },
                { term: meetingText.body, value: <a href={href(paths.body, { slug: body.slug })}>{body.name}</a> },
                ...(count ? [{ term: meetingText.attendance, value: meetingText.attendanceLine(count.people, count.organisations, count.excused) }] : []),
              ]}
            />
          </Section>
        </Flow>
      </Columns>
    </>
  );
}
