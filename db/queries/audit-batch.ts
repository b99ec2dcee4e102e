import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Trx } from "../client.ts";
import { hashOfEvent, PORTAL_CHAIN, type Author, type Entry } from "./audit.ts";

/** How many records go into one statement. */
const BATCH = 100;

/**
 * Appends many records of one body to its hash chain in the order given, in a few statements. Like `record` it holds the chain
 * until the commit, so it comes last. `breathe` is awaited between the statements. Not for rounds: those vouch for themselves.
 */
export async function recordAll(trx: Trx, { actor, now, newId }: Author, bodyId: string | null, entries: readonly Omit<Entry, "bodyId">[], breathe: () => Promise<void>): Promise<void> {
  if (entries.length === 0) return;
  const chain = bodyId ?? PORTAL_CHAIN;
  await trx.insertInto("chain_head").values({ chain, sequence: 0, hash: "0".repeat(64) }).onConflict((oc) => oc.column("chain").doNothing()).execute();
  const head = await trx
    .updateTable("chain_head")
    .set((eb) => ({ sequence: eb("sequence", "+", entries.length) }))
    .where("chain", "=", chain)
    .returning(["sequence", "hash"])
    .executeTakeFirstOrThrow();

  let [sequence, previous] = [head.sequence - entries.length, head.hash];
  for (let from = 0; from < entries.length; from += BATCH) {
    const rows = entries.slice(from, from + BATCH).map((entry) => {
      const event = { id: newId(), at: now(), actor_id: actor.id, act: entry.act, subject_kind: entry.subject.kind, subject_id: entry.subject.id, payload: canonicalJson(entry.payload ?? {}) };
      const hash = hashOfEvent(chain, ++sequence, previous, event);
      const row = { ...event, chain, sequence, previous, hash };
      previous = hash;
      return row;
    });
    await trx.insertInto("event").values(rows).execute();
    await breathe();
  }
  await trx.updateTable("chain_head").set({ hash: previous }).where("chain", "=", chain).execute();
}
