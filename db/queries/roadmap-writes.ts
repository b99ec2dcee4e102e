import { roadmapNumber, type Progress } from "#app/domain/roadmap/item.ts";
import type { Standing } from "#app/domain/roadmap/load.ts";
import type { Quarter } from "#app/domain/roadmap/quarter.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { nextNumber } from "./counters.ts";
import { visibleTo } from "./visibility.ts";

export interface NewRoadmapItem {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly componentId: string;
  readonly bodyId: string;
  readonly initiativeId: string | null;
  readonly start: Quarter;
  readonly end: Quarter;
  readonly fte: number;
  readonly standing: Standing;
  readonly tlp: Tlp;
  readonly publicTitle: string | null;
  readonly publicSummary: string | null;
  readonly at: Instant;
  readonly by: string;
}

export const nextRoadmapNumber = async (trx: Trx): Promise<string> => roadmapNumber(await nextNumber(trx, "roadmap"));

export async function insertRoadmapItem(trx: Trx, item: NewRoadmapItem): Promise<void> {
  await trx
    .insertInto("roadmap_item")
    .values({
      ...{ id: item.id, number: item.number, title: item.title, summary: item.summary, component_id: item.componentId, body_id: item.bodyId, initiative_id: item.initiativeId },
      ...{ start_quarter: item.start, end_quarter: item.end, fte: item.fte, standing: item.standing, progress: "gepland" as const, progress_note: null },
      ...{ tlp: item.tlp, public_title: item.publicTitle, public_summary: item.publicSummary, created_at: item.at, updated_at: item.at, updated_by: item.by },
    })
    .execute();
}

export interface RoadmapItemForAct {
  readonly id: string;
  readonly number: string;
  readonly bodyId: string;
  readonly initiativeId: string | null;
  readonly start: Quarter;
  readonly end: Quarter;
  readonly fte: number;
  readonly standing: Standing;
  readonly progress: Progress;
}

const forAct = (db: Db) => db.selectFrom("roadmap_item").select(["id", "number", "body_id", "initiative_id", "start_quarter", "end_quarter", "fte", "standing", "progress"]);
type Row = Awaited<ReturnType<ReturnType<typeof forAct>["executeTakeFirstOrThrow"]>>;
const toItem = (row: Row): RoadmapItemForAct => ({
  ...{ id: row.id, number: row.number, bodyId: row.body_id, initiativeId: row.initiative_id, start: row.start_quarter as Quarter, end: row.end_quarter as Quarter },
  ...{ fte: row.fte, standing: row.standing, progress: row.progress },
});

/** The item with this number, if the actor may know of it: for commands, which ask themselves whether they may act on it. */
export async function findRoadmapItemForAct(trx: Trx, actor: Actor, number: string): Promise<RoadmapItemForAct | null> {
  const row = await forAct(trx)
    .where("number", "=", number)
    .where((eb) => eb.or([visibleTo(actor, "roadmap_item"), eb("public_title", "is not", null)]))
    .executeTakeFirst();
  return row ? toItem(row) : null;
}

/** The item of an initiative that did not lapse, if it stands on the roadmap. */
export async function findItemOfInitiative(trx: Trx, initiativeId: string): Promise<RoadmapItemForAct | null> {
  const row = await forAct(trx).where("initiative_id", "=", initiativeId).where("standing", "!=", "vervallen").executeTakeFirst();
  return row ? toItem(row) : null;
}

/** False when the item was no longer in `from`. */
export async function setStanding(trx: Trx, id: string, change: { from: Standing; to: Standing; at: Instant; by: string | null }): Promise<boolean> {
  const row = await trx
    .updateTable("roadmap_item")
    .set({ standing: change.to, updated_at: change.at, updated_by: change.by })
    .where("id", "=", id)
    .where("standing", "=", change.from)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** False when the work was no longer in `from`. */
export async function setProgress(trx: Trx, id: string, change: { from: Progress; to: Progress; note: string; at: Instant; by: string }): Promise<boolean> {
  const row = await trx
    .updateTable("roadmap_item")
    .set({ progress: change.to, progress_note: change.note, updated_at: change.at, updated_by: change.by })
    .where("id", "=", id)
    .where("progress", "=", change.from)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** False when somebody moved it meanwhile. The old place stays in the history. */
export async function moveRoadmapRow(
  trx: Trx,
  item: Pick<RoadmapItemForAct, "id" | "start" | "end">,
  to: { readonly moveId: string; readonly start: Quarter; readonly end: Quarter; readonly fte: number; readonly reason: string; readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const row = await trx
    .updateTable("roadmap_item")
    .set({ start_quarter: to.start, end_quarter: to.end, fte: to.fte, updated_at: to.at, updated_by: to.by })
    .where("id", "=", item.id)
    .where("start_quarter", "=", item.start)
    .where("end_quarter", "=", item.end)
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) return false;
  await trx
    .insertInto("roadmap_move")
    .values({ id: to.moveId, item_id: item.id, at: to.at, actor_id: to.by, kind: "verplaatst", from_start: item.start, from_end: item.end, to_start: to.start, to_end: to.end, reason: to.reason })
    .execute();
  return true;
}

/** What each item waits for, of all items: for the rule against circles. */
export async function listNeedsOfItems(trx: Trx): Promise<Map<string, string[]>> {
  const needs = new Map<string, string[]>();
  for (const { item_id, needs_id } of await trx.selectFrom("roadmap_dependency").selectAll().execute()) needs.set(item_id, [...(needs.get(item_id) ?? []), needs_id]);
  return needs;
}

/** The ids of the items with these numbers, or null when one is not there. */
export async function findItemIds(trx: Trx, numbers: readonly string[]): Promise<string[] | null> {
  if (numbers.length === 0) return [];
  const rows = await trx.selectFrom("roadmap_item").select("id").where("number", "in", [...new Set(numbers)]).execute();
  return rows.length === new Set(numbers).size ? rows.map(({ id }) => id) : null;
}

export async function replaceDependencies(trx: Trx, itemId: string, needsIds: readonly string[]): Promise<void> {
  await trx.deleteFrom("roadmap_dependency").where("item_id", "=", itemId).execute();
  if (needsIds.length > 0) await trx.insertInto("roadmap_dependency").values(needsIds.map((needs_id) => ({ item_id: itemId, needs_id }))).execute();
}

export async function insertMilestone(trx: Trx, milestone: { id: string; itemId: string; title: string; dueOn: Day }): Promise<void> {
  await trx.insertInto("milestone").values({ id: milestone.id, item_id: milestone.itemId, title: milestone.title, due_on: milestone.dueOn, reached_on: null }).execute();
}

/** False when it was reached before, or belongs to another item. */
export async function reachMilestoneOn(trx: Trx, milestone: { id: string; itemId: string; on: Day }): Promise<boolean> {
  const row = await trx.updateTable("milestone").set({ reached_on: milestone.on }).where("id", "=", milestone.id).where("item_id", "=", milestone.itemId).where("reached_on", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** Nobody says any more how many people there are in this quarter. */
export async function deleteCapacity(trx: Trx, quarter: Quarter): Promise<void> {
  await trx.deleteFrom("capacity").where("quarter", "=", quarter).execute();
}

export async function upsertCapacity(trx: Trx, quarter: Quarter, fte: number, at: Instant): Promise<void> {
  await trx.insertInto("capacity").values({ quarter, fte, changed_at: at }).onConflict((oc) => oc.column("quarter").doUpdateSet({ fte, changed_at: at })).execute();
}
