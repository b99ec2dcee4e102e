import type { CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { admitWithdrawal, type BallotRefusal } from "#app/domain/voting/ballot.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import { inTransaction } from "#db/client.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";
import { openBallotBox, standingIn } from "./ballot-box.ts";
import { mandateFor } from "./mandate.ts";
import { putBallot } from "./put-ballot.ts";

/** Takes a ballot back: the seat counts as not having voted on the item; the former rows stay. */
export function withdrawBallot(
  context: CommandContext,
  { roundId, itemId, seatId }: { roundId: string; itemId: string; seatId: string },
): Promise<Result<null, "not-found" | "not-allowed" | BallotRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    const mandate = await mandateFor(trx, context, round, seatId, "ballot.withdraw");
    if (!mandate) return refuse("not-allowed");
    const box = await openBallotBox(trx, context, round, seatId, mandate);
    const item = box.items.get(itemId);
    if (!item) return refuse("not-found");
    const admitted = admitWithdrawal(standingIn(box, item));
    if (!admitted.ok) return admitted;

    await putBallot(trx, context, box, item, { act: "ballot.withdraw", choice: WITHDRAWN, motivation: "", nonce: context.newId() });
    return accept(null);
  });
}
