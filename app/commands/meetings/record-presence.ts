import type { CommandContext } from "#app/commands/context.ts";
import type { Presence } from "#app/domain/meetings/attendance.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { insertAttendee, listAttendance, listExpected, updateAttendee } from "#db/queries/attendance.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** One tap in the room: this member is there, or not. Recording the same again changes nothing. Refusals: those of a meeting, person-not-expected. */
export const recordPresence = (context: CommandContext, { meetingId, personId, state }: { meetingId: string; personId: string; state: Exclude<Presence, "aangemeld"> }): Promise<Result<null, MeetingRefusal | "person-not-expected">> =>
  onMeeting(context, { meetingId, act: "attendance.record", step: "attend" }, async (trx, meeting) => {
    const known = (await listAttendance(trx, meetingId)).find((attendee) => attendee.personId === personId);
    const expected = (await listExpected(trx, meeting.bodyId, context.now())).find((one) => one.personId === personId);
    if (!known && !expected) return refuse("person-not-expected");
    if (known?.state === state) return accept(null);

    if (known) await updateAttendee(trx, known.id, { state, note: known.note });
    else if (expected) await insertAttendee(trx, { id: context.newId(), meetingId, personId, name: expected.name, organisationName: expected.organisationName, role: expected.role, state, note: null });
    await recordOn(trx, context, meeting, "attendance.record", { person: personId, state });
    return accept(null);
  });
