import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { planText } from "#app/text/roadmap-plan.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { byComponent } from "#app/ui/roadmap/by-component.ts";
import { Legend } from "#app/ui/roadmap/legend.tsx";
import { RoadmapTable } from "#app/ui/roadmap/roadmap-table.tsx";
import { Timeline } from "#app/ui/roadmap/timeline.tsx";
import { loadRoadmap } from "./load-roadmap.ts";
import { roadmapChoice } from "./roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(roadmapText.title) }];

/** For in somebody else's page: whoever looks, it shows what a stranger may see and nothing that can be pressed. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = await visitor(args);
  const { searchParams: query } = new URL(args.request.url);
  return loadRoadmap(db, STRANGER, { filter: roadmapChoice(query), today: dutchDay(now()), from: query.get("vanaf") });
}

export default function RoadmapEmbedPage() {
  const { quarters, today, load, items, links, shown } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={roadmapText.title} lead={<a href={href(paths.roadmap)}>{planText.embedFull}</a>} />
      <Flow>
        <Section id="tijdlijn" title={roadmapText.timeline} aside={<Legend />}>
          <Timeline quarters={quarters} today={today} load={load} rows={byComponent(items)} links={links} />
        </Section>
        <Section id="tabel" title={roadmapText.table}>
          <RoadmapTable items={items} all={shown.all} mayDecide={false} />
        </Section>
      </Flow>
    </>
  );
}
