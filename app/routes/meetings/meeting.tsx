import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { holds } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { headcount } from "#app/domain/meetings/attendance.ts";
import { allows, hasStarted, mayReadAgenda, mayReadMinutes } from "#app/domain/meetings/meeting.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { later, MINUTE } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { agendaChangeText } from "#app/text/agenda-changes.ts";
import { dateTime, dayDate, pageTitle, shortDate, time } from "#app/text/format.ts";
import { meetingStateText, meetingStateTone, meetingText, presenceText } from "#app/text/meetings.ts";
import { annexText, calendarText, repliesText, replyText, sendingText, seriesText } from "#app/text/planning.ts";
import { coverNoteText } from "#app/text/portfolio-scores.ts";
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
import { listActionsOfMeeting, listOpenActionsOfBody } from "#db/queries/action-items.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { findLastSending } from "#db/queries/agenda-sendings.ts";
import { listAnnexes } from "#db/queries/annexes.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { findFollow } from "#db/queries/following.ts";
import { listMeetingsOfBody } from "#db/queries/meetings.ts";
import { canDo, isMemberOf, meetingOf } from "./meeting-page.ts";

const MOST_ACTIONS = 50;

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
    run: may(actor, "room.note", { bodyId: meeting.bodyId }) && (allows(meeting.state, "run") || allows(meeting.state, "start") || allows(meeting.state, "note")),
  };
  const annexes = readsAgenda ? await listAnnexes(db, meeting.id) : [];
  const sending = isMember ? await findLastSending(db, meeting.id) : null;
  // What was agreed and is not done comes back on every next agenda; it is work inside the body.
  const carried = isMember && agenda.some(({ listsActions }) => listsActions) ? await listOpenActionsOfBody(db, meeting.bodyId, MOST_ACTIONS) : [];
  const explained = await Promise.all(agenda.map(({ notes }) => (notes === "" ? null : toHtml(notes))));
  const mine = attendance.find(({ personId }) => personId !== null && personId === actor.id) ?? null;
  return {
    id: meeting.id,
    hasInitiatives: agenda.some(({ initiativeId, isPublicWording }) => initiativeId !== null && !isPublicWording),
    title: meeting.title,
    body: meeting.body,
    state: meeting.state,
    tlp: meeting.tlp,
    isChair: holds(actor, meeting.bodyId, "chair"),
    day: dayDate(meeting.startsAt),
    plannedFor: dutchDay(now()) < dutchDay(meeting.startsAt) ? `${dayDate(meeting.startsAt)} ${meeting.startsAt.slice(0, 4)}` : null,
    when: `${dayDate(meeting.startsAt)} ${meeting.startsAt.slice(0, 4)}, ${time(meeting.startsAt)} – ${time(meeting.endsAt)}`,
    location: meeting.location,
    reason: meeting.reason,
    isSignedIn: actor.id !== null,
    isFollowed: (await findFollow(db, actor.id, "meeting", meeting.id)) !== null,
    can,
    readsAgenda,
    readsMinutes,
    hasAgenda: agenda.length > 0,
    reply: mine?.state ?? null,
    substitute: mine?.substitute?.name ?? null,
    seriesId: meeting.seriesId,
    replies: isMember && allows(meeting.state, "reply") ? repliesText(attendance) : null,
    openActions: carried.map(({ number, statement, ownerName, dueOn, dueText, state }) => ({ number, statement, ownerName, due: dueOn === null ? dueText : shortDate(dueOn), state })),
    changes: sending === null ? [] : sending.changes.map((change) => agendaChangeText(change, { namesSecrets: true })),
    sentLine: sending === null ? null : sendingText.sent(dateTime(sending.sentAt), sending.number),
    count: attendance.length > 0 && !can.reply ? headcount(attendance) : null,
    agenda: agenda.map(({ id, title, kind, isClosed, outcome, round, proposal, minutesOf, owner, plannedMinutes, coverNote, listsActions, isPublicWording, place, startsAfter }, index) => ({
      ...{ id, place, title, kind, isClosed, outcome, round, proposal: proposal ? { number: proposal.number, title: proposal.title } : null, minutesOf, owner: owner?.name ?? null, minutes: plannedMinutes, notes: explained[index] ?? null, coverNote, listsActions },
      startsAt: startsAfter !== null && agenda.some((item) => item.plannedMinutes !== null) ? time(later(meeting.startsAt, startsAfter * MINUTE)) : null,
      annexes: isPublicWording ? [] : annexes.filter(({ itemId }) => itemId === id).map((annex) => ({ id: annex.id, name: annex.name, sha256: annex.sha256, line: annexText.line(annex.size, shortDate(annex.addedAt)) })),
    })),
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
          {meeting.hasInitiatives && (
            <p>
              <a href={href(paths.meetingCoverNotes, { id })}>{coverNoteText.linkAll}</a>
            </p>
          )}
          {reason !== null && <p>{meetingText.cancelled(reason)}</p>}
          <MeetingStepCard meeting={meeting} />
          {can.reply && (
            <Section id="komt-u" title={meetingText.replyTitle}>
              {reply !== null && <p>{meetingText.replyNow(presenceText[reply])}</p>}
              {meeting.substitute !== null && <p>{replyText.substituteLine(meeting.substitute)}</p>}
              <div className="actions">
                <ActionForm action={href(paths.meetingReply, { id })} label={meetingText.comes} fields={{ reply: "aangemeld" }} secondary />
                <ActionForm action={href(paths.meetingReply, { id })} label={meetingText.comesNot} fields={{ reply: "afwezig_met_bericht" }} secondary />
                <a href={href(paths.meetingReply, { id })}>{replyText.withSubstitute}</a>
              </div>
            </Section>
          )}
          {meeting.changes.length > 0 && (
            <Section id="gewijzigd" title={sendingText.changesTitle}>
              <ul className="utrecht-unordered-list">
                {meeting.changes.map((change) => (
                  <li key={change} className="utrecht-unordered-list__item">
                    {change}
                  </li>
                ))}
              </ul>
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
            {meeting.readsAgenda ? <AgendaList items={meeting.agenda} meetingId={id} readsMinutes={meeting.readsMinutes} openActions={meeting.openActions} /> : <p>{meetingText.agendaLater}</p>}
            {meeting.sentLine !== null && <p className="small muted">{meeting.sentLine}</p>}
          </Section>
          {meeting.readsAgenda && <DocumentLinks id={id} documents={[...(meeting.agenda.length > 0 ? (["agenda"] as const) : []), ...(meeting.readsMinutes ? (["notulen"] as const) : []), ...(hasStarted(state) ? (["besluitenlijst"] as const) : [])]} />}
          <Section id="gegevens" title={meetingText.facts}>
            <Fields
              rows={[
                { term: meetingText.when, value: when },
                { term: meetingText.where, value: location === "" ? meetingText.nowhere : location },
                { term: meetingText.body, value: <a href={href(paths.body, { slug: body.slug })}>{body.name}</a> },
                ...(meeting.replies === null ? [] : [{ term: replyText.overview, value: meeting.replies }]),
                ...(count ? [{ term: meetingText.attendance, value: meetingText.attendanceLine(count.people, count.organisations, count.excused) }] : []),
              ]}
            />
            <p>
              <a href={href(paths.meetingCalendar, { id })}>{calendarText.one}</a>
            </p>
            {meeting.seriesId !== null && (
              <p>
                <a href={href(paths.series, { seriesId: meeting.seriesId })}>{seriesText.partOf}</a>
              </p>
            )}
          </Section>
        </Flow>
      </Columns>
    </>
  );
}
