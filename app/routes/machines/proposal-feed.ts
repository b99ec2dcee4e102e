import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { atomResponse } from "#app/platform/feeds/atom.ts";
import { notFound } from "#app/platform/http.ts";
import { layoutText, navText } from "#app/text/layout.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { stateText } from "#app/text/proposals.ts";
import { findBody } from "#db/queries/bodies.ts";
import { listFrozenEditions } from "#db/queries/requirement-sets.ts";
import { listChangedProposals } from "#db/queries/proposal-lists.ts";

const SIZE = 50;
const LONGEST = 500;
const BEFORE_ANYTHING = "2026-01-01T00:00:00.000Z";

/** The proposals that changed last and the programma's van eisen that were frozen, of all bodies or of one, as a stranger may see them: a feed is read and kept by machines. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = await visitor(args);
  const { origin } = new URL(args.request.url);
  const { slug } = args.params;
  const body = slug === undefined ? null : ((await findBody(db, slug)) ?? notFound());
  const proposals = await listChangedProposals(db, STRANGER, { today: dutchDay(now()), limit: SIZE, ...(body && { bodyId: body.id }) });

  const sets = await listFrozenEditions(db, STRANGER, { limit: SIZE, ...(body && { bodyId: body.id }) });
  const frozen = sets.map(({ slug: setSlug, version, title, frozen: moment, updatedAt }) => {
    const address = `${origin}${href(paths.requirementSetVersion, { slug: setSlug, version })}`;
    const at = moment?.at ?? updatedAt;
    return { id: address, address, title: setText.versionOf(title, version, true), updated: at, summary: setText.feedSummary(version, at) };
  });
  const changed = proposals.map(({ number, title, state, updatedAt, statement }) => {
    const address = `${origin}${href(paths.proposal, { number })}`;
    return { id: address, address, title: `${number} ${title}`, updated: updatedAt, summary: `${stateText[state]}. ${statement.slice(0, LONGEST)}` };
  });
  const entries = [...changed, ...frozen].sort((a, b) => (a.updated < b.updated ? 1 : -1)).slice(0, SIZE);
  return atomResponse({
    title: `${body?.name ?? navText.proposals} · ${layoutText.name}`,
    self: `${origin}${body ? href(paths.bodyFeed, { slug: body.slug }) : href(paths.proposalFeed)}`,
    page: `${origin}${body ? href(paths.body, { slug: body.slug }) : href(paths.proposals)}`,
    author: layoutText.name,
    updated: entries[0]?.updated ?? BEFORE_ANYTHING,
    entries,
  });
}
