import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { withdrawNotedOutcome } from "#db/queries/room.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Takes back something noted by mistake; it stays in the database and in the log. Refusals: those of a meeting, outcome-not-found. */
export const withdrawOutcome = (context: CommandContext, { meetingId, outcomeId }: { meetingId: string; outcomeId: string }): Promise<Result<null, MeetingRefusal | "outcome-not-found">> =>
  onMeeting(context, { meetingId, act: "outcome.note", step: "note" }, async (trx, meeting) => {
    if (!(await withdrawNotedOutcome(trx, meetingId, outcomeId, context.now()))) return refuse("outcome-not-found");
    await recordOn(trx, context, meeting, "outcome.note", { withdrawn: outcomeId });
    return accept(null);
  });
