import type { CommandContext } from "#app/commands/context.ts";
import { LIMITS, type ProposalState } from "#app/domain/proposals/proposal.ts";
import type { StepRefusal } from "#app/domain/proposals/refusals.ts";
import { refuse, type Result } from "#app/domain/shared/result.ts";
import { stepProposal } from "./step-proposal.ts";

interface Withdrawal {
  readonly number: string;
  readonly reason: string;
  /** once under discussion: the author at whose request the secretaris withdraws */
  readonly askedBy?: string | undefined;
}

/**
 * An author withdraws a draft or what was referred back; once it is under discussion the secretaris does so at an author's
 * request, who is named. Always with a reason, and it stays readable for ever.
 */
export function withdrawProposal(context: CommandContext, { number, reason, askedBy }: Withdrawal): Promise<Result<ProposalState, StepRefusal>> {
  if (reason.length > LIMITS.reason) return Promise.resolve(refuse("reason-missing"));
  return stepProposal(context, { number, reason, askedBy, move: askedBy === undefined ? "withdraw" : "withdraw-for-author" });
}
