import type { CommandContext } from "#app/commands/context.ts";
import { transition, type MoveDetails, type PersonalMove } from "#app/domain/proposals/lifecycle.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { StepRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { findProposal, type Proposal } from "#db/queries/proposals.ts";
import { takeStep } from "./take-step.ts";

interface StepInput extends MoveDetails {
  readonly number: string;
  readonly move: PersonalMove;
}

/** The shape that every one-button move of a proposal shares: find, ask the lifecycle, write. `also` writes what goes with it. */
export function stepProposal(
  context: CommandContext,
  input: StepInput,
  also: (trx: Trx, proposal: Proposal) => Promise<void> = async () => {},
): Promise<Result<ProposalState, StepRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    const moved = transition(proposal, input.move, context.actor, input);
    if (!moved.ok) return moved;

    await also(trx, proposal);
    const isWritten = await takeStep(trx, context, proposal, { move: input.move, to: moved.value, note: input.reason });
    return isWritten ? moved : refuse("wrong-state");
  });
}
