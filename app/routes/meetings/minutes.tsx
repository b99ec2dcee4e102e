import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { holds } from "#app/domain/access/actor.ts";
import { mayReadMinutes } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { anchorText } from "#app/text/audit.ts";
import { date, dayDate, pageTitle, shortDate } from "#app/text/format.ts";
import { meetingStateText, meetingStateTone, meetingText, minutesText } from "#app/text/meetings.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { ActionRows, DecisionRows } from "#app/ui/meetings/outcome-rows.tsx";
import { MinutesItems } from "#app/ui/meetings/minutes-items.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { listActionsOfMeeting } from "#db/queries/action-items.ts";
import { listAnchors, listRoundAnchors } from "#db/queries/anchors.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { listErrata } from "#db/queries/errata.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { canDo, isMemberOf, meetingOf } from "./meeting-page.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? minutesText.of(data.title) : minutesText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { db, actor, now } = context;
  const meeting = await meetingOf(context, args.params);
  const isMember = isMemberOf(context, meeting);
  if (!mayReadMinutes(meeting.state, { isMember, isSecretary: holds(actor, meeting.bodyId, "secretary") })) notFound();

  const agenda = await listAgenda(db, actor, meeting.id);
  const attendance = await listAttendance(db, meeting.id);
  const decisions = await listDecisionsAbout(db, actor, { meetingId: meeting.id }, now());
  const actions = await listActionsOfMeeting(db, meeting.id);
  const adopter = meeting.adoptedIn === null ? null : await findMeeting(db, actor, meeting.adoptedIn);
  const errata = await listErrata(db, meeting.id);
  const adoption = meeting.adoptedAt === null ? undefined : (await listAnchors(db, "meeting", [meeting.id], ["minutes.adopt"])).get(meeting.id)?.[0];
  const roundAnchors = await listRoundAnchors(db, agenda.flatMap(({ round }) => round?.id ?? []));
  const known = new Set(agenda.map(({ id }) => id));
  const nameList = (state: string) => attendance.filter((one) => one.state === state).map(({ name, organisationName }) => (organisationName === "" ? name : `${name} (${organisationName})`));
  return {
    id: meeting.id,
    title: meeting.title,
    body: meeting.body,
    state: meeting.state,
    when: `${dayDate(meeting.startsAt)} ${meeting.startsAt.slice(0, 4)}`,
    location: meeting.location,
    adopted: meeting.adoptedAt === null ? null : date(meeting.adoptedAt),
    adopter: adopter ? { id: adopter.id, title: adopter.title } : null,
    published: meeting.publishedAt === null ? null : date(meeting.publishedAt),
    hash: meeting.minutesHash,
    anchor: adoption === undefined ? null : anchorText.line(adoption),
    people: { present: nameList("aanwezig"), excused: nameList("afwezig_met_bericht"), absent: nameList("afwezig") },
    canWrite: canDo(context, meeting, "minutes.write", "write"),
    canPublish: canDo(context, meeting, "minutes.publish", "publish"),
    items: await Promise.all(
      agenda.map(async ({ id, title, isClosed, minutes, proposal, round }) => ({
        ...{ id, title, isClosed, round, anchors: round === null ? [] : (roundAnchors.get(round.id) ?? []).map(anchorText.line), proposal: proposal ? { number: proposal.number, title: proposal.title } : null },
        html: minutes === "" ? null : await toHtml(minutes),
        decisions: decisions.filter((decision) => decision.agendaItemId === id).map(({ number, title: name }) => ({ number, title: name })),
      })),
    ),
    decisions: decisions.map(({ number, title, result, figures, publishedAt, decidedOn }) => ({ number, title, result, figures, isPublished: publishedAt !== null, day: shortDate(decidedOn) })),
    actions: actions
      .filter(({ agendaItemId }) => isMember || (agendaItemId !== null && known.has(agendaItemId)))
      .map(({ number, statement, ownerName, dueOn, dueText, state }) => ({ number, statement, ownerName, due: dueOn === null ? dueText : shortDate(dueOn), state })),
    errata: errata.map(({ statement, at, by }) => ({ statement, line: minutesText.erratum(date(at), by) })),
  };
}

export default function MinutesPage() {
  const minutes = useLoaderData<typeof loader>();
  const { id, title, body, state, when, adopted, adopter, published, hash, anchor, people, canWrite, canPublish, location } = minutes;
  const names = (list: readonly string[]) => (list.length === 0 ? minutesText.nobody : list.join(", "));
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: title }]}
        kicker={body.name}
        title={minutesText.of(title)}
        lead={when}
        tags={<Tag tone={meetingStateTone[state]}>{meetingStateText[state]}</Tag>}
      />
      <Flow>
        {state === "notulen_concept" && <p>{minutesText.concept}</p>}
        {(state === "gaande" || state === "gehouden") && <p>{minutesText.writing}</p>}
        {canWrite && (
          <p>
            <a href={href(paths.minutesEdit, { id })}>{minutesText.edit}</a>
          </p>
        )}
        {canPublish && <ActionForm action={href(paths.minutesPublication, { id })} label={meetingText.publish} />}
        {minutes.decisions.length > 0 && (
          <Section id="besluiten" title={minutesText.decisions}>
            <DecisionRows decisions={minutes.decisions} />
          </Section>
        )}
        {minutes.actions.length > 0 && (
          <Section id="actiepunten" title={minutesText.actions}>
            <ActionRows actions={minutes.actions} />
          </Section>
        )}
        <MinutesItems items={minutes.items} />
        {minutes.errata.length > 0 && (
          <Section id="verbeteringen" title={minutesText.errata}>
            {minutes.errata.map(({ statement, line }) => (
              <div key={line + statement} className="note">
                <p>{statement}</p>
                <p className="by">{line}</p>
              </div>
            ))}
          </Section>
        )}
        <Section id="gegevens" title={meetingText.attendance}>
          <Fields
            rows={[
              { term: minutesText.present, value: names(people.present) },
              { term: minutesText.excused, value: names(people.excused) },
              { term: minutesText.absent, value: names(people.absent) },
              ...(location === "" ? [] : [{ term: meetingText.where, value: location }]),
              ...(adopted === null ? [] : [{ term: meetingText.state, value: [minutesText.adopted(adopted), published === null ? null : minutesText.published(published)].filter((part) => part !== null).join(" ") }]),
              ...(adopter === null ? [] : [{ term: minutesText.adoptedIn, value: <a href={href(paths.meeting, { id: adopter.id })}>{adopter.title}</a> }]),
              ...(hash === null ? [] : [{ term: minutesText.hash, value: <><code className="hash">{hash}</code><span className="small muted"> {minutesText.hashNote}</span></> }]),
              ...(anchor === null ? [] : [{ term: anchorText.minutes, value: <code className="hash">{anchor}</code> }]),
            ]}
          />
        </Section>
      </Flow>
    </>
  );
}
