import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { isOpen } from "#app/domain/voting/round.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { isSeatInRound } from "#db/queries/voting-electorate.ts";
import { findItem } from "#db/queries/voting-items.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";
import { insertTreatmentRequest } from "#db/queries/treatment-requests.ts";

export type TreatmentRefusal = "not-found" | "not-allowed" | "seat-not-in-round" | "round-not-open" | "item-pulled" | "reason-missing" | "treatment-already-asked";

/** A seat asks to talk about an item in a meeting. It is no objection: the body reads it, the secretaris decides. Source: voting, "Stilteronde". */
export function askTreatment(
  context: CommandContext,
  { roundId, itemId, seatId, reason }: { roundId: string; itemId: string; seatId: string; reason: string },
): Promise<Result<null, TreatmentRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    const item = round && (await findItem(trx, roundId, itemId));
    if (!round || !item) return refuse("not-found");
    if (!may(context.actor, "round.ask-treatment", { bodyId: round.bodyId, seatId })) return refuse("not-allowed");
    if (!(await isSeatInRound(trx, roundId, seatId))) return refuse("seat-not-in-round");
    if (!isOpen(round, context.now())) return refuse("round-not-open");
    if (item.pulledAt !== null) return refuse("item-pulled");
    if (reason.trim() === "") return refuse("reason-missing");
    const isNew = await insertTreatmentRequest(trx, { id: context.newId(), itemId, seatId, personId: personOf(context), reason: reason.trim(), at: context.now() });
    if (!isNew) return refuse("treatment-already-asked");

    await record(trx, context, { act: "round.ask-treatment", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { item: itemId, seat: seatId, reason: reason.trim() } });
    return accept(null);
  });
}
