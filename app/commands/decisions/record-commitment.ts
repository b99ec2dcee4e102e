import { personOf, type CommandContext } from "#app/commands/context.ts";
import { onMeeting, type MeetingRefusal } from "#app/commands/meetings/on-meeting.ts";
import { checkCommitment, type CommitmentRefusal } from "#app/domain/decisions/commitment.ts";
import { yearOf } from "#app/domain/decisions/decision.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { record } from "#db/queries/audit.ts";
import { insertCommitment, nextCommitmentNumber } from "#db/queries/commitments.ts";
import { findDecision } from "#db/queries/decisions.ts";

export interface CommitmentInput {
  readonly meetingId: string;
  readonly agendaItemId: string;
  readonly statement: string;
  readonly promisedBy: string;
  readonly dueOn: Day | null;
  /** number of the decision that it goes with, of the same meeting */
  readonly decision: string | null;
}

export type CommitmentRecordRefusal = MeetingRefusal | CommitmentRefusal | "item-not-found" | "decision-not-found";

/** Records what somebody promised under an agenda item. Refusals: those of a meeting, item-not-found, decision-not-found, and those of the promise. */
export const recordCommitment = (context: CommandContext, input: CommitmentInput): Promise<Result<{ number: string }, CommitmentRecordRefusal>> =>
  onMeeting(context, { meetingId: input.meetingId, act: "commitment.record", step: "record" }, async (trx, meeting): Promise<Result<{ number: string }, CommitmentRecordRefusal>> => {
    const checked = checkCommitment(input);
    if (!checked.ok) return checked;
    const item = await findAgendaItem(trx, context.actor, meeting.id, input.agendaItemId);
    if (!item || item.isPublicWording) return refuse("item-not-found");
    const decision = input.decision === null ? null : await findDecision(trx, context.actor, input.decision, context.now());
    if (input.decision !== null && decision?.meetingId !== meeting.id) return refuse("decision-not-found");

    const id = context.newId();
    const number = await nextCommitmentNumber(trx, yearOf(dutchDay(meeting.startsAt)));
    await insertCommitment(trx, {
      ...{ id, number, bodyId: meeting.bodyId, meetingId: meeting.id, agendaItemId: item.id, decisionId: decision?.id ?? null },
      ...{ statement: input.statement.trim(), promisedBy: input.promisedBy.trim(), dueOn: input.dueOn, createdBy: personOf(context), createdAt: context.now() },
    });
    await record(trx, context, { act: "commitment.record", bodyId: meeting.bodyId, subject: { kind: "commitment", id }, payload: { number, meeting: meeting.id, item: item.id, due: input.dueOn } });
    return accept({ number });
  });
