import type { CommandContext } from "#app/commands/context.ts";
import { TRANSITIONS, type PersonalMove } from "#app/domain/proposals/lifecycle.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertStep, moveProposalRow, storedState, type Proposal } from "#db/queries/proposals.ts";

interface StepTaken {
  readonly move: PersonalMove;
  readonly to: ProposalState;
  readonly note?: string | undefined;
  readonly question?: null;
}

/** Writes a person's move that the lifecycle allowed: state, step and log. False when the proposal moved meanwhile. */
export async function takeStep(trx: Trx, context: CommandContext, proposal: Proposal, { move, to, note, question }: StepTaken): Promise<boolean> {
  const [at, act] = [context.now(), TRANSITIONS[move].by];
  if (!(await moveProposalRow(trx, { id: proposal.id, from: storedState(proposal), to, at, question }))) return false;
  await insertStep(trx, {
    ...{ id: context.newId(), proposalId: proposal.id, at, act, from: proposal.state, to, version: proposal.currentVersion },
    ...{ actorId: context.actor.id, note },
  });
  await record(trx, context, {
    act,
    bodyId: proposal.bodyId,
    subject: { kind: "proposal", id: proposal.id },
    payload: { number: proposal.number, from: proposal.state, to, version: proposal.currentVersion, note },
  });
  return true;
}
