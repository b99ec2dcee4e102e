import { dutchDay } from "#app/domain/shared/day.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import { quietDayOf } from "#app/domain/voting/quiet-days.ts";
import type { Trx } from "#db/client.ts";
import { lastListedHoliday, listSchoolHolidaysOn } from "#db/queries/school-holidays.ts";

/**
 * A stilteronde does not end while people are away, unless somebody says that it must: there silence is a vote. For the other kinds
 * the pages warn. Source: voting, "Stilteronde".
 */
export async function checkDeadline(trx: Trx, kind: RoundKind, closesAt: Instant, isConfirmed: boolean): Promise<Result<null, "deadline-on-quiet-day">> {
  if (kind !== "stilte" || isConfirmed) return accept(null);
  const day = dutchDay(closesAt);
  return quietDayOf(day, await listSchoolHolidaysOn(trx, day), await lastListedHoliday(trx)) === null ? accept(null) : refuse("deadline-on-quiet-day");
}
