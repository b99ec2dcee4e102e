import type { CommandContext } from "#app/commands/context.ts";
import { maySeeResult } from "#app/domain/voting/round.ts";
import type { PublishedRound } from "#app/domain/voting/published.ts";
import { notFound } from "#app/platform/http.ts";
import { listErrataOfRound } from "#db/queries/errata.ts";
import { countRound } from "#db/queries/voting-results.ts";
import { findRound, findStoredResult, type StoredRound } from "#db/queries/voting-rounds.ts";

/**
 * The result document of a round as this reader may download it: as stored when it was established, with its place in the log;
 * counted afresh for a member while it is preliminary. Anything else does not exist.
 */
export async function findDocument({ db, actor, now }: CommandContext, id: string): Promise<{ round: StoredRound; document: PublishedRound }> {
  const round = (await findRound(db, actor, id)) ?? notFound();
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === round.bodyId);
  if (round.openedAt === null || !maySeeResult(round, isMember, now())) return notFound();
  const stored = await findStoredResult(db, id);
  if (stored === null) return { round, document: (await countRound(db, round)).published };
  const errata = await listErrataOfRound(db, id);
  return { round, document: { ...(JSON.parse(stored) as PublishedRound), ...(errata.length > 0 && { errata }), chain: round.link } };
}
