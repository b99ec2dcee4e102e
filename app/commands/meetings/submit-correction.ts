import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { checkSuggestion, type CorrectionRefusal } from "#app/domain/meetings/correction.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { lockMeeting } from "#db/queries/meetings.ts";
import { insertCorrection, wasPresentAt } from "#db/queries/minutes-corrections.ts";
import { recordOn } from "./on-meeting.ts";

export interface CorrectionInput {
  readonly meetingId: string;
  readonly agendaItemId: string;
  readonly passage: string;
  readonly suggestion: string;
}

export type SubmitRefusal = "not-found" | "not-allowed" | "item-not-found" | CorrectionRefusal;

/**
 * Asks for a correction of a passage in the concept of the minutes; whoever was there may. The log holds no word of the text.
 * Refusals: not-found, not-allowed, item-not-found, and those of the suggestion.
 */
export function submitCorrection(context: CommandContext, input: CorrectionInput): Promise<Result<{ number: number }, SubmitRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const meeting = await lockMeeting(trx, context.actor, input.meetingId);
    if (!meeting) return refuse("not-found");
    if (!may(context.actor, "correction.submit", { wasPresent: await wasPresentAt(trx, meeting.id, context.actor.id) })) return refuse("not-allowed");
    const item = await findAgendaItem(trx, context.actor, meeting.id, input.agendaItemId);
    if (!item || item.isPublicWording) return refuse("item-not-found");
    const checked = checkSuggestion(meeting.state, item.minutes, input);
    if (!checked.ok) return checked;

    const number = await insertCorrection(trx, { id: context.newId(), meetingId: meeting.id, agendaItemId: item.id, passage: input.passage, suggestion: input.suggestion, authorId: personOf(context), createdAt: context.now() });
    await recordOn(trx, context, meeting, "correction.submit", { correction: number, item: item.id });
    return accept({ number });
  });
}
