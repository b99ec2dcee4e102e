import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { escapeXml } from "#app/platform/feeds/atom.ts";
import { listBlocks } from "#db/queries/building-blocks.ts";
import { listBodies } from "#db/queries/bodies.ts";
import { listDecisions } from "#db/queries/decisions.ts";
import { listInitiatives } from "#db/queries/portfolio.ts";
import { listChangedProposals } from "#db/queries/proposal-lists.ts";
import { listSets } from "#db/queries/requirement-sets.ts";
import { listRoadmapItems } from "#db/queries/roadmap.ts";

const MOST = 5000;
const PAGES = [paths.home, paths.bodies, paths.proposals, paths.rounds, paths.meetings, paths.decisions, paths.requirementSets, paths.portfolio, paths.roadmap, paths.needs, paths.municipalities, paths.buildingBlocks, paths.joining, paths.about, paths.privacy, paths.accessibility, paths.glossary] as const;

/** The public pages, as a stranger may see them, whoever asks. The newest five thousand of each kind. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = await visitor(args);
  const { origin } = new URL(args.request.url);
  const today = dutchDay(now());
  const { decisions } = await listDecisions(db, STRANGER, {}, { now: now(), after: null, size: MOST });
  const addresses = [
    ...PAGES.map((path) => href(path)),
    ...(await listBodies(db, now())).map(({ slug }) => href(paths.body, { slug })),
    ...(await listChangedProposals(db, STRANGER, { today, limit: MOST })).map(({ number }) => href(paths.proposal, { number })),
    ...decisions.map(({ number }) => href(paths.decision, { number })),
    ...(await listSets(db, STRANGER, {})).map(({ slug }) => href(paths.requirementSet, { slug })),
    ...(await listInitiatives(db, STRANGER, {}, today)).map(({ number }) => href(paths.initiative, { number })),
    ...(await listRoadmapItems(db, STRANGER, {})).map(({ number }) => href(paths.roadmapItem, { number })),
    ...(await listBlocks(db)).map(({ slug }) => href(paths.buildingBlock, { slug })),
  ];
  const xml = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...addresses.map((address) => `<url><loc>${escapeXml(origin + address)}</loc></url>`), "</urlset>", ""];
  return new Response(xml.join("\n"), { headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
}
