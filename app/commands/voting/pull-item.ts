import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { later, MINUTE } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { admitPull, type PullRefusal } from "#app/domain/voting/pulling.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { isSeatInRound } from "#db/queries/voting-electorate.ts";
import { insertItem, listItems, setPulled } from "#db/queries/voting-items.ts";
import { insertRound } from "#db/queries/voting-round-writes.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";

/**
 * A seat takes one item out of a round with many (hamerstukken), with a reason. The item no longer counts there; a besluit round of its
 * own stands ready as concept, on the same text and with the same rules. Answers the id of that round.
 */
export function pullItem(
  context: CommandContext,
  { roundId, itemId, seatId, reason }: { roundId: string; itemId: string; seatId: string; reason: string },
): Promise<Result<{ roundId: string }, "not-found" | "not-allowed" | PullRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    const items = round ? await listItems(trx, roundId) : [];
    const item = items.find(({ id }) => id === itemId);
    if (!round || !item) return refuse("not-found");
    if (!may(context.actor, "round.pull", { bodyId: round.bodyId, seatId })) return refuse("not-allowed");
    const now = context.now();
    const admitted = admitPull({ round, now, items: items.length, isSeatInRound: await isSeatInRound(trx, roundId, seatId), isPulled: item.pulledAt !== null, reason });
    if (!admitted.ok) return admitted;

    const id = context.newId();
    const length = Math.max(MINUTE, Date.parse(round.closesAt) - Date.parse(round.opensAt));
    await insertRound(trx, {
      ...{ id, bodyId: round.bodyId, title: item.number === null ? item.title : `${item.number} ${item.title}`, explanation: round.explanation, kind: "besluit", visibility: round.visibility, tlp: round.tlp },
      ...{ sequence: round.sequence + 1, previousId: null, rule: round.rule, isSecondCall: round.isSecondCall },
      ...{ opensAt: now, closesAt: later(now, length), createdBy: personOf(context), createdAt: now },
    });
    const { subjectKind, subjectId, number, title, statement, version, stateBefore } = item;
    await insertItem(trx, { id: context.newId(), roundId: id, position: 1, subjectKind, subjectId, number, title, statement, version, stateBefore });
    await setPulled(trx, itemId, { seatId, at: now, reason: reason.trim(), roundId: id });
    // The new round has its own beginning in the log, or checking the log would find a round that nobody made.
    await record(trx, context, { act: "round.prepare", bodyId: round.bodyId, subject: { kind: "round", id }, payload: { kind: "besluit", items: 1, pulledFrom: roundId } });
    await record(trx, context, { act: "round.pull", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { item: itemId, seat: seatId, reason: reason.trim(), round: id } });
    return accept({ roundId: id });
  });
}
