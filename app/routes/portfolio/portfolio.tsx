import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { waitsForInitiative } from "#app/domain/portfolio/advice.ts";
import { APPROACHES } from "#app/domain/portfolio/initiative.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { approachText, initiativeText, portfolioText } from "#app/text/portfolio.ts";
import { kindText } from "#app/text/proposals.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { InitiativeBoard, InitiativeTable } from "#app/ui/portfolio/initiative-board.tsx";
import { PortfolioTools } from "#app/ui/portfolio/portfolio-tools.tsx";
import { LoadTable } from "#app/ui/roadmap/load-table.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { Views } from "#app/ui/views.tsx";
import { listComponents } from "#db/queries/needs.ts";
import { listInitiatives } from "#db/queries/portfolio.ts";
import { findPortfolioBody, listReadyProposals } from "#db/queries/portfolio-writes.ts";
import { loadFor } from "../roadmap/roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(portfolioText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { db, actor, now } = context;
  const query = new URL(args.request.url).searchParams;
  const view = query.get("weergave") === "tabel" ? ("tabel" as const) : ("bord" as const);
  const filter = { component: query.get("onderdeel") || undefined, approach: APPROACHES.find((one) => one === query.get("aanpak")) };
  const [today, body] = [dutchDay(now()), await findPortfolioBody(db)];
  const initiatives = await listInitiatives(db, actor, filter, today);
  return {
    filter,
    view,
    maySeeScores: body !== null && may(actor, "score.read", { bodyId: body.id }),
    components: await listComponents(db),
    mayCreate: body !== null && may(actor, "initiative.create", { bodyId: body.id }),
    load: await loadFor(context),
    ready: (await listReadyProposals(db, actor, today, null)).filter(waitsForInitiative).map(({ number, title, kind, bodyName }) => ({ number, title, kind, bodyName })),
    initiatives: initiatives.map(({ number, title, state, component, approach, costFrom, costTo, roadmap, proposals }) => ({ number, title, state, component: component.name, approach, costFrom, costTo, roadmap, proposals })),
  };
}

export default function PortfolioPage() {
  const { filter, view, maySeeScores, components, mayCreate, load, ready, initiatives } = useLoaderData<typeof loader>();
  const isFiltered = filter.component !== undefined || filter.approach !== undefined;
  return (
    <>
      <PageHead title={portfolioText.title} lead={portfolioText.lead} />
      <Flow>
        <form method="get" className="filter">
          {view === "tabel" && <input type="hidden" name="weergave" value={view} />}
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
        {initiatives.length > 0 && (
          <>
            <Views
              label={portfolioText.views}
              views={[
                { label: portfolioText.board, address: href(paths.portfolio, { onderdeel: filter.component, aanpak: filter.approach }), isShown: view === "bord" },
                { label: portfolioText.table, address: href(paths.portfolio, { onderdeel: filter.component, aanpak: filter.approach, weergave: "tabel" }), isShown: view === "tabel" },
              ]}
            />
            {view === "bord" ? <InitiativeBoard initiatives={initiatives} /> : <InitiativeTable initiatives={initiatives} />}
          </>
        )}
        <PortfolioTools maySeeScores={maySeeScores} />
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
