import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { APPROACHES, INITIATIVE_STATES } from "#app/domain/portfolio/initiative.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, quarter } from "#app/text/format.ts";
import { approachText, initiativeStateText, initiativeStateTone, initiativeText, portfolioText } from "#app/text/portfolio.ts";
import { kindText } from "#app/text/proposals.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { LoadTable } from "#app/ui/roadmap/load-table.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { listComponents } from "#db/queries/needs.ts";
import { listInitiatives } from "#db/queries/portfolio.ts";
import { findPortfolioBody, listReadyProposals } from "#db/queries/portfolio-writes.ts";
import { loadFor } from "../roadmap/roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(portfolioText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { db, actor, now } = context;
  const query = new URL(args.request.url).searchParams;
  const filter = { component: query.get("onderdeel") || undefined, approach: APPROACHES.find((one) => one === query.get("aanpak")) };
  const [today, body] = [dutchDay(now()), await findPortfolioBody(db)];
  const initiatives = await listInitiatives(db, actor, filter, today);
  return {
    filter,
    components: await listComponents(db),
    mayCreate: body !== null && may(actor, "initiative.create", { bodyId: body.id }),
    load: await loadFor(context),
    ready: (await listReadyProposals(db, actor, today, null)).map(({ number, title, kind, bodyName }) => ({ number, title, kind, bodyName })),
    initiatives: initiatives.map(({ number, title, state, component, approach, costFrom, costTo, roadmap, proposals }) => ({ number, title, state, component: component.name, approach, costFrom, costTo, roadmap, proposals })),
  };
}

export default function PortfolioPage() {
  const { filter, components, mayCreate, load, ready, initiatives } = useLoaderData<typeof loader>();
  const isFiltered = filter.component !== undefined || filter.approach !== undefined;
  const columns = INITIATIVE_STATES.map((state) => ({ state, own: initiatives.filter((initiative) => initiative.state === state) })).filter(({ own }) => own.length > 0);
  return (
    <>
      <PageHead title={portfolioText.title} lead={portfolioText.lead} />
      <Flow>
        <form method="get" className="filter">
          <SelectField name="onderdeel" label={portfolioText.component} value={filter.component} options={[{ value: "", label: portfolioText.all }, ...components.map(({ slug, name }) => ({ value: slug, label: name }))]} />
          <SelectField name="aanpak" label={portfolioText.approach} value={filter.approach} options={[{ value: "", label: portfolioText.all }, ...APPROACHES.map((value) => ({ value, label: approachText[value] }))]} />
          <Button secondary>{portfolioText.show}</Button>
        </form>
        <div className="sec-head">
          <p className="muted">{portfolioText.amount(initiatives.length)}</p>
          {mayCreate ? <ButtonLink href={href(paths.newInitiative)}>{portfolioText.create}</ButtonLink> : <a href={href(paths.roadmap)}>{portfolioText.roadmap}</a>}
        </div>
        {initiatives.length === 0 && (
          <Empty title={isFiltered ? portfolioText.empty : portfolioText.emptyAll} action={isFiltered ? <a href={href(paths.portfolio)}>{portfolioText.reset}</a> : <a href={href(paths.roadmap)}>{portfolioText.roadmap}</a>} />
        )}
        {columns.map(({ state, own }) => (
          <Section key={state} id={state} title={initiativeStateText[state]} aside={<span className="muted">{portfolioText.amount(own.length)}</span>}>
            <Rows>
              {own.map((initiative) => (
                <Row key={initiative.number}>
                  <div>
                    <h3>
                      <a href={href(paths.initiative, { number: initiative.number })}>{initiative.title}</a>
                    </h3>
                    <p className="meta">{[initiative.number, initiative.component, portfolioText.proposals(initiative.proposals), portfolioText.cost(initiative.costFrom, initiative.costTo)].join(" · ")}</p>
                    <p className="meta">
                      {initiative.roadmap === null ? initiativeText.notOnRoadmap : `${roadmapText.period(quarter(initiative.roadmap.start), quarter(initiative.roadmap.end))} · ${portfolioText.fte(initiative.roadmap.fte)}`}
                    </p>
                  </div>
                  <Tag tone={initiativeStateTone[state]}>{initiativeStateText[state]}</Tag>
                </Row>
              ))}
            </Rows>
          </Section>
        ))}
        <Section id="klaar" title={portfolioText.ready}>
          {ready.length === 0 ? (
            <p className="muted">{portfolioText.readyEmpty}</p>
          ) : (
            <Rows>
              {ready.map((proposal) => (
                <Row key={proposal.number}>
                  <div>
                    <h3>
                      <a href={href(paths.proposal, { number: proposal.number })}>{proposal.title}</a>
                    </h3>
                    <p className="meta">{`${proposal.number} · ${kindText[proposal.kind]} · ${proposal.bodyName}`}</p>
                  </div>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
        <Section id="capaciteit" title={portfolioText.capacity} aside={mayCreate && <a href={href(paths.capacity)}>{initiativeText.edit}</a>}>
          <LoadTable load={load} />
        </Section>
      </Flow>
    </>
  );
}
