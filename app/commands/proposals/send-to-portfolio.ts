import type { CommandContext } from "#app/commands/context.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { StepRefusal } from "#app/domain/proposals/refusals.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { stepProposal } from "./step-proposal.ts";

/** The secretaris sends what was advised on to the Taskforce, whatever the advice: it travels along. An adopted advies goes straight on. */
export async function sendToPortfolio(context: CommandContext, { number }: { number: string }): Promise<Result<ProposalState, StepRefusal>> {
  const sent = await stepProposal(context, { number, move: "to-portfolio" });
  return !sent.ok && sent.refusal === "wrong-state" ? stepProposal(context, { number, move: "advice-to-portfolio" }) : sent;
}
