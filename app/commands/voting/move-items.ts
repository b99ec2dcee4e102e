import type { CommandContext } from "#app/commands/context.ts";
import { moveProposal } from "#app/commands/proposals/move-proposal.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Settlement } from "#app/domain/voting/settlement.ts";
import type { Trx } from "#db/client.ts";
import { listItems, listProposalsForRound, type RoundItem } from "#db/queries/voting-items.ts";

interface Moves {
  readonly decide: (item: RoundItem, state: ProposalState) => Settlement | null;
  readonly decisionOf?: (item: RoundItem) => string | undefined;
  readonly reason?: string;
}

/**
 * Moves the proposals of a round the way `decide` says for each item, within the transaction of whoever ends the round.
 * An item that `decide` leaves alone stays where it is; a move that the lifecycle refuses is a bug.
 */
export async function moveItems(trx: Trx, context: CommandContext, roundId: string, { decide, decisionOf, reason }: Moves): Promise<void> {
  for (const { item, proposalId, state } of await listItemsWithState(trx, roundId)) {
    const settlement = decide(item, state);
    if (!settlement) continue;
    const { move, advice } = settlement;
    const moved = await moveProposal(trx, context, { proposalId, move, advice, advicePoints: item.advicePoints ?? undefined, roundId, decisionId: decisionOf?.(item), reason });
    if (!moved.ok) throw new Error(`${item.number ?? item.id} could not ${move}: ${moved.refusal}`);
  }
}

/** The proposals of a round with the state that each is in now; one that was pulled out belongs to its own round. */
export async function listItemsWithState(trx: Trx, roundId: string): Promise<{ item: RoundItem; proposalId: string; state: ProposalState }[]> {
  const items = (await listItems(trx, roundId)).filter(({ subjectKind, pulledAt }) => subjectKind === "proposal" && pulledAt === null);
  const states = new Map((await listProposalsForRound(trx, items.flatMap(({ subjectId }) => subjectId ?? []))).map(({ id, state }) => [id, state]));
  return items.flatMap((item) => {
    const state = item.subjectId === null ? undefined : states.get(item.subjectId);
    return item.subjectId !== null && state !== undefined ? [{ item, proposalId: item.subjectId, state }] : [];
  });
}
