import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { href, paths } from "#app/paths.ts";
import { date, pageTitle, time } from "#app/text/format.ts";
import { meetingsText, meetingStateText, meetingStateTone } from "#app/text/meetings.ts";
import { calendarText, seriesText } from "#app/text/planning.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";
import { countMeetings, listMeetings } from "#db/queries/meetings.ts";
import { listVotingBodies } from "#db/queries/voting-bodies.ts";

const PAGE_SIZE = 25;

export const meta: MetaFunction = () => [{ title: pageTitle(meetingsText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const choice = { gremium: query.get("gremium") ?? "", wanneer: query.get("wanneer") === "geweest" ? "geweest" : "komend" };
  const filter = { bodySlug: choice.gremium || undefined, when: choice.wanneer === "geweest" ? ("past" as const) : ("upcoming" as const), now: now() };
  const bodies = await listVotingBodies(db);
  const { meetings, next } = await listMeetings(db, actor, filter, { after: query.get("na"), size: PAGE_SIZE });
  return {
    choice,
    bodies: bodies.map(({ slug, name }) => ({ value: slug, label: name })),
    isMember: actor.memberships.length > 0,
    mayPlan: bodies.some(({ id }) => may(actor, "meeting.plan", { bodyId: id })),
    total: await countMeetings(db, actor, filter),
    next: next === null ? null : href(paths.meetings, { ...choice, na: next }),
    previous: query.has("na") ? href(paths.meetings, choice) : null,
    meetings: meetings.map(({ id, title, body, startsAt, endsAt, location, state }) => ({ id, title, state, day: date(startsAt), times: `${time(startsAt)}–${time(endsAt)}`, meta: [body.name, location].filter((part) => part !== "").join(" · ") })),
  };
}

export default function MeetingsPage() {
  const { choice, bodies, isMember, mayPlan, total, next, previous, meetings } = useLoaderData<typeof loader>();
  const isPast = choice.wanneer === "geweest";
  return (
    <>
      <PageHead title={meetingsText.title} lead={meetingsText.lead} />
      <Flow>
        <form method="get" className="filter" aria-label={meetingsText.filter}>
          <SelectField name="gremium" label={meetingsText.body} value={choice.gremium} options={[{ value: "", label: meetingsText.allBodies }, ...bodies]} />
          <SelectField
            name="wanneer"
            label={meetingsText.when}
            value={choice.wanneer}
            options={[
              { value: "komend", label: meetingsText.upcoming },
              { value: "geweest", label: meetingsText.past },
            ]}
          />
          <Button secondary>{meetingsText.show}</Button>
        </form>
        {mayPlan && (
          <p className="actions">
            <ButtonLink href={href(paths.newMeeting)}>{meetingsText.plan}</ButtonLink>
            <ButtonLink href={href(paths.newSeries)} secondary>
              {seriesText.plan}
            </ButtonLink>
            <ButtonLink href={href(paths.meetingImport)} secondary>
              {meetingsText.import}
            </ButtonLink>
          </p>
        )}
        <section className="stack" aria-label={meetingsText.title}>
          <p role="status">{meetingsText.found(total)}</p>
          {meetings.length === 0 ? (
            <Empty
              title={isPast ? meetingsText.emptyPast : meetingsText.emptyUpcoming}
              action={<a href={href(paths.meetings, { ...choice, wanneer: isPast ? "komend" : "geweest" })}>{isPast ? meetingsText.toUpcoming : meetingsText.toPast}</a>}
            />
          ) : (
            <ul className="rows rows-date">
              {meetings.map(({ id, title, state, day, times, meta: line }) => (
                <li key={id}>
                  <div className="date">
                    <b className="num">{day}</b>
                    {times}
                  </div>
                  <div>
                    <h2 className="row-title">
                      <a href={href(paths.meeting, { id })}>{title}</a>
                    </h2>
                    <p className="meta">{line}</p>
                    <Tags>
                      <Tag tone={meetingStateTone[state]}>{meetingStateText[state]}</Tag>
                    </Tags>
                  </div>
                </li>
              ))}
            </ul>
          )}
          <Pager previous={previous} next={next} />
        </section>
        <p className="small">
          <a href={choice.gremium === "" ? href(paths.calendar) : href(paths.bodyCalendar, { slug: choice.gremium })}>{meetingsText.calendar}</a>
        </p>
        {isMember && (
          <p className="small">
            <a href={href(paths.ownCalendar)}>{calendarText.toOwn}</a>
          </p>
        )}
      </Flow>
    </>
  );
}
