import { isPeriod, liesWithin, overlap, type Period } from "../access/period.ts";

/** A seat as the rules see it: whose it is, for which gemeenten it speaks, and when. */
export interface SeatPlan extends Period {
  readonly organisationId: string;
  readonly isVoting: boolean;
  /** the gemeente itself, or the gemeenten of its samenwerkingsverband */
  readonly municipalities: readonly string[];
}

export type SeatRefusal = "not-allowed" | "not-found" | "organisation-unknown" | "period-invalid" | "seat-taken" | "municipality-twice";

/**
 * Why a seat cannot be given beside those that a body has, or null: an organisation has one seat of a kind at a time, and a
 * gemeente speaks through at most one voting seat. Source: voting, "Units".
 */
export function seatRefusal(seat: SeatPlan, others: readonly SeatPlan[]): "period-invalid" | "seat-taken" | "municipality-twice" | null {
  if (!isPeriod(seat)) return "period-invalid";
  const meanwhile = others.filter((other) => other.isVoting === seat.isVoting && overlap(other, seat));
  if (meanwhile.some(({ organisationId }) => organisationId === seat.organisationId)) return "seat-taken";
  return seat.isVoting && meanwhile.some(({ municipalities }) => municipalities.some((one) => seat.municipalities.includes(one))) ? "municipality-twice" : null;
}

export type MembershipRefusal = "not-allowed" | "not-found" | "person-unknown" | "period-invalid" | "outside-seat" | "already-member";

/** Why somebody cannot sit on a seat in a period, or null: within the time of the seat, and not twice at the same time. */
export function membershipRefusal(membership: Period, seat: Period, others: readonly Period[]): "period-invalid" | "outside-seat" | "already-member" | null {
  if (!isPeriod(membership)) return "period-invalid";
  if (!liesWithin(membership, seat)) return "outside-seat";
  return others.some((other) => overlap(other, membership)) ? "already-member" : null;
}
