import type { CommandContext } from "#app/commands/context.ts";
import { may, type Act } from "#app/domain/access/policy.ts";
import { admit, type MeetingStep, type StepRefusal } from "#app/domain/meetings/meeting.ts";
import { refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { record, type Entry } from "#db/queries/audit.ts";
import { lockMeeting, type Meeting } from "#db/queries/meetings.ts";

export type MeetingRefusal = "not-found" | "not-allowed" | StepRefusal;

/**
 * The common course of every act on a meeting: hold it, check the right and whether the step fits its state, then do the work.
 * Refusals: not-found (also when it is hidden), not-allowed, meeting-wrong-state, and those of the work.
 */
export function onMeeting<Value, Refusal extends string>(
  context: CommandContext,
  { meetingId, act, step }: { meetingId: string; act: Act; step: MeetingStep },
  work: (trx: Trx, meeting: Meeting) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | MeetingRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const meeting = await lockMeeting(trx, context.actor, meetingId);
    if (!meeting) return refuse("not-found");
    if (!may(context.actor, act, { bodyId: meeting.bodyId })) return refuse("not-allowed");
    const admitted = admit(meeting.state, step);
    if (!admitted.ok) return admitted;
    return work(trx, meeting);
  });
}

/** Writes the act in the log of the meeting's body. */
export const recordOn = (trx: Trx, context: CommandContext, meeting: Pick<Meeting, "id" | "bodyId">, act: Act, payload: NonNullable<Entry["payload"]> = {}) =>
  record(trx, context, { act, bodyId: meeting.bodyId, subject: { kind: "meeting", id: meeting.id }, payload });
