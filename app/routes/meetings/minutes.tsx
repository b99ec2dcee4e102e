import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { allows } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { anchorText } from "#app/text/audit.ts";
import { date, dayDate, pageTitle, shortDate } from "#app/text/format.ts";
import { meetingStateText, meetingStateTone, meetingText, minutesText } from "#app/text/meetings.ts";
import { commitmentText } from "#app/text/commitments.ts";
import { correctionsText, versionsText } from "#app/text/minutes.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { CommitmentRows } from "#app/ui/meetings/commitment-rows.tsx";
import { DocumentLinks } from "#app/ui/meetings/document-links.tsx";
import { ActionRows, DecisionRows } from "#app/ui/meetings/outcome-rows.tsx";
import { Errata } from "#app/ui/meetings/errata.tsx";
import { MinutesItems } from "#app/ui/meetings/minutes-items.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { listAnchors, listRoundAnchors } from "#db/queries/anchors.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { listCorrections } from "#db/queries/minutes-corrections.ts";
import { loadMinutes } from "./load-minutes.ts";
import { canDo } from "./meeting-page.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? minutesText.of(data.title) : minutesText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { meeting, isMember, agenda, attendance, decisions, commitments, actions, errata } = await loadMinutes(context, args.params);
  const adopter = meeting.adoptedIn === null ? null : await findMeeting(context.db, context.actor, meeting.adoptedIn);
  const hasConcept = meeting.conceptAt !== null;
  const corrections = isMember && hasConcept ? (await listCorrections(context.db, meeting.id)).filter(({ withdrawnAt }) => withdrawnAt === null) : [];
  const wasPresent = attendance.some(({ personId, state }) => personId !== null && personId === context.actor.id && state === "aanwezig");
  const adoption = meeting.adoptedAt === null ? undefined : (await listAnchors(context.db, "meeting", [meeting.id], ["minutes.adopt"])).get(meeting.id)?.[0];
  const roundAnchors = await listRoundAnchors(context.db, agenda.flatMap(({ round }) => round?.id ?? []));
  const nameList = (state: string) => attendance.filter((one) => one.state === state).map(({ name, organisationName }) => (organisationName === "" ? name : `${name} (${organisationName})`));
  const errataOf = (item: string | null) => errata.filter(({ agendaItemId }) => agendaItemId === item).map(({ statement, at, by }) => ({ statement, line: minutesText.erratum(date(at), by) }));
  const shown = new Set(agenda.map(({ id }) => id));
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
    isMember: isMember && hasConcept,
    canWrite: canDo(context, meeting, "minutes.write", "write"),
    canPublish: canDo(context, meeting, "minutes.publish", "publish"),
    canSuggest: wasPresent && allows(meeting.state, "suggest"),
    corrections: { total: corrections.length, open: corrections.filter(({ isOpen }) => isOpen).length },
    items: await Promise.all(
      agenda.map(async ({ id, place, title, isClosed, isPublicWording, minutes, proposal, round }) => ({
        ...{ id, place, title, isClosed, isPublicWording, round, anchors: round === null ? [] : (roundAnchors.get(round.id) ?? []).map(anchorText.line), proposal: proposal ? { number: proposal.number, title: proposal.title } : null },
        html: minutes === "" ? null : await toHtml(minutes),
        decisions: decisions.filter((decision) => decision.agendaItemId === id).map(({ number, title: name }) => ({ number, title: name })),
        errata: errataOf(id),
      })),
    ),
    decisions: decisions.map(({ number, title, result, figures, publishedAt, decidedOn }) => ({ number, title, result, figures, isPublished: publishedAt !== null, day: shortDate(decidedOn) })),
    commitments: commitments.map(({ number, statement, promisedBy, dueOn, doneAt }) => ({ number, statement, promisedBy, due: dueOn === null ? null : shortDate(dueOn), isDone: doneAt !== null })),
    actions: actions.map(({ number, statement, ownerName, dueOn, dueText, state }) => ({ number, statement, ownerName, due: dueOn === null ? dueText : shortDate(dueOn), state })),
    errata: errata.filter(({ agendaItemId }) => agendaItemId === null || !shown.has(agendaItemId)).map(({ statement, at, by }) => ({ statement, line: minutesText.erratum(date(at), by) })),
  };
}

export default function MinutesPage() {
  const minutes = useLoaderData<typeof loader>();
  const { id, title, body, state, when, canWrite, canPublish, canSuggest } = minutes;
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
        {canPublish && <ActionForm action={href(paths.minutesPublication, { id })} label={meetingText.publish} />}
        {(canWrite || minutes.isMember) && <MemberLinks />}
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
        {minutes.commitments.length > 0 && (
          <Section id="toezeggingen" title={commitmentText.plural}>
            <CommitmentRows commitments={minutes.commitments} />
          </Section>
        )}
        <MinutesItems items={minutes.items} suggestAt={canSuggest ? href(paths.minutesCorrections, { id }) : null} />
        {minutes.errata.length > 0 && (
          <Section id="verbeteringen" title={minutesText.errata}>
            <Errata errata={minutes.errata} />
          </Section>
        )}
        <Section id="gegevens" title={meetingText.attendance}>
          <Facts />
        </Section>
        <DocumentLinks id={id} documents={["notulen", "besluitenlijst"]} />
      </Flow>
    </>
  );
}

/** What the members of the body do with the minutes: write, correct, compare. */
function MemberLinks() {
  const { id, canWrite, isMember, corrections } = useLoaderData<typeof loader>();
  return (
    <ul className="plain stack">
      {canWrite && (
        <li>
          <a href={href(paths.minutesEdit, { id })}>{minutesText.edit}</a>
        </li>
      )}
      {isMember && (
        <>
          <li>
            <a href={href(paths.minutesCorrections, { id })}>{correctionsText.title}</a>
            {corrections.total > 0 && <span className="small muted"> {correctionsText.state(corrections.total, corrections.open)}</span>}
          </li>
          <li>
            <a href={href(paths.minutesVersions, { id })}>{versionsText.link}</a>
          </li>
        </>
      )}
    </ul>
  );
}

function Facts() {
  const { people, location, adopted, published, adopter, hash, anchor } = useLoaderData<typeof loader>();
  const names = (list: readonly string[]) => (list.length === 0 ? minutesText.nobody : list.join(", "));
  return (
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
  );
}
