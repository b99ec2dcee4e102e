import type { CommandContext } from "#app/commands/context.ts";
import { clocksAfter } from "#app/domain/meetings/room.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import { setHeld } from "#db/queries/meetings.ts";
import { linkRoundDecisions } from "#db/queries/decision-links.ts";
import { listRoomItems, setClock } from "#db/queries/room.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Ends the meeting and stops its clock. What rounds on its agenda decided is tied to the agenda item. */
export const closeMeeting = (context: CommandContext, { meetingId }: { meetingId: string }): Promise<Result<null, MeetingRefusal>> =>
  onMeeting(context, { meetingId, act: "meeting.close", step: "close" }, async (trx, meeting) => {
    for (const { id, ...clock } of clocksAfter(await listRoomItems(trx, meetingId), null, context.now())) await setClock(trx, id, clock);
    await setHeld(trx, meetingId, context.now());
    const linked = await linkRoundDecisions(trx, meetingId);
    await recordOn(trx, context, meeting, "meeting.close", { decisions: linked });
    return accept(null);
  });
