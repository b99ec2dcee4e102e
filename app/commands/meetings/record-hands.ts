import { personOf, type CommandContext } from "#app/commands/context.ts";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { countHands, seatsInRoom, type Hand, type HandsRefusal } from "#app/domain/meetings/room.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { checkRule, type RuleRefusal, type RuleSet } from "#app/domain/voting/rule.ts";
import type { Outcome } from "#app/domain/voting/tally.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { findDecision } from "#db/queries/decisions.ts";
import { insertShowOfHands, listMeetingSeats, listRoomItems } from "#db/queries/room.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export interface Hands {
  readonly meetingId: string;
  readonly itemId: string;
  /** what was voted on: the dictum when it passes */
  readonly question: string;
  readonly title: string;
  readonly rule: RuleSet;
  /** seats that differ from the rest; null did not raise a hand */
  readonly named: ReadonlyMap<string, Hand | null>;
  readonly rest: Hand | null;
}

export type RecordHandsRefusal = MeetingRefusal | HandsRefusal | RuleRefusal | "item-not-found" | "question-missing" | "title-missing";

/**
 * Records a vote by show of hands: only seats in the room count, the figures stand for ever, and a verdict enters the register of
 * decisions at once. Refusals: those of a meeting, of a rule and of a count, item-not-found, question-missing, title-missing. Source: voting, "Majority" (meeting mode).
 */
export const recordHands = (context: CommandContext, { meetingId, itemId, question, title, rule, named, rest }: Hands): Promise<Result<{ outcome: Outcome; decision: string | null }, RecordHandsRefusal>> =>
  onMeeting<{ outcome: Outcome; decision: string | null }, RecordHandsRefusal>(context, { meetingId, act: "hands.record", step: "run" }, async (trx, meeting) => {
    const item = (await listRoomItems(trx, meetingId)).find(({ id }) => id === itemId);
    if (!item) return refuse("item-not-found");
    if (question.trim() === "") return refuse("question-missing");
    if (title.trim() === "") return refuse("title-missing");
    const checked = checkRule(rule);
    if (!checked.ok) return checked;
    const present = new Set((await listAttendance(trx, meetingId)).flatMap(({ personId, state }) => (personId !== null && state === "aanwezig" ? [personId] : [])));
    const seats = seatsInRoom(await listMeetingSeats(trx, meeting.bodyId, context.now()), present);
    const counted = countHands(rule, seats, named, rest);
    if (!counted.ok) return counted;

    const { outcome, tally, votes } = counted.value;
    let decision: string | null = null;
    if (outcome === "aangenomen" || outcome === "verworpen") {
      const recorded = await recordDecision({ ...context, db: trx }, { meetingId, agendaItemId: itemId, title: title.trim(), dictum: question.trim(), motivation: "", result: outcome, figures: tally });
      // The item is there and the words are too: whatever is refused now is a bug, and nothing is kept.
      if (!recorded.ok) throw new Error(`a decision by show of hands was refused: ${recorded.refusal}`);
      decision = recorded.value.number;
    }
    const id = context.newId();
    await insertShowOfHands(trx, {
      ...{ id, meetingId, itemId, question: question.trim(), rule, seats: seats.map((seat) => ({ ...seat, choice: votes.get(seat.id) ?? null })), tally, outcome },
      ...{ decisionId: decision === null ? null : ((await findDecision(trx, context.actor, decision, context.now()))?.id ?? null), heldAt: context.now(), recordedBy: personOf(context) },
    });
    await recordOn(trx, context, meeting, "hands.record", { item: itemId, hands: id, outcome, for: tally.for, against: tally.against, abstain: tally.abstain, seatsCast: tally.seatsCast, base: tally.base, decision });
    return accept({ outcome, decision });
  });
