import type { CommandContext } from "#app/commands/context.ts";
import { isBeforeMeeting } from "#app/domain/meetings/action-item.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { insertAction, nextActionNumber } from "#db/queries/action-items.ts";
import { listWholeAgenda } from "#db/queries/agenda-items.ts";
import { listExpected } from "#db/queries/attendance.ts";
import { insertJobs } from "#db/queries/jobs.ts";
import { futureReminders } from "./future-reminders.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export interface ActionInput {
  readonly meetingId: string;
  readonly agendaItemId?: string | null | undefined;
  readonly statement: string;
  /** a member of the body; null with a name for somebody else */
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly dueOn: Day | null;
}

/** Records what somebody will do, with a number that comes back until it is done. Refusals: those of a meeting, statement-missing, owner-missing, due-too-early, item-not-found. */
export const recordAction = (context: CommandContext, input: ActionInput): Promise<Result<{ number: string }, MeetingRefusal | "statement-missing" | "owner-missing" | "due-too-early" | "item-not-found">> =>
  onMeeting(context, { meetingId: input.meetingId, act: "action.record", step: "record" }, async (trx, meeting) => {
    const statement = input.statement.trim();
    if (statement === "") return refuse("statement-missing");
    const agendaItemId = input.agendaItemId ?? null;
    if (agendaItemId !== null && !(await listWholeAgenda(trx, meeting.id)).some(({ id }) => id === agendaItemId)) return refuse("item-not-found");
    const owner = input.ownerId === null ? null : (await listExpected(trx, meeting.bodyId, context.now())).find(({ personId }) => personId === input.ownerId);
    const ownerName = owner?.name ?? input.ownerName.trim();
    if (owner === undefined || ownerName === "") return refuse("owner-missing");
    if (isBeforeMeeting(input.dueOn, meeting)) return refuse("due-too-early");

    const now = context.now();
    const number = await nextActionNumber(trx, Number(dutchDay(now).slice(0, 4)));
    const id = context.newId();
    await insertAction(trx, { id, number, bodyId: meeting.bodyId, meetingId: meeting.id, agendaItemId, statement, ownerId: input.ownerId, ownerName, dueOn: input.dueOn, dueText: null, createdAt: now });
    await insertJobs(trx, id, futureReminders(input.dueOn, now), context);
    await recordOn(trx, context, meeting, "action.record", { number, owner: input.ownerId ?? ownerName, due: input.dueOn });
    return accept({ number });
  });
