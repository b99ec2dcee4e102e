import type { Fit, Wish } from "#app/domain/portfolio/ranking.ts";
import { quarter } from "#app/text/format.ts";
import { misfitText, scenarioText } from "#app/text/portfolio-scores.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import type { ScenarioColumn } from "#app/ui/portfolio/scenario-table.tsx";
import { busiestOf, chooseWith, type Ranking } from "./load-ranking.ts";

/** One scenario as a column of the comparison. */
export function columnOf(ranking: Ranking, scenario: { readonly id: string | null; readonly title: string; readonly wishes: ReadonlyMap<string, Wish> }): ScenarioColumn {
  const { fits, load, cost } = chooseWith(ranking, scenario.wishes);
  const busiest = busiestOf(load);
  return {
    id: scenario.id,
    title: scenario.title,
    fits: Object.fromEntries(fits.map((fit) => [fit.number, { isIn: fit.misfit === null, words: wordsFor(fit) }])),
    fitting: fits.filter(({ misfit }) => misfit === null).length,
    all: fits.length,
    cost: portfolioText.cost(...cost),
    busiest: busiest === null || busiest.capacity === null ? null : scenarioText.busiestOf(quarter(busiest.quarter), busiest.decided + busiest.proposed, busiest.capacity),
  };
}

const wordsFor = ({ start, end, misfit }: Fit): string =>
  misfit !== null ? scenarioText.no(misfitText(misfit)) : scenarioText.yes(start === null || end === null ? "" : roadmapText.period(quarter(start), quarter(end)));
