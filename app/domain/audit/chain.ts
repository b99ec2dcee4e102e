/** One record of the log as it is stored. */
export interface StoredEvent {
  readonly id: string;
  readonly chain: string;
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
}

export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

export const GENESIS = "0".repeat(64);
export const START: ChainEnd = { sequence: 0, hash: GENESIS };

export type ChainFault = "missing-or-moved" | "changed" | "not-linked" | "cut-off";

/** Why a record does not follow the one before it, or null. `recomputed` is the hash of what is stored now. Source: security §2.5. */
export function faultOf(before: ChainEnd, event: StoredEvent, recomputed: string): ChainFault | null {
  if (event.sequence !== before.sequence + 1) return "missing-or-moved";
  if (event.previous !== before.hash) return "not-linked";
  return event.hash === recomputed ? null : "changed";
}

/** Whether the chain ends where its head says: a head further on means that records were taken off the end. */
export const endFault = (end: ChainEnd, head: ChainEnd): ChainFault | null => (head.sequence === end.sequence && head.hash === end.hash ? null : "cut-off");
