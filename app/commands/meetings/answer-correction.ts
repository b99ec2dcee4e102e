import { personOf, type CommandContext } from "#app/commands/context.ts";
import { checkAnswer, withSuggestion, type AnswerRefusal, type Disposition } from "#app/domain/meetings/correction.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listWholeAgenda, setItemMinutes } from "#db/queries/agenda-items.ts";
import { nextMinutesRevision } from "#db/queries/meetings.ts";
import { findCorrection, setCorrectionAnswer } from "#db/queries/minutes-corrections.ts";
import { keepMinutesVersion } from "#db/queries/minutes-versions.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export interface CorrectionAnswer {
  readonly meetingId: string;
  readonly number: number;
  readonly disposition: Disposition;
  readonly answer: string;
  /** what comes in place of the passage; null when the text was changed by hand, or stays */
  readonly wording: string | null;
}

/**
 * Answers a correction. With a wording the text of the item changes in the same act, and that is a new version of the minutes.
 * Refusals: those of a meeting, correction-closed, answer-missing, passage-not-found when the passage does not stand there exactly once.
 */
export const answerCorrection = (context: CommandContext, { meetingId, number, disposition, answer, wording }: CorrectionAnswer): Promise<Result<{ version: number | null }, MeetingRefusal | AnswerRefusal>> =>
  onMeeting(context, { meetingId, act: "correction.answer", step: "answer" }, async (trx, meeting): Promise<Result<{ version: number | null }, MeetingRefusal | AnswerRefusal>> => {
    const correction = await findCorrection(trx, meetingId, number);
    if (!correction) return refuse("not-found");
    const checked = checkAnswer(meeting.state, correction, { disposition, answer });
    if (!checked.ok) return checked;

    let version: number | null = null;
    if (wording !== null && disposition !== "not") {
      const item = (await listWholeAgenda(trx, meetingId)).find(({ id }) => id === correction.agendaItemId);
      const changed = item ? withSuggestion(item.minutes, { passage: correction.passage, suggestion: wording }) : null;
      if (!item || changed === null) return refuse("passage-not-found");
      await setItemMinutes(trx, item.id, { minutes: changed, publicMinutes: item.public_minutes });
      await nextMinutesRevision(trx, meetingId, meeting.revision);
      version = await keepMinutesVersion(trx, meetingId, { id: context.newId(), by: personOf(context), at: context.now() });
    }
    await setCorrectionAnswer(trx, correction.id, { disposition, answer: answer.trim(), at: context.now(), by: personOf(context), version });
    await recordOn(trx, context, meeting, "correction.answer", { correction: number, disposition, version });
    return accept({ version });
  });
