import { personOf, type CommandContext } from "#app/commands/context.ts";
import type { ConditionStrength } from "#app/domain/proposals/discussion.ts";
import type { Passage } from "#app/domain/proposals/passages.ts";
import type { Act } from "#app/domain/access/policy.ts";
import { receiptOf } from "#app/domain/voting/ballot.ts";
import type { Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { COMMITMENT_FORM, commitmentOf } from "#db/queries/ballot-commitment.ts";
import { insertBallot, insertCondition, type StoredBallot } from "#db/queries/voting-ballots.ts";
import type { RoundItem } from "#db/queries/voting-items.ts";
import type { BallotBox } from "./ballot-box.ts";

export interface Casting {
  readonly act: Extract<Act, "ballot.cast" | "ballot.withdraw" | "ballot.record">;
  readonly choice: string;
  readonly motivation: string;
  readonly nonce: string;
  /** how the secretaris heard it, when it was not cast here */
  readonly receivedNote?: string;
  readonly condition?: { readonly statement: string; readonly strength: ConditionStrength; readonly passage: Passage | null };
}

/**
 * Adds the next revision of a seat's ballot on an item, with its log record, within the casting transaction. The log holds a
 * commitment, not the choice: it shows nothing while the round is open and proves everything afterwards.
 */
export async function putBallot(trx: Trx, context: CommandContext, box: BallotBox, item: RoundItem, { act, choice, motivation, nonce, receivedNote, condition }: Casting): Promise<StoredBallot> {
  const { round, seatId, role, proxySeatId, now, latest } = box;
  const revision = (latest.get(item.id)?.revision ?? 0) + 1;
  const textHash = item.textHash ?? "";
  const isTied = condition !== undefined && item.subjectKind === "proposal" && item.subjectId !== null;
  const ballot = { id: context.newId(), itemId: item.id, seatId, revision, casterId: personOf(context), casterRole: role ?? "member", choice, motivation, textHash, visibility: round.visibility, castAt: now, nonce };
  // The record bears the moment at which the vote was admitted: waiting for the log may last past the end of the round.
  const link = await record(trx, { ...context, moment: now }, {
    act,
    bodyId: round.bodyId,
    subject: { kind: "round", id: round.id },
    payload: {
      ...{ item: item.id, seat: seatId, revision, ballot: ballot.id, form: COMMITMENT_FORM, proxy: proxySeatId ?? undefined, received: receivedNote },
      commitment: commitmentOf({ ...ballot, proxySeatId, receivedNote: receivedNote ?? null, condition: isTied ? { ...condition, quote: condition.passage?.quote ?? null } : null }),
    },
  });
  const stored = { ...ballot, proxySeatId, receivedNote: receivedNote ?? null, receipt: receiptOf(link.hash) };
  await insertBallot(trx, { ...stored, chainSequence: link.sequence });
  latest.set(item.id, stored);
  if (isTied && item.subjectId !== null) {
    await insertCondition(trx, { ...condition, id: context.newId(), ballotId: ballot.id, itemId: item.id, roundId: round.id, seatId, proposalId: item.subjectId, version: item.version ?? 1 });
  }
  return stored;
}
