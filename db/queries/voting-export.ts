import type { PublishedRound } from "#app/domain/voting/published.ts";
import type { Db } from "../client.ts";

/** The result document of a round as it was stored when it was established, with its place in the log; null before that, and never a running count. */
export async function findEstablishedResult(db: Db, roundId: string): Promise<PublishedRound | null> {
  const row = await db
    .selectFrom("round")
    .select(["result", "chain_sequence", "chain_hash", "chain_previous"])
    .where("id", "=", roundId)
    .where("established_at", "is not", null)
    .executeTakeFirst();
  if (!row || row.result === null) return null;
  const { chain_sequence: sequence, chain_hash: hash, chain_previous: previous } = row;
  const chain = sequence === null || hash === null || previous === null ? null : { sequence, hash, previous };
  return { ...(JSON.parse(row.result) as PublishedRound), chain };
}
