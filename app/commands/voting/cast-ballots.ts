import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { ConditionStrength } from "#app/domain/proposals/discussion.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { admitBallot, castingRole, receiptOf, type BallotRefusal, type CasterRole } from "#app/domain/voting/ballot.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { record } from "#db/queries/audit.ts";
import { findBallotByNonce, insertBallot, insertCondition, listLatestOfSeat, type StoredBallot } from "#db/queries/voting-ballots.ts";
import { isSeatInRound, listRecusedItems } from "#db/queries/voting-electorate.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { lockRound, type StoredRound } from "#db/queries/voting-rounds.ts";

/** One choice as it comes from the form: the nonce makes sending it twice harmless, the hash says on which text it was made. */
export interface BallotForm {
  readonly itemId: string;
  readonly nonce: string;
  readonly textHash: string;
  readonly choice: string;
  readonly motivation: string;
  readonly condition?: string;
  readonly strength?: ConditionStrength;
}

export interface Receipt {
  readonly itemId: string;
  readonly revision: number;
  readonly receipt: string;
  readonly castAt: Instant;
}

export type CastRefusal = BallotRefusal | "not-found" | "not-allowed";

/** All ballots of one form, or none; `refused` names each item that stood in the way. */
export type CastAnswer =
  | { readonly ok: true; readonly value: readonly Receipt[] }
  | { readonly ok: false; readonly refusal: CastRefusal; readonly refused: readonly { readonly itemId: string; readonly refusal: CastRefusal }[] };

/**
 * Casts one or many ballots for a seat. Whether the round is open is asked in the same transaction, after the round is held, so
 * a ballot is either before the end or refused. A changed vote is a new revision beside the former. Source: voting, "Casting".
 */
export function castBallots(context: CommandContext, { roundId, seatId, ballots }: { roundId: string; seatId: string; ballots: readonly BallotForm[] }): Promise<CastAnswer> {
  return inTransaction(context.db, async (trx): Promise<CastAnswer> => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return nothing("not-found");
    if (!may(context.actor, "ballot.cast", { bodyId: round.bodyId, seatId })) return nothing("not-allowed");
    const box = await openBox(trx, context, round, seatId);

    const judged = [];
    for (const form of ballots) judged.push({ form, verdict: await judge(trx, box, form) });
    const refused = judged.flatMap(({ form, verdict }) => (typeof verdict === "string" ? [{ itemId: form.itemId, refusal: verdict }] : []));
    if (refused[0]) return { ok: false, refusal: refused[0].refusal, refused };

    const receipts: Receipt[] = [];
    for (const { form, verdict } of judged) {
      if (typeof verdict === "string") continue;
      receipts.push("earlier" in verdict ? receiptFor(verdict.earlier) : await put(trx, context, box, verdict.item, form));
    }
    return { ok: true, value: receipts };
  });
}

interface Box {
  readonly round: StoredRound;
  readonly seatId: string;
  readonly role: CasterRole | null;
  readonly now: Instant;
  readonly isSeatInRound: boolean;
  readonly recused: readonly string[];
  readonly items: ReadonlyMap<string, RoundItem>;
  readonly latest: Map<string, StoredBallot>;
}

/** The clock is read after the round was held: who had to wait until past the end is too late. */
async function openBox(trx: Trx, { actor, now }: CommandContext, round: StoredRound, seatId: string): Promise<Box> {
  const roles = actor.memberships.flatMap((membership) => (membership.seatId === seatId ? [membership.role] : []));
  return {
    ...{ round, seatId, role: castingRole(roles), now: now(), isSeatInRound: await isSeatInRound(trx, round.id, seatId) },
    recused: await listRecusedItems(trx, round.id, seatId),
    items: new Map((await listItems(trx, round.id)).map((item) => [item.id, item])),
    latest: new Map((await listLatestOfSeat(trx, round.id, seatId)).map((ballot) => [ballot.itemId, ballot])),
  };
}

/** The same form a second time gets the first answer, even after the end: it was acknowledged. */
async function judge(trx: Trx, box: Box, form: BallotForm): Promise<CastRefusal | { readonly earlier: StoredBallot } | { readonly item: RoundItem }> {
  const item = box.items.get(form.itemId);
  if (!item) return "not-found";
  const earlier = await findBallotByNonce(trx, form.itemId, box.seatId, form.nonce);
  if (earlier) return earlier.choice === form.choice && earlier.motivation === form.motivation ? { earlier } : "nonce-reused";
  const admitted = admitBallot({
    ...box,
    ...{ choice: form.choice, motivation: form.motivation, condition: form.condition ?? "", textHash: form.textHash },
    ...{ isRecused: box.recused.includes(item.id), isPulled: item.pulledAt !== null },
    ...{ latest: box.latest.get(item.id) ?? null, frozenHash: item.textHash ?? "" },
  });
  return admitted.ok ? { item } : admitted.refusal;
}

/** The log holds a commitment, not the choice: it shows nothing while the round is open and proves everything afterwards. */
async function put(trx: Trx, context: CommandContext, { round, seatId, role, now, latest }: Box, item: RoundItem, form: BallotForm): Promise<Receipt> {
  const { choice, motivation, textHash, nonce } = form;
  const revision = (latest.get(item.id)?.revision ?? 0) + 1;
  const ballot = { id: context.newId(), itemId: item.id, seatId, revision, choice, motivation, textHash, castAt: now, nonce };
  const link = await record(trx, context, {
    act: "ballot.cast",
    bodyId: round.bodyId,
    subject: { kind: "round", id: round.id },
    payload: { item: item.id, seat: seatId, revision, ballot: ballot.id, commitment: sha256(canonicalJson(ballot)) },
  });
  const stored = { ...ballot, casterId: personOf(context), casterRole: role ?? "member", receipt: receiptOf(link.hash) };
  await insertBallot(trx, { ...stored, visibility: round.visibility, chainSequence: link.sequence });
  latest.set(item.id, stored);
  if (choice === "akkoord_mits" && item.subjectId !== null) {
    await insertCondition(trx, {
      ...{ id: context.newId(), ballotId: ballot.id, itemId: item.id, roundId: round.id, seatId, proposalId: item.subjectId },
      ...{ version: item.version ?? 1, strength: form.strength ?? "must", statement: form.condition ?? "" },
    });
  }
  return receiptFor(stored);
}

const receiptFor = ({ itemId, revision, receipt, castAt }: StoredBallot): Receipt => ({ itemId, revision, receipt, castAt });

const nothing = (refusal: CastRefusal): CastAnswer => ({ ok: false, refusal, refused: [] });
