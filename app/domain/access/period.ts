import type { Instant } from "../shared/instant.ts";

/** From a moment, until another or open-ended; `until` itself no longer counts. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** The moment at which a period ends when it is ended now, or null when it is over already. What has not begun never begins. */
export function endOf({ from, until }: Period, at: Instant): Instant | null {
  const end = at < from ? from : at;
  return until === null || until > end ? end : null;
}

/** Whether it lasts at all: an end comes after its beginning. */
export const isPeriod = ({ from, until }: Period): boolean => until === null || until > from;

/** Whether two periods share a moment. One that ends when the other begins does not, nor does one that never lasted. */
export const overlap = (a: Period, b: Period): boolean => isPeriod(a) && isPeriod(b) && (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);

/** Whether a period lies whole within another: nobody sits on a seat longer than the seat exists. */
export const liesWithin = (inner: Period, outer: Period): boolean => inner.from >= outer.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));
