import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { refuse, type Result } from "#app/domain/shared/result.ts";
import { extend, type RoundRefusal } from "#app/domain/voting/round.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { setClosesAt } from "#db/queries/voting-round-writes.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";
import { checkDeadline } from "./check-deadline.ts";
import { scheduleRoundMail, tellVoters } from "./tell-voters.ts";

/** Moves the closing time of a running round away, with a reason; it never comes closer. Returns the new moment. */
export function extendRound(
  context: CommandContext,
  { roundId, closesAt, reason, isDeadlineConfirmed = false }: { roundId: string; closesAt: Instant; reason: string; isDeadlineConfirmed?: boolean },
): Promise<Result<Instant, "not-found" | "not-allowed" | "deadline-on-quiet-day" | RoundRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "round.extend", round)) return refuse("not-allowed");
    const extended = extend(round, closesAt, reason, context.now());
    if (!extended.ok) return extended;
    const deadline = await checkDeadline(trx, round.kind, closesAt, isDeadlineConfirmed);
    if (!deadline.ok) return deadline;

    await setClosesAt(trx, roundId, closesAt);
    await tellVoters(trx, context, round, "round-extended", { facts: { reason, from: round.closesAt }, once: closesAt });
    await scheduleRoundMail(trx, context, roundId, { opensAt: round.opensAt, closesAt });
    await record(trx, context, { act: "round.extend", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { from: round.closesAt, to: closesAt, reason } });
    return extended;
  });
}
