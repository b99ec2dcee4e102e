import type { CommandContext } from "#app/commands/context.ts";
import { moveProposal } from "#app/commands/proposals/move-proposal.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Settlement } from "#app/domain/voting/settlement.ts";
import type { Trx } from "#db/client.ts";
import { listItems, listProposalsForRound, type RoundItem } from "#db/queries/voting-items.ts";

/**
 * Moves the proposals of a round the way `decide` says for each item, within the transaction of whoever ends the round.
 * An item that `decide` leaves alone stays where it is; a move that the lifecycle refuses is a bug.
 */
export async function moveItems(
  trx: Trx,
  context: CommandContext,
  roundId: string,
  decide: (item: RoundItem, state: ProposalState) => Settlement | null,
  reason?: string,
): Promise<void> {
  const items = (await listItems(trx, roundId)).filter(({ subjectKind }) => subjectKind === "proposal");
  const states = new Map((await listProposalsForRound(trx, items.flatMap(({ subjectId }) => subjectId ?? []))).map(({ id, state }) => [id, state]));
  for (const item of items) {
    const state = item.subjectId === null ? undefined : states.get(item.subjectId);
    const settlement = state ? decide(item, state) : null;
    if (!settlement || item.subjectId === null) continue;
    const { move, advice } = settlement;
    const moved = await moveProposal(trx, context, { proposalId: item.subjectId, move, advice, advicePoints: item.advicePoints ?? undefined, roundId, reason });
    if (!moved.ok) throw new Error(`${item.number ?? item.id} could not ${move}: ${moved.refusal}`);
  }
}
