import { endFault, faultOf, START, type ChainEnd, type ChainFault } from "#app/domain/audit/chain.ts";
import type { Db } from "../client.ts";
import { hashOfEvent } from "./audit.ts";

export interface BrokenChain {
  readonly chain: string;
  /** the place of the first record that does not fit */
  readonly sequence: number;
  readonly fault: ChainFault;
}

const PAGE = 1000;

/** Walks every chain of the log from its first record and recomputes each hash. Answers how many records fit, and the first that does not. */
export async function verifyLog(db: Db): Promise<{ records: number; chains: number; broken: BrokenChain | null }> {
  const heads = new Map((await db.selectFrom("chain_head").select(["chain", "sequence", "hash"]).execute()).map((head) => [head.chain, head]));
  const written = (await db.selectFrom("event").select("chain").distinct().execute()).map(({ chain }) => chain);
  const chains = [...new Set([...heads.keys(), ...written])].sort();
  let records = 0;
  for (const chain of chains) {
    const walked = await walk(db, chain);
    records += walked.records;
    if (walked.broken) return { records, chains: chains.length, broken: walked.broken };
    const fault = endFault(walked.end, heads.get(chain) ?? START);
    if (fault) return { records, chains: chains.length, broken: { chain, sequence: walked.end.sequence + 1, fault } };
  }
  return { records, chains: chains.length, broken: null };
}

async function walk(db: Db, chain: string): Promise<{ records: number; end: ChainEnd; broken: BrokenChain | null }> {
  let [end, records]: [ChainEnd, number] = [START, 0];
  for (;;) {
    const page = await db.selectFrom("event").selectAll().where("chain", "=", chain).where("sequence", ">", end.sequence).orderBy("sequence").limit(PAGE).execute();
    for (const event of page) {
      const fault = faultOf(end, event, hashOfEvent(chain, event.sequence, end.hash, event));
      if (fault) return { records, end, broken: { chain, sequence: end.sequence + 1, fault } };
      end = { sequence: event.sequence, hash: event.hash };
      records++;
    }
    if (page.length < PAGE) return { records, end, broken: null };
  }
}
