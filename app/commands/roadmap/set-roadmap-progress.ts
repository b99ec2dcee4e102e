import { personOf, type CommandContext } from "#app/commands/context.ts";
import { moveProposal } from "#app/commands/proposals/move-proposal.ts";
import { may } from "#app/domain/access/policy.ts";
import { progressTo, type Progress, type ProgressRefusal } from "#app/domain/roadmap/item.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findInitiativeForActById, listProposalsIn, setInitiativeState } from "#db/queries/portfolio-writes.ts";
import { insertStatus } from "#db/queries/roadmap-plan-writes.ts";
import { findRoadmapItemForAct, setProgress } from "#db/queries/roadmap-writes.ts";

const MOVE = { gerealiseerd: { move: "realise", from: "planned" }, in_gebruik: { move: "put-in-use", from: "realised" } } as const;

/**
 * Says how far the work is, with a line on why. What is realised or in use takes the proposals of its initiative along.
 * Refusals: not-found, not-allowed and those of `progressTo`.
 */
export function setRoadmapProgress(context: CommandContext, input: { readonly number: string; readonly to: Progress; readonly note: string }): Promise<Result<Progress, ProgressRefusal | "not-found" | "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    const item = await findRoadmapItemForAct(trx, context.actor, input.number);
    if (!item) return refuse("not-found");
    if (!may(context.actor, "roadmap.change", { bodyId: item.bodyId })) return refuse("not-allowed");
    const progress = progressTo(item, input.to, input.note);
    if (!progress.ok) return progress;

    const at = context.now();
    if (!(await setProgress(trx, item.id, { from: item.progress, to: input.to, note: input.note.trim(), at, by: personOf(context) }))) return refuse("wrong-state");
    await insertStatus(trx, { id: context.newId(), itemId: item.id, progress: input.to, note: input.note.trim(), by: personOf(context), at });
    const follows = input.to === "gerealiseerd" || input.to === "in_gebruik" ? MOVE[input.to] : null;
    if (follows && item.initiativeId !== null) {
      // A proposal that was replaced meanwhile has left the chain of this item and stays where it is.
      const proposals = (await listProposalsIn(trx, item.initiativeId, dutchDay(at), null)).filter(({ state }) => state === follows.from);
      for (const { id } of proposals) {
        const moved = await moveProposal(trx, context, { proposalId: id, move: follows.move, initiativeId: item.initiativeId, reason: input.note });
        if (!moved.ok) throw new Error(`proposal ${id} did not move: ${moved.refusal}`);
      }
      const initiative = await findInitiativeForActById(trx, item.initiativeId, dutchDay(at));
      if (initiative?.state === "opgenomen") await setInitiativeState(trx, initiative.id, { from: "opgenomen", to: "gerealiseerd", until: null, question: null, at });
    }
    await record(trx, context, { act: "roadmap.change", bodyId: item.bodyId, subject: { kind: "roadmap_item", id: item.id }, payload: { number: item.number, from: item.progress, to: input.to, note: input.note.trim() } });
    return progress;
  });
}
