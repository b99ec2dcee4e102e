import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { csvFile } from "#app/platform/csv.ts";
import { progressText, roadmapText, standingText } from "#app/text/roadmap.ts";
import { listRoadmapItems } from "#db/queries/roadmap.ts";
import { roadmapChoice } from "./roadmap-choice.ts";

/** The roadmap as this reader sees it, with the same filters as the page. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await visitor(args);
  const items = await listRoadmapItems(db, actor, roadmapChoice(new URL(args.request.url).searchParams));
  const rows = items.map((item) => [item.number, item.title, item.component.name, item.start, item.end, String(item.fte), standingText[item.standing], progressText[item.progress], item.initiative?.number ?? ""]);
  return csvFile("roadmap.csv", roadmapText.csvHead, rows);
}
