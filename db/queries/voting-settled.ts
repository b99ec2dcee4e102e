import type { Db } from "../client.ts";
import { listBallotsOnItems, listSeatsOfRounds, type PastBallot, type PastItem } from "./voting-history.ts";

export interface VotesOfRounds {
  readonly ballots: readonly PastBallot[];
  readonly seats: Awaited<ReturnType<typeof listSeatsOfRounds>>;
}

/** A few results are read again and again, by everybody of a body; the votes of 400 seats in six rounds take about a megabyte. */
const MOST_KEPT = 12;
const kept = new WeakMap<Db, Map<string, VotesOfRounds>>();

/**
 * The counting ballots on these items and the frozen seats of the rounds of `past`. Ballots and frozen seats of an established round
 * never change, so those are read once and kept; while one of the rounds still can change, everything is read anew. The caller took care
 * that these rounds may be shown: nothing here looks at who asks.
 */
export async function listVotes(db: Db, past: readonly PastItem[], itemIds: readonly string[]): Promise<VotesOfRounds> {
  const read = async (): Promise<VotesOfRounds> => ({ ballots: await listBallotsOnItems(db, itemIds), seats: await listSeatsOfRounds(db, past.map(({ round }) => round.id)) });
  const isSettled = itemIds.every((id) => past.some(({ itemId, round }) => itemId === id && (round.state === "vastgesteld" || round.state === "gepubliceerd")));
  if (!isSettled || itemIds.length === 0) return read();
  const ofThisDatabase = kept.get(db) ?? new Map<string, VotesOfRounds>();
  kept.set(db, ofThisDatabase);
  const key = [...past.map(({ round }) => round.id), "", ...itemIds].join(" ");
  const votes = ofThisDatabase.get(key) ?? (await read());
  ofThisDatabase.delete(key);
  ofThisDatabase.set(key, votes);
  if (ofThisDatabase.size > MOST_KEPT) ofThisDatabase.delete(ofThisDatabase.keys().next().value ?? key);
  return votes;
}
