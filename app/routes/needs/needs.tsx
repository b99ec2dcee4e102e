import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { coverageByQuarter } from "#app/domain/needs/coverage.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, shortDate } from "#app/text/format.ts";
import { coverageText, needsText } from "#app/text/needs.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { CoverageChart } from "#app/ui/needs/coverage-chart.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { countServing, listComponents, listCoverage, listNeeds, listTicks, listWaiting } from "#db/queries/needs.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(needsText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const [components, needs, ticks, serving] = [await listComponents(db), await listNeeds(db), await listTicks(db), await countServing(db, actor)];
  const secretaryOf = actor.memberships.filter(({ role }) => role === "secretary").map(({ bodyId }) => bodyId);
  const waiting = await listWaiting(db, secretaryOf, actor.organisation?.id ?? null);

  const isTicked = new Set(ticks.map(({ needId, componentId }) => `${needId} ${componentId}`));
  const amounts = new Map<string, number>();
  for (const { needId, componentId, amount } of serving) amounts.set(`${needId} ${componentId}`, (amounts.get(`${needId} ${componentId}`) ?? 0) + amount);
  return {
    components: components.map(({ slug, name }) => ({ slug, name })),
    rows: needs.map(({ id, number, title }) => ({
      number,
      title,
      cells: components.map(({ id: componentId }) => ({ isTicked: isTicked.has(`${id} ${componentId}`), amount: amounts.get(`${id} ${componentId}`) ?? 0 })),
    })),
    coverage: coverageByQuarter(await listCoverage(db, actor), dutchDay(now())),
    waiting,
    maySubmit: may(actor, "need.submit") && actor.organisation !== null,
  };
}

export default function NeedsPage() {
  const { components, rows, coverage, waiting, maySubmit } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={needsText.title} lead={needsText.lead} />
      <Flow>
        <Section id="matrix" title={needsText.matrix} aside={maySubmit && <ButtonLink href={href(paths.newNeed)}>{needsText.submit}</ButtonLink>}>
          {rows.length === 0 ? (
            <Empty title={needsText.nothing} />
          ) : (
            <DataTable
              caption={needsText.matrixCaption}
              head={[needsText.need, ...components.map(({ name }) => name)]}
              rows={rows.map(({ number, title, cells }) => ({
                key: number,
                cells: [
                  <a key="need" href={href(paths.need, { number })}>
                    {title}
                  </a>,
                  ...cells.map(({ isTicked, amount }, index) =>
                    isTicked || amount > 0 ? (
                      <a key={components[index]?.slug} href={href(paths.proposals, { behoefte: number, onderdeel: components[index]?.slug })}>
                        {needsText.proposals(amount)}
                        <span className="vh">{needsText.inCell(title, components[index]?.name ?? "")}</span>
                      </a>
                    ) : (
                      needsText.none
                    ),
                  ),
                ],
              }))}
            />
          )}
        </Section>
        {rows.length > 0 && (
          <Section id="dekking" title={coverageText.title}>
            <p>{coverageText.lead}</p>
            <CoverageChart quarters={coverage} />
          </Section>
        )}
        {maySubmit && (
          <Section id="ingediend" title={needsText.submittedTitle}>
            {waiting.length === 0 ? (
              <p>{needsText.submittedEmpty}</p>
            ) : (
              <Rows kind="date">
                {waiting.map(({ number, title, organisation, body, createdAt }) => (
                  <Row key={number}>
                    <p className="date">{shortDate(createdAt)}</p>
                    <div>
                      <h3>
                        <a href={href(paths.need, { number })}>{title}</a>
                      </h3>
                      <p className="meta">
                        {needsText.by(organisation)} · {needsText.for(body)}
                      </p>
                    </div>
                  </Row>
                ))}
              </Rows>
            )}
          </Section>
        )}
      </Flow>
    </>
  );
}
