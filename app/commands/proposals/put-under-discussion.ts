import type { CommandContext } from "#app/commands/context.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { StepRefusal } from "#app/domain/proposals/refusals.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { shareProposal } from "#db/queries/proposal-writes.ts";
import { stepProposal } from "./step-proposal.ts";

/** Voorzitter or secretaris lets a draft out: from now on its TLP label decides who sees it. */
export const putUnderDiscussion = (context: CommandContext, { number }: { number: string }): Promise<Result<ProposalState, StepRefusal>> =>
  stepProposal(context, { number, move: "discuss" }, (trx, proposal) => shareProposal(trx, proposal.id, context.now()));
