import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { advicesText } from "#app/text/advices.ts";
import { bodiesText, bodyText, roleText } from "#app/text/bodies.ts";
import { dateTime, number, pageTitle } from "#app/text/format.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { stateSlug, stateText } from "#app/text/proposals.ts";
import { SetRows } from "#app/ui/requirement-sets/set-rows.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { countProposalsByState, findBody, listSeats } from "#db/queries/bodies.ts";
import { findFollow } from "#db/queries/following.ts";
import { listMeetings } from "#db/queries/meetings.ts";
import { listQuestionsTo } from "#db/queries/tasks.ts";
import { listSets } from "#db/queries/requirement-sets.ts";
import { listRounds } from "#db/queries/voting-rounds.ts";
import { setRowsOf } from "../requirement-sets/set-rows-of.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.name ?? bodiesText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const moment = now();
  const { id, slug, name, purpose, prefix } = (await findBody(db, args.params["slug"] ?? "")) ?? notFound();
  const rounds = await listRounds(db, actor, { bodySlug: slug, phase: "open", now: moment }, { limit: 20 });
  const { meetings } = await listMeetings(db, actor, { when: "upcoming", bodySlug: slug, now: moment }, { after: null, size: 3 });
  return {
    slug, name, purpose, prefix,
    states: await countProposalsByState(db, actor, id),
    seats: await listSeats(db, id, moment),
    questions: await listQuestionsTo(db, actor, id),
    rounds: rounds.map((round) => ({ id: round.id, title: round.title, closesAt: round.closesAt })),
    meetings: meetings.map((meeting) => ({ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, location: meeting.location })),
    sets: setRowsOf(await listSets(db, actor, { bodyId: id })),
    isSignedIn: actor.id !== null,
    isFollowed: (await findFollow(db, actor.id, "body", id)) !== null,
  };
}

export default function BodyPage() {
  const { slug, name, purpose, prefix, states, seats, questions, rounds, meetings, sets, isSignedIn, isFollowed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.bodies), label: bodiesText.title }]} title={name} lead={purpose} action={isSignedIn && <FollowButton kind="body" reference={slug} isFollowed={isFollowed} />} />
      <Flow>
        {questions.length > 0 && (
          <Section id="vragen" title={bodyText.questions}>
            <Rows>
              {questions.map(({ number: proposal, title, question }) => (
                <Row key={proposal}>
                  <div>
                    <h3>
                      <a href={href(paths.proposal, { number: proposal })}>{`${proposal} ${title}`}</a>
                    </h3>
                    {question !== null && <p>{question}</p>}
                  </div>
                </Row>
              ))}
            </Rows>
          </Section>
        )}
        <Section id="stemrondes" title={bodyText.rounds} aside={<a href={href(paths.rounds)}>{bodyText.allRounds}</a>}>
          {rounds.length === 0 ? (
            <p className="muted">{bodyText.roundsEmpty}</p>
          ) : (
            <Rows>
              {rounds.map((round) => (
                <Row key={round.id}>
                  <div>
                    <h3>
                      <a href={href(paths.round, { id: round.id })}>{round.title}</a>
                    </h3>
                    <p className="meta">{bodyText.closes(dateTime(round.closesAt))}</p>
                  </div>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
        <Section id="vergaderingen" title={bodyText.meetings} aside={<a href={href(paths.bodyCalendar, { slug })}>{bodyText.calendar}</a>}>
          {meetings.length === 0 ? (
            <p className="muted">{bodyText.meetingsEmpty}</p>
          ) : (
            <Rows>
              {meetings.map((meeting) => (
                <Row key={meeting.id}>
                  <div>
                    <h3>
                      <a href={href(paths.meeting, { id: meeting.id })}>{meeting.title}</a>
                    </h3>
                    <p className="meta">{[dateTime(meeting.startsAt), meeting.location].filter((part) => part !== "").join(" · ")}</p>
                  </div>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
        <Section id="voorstellen" title={bodyText.proposals} aside={<a href={href(paths.proposals, { gremium: slug })}>{bodyText.allProposals}</a>}>
          {states.length === 0 ? (
            <p className="muted">{bodyText.proposalsEmpty}</p>
          ) : (
            <DataTable
              caption={bodyText.proposalsCaption}
              head={[bodyText.state, bodyText.amount]}
              rows={states.map(({ state, amount }) => ({
                key: state,
                cells: [
                  <a key="stand" href={href(paths.proposals, { gremium: slug, status: stateSlug(state) })}>
                    {stateText[state]}
                  </a>,
                  number(amount),
                ],
              }))}
            />
          )}
          <p className="small muted">{bodyText.prefix(prefix)}</p>
        </Section>
        {sets.length > 0 && (
          <Section id="programma" title={setText.title} aside={<a href={href(paths.requirementSets)}>{bodyText.allSets}</a>}>
            <SetRows sets={sets} />
          </Section>
        )}
        <Section id="zetels" title={bodyText.seats}>
          {seats.length === 0 ? (
            <p className="muted">{bodyText.seatsEmpty}</p>
          ) : (
            <DataTable
              caption={bodyText.seatsCaption}
              head={[bodyText.organisation, bodyText.people, bodyText.right]}
              rows={seats.map((seat) => ({
                key: seat.id,
                cells: [
                  <a key="organisatie" href={seat.code === null ? href(paths.organisation, { id: seat.organisationId }) : href(paths.municipality, { code: seat.code })}>
                    {seat.organisation}
                  </a>,
                  seat.people.length === 0 ? bodyText.vacant : seat.people.map((person) => bodyText.member(person.name, roleText[person.role])).join(", "),
                  seat.isVoting ? bodyText.voting : bodyText.advisory,
                ],
              }))}
            />
          )}
        </Section>
        <Section id="meer" title={bodyText.more}>
          <ul>
            <li>
              <a href={href(paths.decisions, { gremium: slug })}>{bodyText.decisions}</a>
            </li>
            <li>
              <a href={href(paths.bodyCalendar, { slug })}>{bodyText.calendarFile}</a>
            </li>
            <li>
              <a href={href(paths.bodyFeed, { slug })}>{bodyText.feed}</a>
            </li>
            {slug === "adviesraad" && (
              <li>
                <a href={href(paths.advices)}>{advicesText.bodyLink}</a>
              </li>
            )}
          </ul>
        </Section>
      </Flow>
    </>
  );
}
