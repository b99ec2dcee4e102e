import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { sha256 } from "../hash.ts";

/** A ballot as its log record vouches for it: everything but the receipt and the place in the log, which follow from the record. */
export interface CommittedBallot {
  readonly id: string;
  readonly itemId: string;
  readonly seatId: string;
  readonly revision: number;
  readonly casterId: string;
  readonly casterRole: string;
  readonly proxySeatId: string | null;
  readonly choice: string;
  readonly motivation: string;
  readonly textHash: string;
  readonly visibility: string;
  readonly castAt: string;
  readonly nonce: string;
  /** how the secretaris heard it, when it was not cast here */
  readonly receivedNote: string | null;
  readonly condition: { readonly statement: string; readonly strength: string } | null;
}

/** Shows nothing of the choice while the round is open (the nonce keeps it from being guessed) and proves it afterwards. Source: security §2.2. */
export const commitmentOf = (ballot: CommittedBallot): string => {
  const { id, itemId, seatId, revision, casterId, casterRole, proxySeatId, choice, motivation, textHash, visibility, castAt, nonce, receivedNote, condition } = ballot;
  return sha256(
    canonicalJson({
      ...{ id, itemId, seatId, revision, casterId, casterRole, proxySeatId, choice, motivation, textHash, visibility, castAt, nonce, receivedNote: receivedNote ?? undefined },
      condition: condition && { statement: condition.statement, strength: condition.strength },
    }),
  );
};
