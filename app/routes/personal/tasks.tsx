import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { DAY, later } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { roleText } from "#app/text/bodies.ts";
import { pageTitle } from "#app/text/format.ts";
import { adoptionText } from "#app/text/municipalities.ts";
import { tasksText } from "#app/text/personal.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { NewsList } from "#app/ui/following/news-list.tsx";
import { Columns, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { TaskRows } from "#app/ui/personal/task-rows.tsx";
import { listActions } from "#db/queries/action-items.ts";
import { countFollows, listNews } from "#db/queries/following.ts";
import { listAdoptionOf } from "#db/queries/municipalities.ts";
import { listComponents, listWaiting } from "#db/queries/needs.ts";
import { listPrivateDrafts } from "#db/queries/private-drafts.ts";
import { listConceptMinutes, listReferredBack, listReviewsDue, listVotesToCast } from "#db/queries/tasks.ts";
import { portfolioTasks } from "./portfolio-tasks.ts";
import { taskList } from "./task-list.ts";

const SHOWN = 20;
/** How long before its review day a decision is a task. */
const REVIEW_AHEAD = 14 * DAY;

export const meta: MetaFunction = () => [{ title: pageTitle(tasksText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const bureauOf = actor.memberships.filter(({ role }) => role === "chair" || role === "secretary").map(({ bodyId }) => bodyId);
  const secretaryOf = actor.memberships.filter(({ role }) => role === "secretary").map(({ bodyId }) => bodyId);
  const { actions } = await listActions(db, actor, { mine: true, state: "open" }, { after: null, size: SHOWN });
  const votes = await listVotesToCast(db, actor, now());
  const waiting = {
    ...{ votes, actions, minutes: await listConceptMinutes(db, actor, bureauOf, now()), reviews: await listReviewsDue(db, bureauOf, dutchDay(later(now(), REVIEW_AHEAD))), referred: await listReferredBack(db, actor, bureauOf), needs: await listWaiting(db, secretaryOf, null), drafts: await listPrivateDrafts(db, actor) },
    ...(await portfolioTasks(db, actor, now())),
  };
  const { organisation } = actor;
  const isMunicipality = organisation !== null && organisation.code !== null;
  const [states, components] = isMunicipality ? [await listAdoptionOf(db, [organisation.id]), await listComponents(db)] : [[], []];
  return {
    tasks: taskList(waiting, now()),
    first: votes[0]?.id ?? null,
    hasVotes: votes.length > 0,
    hasActions: actions.length > 0,
    seats: actor.memberships.map(({ seatId, role, bodySlug, bodyName, organisationName, isVoting }) => ({ key: `${seatId} ${role}`, role, bodySlug, bodyName, organisationName, isVoting })),
    municipality: isMunicipality ? { name: organisation.name, code: organisation.code ?? "", mayChange: may(actor, "adoption.set", { organisationId: organisation.id }) } : null,
    states: components.map(({ slug, name }) => ({ slug, name, state: states.find(({ component }) => component === slug)?.state ?? ("niet" as const) })),
    news: await listNews(db, actor, now()),
    follows: await countFollows(db, actor),
    isAdmin: may(actor, "account.add"),
  };
}

export default function TasksPage() {
  const { tasks, first, hasVotes, hasActions, news, follows, isAdmin } = useLoaderData<typeof loader>();
  const none = [...(hasVotes ? [] : [tasksText.votesEmpty]), ...(hasActions ? [] : [tasksText.actionsEmpty])];
  return (
    <>
      <PageHead title={tasksText.title} lead={tasksText.count(tasks.length)} action={isAdmin && <a href={href(paths.admin)}>{tasksText.admin}</a>} />
      <Columns aside={<Aside />}>
        <Section id="taken" title={tasksText.byDate} aside={<a href={href(paths.actions)}>{tasksText.allActions}</a>}>
          {tasks.length > 0 && <TaskRows tasks={tasks} first={first} />}
          {none.length > 0 && <p className="muted">{none.join(" ")}</p>}
        </Section>
        <Section id="nieuws" title={tasksText.news} aside={news.length > 0 && <ActionForm action={href(paths.newsSeen)} label={tasksText.seen} secondary />}>
          <p className="small muted">{tasksText.follows(follows)}</p>
          {news.length === 0 ? <Empty title={tasksText.newsEmpty} action={<a href={href(paths.proposals)}>{tasksText.findProposals}</a>} /> : <NewsList news={news} />}
        </Section>
      </Columns>
    </>
  );
}

/** Where the own gemeente stands, and for whom one speaks. */
function Aside() {
  const { municipality, states, seats } = useLoaderData<typeof loader>();
  return (
    <>
      {municipality && (
        <Section id="gemeente" title={tasksText.municipality(municipality.name)}>
          <dl className="facts">
            {states.map(({ slug, name, state }) => (
              <div key={slug}>
                <dt>{name}</dt>
                <dd>{adoptionText[state]}</dd>
              </div>
            ))}
          </dl>
          <p>
            <a href={href(paths.municipality, { code: municipality.code })}>{municipality.mayChange ? tasksText.ownToChange(municipality.name) : tasksText.toMunicipality(municipality.name)}</a>
          </p>
        </Section>
      )}
      {seats.length > 0 && (
        <Section id="zetels" title={tasksText.seats(seats.length)}>
          <dl className="facts">
            {seats.map((seat) => (
              <div key={seat.key}>
                <dt>{[roleText[seat.role], seat.organisationName].join(" · ")}</dt>
                <dd>
                  <a href={href(paths.body, { slug: seat.bodySlug })}>{seat.bodyName}</a>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}
