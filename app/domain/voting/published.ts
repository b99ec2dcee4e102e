import type { Canonical } from "../shared/canonical-json.ts";
import type { RoundKind } from "./choice.ts";
import type { CountedBallot, ItemCount } from "./count.ts";
import type { RuleSet } from "./rule.ts";

export const FORMAT = "ggi-uitslag/1";

/** A published round as everybody may download it. Source: interfaces, "A published round". */
export interface PublishedRound {
  readonly format: typeof FORMAT;
  readonly round: {
    readonly id: string;
    readonly title: string;
    readonly body: string;
    readonly kind: RoundKind;
    readonly sequence: number;
    readonly previous: string | null;
    readonly opensAt: string;
    readonly closesAt: string;
    readonly visibility: string;
    readonly options?: readonly string[];
  };
  readonly rule: RuleSet;
  readonly seats: readonly PublishedSeat[];
  readonly items: readonly PublishedItem[];
  readonly fingerprint: string;
  /** corrections that were added later; the figures above stay as they were */
  readonly errata?: readonly { readonly at: string; readonly statement: string }[];
  readonly chain: { readonly sequence: number; readonly hash: string; readonly previous: string } | null;
}

export interface PublishedSeat {
  readonly id: string;
  readonly organisation: string;
  readonly code: string | null;
  readonly weight: number;
  readonly recusedFrom: readonly string[];
  readonly notified?: boolean;
  readonly present?: boolean;
}

export interface PublishedItem extends Partial<ItemCount> {
  readonly id: string;
  readonly proposal: string | null;
  readonly title: string;
  readonly version: number | null;
  readonly textHash: string;
  /** taken out by a seat: it counts in the round that is named here, not in this one */
  readonly pulledTo?: string | null;
  /** null where the visibility hides who chose what */
  readonly ballots: readonly PublishedBallot[] | null;
}

export interface PublishedBallot extends CountedBallot {
  readonly castAt: string;
  readonly receipt: string;
}

/** The seats that count on an item: all but those that do not take part in it. */
export const seatsFor = <Seat extends { readonly recusedFrom: readonly string[] }>(seats: readonly Seat[], itemId: string): Seat[] =>
  seats.filter(({ recusedFrom }) => !recusedFrom.includes(itemId));

/** What a round freezes at opening, ready to be hashed: nobody had stepped back from an item yet. */
export function frozenParts(
  rule: RuleSet,
  seats: readonly Omit<PublishedSeat, "recusedFrom">[],
  items: readonly Pick<PublishedItem, "id" | "proposal" | "version" | "textHash">[],
): Canonical {
  return {
    rule: ruleParts(rule),
    seats: seats.map((seat) => ({
      id: seat.id,
      organisation: seat.organisation,
      code: seat.code,
      weight: seat.weight,
      recusedFrom: [],
      notified: seat.notified,
      present: seat.present,
    })),
    texts: items.map(({ id, proposal, version, textHash }) => ({ id, proposal, version, textHash })),
  };
}

const ruleParts = ({ quorum, majority, secondTie, motivation, objections, earlyClose, secondCall, castingVote }: RuleSet): Canonical => ({
  quorum: quorum && { num: quorum.num, den: quorum.den, strict: quorum.strict },
  majority: { num: majority.num, den: majority.den, strict: majority.strict, base: majority.base },
  secondTie,
  motivation,
  objections,
  earlyClose,
  // Rounds from before these rules have a fingerprint without them.
  ...(secondCall && { secondCall }),
  ...(castingVote && { castingVote }),
});
