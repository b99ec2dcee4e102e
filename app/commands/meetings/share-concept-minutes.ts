import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listWholeAgenda } from "#db/queries/agenda-items.ts";
import { setConcept } from "#db/queries/meetings.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Shares the minutes as a concept with the members of the body. Refusals: those of a meeting, minutes-empty. */
export const shareConceptMinutes = (context: CommandContext, { meetingId }: { meetingId: string }): Promise<Result<null, MeetingRefusal | "minutes-empty">> =>
  onMeeting(context, { meetingId, act: "minutes.share", step: "share" }, async (trx, meeting) => {
    const items = await listWholeAgenda(trx, meetingId);
    if (items.every(({ minutes }) => minutes.trim() === "")) return refuse("minutes-empty");

    await setConcept(trx, meetingId, context.now());
    await recordOn(trx, context, meeting, "minutes.share", { revision: meeting.revision });
    return accept(null);
  });
