import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { periodOf, type PeriodRefusal } from "#app/domain/roadmap/item.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listComponents } from "#db/queries/needs.ts";
import { findPortfolioBody } from "#db/queries/portfolio-writes.ts";
import { findItemIds, insertRoadmapItem, nextRoadmapNumber, replaceDependencies } from "#db/queries/roadmap-writes.ts";

interface Work {
  readonly title: string;
  readonly summary: string;
  /** slug */
  readonly component: string;
  readonly start: string;
  readonly end: string;
  readonly fte: number;
  readonly dependencies: readonly string[];
}

export type EnterRefusal = PeriodRefusal | "title-missing" | "not-allowed" | "component-unknown" | "dependency-unknown";

/** Enters work that was decided before or outside the portal: it takes capacity, so the Taskforce must see it. It stands as vastgesteld. */
export function enterRoadmapItem(context: CommandContext, work: Work): Promise<Result<{ number: string }, EnterRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const at = context.now();
    const body = await findPortfolioBody(trx);
    if (!body || !may(context.actor, "roadmap.change", { bodyId: body.id })) return refuse("not-allowed");
    if (work.title.trim() === "") return refuse("title-missing");
    const period = periodOf(work.start, work.end, work.fte);
    if (!period.ok) return period;
    const component = (await listComponents(trx)).find(({ slug }) => slug === work.component);
    if (!component) return refuse("component-unknown");
    const needs = await findItemIds(trx, work.dependencies);
    if (!needs) return refuse("dependency-unknown");

    const [id, number] = [context.newId(), await nextRoadmapNumber(trx)];
    const texts = { title: work.title.trim(), summary: work.summary.trim(), publicTitle: null, publicSummary: null };
    await insertRoadmapItem(trx, { ...texts, ...period.value, id, number, componentId: component.id, bodyId: body.id, initiativeId: null, fte: work.fte, standing: "vastgesteld", tlp: "CLEAR", at, by: personOf(context) });
    await replaceDependencies(trx, id, needs);
    await record(trx, context, { act: "roadmap.change", bodyId: body.id, subject: { kind: "roadmap_item", id }, payload: { number, entered: true, start: work.start, end: work.end, fte: work.fte } });
    return accept({ number });
  });
}
