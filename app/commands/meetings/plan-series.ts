import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { checkPlan, type PlanRefusal } from "#app/domain/meetings/meeting.ts";
import { daysOf, withoutQuietDays, type Recurrence, type RecurrenceRefusal, type SkippedDay } from "#app/domain/meetings/recurrence.ts";
import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { later, MINUTE, type Day, type Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertSeries } from "#db/queries/meeting-series.ts";
import { listSchoolHolidaysBetween } from "#db/queries/school-holidays.ts";
import { putMeeting } from "./plan-meeting.ts";

export interface SeriesPlan extends Recurrence {
  readonly bodyId: string;
  readonly title: string;
  /** on Dutch clocks: 13:00 */
  readonly starts: string;
  /** minutes */
  readonly duration: number;
  readonly location: string;
  readonly tlp: Tlp;
  readonly skipsSchoolHolidays: boolean;
}

export type SeriesRefusal = "not-allowed" | "all-days-quiet" | PlanRefusal | RecurrenceRefusal;

/** The days of a plan: which get a meeting, which are left out, and which fall in a school holiday. The page shows them before anything is planned. */
export async function daysOfPlan(db: Db, plan: SeriesPlan): Promise<Result<{ kept: Day[]; skipped: SkippedDay[]; warned: SkippedDay[] }, RecurrenceRefusal | "all-days-quiet">> {
  const days = daysOf(plan);
  if (!days.ok) return days;
  const sorted = withoutQuietDays(days.value, await listSchoolHolidaysBetween(db, plan.fromDay, plan.untilDay), plan.skipsSchoolHolidays);
  return sorted.kept.length === 0 ? refuse("all-days-quiet") : accept(sorted);
}

/** Plans every meeting of a series at once. Refusals: not-allowed, title-missing, ends-before-it-starts, all-days-quiet and those of a recurrence. */
export function planSeries(context: CommandContext, plan: SeriesPlan): Promise<Result<{ id: string; meetings: number }, SeriesRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "series.plan", { bodyId: plan.bodyId })) return refuse("not-allowed");
    const days = await daysOfPlan(trx, plan);
    if (!days.ok) return days;
    const { kept, skipped } = days.value;
    const times = kept.map((day) => timesOn(day, plan)).filter((time) => time !== null);
    const [first] = times;
    const checked = first ? checkPlan({ title: plan.title, ...first }) : refuse("ends-before-it-starts");
    if (!checked.ok) return checked;

    const id = context.newId();
    await insertSeries(trx, { ...plan, id, skipped }, { personId: personOf(context), at: context.now() });
    const { bodyId, title, location, tlp } = plan;
    for (const time of times) await putMeeting(trx, context, { bodyId, title, location, tlp, ...time, seriesId: id });
    await record(trx, context, { act: "series.plan", bodyId, subject: { kind: "series", id }, payload: { title, frequency: plan.frequency, every: plan.every, nth: plan.nth, from: plan.fromDay, until: plan.untilDay, meetings: times.length, skipped: skipped.map(({ day }) => day).join(" ") } });
    return accept({ id, meetings: times.length });
  });
}

function timesOn(day: Day, { starts, duration }: Pick<SeriesPlan, "starts" | "duration">): { startsAt: Instant; endsAt: Instant } | null {
  const startsAt = fromDutchLocal(`${day}T${starts}`);
  return startsAt && { startsAt, endsAt: later(startsAt, duration * MINUTE) };
}
