import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { checkDependencies, periodOf, type DependencyRefusal, type PeriodRefusal } from "#app/domain/roadmap/item.ts";
import { checkPhases, type PhaseRefusal } from "#app/domain/roadmap/phase.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listRoadmapItems } from "#db/queries/roadmap.ts";
import { listPhases } from "#db/queries/roadmap-plan.ts";
import { findItemIds, findRoadmapItemForAct, listNeedsOfItems, moveRoadmapRow, replaceDependencies } from "#db/queries/roadmap-writes.ts";
import { tellFollowers } from "./tell-followers.ts";

interface Change {
  readonly number: string;
  /** the quarters as the person saw them: a change in between is not overwritten */
  readonly seenStart: string;
  readonly seenEnd: string;
  /** the people and what must be ready first, as the person saw them; absent for who only saw the quarters */
  readonly seenFte?: number | undefined;
  readonly seenDependencies?: readonly string[] | undefined;
  readonly start: string;
  readonly end: string;
  readonly fte: number;
  readonly dependencies: readonly string[];
  readonly reason: string;
}

export type RoadmapMoveRefusal = PeriodRefusal | DependencyRefusal | PhaseRefusal | "not-found" | "not-allowed" | "wrong-state" | "reason-missing" | "changed-meanwhile";

/** Moves an item on the roadmap, always with a reason. Where it stood before stays in its history, and followers are told. */
export function moveRoadmapItem(context: CommandContext, change: Change): Promise<Result<true, RoadmapMoveRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const item = await findRoadmapItemForAct(trx, context.actor, change.number);
    if (!item) return refuse("not-found");
    if (!may(context.actor, "roadmap.change", { bodyId: item.bodyId })) return refuse("not-allowed");
    if (item.standing === "vervallen" || ["gerealiseerd", "in_gebruik", "gestopt"].includes(item.progress)) return refuse("wrong-state");
    const period = periodOf(change.start, change.end, change.fte);
    if (!period.ok) return period;
    if (change.reason.trim() === "") return refuse("reason-missing");
    const chosen = await findItemIds(trx, change.dependencies);
    if (!chosen) return refuse("dependency-unknown");
    // What the form did not show, because it lapsed or this person may not know of it, stays as it was.
    const stored = await listNeedsOfItems(trx);
    const shown = new Set((await listRoadmapItems(trx, context.actor, {})).map(({ id }) => id));
    const known = stored.get(item.id) ?? [];
    const needs = [...chosen, ...known.filter((id) => !shown.has(id) && !chosen.includes(id))];
    const checked = checkDependencies(item.id, needs, stored);
    if (!checked.ok) return checked;
    const fitting = checkPhases(await listPhases(trx, item.id), period.value);
    if (!fitting.ok) return fitting;
    if (item.start !== change.seenStart || item.end !== change.seenEnd || (change.seenFte !== undefined && change.seenFte !== item.fte)) return refuse("changed-meanwhile");
    const seen = change.seenDependencies === undefined ? null : await findItemIds(trx, change.seenDependencies);
    if (seen !== null && seen.sort().join(" ") !== known.filter((id) => shown.has(id)).sort().join(" ")) return refuse("changed-meanwhile");

    const to = { moveId: context.newId(), ...period.value, fte: change.fte, reason: change.reason.trim(), at: context.now(), by: personOf(context) };
    if (!(await moveRoadmapRow(trx, item, to))) return refuse("changed-meanwhile");
    await replaceDependencies(trx, item.id, needs);
    const { number, start, end, fte } = change;
    if (start !== item.start || end !== item.end) await tellFollowers(trx, context, item, { id: to.moveId, kind: "roadmap-moved", from: [item.start, item.end], to: [start, end], reason: to.reason });
    await record(trx, context, { act: "roadmap.change", bodyId: item.bodyId, subject: { kind: "roadmap_item", id: item.id }, payload: { number, fromStart: item.start, fromEnd: item.end, start, end, fte, reason: to.reason } });
    return accept(true);
  });
}
