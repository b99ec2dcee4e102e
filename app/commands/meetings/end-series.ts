import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { allows } from "#app/domain/meetings/meeting.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { endSeries as markEnded, findSeries } from "#db/queries/meeting-series.ts";
import { listMeetingsOfSeries } from "#db/queries/meetings.ts";
import { cancelMeeting } from "./cancel-meeting.ts";

export type EndSeriesRefusal = "not-found" | "not-allowed" | "reason-missing" | "series-ended";

/** Stops a series: every meeting of it that has not begun is called off, with this reason. Refusals: not-found, not-allowed, reason-missing, series-ended. */
export function endSeries(context: CommandContext, { seriesId, reason }: { seriesId: string; reason: string }): Promise<Result<{ cancelled: number }, EndSeriesRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const series = await findSeries(trx, context.actor, seriesId);
    if (!series) return refuse("not-found");
    if (!may(context.actor, "series.end", { bodyId: series.bodyId })) return refuse("not-allowed");
    if (reason.trim() === "") return refuse("reason-missing");
    if (!(await markEnded(trx, seriesId, context.now(), reason.trim()))) return refuse("series-ended");

    const inside = { ...context, db: trx };
    let cancelled = 0;
    for (const { id, state, startsAt } of await listMeetingsOfSeries(trx, context.actor, seriesId)) {
      if (!allows(state, "cancel") || startsAt <= context.now()) continue;
      if ((await cancelMeeting(inside, { meetingId: id, reason })).ok) cancelled++;
    }
    await record(trx, context, { act: "series.end", bodyId: series.bodyId, subject: { kind: "series", id: seriesId }, payload: { reason: reason.trim(), cancelled } });
    return accept({ cancelled });
  });
}
