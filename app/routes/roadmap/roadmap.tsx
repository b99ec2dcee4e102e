import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { loadPerQuarter, shownQuarters, STANDINGS } from "#app/domain/roadmap/load.ts";
import { plusQuarters, quarterOf } from "#app/domain/roadmap/quarter.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, quarter } from "#app/text/format.ts";
import { progressText, roadmapText, standingText, standingTone } from "#app/text/roadmap.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { LoadTable } from "#app/ui/roadmap/load-table.tsx";
import { Legend } from "#app/ui/roadmap/legend.tsx";
import { Timeline } from "#app/ui/roadmap/timeline.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { listComponents } from "#db/queries/needs.ts";
import { findPortfolioBody } from "#db/queries/portfolio-writes.ts";
import { listCapacity, listRoadmapItems } from "#db/queries/roadmap.ts";
import { roadmapChoice } from "./roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(roadmapText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const filter = roadmapChoice(new URL(args.request.url).searchParams);
  const [items, components, capacity, body] = [await listRoadmapItems(db, actor, filter), await listComponents(db), await listCapacity(db), await findPortfolioBody(db)];
  const today = dutchDay(now());
  const current = quarterOf(today);
  const quarters = shownQuarters(plusQuarters(current, -1), items);
  return {
    filter,
    components,
    quarters,
    today: { quarter: current, part: partOfQuarter(today) },
    load: loadPerQuarter(items, capacity, shownQuarters(current, items)),
    mayDecide: body !== null && may(actor, "portfolio.decide", { bodyId: body.id }),
    items: items.map(({ number, title, start, end, fte, standing, progress, component, initiative }) => ({ number, title, start, end, fte, standing, progress, component: component.name, initiative: initiative?.number ?? null })),
  };
}

/** How much of its quarter a day has behind it, in tenths. */
const partOfQuarter = (day: string): number => Math.round((((Number(day.slice(5, 7)) - 1) % 3) * 30 + Number(day.slice(8))) / 9.2) / 10;

export default function RoadmapPage() {
  const { filter, components, quarters, today, load, items, mayDecide } = useLoaderData<typeof loader>();
  const isFiltered = filter.component !== undefined || filter.standing !== undefined;
  const over = load.flatMap((one) => (one.isOver && one.capacity !== null ? [{ quarter: quarter(one.quarter), amount: one.decided + one.proposed - one.capacity }] : []));
  const rows = components.map(({ name }) => ({ component: name, items: items.filter(({ component }) => component === name) })).filter(({ items: own }) => own.length > 0);
  return (
    <>
      <PageHead title={roadmapText.title} lead={roadmapText.lead} />
      <Flow>
        {over.length > 0 && (
          <NextStep
            title={roadmapText.overTitle}
            action={
              <ButtonLink href={href(paths.portfolio)} secondary>
                {roadmapText.seePortfolio}
              </ButtonLink>
            }
          >
            {roadmapText.overBody(over)}
          </NextStep>
        )}
        <form method="get" className="filter">
          <SelectField name="onderdeel" label={roadmapText.component} value={filter.component} options={[{ value: "", label: roadmapText.all }, ...components.map(({ slug, name }) => ({ value: slug, label: name }))]} />
          <SelectField name="stand" label={roadmapText.standing} value={filter.standing} options={[{ value: "", label: roadmapText.all }, ...STANDINGS.map((value) => ({ value, label: standingText[value] }))]} />
          <Button secondary>{roadmapText.show}</Button>
        </form>
        {items.length === 0 ? (
          <Empty title={isFiltered ? roadmapText.empty : roadmapText.emptyAll} action={isFiltered ? <a href={href(paths.roadmap)}>{roadmapText.reset}</a> : <a href={href(paths.portfolio)}>{roadmapText.portfolio}</a>} />
        ) : (
          <>
            <Section id="tijdlijn" title={roadmapText.timeline} aside={<Legend />}>
              <Timeline quarters={quarters} today={today} load={load} rows={rows} />
            </Section>
            <Section id="tabel" title={roadmapText.table} aside={<a href={href(paths.roadmapCsv, { onderdeel: filter.component, stand: filter.standing })}>{roadmapText.csv}</a>}>
              <DataTable
                caption={roadmapText.tableCaption(items.length)}
                head={[roadmapText.item, roadmapText.component, roadmapText.quarters, roadmapText.fte, roadmapText.standing, roadmapText.progress]}
                rows={items.map((item) => ({
                  key: item.number,
                  cells: [
                    <a key="link" href={href(paths.roadmapItem, { number: item.number })}>{`${item.number} ${item.title}`}</a>,
                    item.component,
                    roadmapText.period(quarter(item.start), quarter(item.end)),
                    roadmapText.people(item.fte),
                    <span key="stand" className="tags">
                      <Tag tone={standingTone[item.standing]}>{standingText[item.standing]}</Tag>
                      {mayDecide && item.standing === "voorgesteld" && item.initiative !== null && (
                        <a href={href(paths.portfolioDecision, { number: item.initiative })} aria-label={`${roadmapText.decide}: ${item.title}`}>
                          {roadmapText.decide}
                        </a>
                      )}
                    </span>,
                    progressText[item.progress],
                  ],
                }))}
              />
            </Section>
          </>
        )}
        <Section id="capaciteit" title={roadmapText.load} aside={<a href={href(paths.portfolio)}>{roadmapText.portfolio}</a>}>
          <LoadTable load={load} />
        </Section>
      </Flow>
    </>
  );
}
