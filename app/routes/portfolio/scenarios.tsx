import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { rankingText, scenarioText } from "#app/text/portfolio-scores.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ScenarioTable } from "#app/ui/portfolio/scenario-table.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { listScenarios } from "#db/queries/scenarios.ts";
import { loadRanking } from "./load-ranking.ts";
import { columnOf } from "./load-scenarios.ts";

const SIDE_BY_SIDE = 3;

export const meta: MetaFunction = () => [{ title: pageTitle(scenarioText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const ranking = await loadRanking(context);
  const scenarios = await listScenarios(context.db, ranking.bodyId);
  const asked = new URL(args.request.url).searchParams.getAll("kies");
  const picked = scenarios.filter(({ id }) => asked.includes(id)).slice(0, SIDE_BY_SIDE);
  const shown = picked.length > 0 ? picked : scenarios.slice(-SIDE_BY_SIDE);
  return {
    columns: [columnOf(ranking, { id: null, title: scenarioText.base, wishes: new Map() }), ...shown.map((scenario) => columnOf(ranking, scenario))],
    scenarios: scenarios.map(({ id, title, note, author, updatedAt }) => ({ id, title, note, about: scenarioText.changedBy(author, date(updatedAt)) })),
    shown: shown.map(({ id }) => id),
    initiatives: ranking.candidates.map(({ number, title }) => ({ number, title })),
    missing: ranking.candidates.filter(({ isOwnFirst }) => isOwnFirst).length,
  };
}

export default function ScenariosPage() {
  const { columns, scenarios, shown, initiatives, missing } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }, { href: href(paths.ranking), label: rankingText.title }]} title={scenarioText.title} lead={scenarioText.lead} action={<ButtonLink href={href(paths.newScenario)}>{scenarioText.create}</ButtonLink>} />
      <Flow>
        {missing > 0 && <p className="note">{rankingText.incomplete(missing)}</p>}
        <Section id="naast-elkaar" title={scenarioText.compare}>
          {scenarios.length > SIDE_BY_SIDE && (
            <form method="get" className="stack form">
              <CheckboxGroup name="kies" label={scenarioText.choose} options={scenarios.map(({ id, title }) => ({ value: id, label: title }))} values={shown} />
              <Button secondary>{scenarioText.show}</Button>
            </form>
          )}
          <ScenarioTable columns={columns} initiatives={initiatives} />
        </Section>
        <Section id="scenarios" title={scenarioText.title}>
          {scenarios.length === 0 ? (
            <p className="muted">{scenarioText.none}</p>
          ) : (
            <Rows>
              {scenarios.map(({ id, title, note, about }) => (
                <Row key={id}>
                  <div>
                    <h3>
                      <a href={href(paths.scenario, { id })}>{title}</a>
                    </h3>
                    {note !== "" && <p>{note}</p>}
                    <p className="meta">{about}</p>
                  </div>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
      </Flow>
    </>
  );
}
