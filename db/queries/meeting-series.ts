import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Place, Recurrence, SkippedDay } from "#app/domain/meetings/recurrence.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { visibleTo } from "./visibility.ts";

export interface MeetingSeries extends Recurrence {
  readonly id: string;
  readonly bodyId: string;
  readonly body: { readonly slug: string; readonly name: string };
  readonly title: string;
  /** on Dutch clocks: 13:00 */
  readonly starts: string;
  /** minutes */
  readonly duration: number;
  readonly location: string;
  readonly tlp: Tlp;
  readonly skipped: readonly SkippedDay[];
  readonly endedAt: Instant | null;
  readonly reason: string | null;
}

export async function insertSeries(trx: Trx, series: Omit<MeetingSeries, "body" | "endedAt" | "reason">, by: { personId: string; at: Instant }): Promise<void> {
  await trx
    .insertInto("meeting_series")
    .values({
      ...{ id: series.id, body_id: series.bodyId, title: series.title, frequency: series.frequency, every: series.every, nth: series.nth, from_day: series.fromDay, until_day: series.untilDay },
      ...{ starts: series.starts, duration: series.duration, location: series.location, tlp: series.tlp, skipped: JSON.stringify(series.skipped) },
      ...{ created_by: by.personId, created_at: by.at, ended_at: null, reason: null },
    })
    .execute();
}

/** The series with this id, if the actor may see its meetings. */
export async function findSeries(db: Db, actor: Actor, id: string): Promise<MeetingSeries | null> {
  const row = await db
    .selectFrom("meeting_series")
    .innerJoin("body", "body.id", "meeting_series.body_id")
    .selectAll("meeting_series")
    .select(["body.slug as body_slug", "body.name as body_name"])
    .where("meeting_series.id", "=", id)
    .where(visibleTo(actor, "meeting_series"))
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ id: row.id, bodyId: row.body_id, body: { slug: row.body_slug, name: row.body_name }, title: row.title, frequency: row.frequency, every: row.every, nth: row.nth as Place | null },
    ...{ fromDay: row.from_day, untilDay: row.until_day, starts: row.starts, duration: row.duration, location: row.location, tlp: row.tlp },
    ...{ skipped: JSON.parse(row.skipped) as SkippedDay[], endedAt: row.ended_at, reason: row.reason },
  };
}

/** Other times and another place, for what is planned from now on. */
export async function setSeriesTimes(trx: Trx, id: string, { starts, duration, location }: { starts: string; duration: number; location: string }): Promise<void> {
  await trx.updateTable("meeting_series").set({ starts, duration, location }).where("id", "=", id).execute();
}

/** False when it had ended already. */
export async function endSeries(trx: Trx, id: string, at: Instant, reason: string): Promise<boolean> {
  const row = await trx.updateTable("meeting_series").set({ ended_at: at, reason }).where("id", "=", id).where("ended_at", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}
