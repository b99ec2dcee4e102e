import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { planText } from "#app/text/roadmap-plan.ts";
import { byComponent } from "#app/ui/roadmap/by-component.ts";
import { Legend } from "#app/ui/roadmap/legend.tsx";
import { Timeline } from "#app/ui/roadmap/timeline.tsx";
import { loadRoadmap } from "./load-roadmap.ts";
import { roadmapChoice } from "./roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(planText.print) }];

/** So many bars can still be read on a sheet of A3. */
const ON_PAPER = 60;

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const { searchParams: query } = new URL(args.request.url);
  const today = dutchDay(now());
  const roadmap = await loadRoadmap(db, actor, { filter: roadmapChoice(query), today, from: query.get("vanaf"), size: ON_PAPER });
  return { ...roadmap, title: planText.printTitle(date(today)) };
}

export default function RoadmapPrintPage() {
  const { title, quarters, today, load, items, links, shown } = useLoaderData<typeof loader>();
  return (
    <div className="wrap flow a3">
      <p className="actions">
        <a href={href(paths.roadmap)}>{planText.back}</a> <span>{planText.printHint}</span>
      </p>
      <h1>{title}</h1>
      {shown.all > items.length && <p>{planText.shown(shown.from + 1, shown.from + items.length, shown.all)}</p>}
      <Legend />
      <Timeline quarters={quarters} today={today} load={load} rows={byComponent(items)} links={links} isOnPaper />
    </div>
  );
}
