import { dutchDay } from "#app/domain/shared/day.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { quietDayOf } from "#app/domain/voting/quiet-days.ts";
import { quietDayText } from "#app/text/quiet-days.ts";
import type { Db } from "#db/client.ts";
import { lastListedHoliday, listSchoolHolidaysOn } from "#db/queries/school-holidays.ts";

/** Why people may be away when a round closes, in one sentence; null for an ordinary day. */
export async function quietDayAt(db: Db, closesAt: Instant): Promise<string | null> {
  const day = dutchDay(closesAt);
  const quiet = quietDayOf(day, await listSchoolHolidaysOn(db, day), await lastListedHoliday(db));
  return quiet === null ? null : quietDayText(quiet);
}
