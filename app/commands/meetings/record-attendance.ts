import type { CommandContext } from "#app/commands/context.ts";
import type { Presence } from "#app/domain/meetings/attendance.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import { insertAttendee, listAttendance, listExpected, updateAttendee } from "#db/queries/attendance.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export interface AttendanceInput {
  readonly meetingId: string;
  /** members of the body, by person */
  readonly members: readonly { readonly personId: string; readonly state: Exclude<Presence, "aangemeld">; readonly note?: string | undefined }[];
  /** others who were there, by name */
  readonly guests?: readonly { readonly name: string; readonly organisationName: string }[] | undefined;
}

/** Records who was there, who sent word and who did not come. Recording again replaces the earlier list of the members named. */
export const recordAttendance = (context: CommandContext, { meetingId, members, guests = [] }: AttendanceInput): Promise<Result<{ present: number }, MeetingRefusal>> =>
  onMeeting(context, { meetingId, act: "attendance.record", step: "attend" }, async (trx, meeting) => {
    const listed = await listAttendance(trx, meetingId);
    const expected = await listExpected(trx, meeting.bodyId, context.now());
    for (const { personId, state, note } of members) {
      const known = listed.find((attendee) => attendee.personId === personId);
      const person = expected.find((one) => one.personId === personId);
      if (known) await updateAttendee(trx, known.id, { state, note: note?.trim() || known.note });
      else if (person) {
        await insertAttendee(trx, { id: context.newId(), meetingId, personId, name: person.name, organisationName: person.organisationName, role: person.role, state, note: note?.trim() || null });
      }
    }
    for (const guest of guests) {
      if (guest.name.trim() === "" || listed.some(({ name }) => name === guest.name.trim())) continue;
      await insertAttendee(trx, { id: context.newId(), meetingId, personId: null, name: guest.name.trim(), organisationName: guest.organisationName.trim(), role: null, state: "aanwezig", note: null });
    }
    const present = (await listAttendance(trx, meetingId)).filter(({ state }) => state === "aanwezig").length;
    await recordOn(trx, context, meeting, "attendance.record", { present, named: members.length + guests.length });
    return accept({ present });
  });
