import type { Act } from "#app/domain/access/policy.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { timeOfNext, type ChainTime } from "#app/domain/audit/chain.ts";
import { canonicalJson, type Canonical } from "#app/domain/shared/canonical-json.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Trx } from "../client.ts";
import { prepared } from "../prepared.ts";
import { sha256 } from "../hash.ts";
import { proxySealOf, SEAL_FORM, sealOf } from "./round-seal.ts";

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

export interface Author {
  readonly actor: Actor;
  readonly now: () => Instant;
  /** when it happened, for what had to wait for its place in the log */
  readonly moment?: Instant;
  readonly newId: () => string;
}

const GENESIS = "0".repeat(64);

/**
 * Appends one record to the hash chain of its body; a record about a round or a volmacht also vouches for it as it now stands. Call it last in the transaction: it holds the chain until the commit.
 * Returns the place in the chain. Source: security §2.5.
 */
export async function record(trx: Trx, { actor, now, newId, moment }: Author, entry: Entry): Promise<Link> {
  const chain = entry.bodyId ?? PORTAL_CHAIN;
  const seal = await sealFor(trx, entry);
  const head = await timelyHead(trx, chain, { now, newId, ...(moment && { moment }) });
  return append(trx, chain, head, { id: newId(), at: head.time, actor_id: actor.id, act: entry.act, ...subjectOf(entry), payload: canonicalJson({ ...entry.payload, ...seal }) });
}

/** The place of the next record and its time; where the clock stands back, the chain says so first. */
export async function timelyHead(trx: Trx, chain: string, { now, newId, moment }: Pick<Author, "now" | "newId" | "moment">): Promise<Head & { readonly time: Instant }> {
  // The update takes the lock of this chain on PostgreSQL; SQLite has one writer anyway.
  const next = async (): Promise<Head> => (await nextInChain(trx, { chain }))[0] ?? firstInChain(trx, chain);
  const head = await next();
  const clock = now();
  const { at, isSetBack } = timeOfNext(head, moment ?? clock, clock);
  if (!isSetBack) return { ...head, time: at };
  await append(trx, chain, head, { id: newId(), at, actor_id: null, act: "clock.back" satisfies Act, subject_kind: chain === PORTAL_CHAIN ? "reference" : "body", subject_id: chain, payload: canonicalJson({ chain: at, clock }) });
  await trx.updateTable("chain_head").set({ told_at: at }).where("chain", "=", chain).execute();
  return { ...(await next()), time: at };
}

async function append(trx: Trx, chain: string, { sequence, hash: previous }: Pick<Head, "sequence" | "hash">, event: NewEvent): Promise<Link> {
  const hash = hashOfEvent(chain, sequence, previous, event);
  await newEvent(trx, { ...event, chain, sequence, previous, hash });
  await newHead(trx, { chain, hash, at: event.at });
  return { sequence, hash, previous };
}

export const subjectOf = ({ subject: { kind, id } }: Pick<Entry, "subject">) => ({ subject_kind: kind, subject_id: id });

interface Head extends ChainTime {
  readonly sequence: number;
  readonly hash: string;
}

const nextInChain = prepared((db, { chain }: { chain: string }) =>
  db
    .updateTable("chain_head")
    .set((eb) => ({ sequence: eb("sequence", "+", 1) }))
    .where("chain", "=", chain)
    .returning(["sequence", "hash", "at", "told_at as toldAt"]),
);

/** Two who start the same chain at one moment both get a place in it. */
async function firstInChain(trx: Trx, chain: string): Promise<Head> {
  await trx
    .insertInto("chain_head")
    .values({ chain, sequence: 0, hash: GENESIS })
    .onConflict((oc) => oc.column("chain").doNothing())
    .execute();
  const [head] = await nextInChain(trx, { chain });
  if (!head) throw new Error(`chain ${chain} has no head`);
  return head;
}

interface NewEvent {
  readonly id: string;
  readonly at: Instant;
  readonly actor_id: string | null;
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly payload: string;
}

interface EventRow extends NewEvent {
  readonly [column: string]: string | number | null;
  readonly chain: string;
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
}

const newEvent = prepared((db, { id, chain, sequence, at, actor_id, act, subject_kind, subject_id, payload, previous, hash }: EventRow) =>
  db.insertInto("event").values({ id, chain, sequence, at, actor_id, act, subject_kind, subject_id, payload, previous, hash }),
);
const newHead = prepared((db, { chain, hash, at }: { chain: string; hash: string; at: Instant }) => db.updateTable("chain_head").set({ hash, at }).where("chain", "=", chain));

async function sealFor(trx: Trx, { act, subject }: Entry): Promise<{ readonly seal: string; readonly sealForm?: number } | null> {
  if (subject.kind === "round" && !isBallot(act)) {
    const seal = await sealOf(trx, subject.id);
    return seal === null ? null : { seal, sealForm: SEAL_FORM };
  }
  const seal = subject.kind === "proxy" ? await proxySealOf(trx, subject.id) : null;
  return seal === null ? null : { seal };
}

/** A ballot carries a hash of its own. */
const isBallot = (act: Act): boolean => act === "ballot.cast" || act === "ballot.withdraw";

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
