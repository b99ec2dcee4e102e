import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { admitBallot } from "#app/domain/voting/ballot.ts";
import { inTransaction } from "#db/client.ts";
import { findBallotByNonce } from "#db/queries/voting-ballots.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";
import { openBallotBox, standingIn } from "./ballot-box.ts";
import type { BallotForm, CastRefusal } from "./cast-ballots.ts";
import { putBallot } from "./put-ballot.ts";
import { tellSeats } from "./tell-seats.ts";

export interface ReceivedBallot extends BallotForm {
  readonly roundId: string;
  readonly seatId: string;
  /** how and from whom the secretaris heard it */
  readonly note: string;
}

/**
 * The secretaris writes down what a seat said by phone or letter, and how that came. It never goes over a ballot that the seat cast
 * itself, and anybody of the seat can put another in its place until the round closes. Source: voting, "Proxy". Answers the receipt.
 */
export function recordReceivedBallot(context: CommandContext, form: ReceivedBallot): Promise<Result<{ receipt: string }, CastRefusal | "reason-missing">> {
  return inTransaction(context.db, async (trx) => {
    const { roundId, seatId, itemId, nonce, choice, motivation, condition = "", note } = form;
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "ballot.record", { bodyId: round.bodyId })) return refuse("not-allowed");
    if (note.trim() === "") return refuse("reason-missing");
    const box = await openBallotBox(trx, context, round, seatId, { role: "secretary", proxySeatId: null });
    const item = box.items.get(itemId);
    if (!item) return refuse("not-found");
    const earlier = await findBallotByNonce(trx, itemId, seatId, nonce);
    if (earlier) return earlier.choice === choice && earlier.motivation === motivation ? accept({ receipt: earlier.receipt }) : refuse("nonce-reused");
    const admitted = admitBallot({ ...standingIn(box, item), choice, motivation, condition, textHash: form.textHash });
    if (!admitted.ok) return admitted;

    const { id: ballotId, receipt } = await putBallot(trx, context, box, item, {
      ...{ act: "ballot.record", choice, motivation, nonce, receivedNote: note.trim() },
      ...(choice === "akkoord_mits" && { condition: { statement: condition, strength: form.strength ?? "must", passage: null } }),
    });
    await tellSeats(trx, context, { kind: "ballot-received", subjectId: ballotId, seatIds: [seatId] });
    return accept({ receipt });
  });
}
