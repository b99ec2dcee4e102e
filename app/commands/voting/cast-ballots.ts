import type { CommandContext } from "#app/commands/context.ts";
import type { ConditionStrength } from "#app/domain/proposals/discussion.ts";
import { locate, type Passage } from "#app/domain/proposals/passages.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { admitBallot, type BallotRefusal } from "#app/domain/voting/ballot.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { holdForBallot } from "#db/queries/ballot-hold.ts";
import { findVersion } from "#db/queries/proposals.ts";
import { findBallotByNonce, type StoredBallot } from "#db/queries/voting-ballots.ts";
import type { RoundItem } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { openBallotBox, standingIn, type BallotBox } from "./ballot-box.ts";
import { mandateFor } from "./mandate.ts";
import { putBallot } from "./put-ballot.ts";

/** One choice as it comes from the form: the nonce makes sending it twice harmless, the hash says on which text it was made. */
export interface BallotForm {
  readonly itemId: string;
  readonly nonce: string;
  readonly textHash: string;
  readonly choice: string;
  readonly motivation: string;
  readonly condition?: string;
  readonly strength?: ConditionStrength;
  /** the words of the text that the condition is about, or nothing */
  readonly quote?: string;
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
    await holdForBallot(trx, roundId, seatId);
    const round = await findRound(trx, context.actor, roundId);
    if (!round) return { ok: false, refusal: "not-found", refused: [] };
    const mandate = await mandateFor(trx, context, round, seatId, "ballot.cast");
    if (!mandate) return { ok: false, refusal: "not-allowed", refused: [] };
    const box = await openBallotBox(trx, context, round, seatId, mandate);

    const judged = [];
    for (const form of ballots) judged.push({ form, verdict: await judge(trx, box, form) });
    const refused = judged.flatMap(({ form, verdict }) => (typeof verdict === "string" ? [{ itemId: form.itemId, refusal: verdict }] : []));
    if (refused[0]) return { ok: false, refusal: refused[0].refusal, refused };

    const receipts: Receipt[] = [];
    for (const { form, verdict } of judged) {
      if (typeof verdict !== "string") receipts.push(receiptFor("earlier" in verdict ? verdict.earlier : await put(trx, context, box, verdict, form)));
    }
    return { ok: true, value: receipts };
  });
}

interface Admitted {
  readonly item: RoundItem;
  readonly passage: Passage | null;
}

/** The same form a second time gets the first answer, even after the end: it was acknowledged. */
async function judge(trx: Trx, box: BallotBox, form: BallotForm): Promise<CastRefusal | { readonly earlier: StoredBallot } | Admitted> {
  const item = box.items.get(form.itemId);
  if (!item) return "not-found";
  const earlier = await findBallotByNonce(trx, form.itemId, box.seatId, form.nonce);
  if (earlier) return earlier.choice === form.choice && earlier.motivation === form.motivation ? { earlier } : "nonce-reused";
  const admitted = admitBallot({ ...standingIn(box, item), choice: form.choice, motivation: form.motivation, condition: form.condition ?? "", textHash: form.textHash });
  if (!admitted.ok) return admitted.refusal;
  const passage = form.choice === "akkoord_mits" ? await passageOf(trx, item, form.quote ?? "") : null;
  return passage === "nowhere" ? "condition-quote-unknown" : { item, passage };
}

/** Where the words of a condition stand in the text that is voted on; null without words. */
async function passageOf(trx: Trx, { subjectKind, subjectId, version }: RoundItem, quote: string): Promise<Passage | "nowhere" | null> {
  if (quote.trim() === "" || subjectKind !== "proposal" || subjectId === null) return null;
  const text = await findVersion(trx, subjectId, version ?? 1);
  return (text && locate(quote, text)) ?? "nowhere";
}

const put = (trx: Trx, context: CommandContext, box: BallotBox, { item, passage }: Admitted, { choice, motivation, nonce, condition, strength }: BallotForm) =>
  putBallot(trx, context, box, item, {
    ...{ act: "ballot.cast", choice, motivation, nonce },
    ...(choice === "akkoord_mits" && condition && { condition: { statement: condition, strength: strength ?? "must", passage } }),
  });

const receiptFor = ({ itemId, revision, receipt, castAt }: StoredBallot): Receipt => ({ itemId, revision, receipt, castAt });
