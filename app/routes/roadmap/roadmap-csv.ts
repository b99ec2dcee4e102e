import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { csvFile } from "#app/platform/csv.ts";
import { planText } from "#app/text/roadmap-plan.ts";
import { progressText, roadmapText, standingWords } from "#app/text/roadmap.ts";
import { loadRoadmap } from "./load-roadmap.ts";
import { roadmapChoice } from "./roadmap-choice.ts";

/** The whole roadmap as this reader sees it, with the same filters as the page. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const { items } = await loadRoadmap(db, actor, { filter: roadmapChoice(new URL(args.request.url).searchParams), today: dutchDay(now()), from: null, size: Number.POSITIVE_INFINITY });
  const numbers = (needs: readonly { readonly number: string }[]): string => needs.map(({ number }) => number).join(", ");
  const rows = items.map((item) => [
    ...[item.number, item.title, item.component, item.start, item.end, String(item.fte.most), standingWords(item.standing, item.heldUntil), progressText[item.progress], item.initiative ?? ""],
    ...[planText.people(item.fte.least, item.fte.most), numbers(item.waitsFor), numbers(item.waitsFor.filter(({ isLate }) => isLate))],
  ]);
  return csvFile("roadmap.csv", roadmapText.csvHead, rows);
}
