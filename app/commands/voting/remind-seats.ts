import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { remind, type ReminderRefusal } from "#app/domain/voting/reminder.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { lastQueuedAt, queueMail } from "#db/queries/outbox.ts";
import { listRoundVoters } from "#db/queries/round-mail.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";

/** Mails the seats that still have to vote, at most once in twelve hours. Returns how many people are asked. */
export function remindSeats(context: CommandContext, { roundId }: { roundId: string }): Promise<Result<number, "not-found" | "not-allowed" | ReminderRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "round.remind", round)) return refuse("not-allowed");
    const waiting = (await listRoundVoters(trx, roundId, context.now())).filter(({ openItems }) => openItems > 0);
    const personIds = [...new Set(waiting.map(({ personId }) => personId))];
    const allowed = remind(round, { people: personIds.length, lastAt: await lastQueuedAt(trx, "round-reminder", roundId) }, context.now());
    if (!allowed.ok) return allowed;

    await queueMail(trx, { kind: "round-reminder", subjectId: roundId, personIds, facts: {}, once: context.now() }, context);
    await record(trx, context, { act: "round.remind", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { people: personIds.length } });
    return accept(personIds.length);
  });
}
