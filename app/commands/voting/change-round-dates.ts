import type { CommandContext } from "#app/commands/context.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import { checkDates, type RoundRefusal } from "#app/domain/voting/round.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { changeConcept } from "#db/queries/voting-round-writes.ts";
import { checkDeadline } from "./check-deadline.ts";
import { holdConcept, type ConceptRefusal, type ConceptSeen } from "./hold-concept.ts";

export interface DateChange extends ConceptSeen {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** the day of closing is meant, although people may be away */
  readonly isDeadlineConfirmed: boolean;
}

/** Changes when a concept opens and closes. A stilteronde does not end on a quiet day unless that is meant. */
export function changeRoundDates(context: CommandContext, { opensAt, closesAt, isDeadlineConfirmed, ...seen }: DateChange): Promise<Result<null, ConceptRefusal | RoundRefusal | "deadline-on-quiet-day">> {
  return inTransaction(context.db, async (trx) => {
    const held = await holdConcept(trx, context, seen);
    if (!held.ok) return held;
    const { round } = held.value;
    const dates = checkDates(opensAt, closesAt, context.now());
    if (!dates.ok) return dates;
    const deadline = await checkDeadline(trx, round.kind, closesAt, isDeadlineConfirmed || closesAt === round.closesAt);
    if (!deadline.ok) return deadline;

    await changeConcept(trx, round.id, { opensAt, closesAt });
    await record(trx, context, { act: "round.change", bodyId: round.bodyId, subject: { kind: "round", id: round.id }, payload: { part: "dates", opensAt, closesAt } });
    return accept(null);
  });
}
