import { personOf, type CommandContext } from "#app/commands/context.ts";
import type { Reply } from "#app/domain/meetings/attendance.ts";
import { checkReply, type ReplyRefusal, type Substitute } from "#app/domain/meetings/reply.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import { insertAttendee, listAttendance, listSeatmates, updateReply } from "#db/queries/attendance.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export interface InvitationReply {
  readonly meetingId: string;
  readonly reply: Reply;
  readonly note: string;
  /** who comes instead of somebody who does not */
  readonly substitute?: Substitute | null | undefined;
}

/** A member says whether he comes, and who comes instead; a later answer replaces the earlier one. Refusals: those of a meeting and of a reply. */
export const replyToInvitation = (context: CommandContext, { meetingId, reply, note, substitute = null }: InvitationReply): Promise<Result<null, MeetingRefusal | ReplyRefusal>> =>
  onMeeting(context, { meetingId, act: "attendance.reply", step: "reply" }, async (trx, meeting) => {
    const [personId, { actor }] = [personOf(context), context];
    const place = actor.memberships.find(({ bodyId }) => bodyId === meeting.bodyId);
    const checked = checkReply({ personId, reply, substitute }, await listSeatmates(trx, personId, meeting.bodyId, context.now()));
    if (!checked.ok) return checked;
    const known = (await listAttendance(trx, meetingId)).find((attendee) => attendee.personId === personId);
    const answer = { state: reply, note: note.trim() === "" ? null : note.trim(), substitute: checked.value, answeredAt: context.now() };

    if (known) await updateReply(trx, known.id, answer);
    else {
      await insertAttendee(trx, { id: context.newId(), meetingId, personId, name: actor.name, organisationName: place?.organisationName ?? "", role: place?.role ?? null, ...answer });
    }
    await recordOn(trx, context, meeting, "attendance.reply", { reply, substitute: checked.value === null ? null : (checked.value.personId ?? "by-name") });
    return accept(null);
  });
