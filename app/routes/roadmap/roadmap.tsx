import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { STANDINGS } from "#app/domain/roadmap/load.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, quarter } from "#app/text/format.ts";
import { planText } from "#app/text/roadmap-plan.ts";
import { roadmapText, standingText } from "#app/text/roadmap.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { byComponent, ON_A_PAGE } from "#app/ui/roadmap/by-component.ts";
import { CrossingNote } from "#app/ui/roadmap/crossing-note.tsx";
import { HorizonBoard } from "#app/ui/roadmap/horizon-board.tsx";
import { Legend } from "#app/ui/roadmap/legend.tsx";
import { LoadTable } from "#app/ui/roadmap/load-table.tsx";
import { RoadmapTable } from "#app/ui/roadmap/roadmap-table.tsx";
import { RoadmapTools } from "#app/ui/roadmap/roadmap-tools.tsx";
import { Timeline } from "#app/ui/roadmap/timeline.tsx";
import { Views } from "#app/ui/views.tsx";
import { listComponents } from "#db/queries/needs.ts";
import { listBodyNames } from "#db/queries/bodies.ts";
import { loadRoadmap } from "./load-roadmap.ts";
import { roadmapChoice } from "./roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(roadmapText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const { searchParams: query, origin } = new URL(args.request.url);
  const filter = roadmapChoice(query);
  const [roadmap, components, bodies] = [await loadRoadmap(db, actor, { filter, today: dutchDay(now()), from: query.get("vanaf") }), await listComponents(db), await listBodyNames(db)];
  const decides = bodies.find(({ kind }) => kind === "taskforce");
  return {
    ...roadmap,
    filter,
    view: query.get("weergave") === "nu" ? ("nu" as const) : ("tijdlijn" as const),
    components: components.map(({ slug, name }) => ({ slug, name })),
    bodies: bodies.map(({ slug, name }) => ({ slug, name })),
    embed: planText.embedLine(origin + href(paths.roadmapEmbed)),
    mayDecide: decides !== undefined && may(actor, "portfolio.decide", { bodyId: decides.id }),
  };
}

export default function RoadmapPage() {
  const { filter, view, components, bodies, quarters, today, load, items, links, crossing, shown, embed, mayDecide } = useLoaderData<typeof loader>();
  const isFiltered = filter.component !== undefined || filter.standing !== undefined || filter.body !== undefined;
  const over = load.flatMap((one) => (one.isOver && one.capacity !== null ? [{ quarter: quarter(one.quarter), amount: one.decided + one.proposed - one.capacity }] : []));
  const query = { onderdeel: filter.component, gremium: filter.body, stand: filter.standing };
  const extra = view === "nu" ? { ...query, weergave: view } : query;
  return (
    <>
      <PageHead title={roadmapText.title} lead={roadmapText.lead} />
      <Flow>
        {over.length > 0 && (
          <NextStep
            title={roadmapText.overTitle}
            action={
              <ButtonLink href={href(paths.whatIf)} secondary>
                {planText.whatIf}
              </ButtonLink>
            }
          >
            {roadmapText.overBody(over)}
          </NextStep>
        )}
        <form method="get" className="filter">
          {view === "nu" && <input type="hidden" name="weergave" value={view} />}
          <SelectField name="onderdeel" label={roadmapText.component} value={filter.component} options={[{ value: "", label: roadmapText.all }, ...components.map(({ slug, name }) => ({ value: slug, label: name }))]} />
          <SelectField name="gremium" label={planText.body} value={filter.body} options={[{ value: "", label: roadmapText.all }, ...bodies.map(({ slug, name }) => ({ value: slug, label: name }))]} />
          <SelectField name="stand" label={roadmapText.standing} value={filter.standing} options={[{ value: "", label: roadmapText.all }, ...STANDINGS.map((value) => ({ value, label: standingText[value] }))]} />
          <Button secondary>{roadmapText.show}</Button>
        </form>
        {items.length === 0 ? (
          <Empty title={isFiltered ? roadmapText.empty : roadmapText.emptyAll} action={isFiltered ? <a href={href(paths.roadmap)}>{roadmapText.reset}</a> : <a href={href(paths.portfolio)}>{roadmapText.portfolio}</a>} />
        ) : (
          <>
            <Views
              label={planText.views}
              views={[
                { label: planText.timeline, address: href(paths.roadmap, query), isShown: view === "tijdlijn" },
                { label: planText.horizon, address: href(paths.roadmap, { ...query, weergave: "nu" }), isShown: view === "nu" },
              ]}
            />
            {shown.all > ON_A_PAGE && (
              <p className="actions">
                {planText.shown(shown.from + 1, shown.from + items.length, shown.all)} {shown.from > 0 && <a href={href(paths.roadmap, extra)}>{planText.first}</a>} {shown.next !== null && <a href={href(paths.roadmap, { ...extra, vanaf: shown.next })}>{planText.next}</a>}
              </p>
            )}
            {crossing.length > 0 && <CrossingNote items={crossing} />}
            {view === "nu" ? (
              <HorizonBoard items={items} current={today.quarter} />
            ) : (
              <>
                <Section id="tijdlijn" title={roadmapText.timeline} aside={<Legend />}>
                  <Timeline quarters={quarters} today={today} load={load} rows={byComponent(items)} links={links} />
                </Section>
                <Section id="tabel" title={roadmapText.table} aside={<a href={href(paths.roadmapCsv, query)}>{roadmapText.csv}</a>}>
                  <RoadmapTable items={items} all={shown.all} mayDecide={mayDecide} />
                </Section>
              </>
            )}
          </>
        )}
        <Section id="capaciteit" title={roadmapText.load} aside={<a href={href(paths.portfolio)}>{roadmapText.portfolio}</a>}>
          <LoadTable load={load} />
        </Section>
        <RoadmapTools query={query} embed={embed} />
      </Flow>
    </>
  );
}
