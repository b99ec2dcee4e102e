import type { Instant } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";
import { isOpen, type Round } from "./round.ts";

export type PullRefusal = "pull-one-item" | "pull-not-here" | "round-not-open" | "seat-not-in-round" | "item-pulled" | "reason-missing";

/** What is known when a seat wants an item out of a round. */
export interface Pull {
  readonly round: Pick<Round, "kind" | "state" | "opensAt" | "closesAt">;
  readonly now: Instant;
  /** how many items the round holds, pulled ones included */
  readonly items: number;
  readonly isSeatInRound: boolean;
  readonly isPulled: boolean;
  readonly reason: string;
}

/**
 * Any seat may take an item out of a round with many until it closes; the only item of a round has nothing to be taken out of.
 * Source: voting, "Hamerstukken".
 */
export function admitPull({ round, now, items, isSeatInRound, isPulled, reason }: Pull): Result<null, PullRefusal> {
  if (round.kind !== "besluit" && round.kind !== "stilte") return refuse("pull-not-here");
  if (!isSeatInRound) return refuse("seat-not-in-round");
  if (!isOpen(round, now)) return refuse("round-not-open");
  if (items < 2) return refuse("pull-one-item");
  if (isPulled) return refuse("item-pulled");
  return reason.trim() === "" ? refuse("reason-missing") : accept(null);
}
