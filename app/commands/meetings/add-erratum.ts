import { personOf, type CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listWholeAgenda } from "#db/queries/agenda-items.ts";
import { insertErratum } from "#db/queries/errata.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export interface ErratumInput {
  readonly meetingId: string;
  readonly statement: string;
  /** the item that it corrects; null: the minutes as a whole, so that everybody who reads them sees it */
  readonly agendaItemId?: string | null | undefined;
}

/** Adds a correction below adopted minutes; the minutes themselves never change. Refusals: those of a meeting, statement-missing, item-not-found. */
export const addErratum = (context: CommandContext, { meetingId, statement, agendaItemId = null }: ErratumInput): Promise<Result<null, MeetingRefusal | "statement-missing" | "item-not-found">> =>
  onMeeting(context, { meetingId, act: "minutes.correct", step: "correct" }, async (trx, meeting) => {
    if (statement.trim() === "") return refuse("statement-missing");
    if (agendaItemId !== null && !(await listWholeAgenda(trx, meetingId)).some(({ id }) => id === agendaItemId)) return refuse("item-not-found");

    await insertErratum(trx, { id: context.newId(), meetingId, agendaItemId, statement: statement.trim(), createdBy: personOf(context), createdAt: context.now() });
    await recordOn(trx, context, meeting, "minutes.correct", { item: agendaItemId, statement: statement.trim() });
    return accept(null);
  });
