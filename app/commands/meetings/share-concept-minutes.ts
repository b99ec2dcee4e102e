import { personOf, type CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listWholeAgenda } from "#db/queries/agenda-items.ts";
import { setConcept } from "#db/queries/meetings.ts";
import { listPresentPeople } from "#db/queries/minutes-corrections.ts";
import { keepMinutesVersion } from "#db/queries/minutes-versions.ts";
import { queueMail } from "#db/queries/outbox.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Shares the minutes as a concept with the members of the body, and mails whoever was there. Refusals: those of a meeting, minutes-empty. */
export const shareConceptMinutes = (context: CommandContext, { meetingId }: { meetingId: string }): Promise<Result<null, MeetingRefusal | "minutes-empty">> =>
  onMeeting(context, { meetingId, act: "minutes.share", step: "share" }, async (trx, meeting) => {
    const items = await listWholeAgenda(trx, meetingId);
    if (items.every(({ minutes }) => minutes.trim() === "")) return refuse("minutes-empty");

    await setConcept(trx, meetingId, context.now());
    const version = await keepMinutesVersion(trx, meetingId, { id: context.newId(), by: personOf(context), at: context.now() });
    const personIds = (await listPresentPeople(trx, meetingId)).filter((id) => id !== context.actor.id);
    await queueMail(trx, { kind: "minutes-concept", subjectId: meetingId, personIds, facts: {}, once: "" }, context);
    await recordOn(trx, context, meeting, "minutes.share", { revision: meeting.revision, version, mailed: personIds.length });
    return accept(null);
  });
