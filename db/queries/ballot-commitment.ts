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
  readonly condition: { readonly statement: string; readonly strength: string; readonly quote?: string | null } | null;
}

/** How the commitment was made; its record says so. Records of before the numbering have none: their commitment covers less. */
export const COMMITMENT_FORM = 2;

/** Shows nothing of the choice while the round is open (the nonce keeps it from being guessed) and proves it afterwards. Source: security §2.2. */
export const commitmentOf = (ballot: CommittedBallot): string => {
  const { casterId, casterRole, proxySeatId, visibility, receivedNote, condition } = ballot;
  return sha256(
    canonicalJson({
      ...{ ...coreOf(ballot), casterId, casterRole, proxySeatId, visibility, receivedNote: receivedNote ?? undefined },
      condition: condition && { statement: condition.statement, strength: condition.strength, quote: condition.quote ?? undefined },
    }),
  );
};

/**
 * As the first release made it, which knew no proxies and no votes on paper: a ballot with either cannot be of that time. Only for
 * reading back its records; which form counts stands in the record, and the log itself vouches for that.
 */
export const firstCommitmentOf = (ballot: CommittedBallot): string | null => (ballot.proxySeatId === null && ballot.receivedNote === null ? sha256(canonicalJson(coreOf(ballot))) : null);

const coreOf = ({ id, itemId, seatId, revision, choice, motivation, textHash, castAt, nonce }: CommittedBallot) => ({ id, itemId, seatId, revision, choice, motivation, textHash, castAt, nonce });
