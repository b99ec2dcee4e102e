import { dutchDay } from "#app/domain/shared/day.ts";
import { later, type Instant } from "#app/domain/shared/instant.ts";
import { adminBodyText } from "#app/text/admin.ts";
import { date } from "#app/text/format.ts";

/** Today means from now: what ended this morning then does not overlap with what begins. */
export const beginning = (from: Instant | null, now: Instant): Instant | null => (from !== null && dutchDay(from) === dutchDay(now) ? null : from);

/** A period in words; its end is the first moment after the last day. */
export const inWords = (from: Instant, until: Instant | null): string => adminBodyText.period(date(from), until === null ? null : date(later(until, -1)));
