import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { periodOf, type PeriodRefusal } from "#app/domain/roadmap/item.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findInitiativeForAct } from "#db/queries/portfolio-writes.ts";
import { findItemIds, findItemOfInitiative, insertRoadmapItem, nextRoadmapNumber, replaceDependencies } from "#db/queries/roadmap-writes.ts";

interface Place {
  /** number of the initiative */
  readonly initiative: string;
  readonly start: string;
  readonly end: string;
  readonly fte: number;
  /** numbers of the roadmap items it waits for */
  readonly dependencies: readonly string[];
}

export type ProposeRefusal = PeriodRefusal | "not-found" | "not-allowed" | "wrong-state" | "already-on-roadmap" | "dependency-unknown";

/** Puts an initiative on the roadmap as voorgesteld, in the quarters it wishes, so that the Taskforce sees what a decision would do. */
export function proposeRoadmapItem(context: CommandContext, place: Place): Promise<Result<{ number: string }, ProposeRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const at = context.now();
    const initiative = await findInitiativeForAct(trx, context.actor, place.initiative, dutchDay(at));
    if (!initiative) return refuse("not-found");
    if (!may(context.actor, "roadmap.propose", { bodyId: initiative.bodyId })) return refuse("not-allowed");
    if (initiative.state !== "voorgesteld") return refuse("wrong-state");
    const period = periodOf(place.start, place.end, place.fte);
    if (!period.ok) return period;
    if (await findItemOfInitiative(trx, initiative.id)) return refuse("already-on-roadmap");
    const needs = await findItemIds(trx, place.dependencies);
    if (!needs) return refuse("dependency-unknown");

    const { title, summary, componentId, bodyId, tlp, publicTitle, publicSummary } = initiative;
    const [id, number] = [context.newId(), await nextRoadmapNumber(trx)];
    await insertRoadmapItem(trx, { id, number, title, summary, componentId, bodyId, initiativeId: initiative.id, ...period.value, fte: place.fte, standing: "voorgesteld", tlp, publicTitle, publicSummary, at, by: personOf(context) });
    await replaceDependencies(trx, id, needs);
    await record(trx, context, { act: "roadmap.propose", bodyId, subject: { kind: "roadmap_item", id }, payload: { number, initiative: initiative.number, start: place.start, end: place.end, fte: place.fte } });
    return accept({ number });
  });
}
