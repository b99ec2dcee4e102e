import { personOf, type CommandContext } from "#app/commands/context.ts";
import type { Reply } from "#app/domain/meetings/attendance.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import { insertAttendee, listAttendance, updateAttendee } from "#db/queries/attendance.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** A member says whether he comes; a later answer replaces the earlier one. */
export const replyToInvitation = (context: CommandContext, { meetingId, reply, note }: { meetingId: string; reply: Reply; note: string }): Promise<Result<null, MeetingRefusal>> =>
  onMeeting(context, { meetingId, act: "attendance.reply", step: "reply" }, async (trx, meeting) => {
    const personId = personOf(context);
    const { actor } = context;
    const place = actor.memberships.find(({ bodyId }) => bodyId === meeting.bodyId);
    const known = (await listAttendance(trx, meetingId)).find((attendee) => attendee.personId === personId);
    const answer = { state: reply, note: note.trim() === "" ? null : note.trim() };

    if (known) await updateAttendee(trx, known.id, answer);
    else {
      await insertAttendee(trx, { id: context.newId(), meetingId, personId, name: actor.name, organisationName: place?.organisationName ?? "", role: place?.role ?? null, ...answer });
    }
    await recordOn(trx, context, meeting, "attendance.reply", { reply });
    return accept(null);
  });
