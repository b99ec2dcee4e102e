import { personOf, type CommandContext } from "#app/commands/context.ts";
import { holds } from "#app/domain/access/actor.ts";
import { adopt, type AdoptionRefusal } from "#app/domain/meetings/meeting.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { linkRoundDecisions } from "#db/queries/decision-links.ts";
import { findMeeting, setAdopted } from "#db/queries/meetings.ts";
import { countOpenCorrections } from "#db/queries/minutes-corrections.ts";
import { minutesHashOf } from "#db/queries/minutes-hash.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/**
 * Adopts the minutes and freezes them under a hash: in a later meeting of the same body, or by the voorzitter.
 * Refusals: those of a meeting, corrections-open, needs-chair-or-meeting, meeting-not-suitable, not-found for a meeting that is not there.
 */
export const adoptMinutes = (context: CommandContext, { meetingId, inMeetingId = null }: { meetingId: string; inMeetingId?: string | null | undefined }): Promise<Result<{ hash: string }, MeetingRefusal | AdoptionRefusal>> =>
  onMeeting(context, { meetingId, act: "minutes.adopt", step: "adopt" }, async (trx, meeting) => {
    const inMeeting = inMeetingId === null ? null : await findMeeting(trx, context.actor, inMeetingId);
    if (inMeetingId !== null && !inMeeting) return refuse("meeting-not-suitable");
    const adopted = adopt({ ...meeting, openCorrections: await countOpenCorrections(trx, meetingId) }, { isChair: holds(context.actor, meeting.bodyId, "chair"), meeting: inMeeting });
    if (!adopted.ok) return adopted;

    const linked = await linkRoundDecisions(trx, meetingId);
    const hash = await minutesHashOf(trx, meeting);
    await setAdopted(trx, meetingId, { at: context.now(), personId: personOf(context), meetingId: inMeetingId, hash });
    await recordOn(trx, context, meeting, "minutes.adopt", { hash, revision: meeting.revision, in: inMeetingId, decisions: linked });
    return accept({ hash });
  });
