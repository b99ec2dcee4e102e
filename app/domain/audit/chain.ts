import { HOUR, later, type Instant } from "../shared/instant.ts";

/** One record of the log as it is stored. */
export interface StoredEvent {
  readonly id: string;
  readonly chain: string;
  readonly sequence: number;
  readonly at: Instant;
  readonly previous: string;
  readonly hash: string;
}

export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
  /** the time of its last record; null before the first, and in a head that was kept before heads knew their time */
  readonly at: Instant | null;
}

export const GENESIS = "0".repeat(64);
export const START: ChainEnd = { sequence: 0, hash: GENESIS, at: null };

export type ChainFault = "missing-or-moved" | "changed" | "not-linked" | "cut-off";

/** Why a record does not follow the one before it, or null. `recomputed` is the hash of what is stored now. Source: security §2.5. */
export function faultOf(before: ChainEnd, event: StoredEvent, recomputed: string): ChainFault | null {
  if (event.sequence !== before.sequence + 1) return "missing-or-moved";
  if (event.previous !== before.hash) return "not-linked";
  return event.hash === recomputed ? null : "changed";
}

/** Whether the chain ends where its head says: a head further on means that records were taken off the end. */
export const endFault = (end: ChainEnd, head: ChainEnd): ChainFault | null =>
  head.sequence === end.sequence && head.hash === end.hash && (head.at === null || head.at === end.at) ? null : "cut-off";

/** Clocks of processes side by side differ by milliseconds, and a time server moves a clock in small steps: about so little nothing is said. */
export const CLOCK_SLACK = 2_000;
/** A clock that stays back, or two clocks that differ for good, are told of once in this while. */
const TOLD_FOR = HOUR;

/** Where a chain stands in time. */
export interface ChainTime {
  /** of its last record */
  readonly at: Instant | null;
  /** the time of the chain when it last said that the clock stood back */
  readonly toldAt: Instant | null;
}

/**
 * The time of the next record, about something of this `moment`: never before the one before it. `isSetBack` when the clock itself stands
 * so far back that the chain has to say so, in a record of its own before this one; a vote that waited for its turn is of an earlier moment
 * without anything being wrong with the clock. Source: security §1a R5.
 */
export function timeOfNext({ at, toldAt }: ChainTime, moment: Instant, clock: Instant = moment): { readonly at: Instant; readonly isSetBack: boolean } {
  if (at === null || moment >= at) return { at: moment, isSetBack: false };
  return { at, isSetBack: later(clock, CLOCK_SLACK) < at && (toldAt === null || at >= later(toldAt, TOLD_FOR)) };
}

/** Whether a record about something of this moment bears the right time: that moment, or the time of the record before it when that stood later. */
export const isTimely = (at: Instant, moment: Instant, before: Instant | null): boolean => at === moment || (at > moment && at === before);
