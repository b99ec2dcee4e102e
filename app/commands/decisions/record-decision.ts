import { personOf, type CommandContext } from "#app/commands/context.ts";
import { onMeeting, type MeetingRefusal } from "#app/commands/meetings/on-meeting.ts";
import { checkDays, labelOfDecision, yearOf, type Figures } from "#app/domain/decisions/decision.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { findAgendaItem, setItemOutcome } from "#db/queries/agenda-items.ts";
import { record } from "#db/queries/audit.ts";
import { insertDecision, nextDecisionNumber } from "#db/queries/decisions.ts";
import { currentVersionOf } from "#db/queries/decision-links.ts";
import { scheduleReview } from "./schedule-review.ts";

export interface DecisionInput {
  readonly meetingId: string;
  readonly agendaItemId: string;
  readonly title: string;
  readonly dictum: string;
  readonly motivation: string;
  readonly result: "aangenomen" | "verworpen";
  /** null: decided without a count */
  readonly figures?: Figures | null | undefined;
  readonly reviewOn?: Day | null | undefined;
  readonly validUntil?: Day | null | undefined;
  readonly publicTitle?: string | null | undefined;
  readonly publicDictum?: string | null | undefined;
  readonly embargoUntil?: Instant | null | undefined;
}

export type RecordRefusal = MeetingRefusal | "item-not-found" | "title-missing" | "dictum-missing" | "figures-negative" | "review-too-early" | "until-too-early";

/**
 * Enters a decision that the meeting itself took under an agenda item, as strict as that item. Refusals: those of a meeting,
 * item-not-found, title-missing, dictum-missing, figures-negative, review-too-early, until-too-early. A round's decision enters the register by itself.
 */
export const recordDecision = (context: CommandContext, input: DecisionInput): Promise<Result<{ number: string }, RecordRefusal>> =>
  onMeeting(context, { meetingId: input.meetingId, act: "decision.record", step: "record" }, async (trx, meeting) => {
    const item = await findAgendaItem(trx, context.actor, meeting.id, input.agendaItemId);
    if (!item || item.isPublicWording) return refuse("item-not-found");
    const [title, dictum] = [input.title.trim(), input.dictum.trim()];
    if (title === "") return refuse("title-missing");
    if (dictum === "") return refuse("dictum-missing");
    const { figures = null } = input;
    if (figures && [figures.for, figures.against, figures.abstain].some((count) => !Number.isSafeInteger(count) || count < 0)) return refuse("figures-negative");

    const decidedOn = dutchDay(meeting.startsAt);
    const days = checkDays({ decidedOn, reviewOn: input.reviewOn ?? null, validUntil: input.validUntil ?? null });
    if (!days.ok) return refuse(days.refusal);
    const id = context.newId();
    const number = await nextDecisionNumber(trx, yearOf(decidedOn));
    await insertDecision(trx, {
      ...{ id, number, bodyId: meeting.bodyId, decidedOn, title, dictum, motivation: input.motivation.trim(), result: input.result, figures },
      ...{ meetingId: meeting.id, agendaItemId: item.id, proposalId: item.proposal?.id ?? null, initiativeId: item.initiativeId },
      ...{ proposalVersion: item.proposal ? await currentVersionOf(trx, item.proposal.id) : null, reviewOn: input.reviewOn ?? null, validUntil: input.validUntil ?? null },
      ...{ tlp: item.isClosed ? "RED" : labelOfDecision(meeting.tlp, [item.tlp]), publicTitle: input.publicTitle?.trim() || null, publicDictum: input.publicDictum?.trim() || null },
      ...{ embargoUntil: input.embargoUntil ?? null, createdBy: personOf(context), createdAt: context.now() },
    });
    await setItemOutcome(trx, item.id, "besluit");
    await scheduleReview(trx, context, id, input.reviewOn ?? null);
    await record(trx, context, { act: "decision.record", bodyId: meeting.bodyId, subject: { kind: "decision", id }, payload: { number, meeting: meeting.id, item: item.id, result: input.result } });
    return accept({ number });
  });
