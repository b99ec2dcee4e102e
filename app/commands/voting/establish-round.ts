import { personOf, type CommandContext } from "#app/commands/context.ts";
import { holds } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { countOf } from "#app/domain/voting/count.ts";
import { sign, type RoundRefusal, type SigningRole } from "#app/domain/voting/round.ts";
import type { CastingVote } from "#app/domain/voting/rule.ts";
import { awaitsCastingVote, hasGoneOn, settle } from "#app/domain/voting/settlement.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { record } from "#db/queries/audit.ts";
import { setAdvicePoints, setCastingVote, setItemResult } from "#db/queries/voting-items.ts";
import { countRound, type CountedRound } from "#db/queries/voting-results.ts";
import { setEstablished, setLink, setSigned } from "#db/queries/voting-round-writes.ts";
import { lockRound, type StoredRound } from "#db/queries/voting-rounds.ts";
import { enterDecisions } from "./enter-decisions.ts";
import { moveItems } from "./move-items.ts";
import { prepareRepeats } from "./prepare-repeats.ts";
import { adoptMinutesOf, checkInitiatives, decideInitiatives } from "./settle-subjects.ts";

export type EstablishmentRefusal = "not-found" | "not-allowed" | "advice-points-too-late" | "initiative-not-ready" | "casting-vote-first" | "casting-vote-missing" | RoundRefusal;

export interface Establishment {
  readonly roundId: string;
  /** points of attention per item, to go along with a positive advice; only with the first signature */
  readonly advicePoints?: Readonly<Record<string, string>>;
  /** how the voorzitter decides the tied items, where the rule set says so; with the signature of the voorzitter */
  readonly castingVotes?: Readonly<Record<string, CastingVote>>;
}

/**
 * Puts one of the two signatures under a result. The second one, by another person, stores the result, moves the proposals,
 * enters the decisions and prepares the repeats, all at once. A tie that is for the voorzitter is decided with the signature of the
 * voorzitter, which then comes first: nobody signs for a result that is still open. Answers whether the round is established now.
 */
export function establishRound(context: CommandContext, { roundId, advicePoints = {}, castingVotes = {} }: Establishment): Promise<Result<{ isEstablished: boolean }, EstablishmentRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const round = await lockRound(trx, context.actor, roundId);
    if (!round) return refuse("not-found");
    if (!may(context.actor, "round.establish", round)) return refuse("not-allowed");
    const now = context.now();
    const roles = (["chair", "secretary"] as const).filter((role) => holds(context.actor, round.bodyId, role));
    const signed = sign(round, personOf(context), roles, now);
    if (!signed.ok) return signed;

    const points = Object.entries(advicePoints).filter(([, text]) => text !== "");
    if (points.length > 0 && signed.value.isComplete) return refuse("advice-points-too-late");
    const cast = await decideTies(trx, round, signed.value.role, castingVotes);
    if (!cast.ok) return cast;
    const { counted, decided } = cast.value;
    const ready = signed.value.isComplete ? await checkInitiatives(trx, context, round, counted) : accept(null);
    if (!ready.ok) return ready;
    for (const [itemId, text] of points) await setAdvicePoints(trx, roundId, itemId, text);
    await setSigned(trx, roundId, signed.value.role, personOf(context), now);

    if (signed.value.isComplete) await complete(trx, context, round, signed.value.role, counted);
    else await record(trx, context, { act: "round.establish", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { signature: signed.value.role, advicePoints: points, ...(decided.length > 0 && { castingVotes: decided }) } });
    return accept({ isEstablished: signed.value.isComplete });
  });
}

/** Writes how the voorzitter decides each tie that waits for it, and counts the round with that. */
async function decideTies(trx: Trx, round: StoredRound, role: SigningRole, castingVotes: Readonly<Record<string, CastingVote>>): Promise<Result<{ counted: CountedRound; decided: { item: string; choice: string; reason: string }[] }, EstablishmentRefusal>> {
  const counted = await countRound(trx, round);
  const tied = counted.published.items.filter(({ outcome }) => awaitsCastingVote(outcome ?? null, round.rule)).map(({ id }) => id);
  if (tied.length === 0) return accept({ counted, decided: [] });
  if (role !== "chair") return refuse("casting-vote-first");
  const decided = tied.flatMap((item) => {
    const { choice, reason = "" } = castingVotes[item] ?? {};
    return choice === undefined || reason.trim() === "" ? [] : [{ item, choice, reason: reason.trim() }];
  });
  if (decided.length < tied.length) return refuse("casting-vote-missing");
  for (const { item, choice, reason } of decided) await setCastingVote(trx, round.id, item, { choice, reason });
  return accept({ counted: await countRound(trx, round), decided });
}

async function complete(trx: Trx, context: CommandContext, round: StoredRound, role: SigningRole, counted: CountedRound): Promise<void> {
  const result = JSON.stringify({ ...counted.published, chain: undefined });
  for (const item of counted.published.items) {
    if (item.pulledTo !== undefined) continue;
    const count = countOf(item);
    if (!count) throw new Error("an item that was not counted");
    await setItemResult(trx, item.id, { outcome: count.outcome ?? null, count });
  }
  await setEstablished(trx, round.id, context.now(), result);

  const outcomes = outcomesOf(counted);
  const decisions = new Map([...(await enterDecisions(trx, context, round, counted)), ...(await decideInitiatives(trx, context, round, counted))]);
  await adoptMinutesOf(trx, context, round, counted);
  await moveItems(trx, context, round.id, {
    decide: (item, state) => (item.stateBefore === null || hasGoneOn(state, item.stateBefore) ? null : settle({ roundKind: round.kind, outcome: outcomes.get(item.id) ?? null, stateBefore: item.stateBefore, advicePoints: item.advicePoints ?? "", secondCall: round.rule.secondCall })),
    decisionOf: (item) => decisions.get(item.id)?.id,
  });
  const repeats = await prepareRepeats(trx, context, round, counted);

  const link = await record(trx, context, {
    act: "round.establish",
    bodyId: round.bodyId,
    subject: { kind: "round", id: round.id },
    payload: {
      ...{ signature: role, fingerprint: round.fingerprint, result: sha256(result), repeats },
      outcomes: counted.published.items.map(({ id, outcome }) => ({ item: id, outcome: outcome ?? null, decision: decisions.get(id)?.number })),
    },
  });
  await setLink(trx, round.id, link);
}

const outcomesOf = ({ published }: CountedRound) => new Map(published.items.map(({ id, outcome }) => [id, outcome ?? null]));
