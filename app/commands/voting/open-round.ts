import type { CommandContext } from "#app/commands/context.ts";
import { moveProposal } from "#app/commands/proposals/move-proposal.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { checkElectorate, type ElectorateRefusal } from "#app/domain/voting/electorate.ts";
import { open, type RoundRefusal } from "#app/domain/voting/round.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertRoundSeats, listFrozenSeats, listSeatCandidates } from "#db/queries/voting-electorate.ts";
import { freezeItem, listItems } from "#db/queries/voting-items.ts";
import { fingerprintOf, publishedTexts } from "#db/queries/voting-results.ts";
import { setOpened } from "#db/queries/voting-round-writes.ts";
import { lockRound } from "#db/queries/voting-rounds.ts";
import { checkDeadline } from "./check-deadline.ts";
import { textsToFreeze, type TextRefusal } from "./round-texts.ts";
import { scheduleRoundMail, tellVoters } from "./tell-voters.ts";

export type OpeningRefusal = "not-found" | "not-allowed" | "deadline-on-quiet-day" | TextRefusal | ElectorateRefusal | RoundRefusal;

/**
 * Opens a round and freezes, in this one transaction, the seats with their weights and holders, the version and hash of every text,
 * and the rule set, under one fingerprint. Another closing time may be given as long as nothing was frozen yet.
 */
export function openRound(context: CommandContext, { roundId, closesAt, isDeadlineConfirmed = false }: { roundId: string; closesAt?: Instant; isDeadlineConfirmed?: boolean }): Promise<Result<{ fingerprint: string }, OpeningRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const found = await lockRound(trx, context.actor, roundId);
    if (!found) return refuse("not-found");
    if (!may(context.actor, "round.open", found)) return refuse("not-allowed");
    const round = { ...found, closesAt: closesAt ?? found.closesAt };
    const now = context.now();
    const opened = open(round, now);
    if (!opened.ok) return opened;
    const deadline = await checkDeadline(trx, round.kind, round.closesAt, isDeadlineConfirmed || round.closesAt === found.closesAt);
    if (!deadline.ok) return deadline;

    const seats = await listSeatCandidates(trx, round.bodyId, now);
    const electorate = checkElectorate(seats);
    if (!electorate.ok) return electorate;
    const items = await listItems(trx, roundId);
    const texts = await textsToFreeze(trx, context, round, items);
    if (!texts.ok) return texts;

    await insertRoundSeats(trx, roundId, seats, true);
    for (const [index, item] of items.entries()) {
      const text = texts.value.frozen[index];
      if (!text) throw new Error("an item without a text");
      await freezeItem(trx, item.id, text);
      if (item.subjectKind !== "proposal" || item.subjectId === null || item.stateBefore !== null || text.stateBefore !== "under_discussion") continue;
      const moved = await moveProposal(trx, context, { proposalId: item.subjectId, move: "open-vote", roundId });
      if (!moved.ok) throw new Error(`a votable proposal could not go to the vote: ${moved.refusal}`);
    }

    const fingerprint = fingerprintOf(round, await listFrozenSeats(trx, roundId), publishedTexts(round, await listItems(trx, roundId)));
    const { tlp } = texts.value;
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
