import type { Act } from "#app/domain/access/policy.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { canonicalJson, type Canonical } from "#app/domain/shared/canonical-json.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Trx } from "../client.ts";
import { sha256 } from "../hash.ts";

/** The chain for what belongs to no body. */
export const PORTAL_CHAIN = "portaal";

/** One change of state, as the log keeps it. The payload never holds a secret choice or a password. */
export interface Entry {
  readonly act: Act;
  /** the body it belongs to, or null for the portal itself */
  readonly bodyId: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly payload?: { readonly [key: string]: Canonical | undefined };
}

/** Where a record stands in its chain. */
export interface Link {
  readonly sequence: number;
  readonly hash: string;
  readonly previous: string;
}

interface Author {
  readonly actor: Actor;
  readonly now: () => Instant;
  readonly newId: () => string;
}

const GENESIS = "0".repeat(64);

/**
 * Appends one record to the hash chain of its body. Call it last in the transaction: it holds the chain until the commit.
 * Returns the place in the chain. Source: security §2.5.
 */
export async function record(trx: Trx, author: Author, entry: Entry): Promise<Link> {
  const [link] = await recordAll(trx, author, entry.bodyId, [entry]);
  if (!link) throw new Error("a record that was not kept");
  return link;
}

/** How many records go into one statement. */
const BATCH = 100;

/** Appends records of one body in the order given, in a few statements however many there are. `breathe` is awaited between those. */
export async function recordAll(trx: Trx, { actor, now, newId }: Author, bodyId: string | null, entries: readonly Omit<Entry, "bodyId">[], breathe: () => Promise<void> = async () => {}): Promise<Link[]> {
  if (entries.length === 0) return [];
  const chain = bodyId ?? PORTAL_CHAIN;
  await trx
    .insertInto("chain_head")
    .values({ chain, sequence: 0, hash: GENESIS })
    .onConflict((oc) => oc.column("chain").doNothing())
    .execute();
  // The update takes the lock of this chain on PostgreSQL; SQLite has one writer anyway.
  const head = await trx
    .updateTable("chain_head")
    .set((eb) => ({ sequence: eb("sequence", "+", entries.length) }))
    .where("chain", "=", chain)
    .returning(["sequence", "hash"])
    .executeTakeFirstOrThrow();

  const links: Link[] = [];
  let previous = head.hash;
  for (let from = 0; from < entries.length; from += BATCH) {
    const rows = entries.slice(from, from + BATCH).map((entry) => {
      const event = { id: newId(), at: now(), actor_id: actor.id, act: entry.act, subject_kind: entry.subject.kind, subject_id: entry.subject.id, payload: canonicalJson(entry.payload ?? {}) };
      const sequence = head.sequence - entries.length + links.length + 1;
      const hash = hashOfEvent(chain, sequence, previous, event);
      links.push({ sequence, hash, previous });
      const row = { ...event, chain, sequence, previous, hash };
      previous = hash;
      return row;
    });
    await trx.insertInto("event").values(rows).execute();
    await breathe();
  }
  await trx.updateTable("chain_head").set({ hash: previous }).where("chain", "=", chain).execute();
  return links;
}

/** The hash of one record; the verifier recomputes it with this same function. */
export function hashOfEvent(
  chain: string,
  sequence: number,
  previous: string,
  event: { id: string; at: string; actor_id: string | null; act: string; subject_kind: string; subject_id: string; payload: string },
): string {
  const { id, at, actor_id, act, subject_kind, subject_id, payload } = event;
  const body = canonicalJson({ act, actor: actor_id, at, id, payload, subject: `${subject_kind}:${subject_id}` });
  return sha256(`portaal.v1\n${chain}\n${sequence}\n${previous}\n${body}`);
}
