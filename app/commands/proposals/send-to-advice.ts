import type { CommandContext } from "#app/commands/context.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { StepRefusal } from "#app/domain/proposals/refusals.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { stepProposal } from "./step-proposal.ts";

/** The secretaris sends an adopted eis or wens to the Adviesraad for advice. */
export const sendToAdvice = (context: CommandContext, { number }: { number: string }): Promise<Result<ProposalState, StepRefusal>> =>
  stepProposal(context, { number, move: "refer" });
