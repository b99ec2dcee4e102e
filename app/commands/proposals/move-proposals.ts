import type { CommandContext } from "#app/commands/context.ts";
import { bulkMove, MOST_AT_ONCE, type BulkStep } from "#app/domain/proposals/bulk.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { shareProposal } from "#db/queries/proposal-writes.ts";
import { listProposalsByNumber } from "#db/queries/proposals.ts";
import { takeStep } from "./take-step.ts";

export type BulkRefusal = "nothing-chosen" | "too-many" | "reason-missing" | "some-refused";

/**
 * Takes the same step with several proposals at once, each with its own step and record. Refuses the whole when one of them
 * cannot take it: the page showed beforehand which can, so something has changed since.
 */
export function moveProposals(context: CommandContext, { numbers, step, reason }: { numbers: readonly string[]; step: BulkStep; reason: string }): Promise<Result<{ moved: number }, BulkRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const wanted = [...new Set(numbers)];
    if (wanted.length === 0) return refuse("nothing-chosen");
    if (wanted.length > MOST_AT_ONCE) return refuse("too-many");
    if (reason.length > LIMITS.reason) return refuse("reason-missing");
    const proposals = await listProposalsByNumber(trx, context.actor, wanted, dutchDay(context.now()));
    const moves = proposals.map((proposal) => ({ proposal, ...bulkMove(proposal, step, context.actor, { reason }) }));
    if (proposals.length < wanted.length || moves.some(({ moved }) => !moved.ok)) return refuse("some-refused");

    for (const { proposal, move, moved } of moves) {
      if (!moved.ok) continue;
      if (move === "discuss") await shareProposal(trx, proposal.id, context.now());
      const isTaken = await takeStep(trx, context, proposal, { move, to: moved.value, note: reason.trim() === "" ? undefined : reason });
      if (!isTaken) throw new Error("the proposal moved under its own lock");
    }
    return accept({ moved: moves.length });
  });
}
