import type { Instant } from "../shared/instant.ts";

/** From a moment, until another or open-ended; `until` itself no longer counts. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Whether something that runs `from`–`until` may end then: never before it began, never twice. */
export const mayEnd = (period: Period, at: Instant): boolean => (period.until === null || period.until > at) && at >= period.from;

/** Whether it lasts at all: an end comes after its beginning. */
export const isPeriod = ({ from, until }: Period): boolean => until === null || until > from;

/** Whether two periods share a moment. One that ends when the other begins does not. */
export const overlap = (a: Period, b: Period): boolean => (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);

/** Whether a period lies whole within another: nobody sits on a seat longer than the seat exists. */
export const liesWithin = (inner: Period, outer: Period): boolean => inner.from >= outer.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));

/** Whether it runs at this moment. */
export const runsAt = ({ from, until }: Period, at: Instant): boolean => from <= at && (until === null || until > at);
