import type { CommandContext } from "#app/commands/context.ts";
import { moveProposal } from "#app/commands/proposals/move-proposal.ts";
import { may } from "#app/domain/access/policy.ts";
import { strictest, type Tlp } from "#app/domain/access/visibility.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { checkElectorate, type ElectorateRefusal } from "#app/domain/voting/electorate.ts";
import { open, type RoundRefusal } from "#app/domain/voting/round.ts";
import { mayBeVotedOn } from "#app/domain/voting/settlement.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { record } from "#db/queries/audit.ts";
import { insertRoundSeats, listFrozenSeats, listSeatCandidates } from "#db/queries/voting-electorate.ts";
import { freezeItem, listBusySubjects, listItems, listProposalsForRound, type FrozenText, type RoundItem, type VotableProposal } from "#db/queries/voting-items.ts";
import { fingerprintOf } from "#db/queries/voting-results.ts";
import { setOpened } from "#db/queries/voting-round-writes.ts";
import { lockRound, type StoredRound } from "#db/queries/voting-rounds.ts";
import { scheduleRoundMail, tellVoters } from "./tell-voters.ts";

export type OpeningRefusal = "not-found" | "not-allowed" | "item-not-votable" | "item-in-other-round" | "item-too-confidential" | ElectorateRefusal | RoundRefusal;

/**
 * Opens a round and freezes, in this one transaction, the seats with their weights and holders, the version and hash of every text,
 * and the rule set, under one fingerprint. Another closing time may be given as long as nothing was frozen yet.
 */
export function openRound(context: CommandContext, { roundId, closesAt }: { roundId: string; closesAt?: Instant }): Promise<Result<{ fingerprint: string }, OpeningRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const found = await lockRound(trx, context.actor, roundId);
    if (!found) return refuse("not-found");
    if (!may(context.actor, "round.open", found)) return refuse("not-allowed");
    const round = { ...found, closesAt: closesAt ?? found.closesAt };
    const now = context.now();
    const opened = open(round, now);
    if (!opened.ok) return opened;

    const seats = await listSeatCandidates(trx, round.bodyId, now);
    const electorate = checkElectorate(seats);
    if (!electorate.ok) return electorate;
    const items = await listItems(trx, roundId);
    const texts = await textsOf(trx, round, items);
    if (!texts.ok) return texts;

    await insertRoundSeats(trx, roundId, seats, true);
    for (const [index, item] of items.entries()) {
      const text = texts.value.frozen[index];
      if (!text) throw new Error("an item without a text");
      await freezeItem(trx, item.id, text);
      if (item.subjectId === null || item.stateBefore !== null || text.stateBefore !== "under_discussion") continue;
      const moved = await moveProposal(trx, context, { proposalId: item.subjectId, move: "open-vote", roundId });
      if (!moved.ok) throw new Error(`a votable proposal could not go to the vote: ${moved.refusal}`);
    }

    const fingerprint = fingerprintOf(round, await listFrozenSeats(trx, roundId), items.map((item, index) => ({ ...publishedText(item), ...hashOf(texts.value.frozen[index]) })));
    const tlp = texts.value.labels.length > 0 ? strictest(texts.value.labels) : round.tlp;
    await setOpened(trx, roundId, { at: now, opensAt: opened.value, closesAt: round.closesAt, announcedAt: round.announcedAt ?? now, tlp, fingerprint });
    await tellVoters(trx, context, round, "round-opened");
    await scheduleRoundMail(trx, context, roundId, { opensAt: opened.value, closesAt: round.closesAt });
    await record(trx, context, {
      act: "round.open",
      bodyId: round.bodyId,
      subject: { kind: "round", id: roundId },
      payload: { fingerprint, seats: seats.length, opensAt: opened.value, closesAt: round.closesAt },
    });
    return accept({ fingerprint });
  });
}

/** The current text of every item, or why the round cannot open on it. */
async function textsOf(trx: Trx, round: StoredRound, items: readonly RoundItem[]): Promise<Result<{ frozen: FrozenText[]; labels: Tlp[] }, OpeningRefusal>> {
  const subjectIds = items.flatMap(({ subjectId }) => subjectId ?? []);
  if ((await listBusySubjects(trx, subjectIds, round.id)).length > 0) return refuse("item-in-other-round");
  const proposals = new Map((await listProposalsForRound(trx, subjectIds)).map((proposal) => [proposal.id, proposal]));

  const frozen: FrozenText[] = [];
  for (const item of items) {
    if (item.subjectId === null) {
      frozen.push({ version: null, title: item.title, statement: item.statement, textHash: sha256(canonicalJson({ title: item.title, statement: item.statement })), stateBefore: null });
      continue;
    }
    const proposal = proposals.get(item.subjectId);
    if (!proposal || !isReady(round, item, proposal)) return refuse("item-not-votable");
    if (proposal.tlp === "RED" && proposal.bodyId !== round.bodyId) return refuse("item-too-confidential");
    const { version, title, statement, textHash } = proposal;
    frozen.push({ version, title, statement, textHash, stateBefore: item.stateBefore ?? proposal.state });
  }
  return accept({ frozen, labels: [...proposals.values()].map(({ tlp }) => tlp) });
}

/** A repeated round finds its proposals where the first one left them. */
const isReady = ({ body, bodyId }: StoredRound, { stateBefore }: RoundItem, proposal: VotableProposal): boolean =>
  stateBefore === null
    ? mayBeVotedOn(body.kind, proposal.bodyId === bodyId, proposal.state)
    : proposal.state === "in_vote" || proposal.state === "in_advice";

const publishedText = ({ id, number }: RoundItem) => ({ id, proposal: number });
const hashOf = (text: FrozenText | undefined) => ({ version: text?.version ?? null, textHash: text?.textHash ?? "" });
