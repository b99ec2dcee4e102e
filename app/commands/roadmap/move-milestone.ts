import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { milestoneTitle, moveMilestoneRow } from "#db/queries/roadmap-plan-writes.ts";
import { findRoadmapItemForAct } from "#db/queries/roadmap-writes.ts";
import { tellFollowers } from "./tell-followers.ts";

interface MilestoneMove {
  readonly number: string;
  readonly milestoneId: string;
  /** the day as the person saw it */
  readonly seen: Day;
  readonly to: Day;
  readonly reason: string;
}

export type MoveMilestoneRefusal = "not-found" | "not-allowed" | "reason-missing" | "same-day" | "changed-meanwhile";

/** Moves a milestone that was not reached yet, always with a reason. The old day stays in its history, and followers are told. */
export function moveMilestone(context: CommandContext, input: MilestoneMove): Promise<Result<true, MoveMilestoneRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const item = await findRoadmapItemForAct(trx, context.actor, input.number);
    if (!item) return refuse("not-found");
    if (!may(context.actor, "roadmap.change", { bodyId: item.bodyId })) return refuse("not-allowed");
    const reason = input.reason.trim();
    if (reason === "") return refuse("reason-missing");
    if (input.to === input.seen) return refuse("same-day");

    const move = { id: context.newId(), reason, by: personOf(context), at: context.now() };
    if (!(await moveMilestoneRow(trx, { id: input.milestoneId, itemId: item.id, from: input.seen, to: input.to }, move))) return refuse("changed-meanwhile");
    await tellFollowers(trx, context, item, { id: move.id, kind: "milestone-moved", milestone: (await milestoneTitle(trx, input.milestoneId)) ?? "", from: [input.seen, input.seen], to: [input.to, input.to], reason });
    await record(trx, context, { act: "roadmap.change", bodyId: item.bodyId, subject: { kind: "roadmap_item", id: item.id }, payload: { number: item.number, milestone: input.milestoneId, from: input.seen, to: input.to, reason } });
    return accept(true);
  });
}
