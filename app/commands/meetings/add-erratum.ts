import { personOf, type CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { insertErratum } from "#db/queries/errata.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

/** Adds a correction below adopted minutes; the minutes themselves never change. Refusals: those of a meeting, statement-missing. */
export const addErratum = (context: CommandContext, { meetingId, statement }: { meetingId: string; statement: string }): Promise<Result<null, MeetingRefusal | "statement-missing">> =>
  onMeeting(context, { meetingId, act: "minutes.correct", step: "correct" }, async (trx, meeting) => {
    if (statement.trim() === "") return refuse("statement-missing");

    await insertErratum(trx, { id: context.newId(), meetingId, statement: statement.trim(), createdBy: personOf(context), createdAt: context.now() });
    await recordOn(trx, context, meeting, "minutes.correct", { statement: statement.trim() });
    return accept(null);
  });
