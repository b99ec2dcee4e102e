import { endFault, faultOf, START, type ChainEnd, type ChainFault } from "#app/domain/audit/chain.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";
import { PORTAL_CHAIN } from "./audit.ts";
import { hashOfEvent } from "./audit.ts";

export interface BrokenChain {
  readonly chain: string;
  /** the place of the first record that does not fit */
  readonly sequence: number;
  readonly fault: ChainFault;
}

const PAGE = 1000;

/**
 * Walks every chain of the log from its first record and recomputes each hash. Answers how many records fit, and the first that
 * does not. Who takes away a whole chain with its head, or rewrites both, is not found here: that needs a copy kept elsewhere.
 */
export async function verifyLog(db: Db): Promise<{ records: number; chains: number; setBacks: number; broken: BrokenChain | null }> {
  const headed = (await db.selectFrom("chain_head").select("chain").execute()).map(({ chain }) => chain);
  const written = (await db.selectFrom("event").select("chain").distinct().execute()).map(({ chain }) => chain);
  const chains = [...new Set([...headed, ...written])].sort();
  let records = 0;
  for (const chain of chains) {
    const { end, broken } = await walkToHead(db, chain);
    records += end.sequence;
    if (broken) return { records, chains: chains.length, setBacks: 0, broken };
  }
  const { rows: setBacks } = await db.selectFrom("event").select(countRows().as("rows")).where("act", "=", "clock.back").executeTakeFirstOrThrow();
  return { records, chains: chains.length, setBacks, broken: null };
}

/** One chain, from its first record to its head. */
export async function verifyChain(db: Db, chain: string): Promise<{ end: ChainEnd; broken: BrokenChain | null }> {
  return walkToHead(db, chain);
}

/** A place in a chain that somebody kept outside the database: from a mail, minutes, a result. */
export interface Anchor {
  /** the slug of a body, or `portaal` */
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The anchors that the log no longer holds: their records were changed or taken away after somebody noted them. */
export async function lostAnchors(db: Db, anchors: readonly Anchor[]): Promise<Anchor[]> {
  const lost: Anchor[] = [];
  for (const anchor of anchors) {
    const body = await db.selectFrom("body").select("id").where("slug", "=", anchor.chain).executeTakeFirst();
    const chain = anchor.chain === PORTAL_CHAIN ? PORTAL_CHAIN : body?.id;
    const row = chain === undefined ? undefined : await db.selectFrom("event").select("hash").where("chain", "=", chain).where("sequence", "=", anchor.sequence).executeTakeFirst();
    if (row?.hash !== anchor.hash) lost.push(anchor);
  }
  return lost;
}

/** A portal that is in use writes on meanwhile: as long as a look finds more records, the walk goes on. */
async function walkToHead(db: Db, chain: string): Promise<{ end: ChainEnd; broken: BrokenChain | null }> {
  for (let [end, seen] = [START, -1]; ; ) {
    const walked = await walk(db, chain, end);
    if (walked.broken) return walked;
    ({ end } = walked);
    const head = await headOf(db, chain);
    const fault = endFault(end, head);
    if (fault === null) return walked;
    // Nothing more since the last look: what the head counts is not there.
    if (end.sequence === seen) return { end, broken: { chain, sequence: end.sequence + 1, fault } };
    seen = end.sequence;
  }
}

/** A copy of an older release is held against its log before it is brought up to date: its heads do not know their time. */
async function headOf(db: Db, chain: string): Promise<ChainEnd> {
  const head: Partial<ChainEnd> | undefined = await db.selectFrom("chain_head").selectAll().where("chain", "=", chain).executeTakeFirst();
  return { ...START, ...head, at: head?.at ?? null };
}

async function walk(db: Db, chain: string, from: ChainEnd): Promise<{ end: ChainEnd; broken: BrokenChain | null }> {
  let end = from;
  for (;;) {
    const page = await db.selectFrom("event").selectAll().where("chain", "=", chain).where("sequence", ">", end.sequence).orderBy("sequence").limit(PAGE).execute();
    for (const event of page) {
      const fault = faultOf(end, event, hashOfEvent(chain, event.sequence, end.hash, event));
      if (fault) return { end, broken: { chain, sequence: end.sequence + 1, fault } };
      end = { sequence: event.sequence, hash: event.hash, at: event.at };
    }
    if (page.length < PAGE) return { end, broken: null };
  }
}
