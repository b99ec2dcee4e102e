import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { sha256 } from "#db/hash.ts";
import { listWholeAgenda, setItemMinutes, setItemOutcome } from "#db/queries/agenda-items.ts";
import { nextMinutesRevision } from "#db/queries/meetings.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export interface MinutesInput {
  readonly meetingId: string;
  /** the revision that the writer started from */
  readonly revision: number;
  readonly items: readonly { readonly id: string; readonly minutes: string; readonly publicMinutes?: string | null | undefined; readonly outcome?: "informatie" | "besluit" | "actie" | undefined }[];
}

/**
 * Writes the minutes per agenda item, in Markdown. All or nothing: when somebody else saved since, nothing is written.
 * Refusals: those of a meeting, lost-update, item-not-found. Returns the new revision.
 */
export const writeMinutes = (context: CommandContext, { meetingId, revision, items }: MinutesInput): Promise<Result<{ revision: number }, MeetingRefusal | "lost-update" | "item-not-found">> =>
  onMeeting(context, { meetingId, act: "minutes.write", step: "write" }, async (trx, meeting) => {
    const agenda = await listWholeAgenda(trx, meetingId);
    if (items.some(({ id }) => !agenda.some((item) => item.id === id))) return refuse("item-not-found");
    if (!(await nextMinutesRevision(trx, meetingId, revision))) return refuse("lost-update");

    for (const item of items) {
      const before = agenda.find(({ id }) => id === item.id);
      await setItemMinutes(trx, item.id, { minutes: item.minutes, publicMinutes: item.publicMinutes === undefined ? (before?.public_minutes ?? null) : item.publicMinutes });
      if (item.outcome !== undefined) await setItemOutcome(trx, item.id, item.outcome);
    }
    const hash = sha256(items.map(({ id, minutes }) => `${id}\n${minutes}`).join("\n\n"));
    await recordOn(trx, context, meeting, "minutes.write", { revision: revision + 1, items: items.length, hash });
    return accept({ revision: revision + 1 });
  });
