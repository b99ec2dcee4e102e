import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Trx } from "../client.ts";
import { hashOfEvent, PORTAL_CHAIN, subjectOf, timelyHead, type Author, type Entry } from "./audit.ts";

/** How many records go into one statement. */
const BATCH = 100;

/**
 * Appends many records of one body to its hash chain in the order given, in a few statements. Like `record` it holds the chain
 * until the commit, so it comes last. `breathe` is awaited between the statements. Not for rounds: those vouch for themselves.
 */
export async function recordAll(trx: Trx, { actor, now, newId }: Author, bodyId: string | null, entries: readonly Omit<Entry, "bodyId">[], breathe: () => Promise<void>): Promise<void> {
  if (entries.length === 0) return;
  const chain = bodyId ?? PORTAL_CHAIN;
  const head = await timelyHead(trx, chain, { now, newId });

  let [sequence, previous, time] = [head.sequence - 1, head.hash, head.time];
  for (let from = 0; from < entries.length; from += BATCH) {
    const rows = entries.slice(from, from + BATCH).map((entry) => {
      const clock = now();
      if (clock > time) time = clock;
      const event = { id: newId(), at: time, actor_id: actor.id, act: entry.act, ...subjectOf(entry), payload: canonicalJson(entry.payload ?? {}) };
      const hash = hashOfEvent(chain, ++sequence, previous, event);
      const row = { ...event, chain, sequence, previous, hash };
      previous = hash;
      return row;
    });
    await trx.insertInto("event").values(rows).execute();
    await breathe();
  }
  await trx.updateTable("chain_head").set({ sequence, hash: previous, at: time }).where("chain", "=", chain).execute();
}
