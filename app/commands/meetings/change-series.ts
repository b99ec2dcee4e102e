import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { checkPlan, type PlanRefusal } from "#app/domain/meetings/meeting.ts";
import { changeOfSeries, type SeriesChange, type SeriesTimes } from "#app/domain/meetings/series-change.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findSeries, setSeriesTimes, type MeetingSeries } from "#db/queries/meeting-series.ts";
import { listMeetingsOfSeries, lockMeeting } from "#db/queries/meetings.ts";
import { moveMeeting } from "./change-meeting.ts";
import { tellMembers } from "./tell-members.ts";

export type ChangeSeriesRefusal = "not-found" | "not-allowed" | "series-ended" | "nothing-moves" | PlanRefusal;

/** What a change would do, for the page that shows it first. */
export const changeOf = async (context: Pick<CommandContext, "actor" | "now">, db: Db, series: MeetingSeries, times: SeriesTimes): Promise<SeriesChange> =>
  changeOfSeries(await listMeetingsOfSeries(db, context.actor, series.id), series, times, context.now());

/**
 * Another time or place for every meeting of a series that still stands as the series said. The members get one letter about all of them.
 * Refusals: not-found, not-allowed, series-ended, nothing-moves, ends-before-it-starts.
 */
export function changeSeries(context: CommandContext, { seriesId, ...times }: SeriesTimes & { readonly seriesId: string }): Promise<Result<{ moved: number }, ChangeSeriesRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const series = await findSeries(trx, context.actor, seriesId);
    if (!series) return refuse("not-found");
    if (!may(context.actor, "series.change", { bodyId: series.bodyId })) return refuse("not-allowed");
    if (series.endedAt !== null) return refuse("series-ended");
    const { moves } = await changeOf(context, trx, series, times);
    const [first] = moves;
    if (!first) return refuse("nothing-moves");
    const checked = checkPlan({ title: series.title, ...first.to });
    if (!checked.ok) return checked;

    let moved = 0;
    for (const { meeting, to } of moves) {
      const held = await lockMeeting(trx, context.actor, meeting.id);
      // Moved or called off by somebody else in this very moment: then it was meant by itself.
      if (!held || held.startsAt !== meeting.startsAt || held.state !== meeting.state) continue;
      await moveMeeting(trx, context, held, { title: held.title, ...to });
      moved++;
    }
    if (moved === 0) return refuse("nothing-moves");
    await setSeriesTimes(trx, seriesId, times);
    const letterAbout = await lockMeeting(trx, context.actor, first.meeting.id);
    if (letterAbout) await tellMembers(trx, context, letterAbout, "series-moved", { facts: { series: seriesId, starts: series.starts, duration: series.duration, location: series.location }, once: String(letterAbout.sequence) });
    await record(trx, context, {
      ...{ act: "series.change", bodyId: series.bodyId, subject: { kind: "series", id: seriesId } },
      payload: { from: { starts: series.starts, duration: series.duration, location: series.location }, to: { ...times }, moved },
    });
    return accept({ moved });
  });
}
