import type { CommandContext } from "#app/commands/context.ts";
import { systemTransition, TRANSITIONS, type MoveDetails, type MoveRefusal, type SystemMove } from "#app/domain/proposals/lifecycle.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { refuse, type Result } from "#app/domain/shared/result.ts";
import type { Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listReplacedBy } from "#db/queries/proposal-links.ts";
import { findProposalById, insertStep, moveProposalRow, storedState, type Proposal } from "#db/queries/proposals.ts";

export interface ProposalMove extends MoveDetails {
  readonly proposalId: string;
  readonly move: SystemMove;
  readonly heldUntil?: Day | undefined;
  /** with an advice `positive_with_points`: the points */
  readonly advicePoints?: string | undefined;
  /** with terugverwijzen: the question that the authors answer */
  readonly question?: string | undefined;
  readonly roundId?: string | undefined;
  readonly decisionId?: string | undefined;
  readonly initiativeId?: string | undefined;
}

/**
 * Moves a proposal because a round, a portfolio decision or the roadmap says so, inside the transaction of that act.
 * The caller checked who may do it; this checks the lifecycle, writes the step and the log. An adoption also makes
 * what it replaces `superseded`. Refuses `wrong-state` and what the guard of the move asks.
 */
export async function moveProposal(trx: Trx, context: CommandContext, input: ProposalMove): Promise<Result<ProposalState, MoveRefusal | "not-found">> {
  const proposal = await findProposalById(trx, input.proposalId, dutchDay(context.now()));
  if (!proposal) return refuse("not-found");
  const moved = systemTransition(proposal, input.move, input);
  if (!moved.ok) return moved;

  if (!(await write(trx, context, proposal, moved.value, input))) return refuse("wrong-state");
  if (input.move === "adopt") await supersedeReplaced(trx, context, proposal);
  return moved;
}

async function write(trx: Trx, context: CommandContext, proposal: Proposal, to: ProposalState, input: ProposalMove, replacedBy?: string): Promise<boolean> {
  const at = context.now();
  const isMoved = await moveProposalRow(trx, {
    id: proposal.id,
    from: storedState(proposal),
    to,
    at,
    replacedBy,
    heldUntil: to === "on_hold" ? (input.heldUntil ?? null) : null,
    ...(input.move === "advise" && { advice: input.advice ?? null, advicePoints: input.advicePoints ?? null }),
    ...(input.move === "undo-advice" && { advice: null, advicePoints: null }),
    ...(to === "referred_back" && { question: input.question ?? input.reason ?? null }),
  });
  if (!isMoved) return false;

  const { roundId, decisionId, initiativeId } = input;
  const note = input.question ?? input.reason;
  await insertStep(trx, {
    ...{ id: context.newId(), proposalId: proposal.id, at, act: input.move, from: proposal.state, to, version: proposal.currentVersion },
    ...{ actorId: context.actor.id, roundId, decisionId, initiativeId, note },
  });
  await record(trx, context, {
    act: "proposal.move",
    bodyId: proposal.bodyId,
    subject: { kind: "proposal", id: proposal.id },
    payload: { number: proposal.number, move: input.move, from: proposal.state, to, roundId, decisionId, initiativeId, note, advice: input.advice, heldUntil: input.heldUntil },
  });
  return true;
}

/** What was adopted takes the place of what it is linked to as "vervangt". */
async function supersedeReplaced(trx: Trx, context: CommandContext, successor: Proposal): Promise<void> {
  const today = dutchDay(context.now());
  for (const id of await listReplacedBy(trx, successor.id)) {
    const old = await findProposalById(trx, id, today);
    const isLive = old && (TRANSITIONS.supersede.from as readonly ProposalState[]).includes(old.state);
    if (isLive) await write(trx, context, old, "superseded", { proposalId: id, move: "supersede", reason: successor.number }, successor.id);
  }
}
