import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { Trx } from "#db/client.ts";
import { conceptStamp } from "#db/queries/concept-stamp.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { lockRound, type StoredRound } from "#db/queries/voting-rounds.ts";

/** Which concept somebody changes, and as they saw it when the form was made. */
export interface ConceptSeen {
  readonly roundId: string;
  /** the stamp of the concept in the form; null for who did not look first */
  readonly stamp: string | null;
}

export type ConceptRefusal = "not-found" | "not-allowed" | "round-not-concept" | "round-changed";

/** Holds a concept for a change until the commit. Refuses what is no concept any more, and a form made before another change. */
export async function holdConcept(trx: Trx, { actor }: CommandContext, { roundId, stamp }: ConceptSeen): Promise<Result<{ round: StoredRound; items: RoundItem[] }, ConceptRefusal>> {
  const round = await lockRound(trx, actor, roundId);
  if (!round) return refuse("not-found");
  if (!may(actor, "round.change", round)) return refuse("not-allowed");
  if (round.state !== "concept") return refuse("round-not-concept");
  const items = await listItems(trx, roundId);
  return stamp !== null && stamp !== conceptStamp(round, items) ? refuse("round-changed") : accept({ round, items });
}
