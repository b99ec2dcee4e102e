import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findRoadmapItemForAct, insertMilestone } from "#db/queries/roadmap-writes.ts";

export type MilestoneRefusal = "not-found" | "not-allowed" | "title-missing";

/** Adds a mark on the way with the day it should be reached. */
export function addMilestone(context: CommandContext, input: { readonly number: string; readonly title: string; readonly dueOn: Day }): Promise<Result<{ id: string }, MilestoneRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const item = await findRoadmapItemForAct(trx, context.actor, input.number);
    if (!item) return refuse("not-found");
    if (!may(context.actor, "roadmap.change", { bodyId: item.bodyId })) return refuse("not-allowed");
    if (input.title.trim() === "") return refuse("title-missing");

    const id = context.newId();
    await insertMilestone(trx, { id, itemId: item.id, title: input.title.trim(), dueOn: input.dueOn });
    await record(trx, context, { act: "roadmap.change", bodyId: item.bodyId, subject: { kind: "roadmap_item", id: item.id }, payload: { number: item.number, milestone: input.title.trim(), dueOn: input.dueOn } });
    return accept({ id });
  });
}
