import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { invalidate, type RoundRefusal } from "#app/domain/voting/round.ts";
import { isAsLeft, undo } from "#app/domain/voting/settlement.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { hasReplaced } from "#db/queries/proposal-links.ts";
import { withdrawDecisionsOf } from "#db/queries/voting-decisions.ts";
import { isInLaterRound, listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { setEnded } from "#db/queries/voting-round-writes.ts";
import { listFollowers, lockRound, type StoredRound } from "#db/queries/voting-rounds.ts";
import { listItemsWithState, moveItems } from "./move-items.ts";

/**
 * Declares a closed round invalid, with a reason: ballots and result stay readable, its proposals go back, its decisions are
 * withdrawn, and a repeat that was only prepared goes with it. Refused once a later step relies on the round.
 */
export function invalidateRound(
  context: CommandContext,
  { roundId, reason }: { roundId: string; reason: string },
): Promise<Result<null, "not-found" | "not-allowed" | RoundRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "round.invalidate", round)) return refuse("not-allowed");
    const invalid = invalidate(round, reason, context.now(), await isReliedOn(trx, round));
    if (!invalid.ok) return invalid;

    await moveItems(trx, context, roundId, { decide: ({ stateBefore }, state) => stateBefore && undo(state, stateBefore), reason });
    await withdrawDecisionsOf(trx, roundId);
    for (const { id } of await listFollowers(trx, roundId)) {
      await setEnded(trx, id, "ingetrokken", context.now(), reason);
      await record(trx, context, { act: "round.withdraw", bodyId: round.bodyId, subject: { kind: "round", id }, payload: { reason, after: roundId } });
    }
    await setEnded(trx, roundId, invalid.value, context.now(), reason);
    await record(trx, context, { act: "round.invalidate", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { reason, from: round.state } });
    return accept(null);
  });
}

async function isReliedOn(trx: Trx, round: StoredRound): Promise<boolean> {
  const followers = await listFollowers(trx, round.id);
  if (followers.some(({ state }) => state !== "concept")) return true;
  // A portfolio decision, or adopted minutes, cannot be undone from here: others have gone on from them.
  const taken = await listItems(trx, round.id);
  const isDecided = ({ subjectKind, outcome }: RoundItem) => (subjectKind === "initiative" && (outcome === "aangenomen" || outcome === "verworpen")) || (subjectKind === "minutes" && outcome === "aangenomen");
  if (round.kind !== "peiling" && taken.some(isDecided)) return true;
  const items = await listItemsWithState(trx, round.id);
  if (items.some(({ item, state }) => item.stateBefore !== null && !isAsLeft(state, item.outcome, item.stateBefore))) return true;
  // What was replaced by an adoption is at its end, and would have no successor any more.
  if (await hasReplaced(trx, items.flatMap(({ proposalId, state }) => (state === "adopted" ? [proposalId] : [])))) return true;
  // What is in a vote because of a round that opened later is not for this one to take back.
  const inVote = items.flatMap(({ proposalId, state }) => (state === "in_vote" ? [proposalId] : []));
  return round.openedAt !== null && (await isInLaterRound(trx, inVote, round.openedAt));
}
