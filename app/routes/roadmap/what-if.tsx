import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { loadPerQuarter, shownQuarters } from "#app/domain/roadmap/load.ts";
import { plusQuarters, quarterOf } from "#app/domain/roadmap/quarter.ts";
import { whatIf } from "#app/domain/roadmap/what-if.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, quarter } from "#app/text/format.ts";
import { whatIfText } from "#app/text/roadmap-plan.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { CheckboxGroup } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { byComponent, ON_A_PAGE } from "#app/ui/roadmap/by-component.ts";
import { LoadTable } from "#app/ui/roadmap/load-table.tsx";
import { Timeline } from "#app/ui/roadmap/timeline.tsx";
import { WhatIfResult } from "#app/ui/roadmap/what-if-result.tsx";
import { findPlan } from "#db/queries/roadmap-plan.ts";
import { listRoadmapItems } from "#db/queries/roadmap.ts";
import { withoutPlan } from "./effect-of.ts";
import { plannedItems } from "./planned-items.ts";
import { partOfQuarter } from "./roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(whatIfText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const asked = new URL(args.request.url).searchParams.getAll("ja");
  const [all, plan] = [await listRoadmapItems(db, actor, {}), await findPlan(db, actor)];
  const today = dutchDay(now());
  const items = plannedItems(all, plan, today);
  const proposed = items.filter(({ standing }) => standing === "voorgesteld");
  const yes = proposed.map(({ number }) => number).filter((number) => asked.includes(number));
  const after = whatIf(items, yes, plan.capacity);
  const current = quarterOf(today);
  const drawn = after.plan.flatMap((item) => {
    const old = items.find(({ number }) => number === item.number);
    return old ? [{ ...item, title: old.title, component: old.component.name }] : [];
  });
  return {
    yes,
    options: proposed.map(({ number, title, start, end }) => ({ number, title, period: roadmapText.period(quarter(start), quarter(end)) })),
    result: withoutPlan(after),
    names: Object.fromEntries(items.map(({ number, title }) => [number, title])),
    load: loadPerQuarter(after.plan, plan.capacity, shownQuarters(current, after.plan)),
    quarters: shownQuarters(plusQuarters(current, -1), after.plan),
    today: { quarter: current, part: partOfQuarter(today) },
    rows: byComponent(drawn.slice(0, ON_A_PAGE).map(({ number, title, start, end, standing, component }) => ({ number, title, start, end, standing, component }))),
    links: after.plan.flatMap(({ number, start, needs }) => needs.map((need) => ({ from: need, to: number, isLate: (after.plan.find((one) => one.number === need)?.end ?? "") >= start }))),
  };
}

export default function WhatIfPage() {
  const { yes, options, result, names, load, quarters, today, rows, links } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.roadmap), label: roadmapText.title }]} title={whatIfText.title} lead={whatIfText.lead} />
      <Flow>
        {options.length === 0 ? (
          <Empty title={whatIfText.none} action={<a href={href(paths.roadmap)}>{roadmapText.title}</a>} />
        ) : (
          <form method="get" className="stack form">
            <CheckboxGroup name="ja" label={whatIfText.choose} options={options.map(({ number, title, period }) => ({ value: number, label: `${number} ${title} (${period})` }))} values={yes} />
            <Button>{whatIfText.show}</Button>
          </form>
        )}
        {yes.length === 0 ? (
          options.length > 0 && <p className="muted">{whatIfText.pick}</p>
        ) : (
          <>
            <Section id="gevolg" title={whatIfText.yes}>
              <WhatIfResult result={result} names={names} />
            </Section>
            <Section id="tijdlijn" title={whatIfText.plan}>
              <Timeline quarters={quarters} today={today} load={load} rows={rows} links={links} />
            </Section>
            <Section id="capaciteit" title={whatIfText.load}>
              <LoadTable load={load} />
            </Section>
          </>
        )}
      </Flow>
    </>
  );
}
