import { personOf, type CommandContext } from "#app/commands/context.ts";
import { moveProposal } from "#app/commands/proposals/move-proposal.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { labelOfDecision, yearOf } from "#app/domain/decisions/decision.ts";
import { decidePortfolio, type Consequence, type PortfolioDecision, type PortfolioRefusal } from "#app/domain/portfolio/initiative.ts";
import { hasStarted } from "#app/domain/meetings/meeting.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { record } from "#db/queries/audit.ts";
import { insertDecision, nextDecisionNumber } from "#db/queries/decisions.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { findInitiativeForAct, listProposalsIn, nameDecision, releaseProposals, setInitiativeState, type InitiativeForAct } from "#db/queries/portfolio-writes.ts";
import { findItemOfInitiative, setStanding, type RoadmapItemForAct } from "#db/queries/roadmap-writes.ts";

export interface PortfolioInput extends PortfolioDecision {
  readonly number: string;
  readonly until: Day | null;
  /** the round that decided; its decision is published together with the round */
  readonly round?: { readonly id: string; readonly itemId: string; readonly decidedOn: Day } | undefined;
  /** the agenda item under which the Taskforce decided, if it did so in a meeting */
  readonly item?: { readonly meetingId: string; readonly agendaItemId: string } | null | undefined;
}

interface Occasion {
  readonly on: Day;
  readonly meetingId: string | null;
  readonly agendaItemId: string | null;
  readonly labels: readonly Tlp[];
}

/**
 * The Taskforce decides on an initiative: the decision enters the register, every proposal in it moves, and its place on the
 * roadmap is settled or lapses; all of it or nothing. Refusals: not-found, not-allowed, item-not-found (not of a meeting that
 * this body holds or held) and those of `decidePortfolio`.
 */
export function decideOnInitiative(context: CommandContext, input: PortfolioInput): Promise<Result<{ decision: string; id: string }, PortfolioRefusal | "not-found" | "not-allowed" | "item-not-found">> {
  return inTransaction(context.db, async (trx) => {
    const today = dutchDay(context.now());
    const initiative = await findInitiativeForAct(trx, context.actor, input.number, today);
    if (!initiative) return refuse("not-found");
    if (!may(context.actor, "portfolio.decide", { bodyId: initiative.bodyId })) return refuse("not-allowed");
    const proposals = await listProposalsIn(trx, initiative.id, today, null);
    const item = await findItemOfInitiative(trx, initiative.id);
    const decided = decidePortfolio({ state: initiative.state, proposals, hasRoadmapItem: item?.standing === "voorgesteld" }, input, today);
    if (!decided.ok) return decided;
    const occasion = await occasionOf(trx, context, initiative, input, today);
    if (!occasion) return refuse("item-not-found");

    const decisionId = context.newId();
    if (!(await settle(trx, context, initiative, decided.value, input))) return refuse("wrong-state");
    const decision = await register(trx, context, initiative, input, decisionId, occasion);
    await nameDecision(trx, initiative.id, decisionId);
    const { move } = decided.value;
    for (const { id } of proposals) {
      const details = { reason: input.motivation, heldUntil: input.until ?? undefined, question: input.question ?? undefined, decisionId, initiativeId: initiative.id };
      const moved = await moveProposal(trx, context, { proposalId: id, move, ...details });
      // Everything was checked before the first write; what still refuses here is a race that must undo all of it.
      if (!moved.ok) throw new Error(`proposal ${id} did not move: ${moved.refusal}`);
    }
    await settleRoadmap(trx, context, item, decided.value);
    await record(trx, context, {
      act: "portfolio.decide",
      bodyId: initiative.bodyId,
      subject: { kind: "initiative", id: initiative.id },
      payload: { number: initiative.number, decision, outcome: input.outcome, proposals: proposals.map(({ number, version }) => `${number} v${version}`), roadmap: item?.number ?? null },
    });
    return accept({ decision, id: decisionId });
  });
}

/** When and where the Taskforce decided: in the meeting that is named, or today; null when that meeting cannot be the one. */
async function occasionOf(trx: Trx, { actor }: CommandContext, { bodyId }: InitiativeForAct, { item, round }: PortfolioInput, today: Day): Promise<Occasion | null> {
  if (!item) return { on: round?.decidedOn ?? today, meetingId: null, agendaItemId: null, labels: [] };
  const meeting = await findMeeting(trx, actor, item.meetingId);
  const found = await findAgendaItem(trx, actor, item.meetingId, item.agendaItemId);
  if (meeting?.bodyId !== bodyId || !hasStarted(meeting.state) || !found || found.isPublicWording) return null;
  return { on: dutchDay(meeting.startsAt), ...item, labels: [meeting.tlp, found.isClosed ? "RED" : found.tlp] };
}

async function settle(trx: Trx, { now }: CommandContext, initiative: InitiativeForAct, { state, releasesProposals }: Consequence, input: PortfolioInput): Promise<boolean> {
  const question = state === "terugverwezen" ? (input.question ?? null) : null;
  const isFirst = await setInitiativeState(trx, initiative.id, { from: initiative.storedState, to: state, until: state === "aangehouden" ? input.until : null, question, at: now() });
  if (isFirst && releasesProposals) await releaseProposals(trx, initiative.id);
  return isFirst;
}

async function register(trx: Trx, context: CommandContext, initiative: InitiativeForAct, input: PortfolioInput, id: string, { on: decidedOn, meetingId, agendaItemId, labels }: Occasion): Promise<string> {
  const at = context.now();
  const number = await nextDecisionNumber(trx, yearOf(decidedOn));
  await insertDecision(trx, {
    ...{ id, number, bodyId: initiative.bodyId, decidedOn, title: initiative.title, dictum: input.dictum.trim(), motivation: input.motivation.trim(), result: input.outcome, figures: input.figures ?? null },
    ...{ meetingId, agendaItemId, initiativeId: initiative.id, reviewOn: input.until, tlp: labelOfDecision(initiative.tlp, labels), publicTitle: initiative.publicTitle, publicDictum: null },
    ...{ roundId: input.round?.id, roundItemId: input.round?.itemId, createdBy: personOf(context), createdAt: at, publishedAt: input.round ? null : at },
  });
  return number;
}

async function settleRoadmap(trx: Trx, { actor, now }: CommandContext, item: RoadmapItemForAct | null, { standing }: Consequence): Promise<void> {
  if (item === null || standing === null) return;
  if (!(await setStanding(trx, item.id, { from: item.standing, to: standing, at: now(), by: actor.id }))) throw new Error(`roadmap item ${item.number} changed meanwhile`);
}
