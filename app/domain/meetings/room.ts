import type { Instant } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";
import type { Choice } from "../voting/choice.ts";
import type { RuleSet } from "../voting/rule.ts";
import { decide, type Verdict } from "../voting/tally.ts";

/** The time that an item took, as stored and as it runs on. */
export interface ItemClock {
  readonly spentSeconds: number;
  readonly runningSince: Instant | null;
}

/** How many seconds an item took up to now. A clock that was set back counts as no time. */
export const secondsSpent = ({ spentSeconds, runningSince }: ItemClock, now: Instant): number => spentSeconds + (runningSince === null ? 0 : Math.max(0, Math.round((Date.parse(now) - Date.parse(runningSince)) / 1000)));

/** Which clocks change when this item begins, or (null) when the clock stops: at most one item runs. */
export function clocksAfter(items: readonly (ItemClock & { readonly id: string })[], begins: string | null, now: Instant): (ItemClock & { readonly id: string })[] {
  return items
    .filter(({ id, runningSince }) => (id === begins) !== (runningSince !== null))
    .map((item) => ({ id: item.id, spentSeconds: secondsSpent(item, now), runningSince: item.id === begins ? now : null }));
}

/** A voting seat and who may speak for it in the meeting. */
export interface MeetingSeat {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly holderIds: readonly string[];
}

export interface PresentSeat {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly present: boolean;
}

/** A seat is there when one of its holders is. Source: voting, "Units" and "Majority" (meeting mode). */
export const seatsInRoom = (seats: readonly MeetingSeat[], presentIds: ReadonlySet<string>): PresentSeat[] =>
  seats.map(({ id, name, weight, holderIds }) => ({ id, name, weight, present: holderIds.some((holder) => presentIds.has(holder)) }));

export const HANDS = ["voor", "tegen", "onthouden"] as const satisfies readonly Choice[];
export type Hand = (typeof HANDS)[number];

export type HandsRefusal = "nobody-present" | "seat-not-present" | "no-hands";

/**
 * Counts a show of hands: only seats in the room vote; the quorum is of all seats. `rest` is what every present seat said that is not
 * named. The figures come from the same function as those of a round. Refusals: nobody-present, seat-not-present, no-hands.
 */
export function countHands(rule: RuleSet, seats: readonly PresentSeat[], named: ReadonlyMap<string, Hand | null>, rest: Hand | null): Result<Verdict & { readonly votes: ReadonlyMap<string, Hand> }, HandsRefusal> {
  const present = seats.filter((seat) => seat.present);
  if (present.length === 0) return refuse("nobody-present");
  if ([...named.keys()].some((id) => !present.some((seat) => seat.id === id))) return refuse("seat-not-present");
  const votes = new Map<string, Hand>();
  for (const { id } of present) {
    const hand = named.has(id) ? (named.get(id) ?? null) : rest;
    if (hand !== null) votes.set(id, hand);
  }
  if (votes.size === 0) return refuse("no-hands");
  return accept({ ...decide(rule, seats, votes), votes });
}
