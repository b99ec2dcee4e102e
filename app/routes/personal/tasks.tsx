import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requireActor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { date, dateTime, pageTitle, shortDate } from "#app/text/format.ts";
import { tasksText } from "#app/text/personal.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { NewsList } from "#app/ui/following/news-list.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { listActions } from "#db/queries/action-items.ts";
import { countFollows, listNews } from "#db/queries/following.ts";
import { listWaiting } from "#db/queries/needs.ts";
import { listMinutesToAdopt, listReferredBack, listVotesToCast } from "#db/queries/tasks.ts";

const SHOWN = 20;

export const meta: MetaFunction = () => [{ title: pageTitle(tasksText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const [moment, today] = [now(), dutchDay(now())];
  const bureauOf = actor.memberships.filter(({ role }) => role === "chair" || role === "secretary").map(({ bodyId }) => bodyId);
  const secretaryOf = actor.memberships.filter(({ role }) => role === "secretary").map(({ bodyId }) => bodyId);
  const { actions } = await listActions(db, actor, { mine: true, state: "open" }, { after: null, size: SHOWN });
  return {
    votes: await listVotesToCast(db, actor, moment),
    actions: actions.map(({ number, statement, dueOn, body }) => ({ number, statement, dueOn, body: body.name, isLate: dueOn !== null && dueOn < today })),
    minutes: await listMinutesToAdopt(db, bureauOf),
    referred: await listReferredBack(db, actor),
    needs: await listWaiting(db, secretaryOf, null),
    news: await listNews(db, actor, moment),
    follows: await countFollows(db, actor),
    isAdmin: may(actor, "account.add"),
    municipality: actor.organisation?.code ? { code: actor.organisation.code, name: actor.organisation.name, mayChange: may(actor, "adoption.set", { organisationId: actor.organisation.id }) } : null,
  };
}

interface TaskProps {
  readonly address: string;
  readonly title: string;
  readonly meta: string;
  readonly aside?: ReactNode;
}

function Task({ address, title, meta: about, aside }: TaskProps) {
  return (
    <Row>
      <div>
        <h3>
          <a href={address}>{title}</a>
        </h3>
        <p className="meta">{about}</p>
      </div>
      {aside}
    </Row>
  );
}

export default function TasksPage() {
  const { votes, actions, minutes, referred, needs, news, follows, isAdmin, municipality } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={tasksText.title} lead={tasksText.lead} />
      <Flow>
        {isAdmin && (
          <p>
            <a href={href(paths.admin)}>{tasksText.admin}</a>
          </p>
        )}
        {municipality && (
          <p>
            <a href={href(paths.municipality, { code: municipality.code })}>{municipality.mayChange ? tasksText.ownToChange(municipality.name) : tasksText.own(municipality.name)}</a>
          </p>
        )}
        <Section id="stemmen" title={tasksText.votes}>
          {votes.length === 0 ? (
            <p className="muted">{tasksText.votesEmpty}</p>
          ) : (
            <Rows>
              {votes.map((round) => (
                <Task key={round.id} address={href(paths.roundBallot, { id: round.id })} title={round.title} meta={[round.body, tasksText.closes(dateTime(round.closesAt))].join(" · ")} />
              ))}
            </Rows>
          )}
        </Section>
        <Section id="actiepunten" title={tasksText.actions} aside={<a href={href(paths.actions)}>{tasksText.allActions}</a>}>
          {actions.length === 0 ? (
            <p className="muted">{tasksText.actionsEmpty}</p>
          ) : (
            <Rows>
              {actions.map((action) => (
                <Task
                  key={action.number}
                  address={href(paths.actions)}
                  title={action.statement}
                  meta={[action.number, action.body, ...(action.dueOn === null ? [] : [tasksText.due(date(action.dueOn))])].join(" · ")}
                  aside={action.isLate && <Tag tone="red">{tasksText.overdue}</Tag>}
                />
              ))}
            </Rows>
          )}
        </Section>
        <Section id="notulen" title={tasksText.minutes}>
          {minutes.length === 0 ? (
            <p className="muted">{tasksText.minutesEmpty}</p>
          ) : (
            <Rows>
              {minutes.map((meeting) => (
                <Task key={meeting.id} address={href(paths.minutes, { id: meeting.id })} title={meeting.title} meta={`${meeting.body} · ${shortDate(meeting.startsAt)}`} />
              ))}
            </Rows>
          )}
        </Section>
        {referred.length > 0 && (
          <Section id="vragen" title={tasksText.referred}>
            <Rows>
              {referred.map((proposal) => (
                <Task key={proposal.number} address={href(paths.proposal, { number: proposal.number })} title={`${proposal.number} ${proposal.title}`} meta={proposal.question ?? ""} />
              ))}
            </Rows>
          </Section>
        )}
        {needs.length > 0 && (
          <Section id="behoeften" title={tasksText.needs}>
            <Rows>
              {needs.map((need) => (
                <Task key={need.number} address={href(paths.need, { number: need.number })} title={need.title} meta={`${need.organisation} · ${shortDate(need.createdAt)}`} />
              ))}
            </Rows>
          </Section>
        )}
        <Section id="nieuws" title={tasksText.news} aside={news.length > 0 && <ActionForm action={href(paths.newsSeen)} label={tasksText.seen} secondary />}>
          <p className="muted">{tasksText.follows(follows)}</p>
          {news.length === 0 ? <Empty title={tasksText.newsEmpty} action={<a href={href(paths.proposals)}>{tasksText.findProposals}</a>} /> : <NewsList news={news} />}
        </Section>
      </Flow>
    </>
  );
}
