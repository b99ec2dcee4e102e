import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, quarter } from "#app/text/format.ts";
import { misfitText, points, rankingText } from "#app/text/portfolio-scores.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { RankingTable } from "#app/ui/portfolio/ranking-table.tsx";
import { LoadTable } from "#app/ui/roadmap/load-table.tsx";
import { chooseWith, loadRanking } from "./load-ranking.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(rankingText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const ranking = await loadRanking(context);
  const { fits, load } = chooseWith(ranking, new Map());
  const rows = fits.flatMap(({ number, start, end, misfit }) => {
    const found = ranking.candidates.find((one) => one.number === number);
    if (!found) return [];
    const spreads = found.standings.flatMap(({ spread }) => (spread === null ? [] : [spread]));
    return [{
      number, title: found.title, isOwnFirst: found.isOwnFirst, older: found.older === 0 ? null : rankingText.older(found.older), efforts: found.place?.efforts.join(" · ") ?? rankingText.noPlace, cost: portfolioText.cost(found.costFrom, found.costTo),
      score: found.score === null ? null : points(found.score),
      spread: spreads.length === 0 ? null : points(Math.max(...spreads)),
      period: start === null || end === null ? null : roadmapText.period(quarter(start), quarter(end)),
      misfit: misfit === null ? null : misfitText(misfit),
    }];
  });
  return { rows, load, missing: ranking.candidates.filter(({ isOwnFirst }) => isOwnFirst).length };
}

export default function RankingPage() {
  const { rows, load, missing } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }]} title={rankingText.title} lead={rankingText.lead} />
      <Flow>
        {missing > 0 && <p className="note">{rankingText.incomplete(missing)}</p>}
        {rows.length === 0 ? (
          <Empty title={rankingText.empty} action={<a href={href(paths.portfolio)}>{rankingText.back}</a>} />
        ) : (
          <Section id="rangorde" title={rankingText.fits} aside={<a href={href(paths.scenarios)}>{rankingText.scenarios}</a>}>
            <RankingTable rows={rows} />
          </Section>
        )}
        <Section id="capaciteit" title={rankingText.load}>
          <p>{rankingText.loadLead}</p>
          <LoadTable load={load} />
        </Section>
      </Flow>
    </>
  );
}
