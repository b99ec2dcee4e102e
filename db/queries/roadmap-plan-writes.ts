import type { Phase } from "#app/domain/roadmap/phase.ts";
import type { Progress } from "#app/domain/roadmap/item.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** Nobody else changes this item until the commit. */
export async function holdItem(trx: Trx, itemId: string): Promise<void> {
  await trx.updateTable("roadmap_item").set((eb) => ({ updated_at: eb.ref("updated_at") })).where("id", "=", itemId).execute();
}

/** Gives an item exactly these efforts; what equals its ordinary number of people is not kept. */
export async function replaceEfforts(trx: Trx, itemId: string, efforts: readonly { readonly place: number; readonly fte: number }[]): Promise<void> {
  await trx.deleteFrom("roadmap_effort").where("item_id", "=", itemId).execute();
  if (efforts.length > 0) await trx.insertInto("roadmap_effort").values(efforts.map(({ place, fte }) => ({ item_id: itemId, place, fte }))).execute();
}

/** Puts these phases behind those that stay. */
export async function replacePhases(trx: Trx, itemId: string, phases: readonly (Phase & { readonly id: string })[], after: number): Promise<void> {
  await trx.deleteFrom("roadmap_phase").where("item_id", "=", itemId).where("position", ">", after).execute();
  if (phases.length === 0) return;
  await trx
    .insertInto("roadmap_phase")
    .values(phases.map(({ id, title, quarters, gate }, place) => ({ id, item_id: itemId, position: after + place + 1, title, quarters, gate, passed_on: null, passed_by: null })))
    .execute();
}

/** False when somebody passed it before. */
export async function passGateOf(trx: Trx, phaseId: string, { on, by }: { readonly on: Day; readonly by: string }): Promise<boolean> {
  const row = await trx.updateTable("roadmap_phase").set({ passed_on: on, passed_by: by }).where("id", "=", phaseId).where("passed_on", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}

export async function insertStatus(trx: Trx, status: { readonly id: string; readonly itemId: string; readonly progress: Progress; readonly note: string; readonly by: string; readonly at: Instant }): Promise<void> {
  await trx.insertInto("roadmap_status").values({ id: status.id, item_id: status.itemId, progress: status.progress, note: status.note, person_id: status.by, changed_at: status.at }).execute();
}

export async function milestoneTitle(db: Db, id: string): Promise<string | null> {
  return (await db.selectFrom("milestone").select("title").where("id", "=", id).executeTakeFirst())?.title ?? null;
}

/** Moves a milestone that was not reached yet and still stands on the day that was seen; the old day stays in its history. */
export async function moveMilestoneRow(
  trx: Trx,
  milestone: { readonly id: string; readonly itemId: string; readonly from: Day; readonly to: Day },
  move: { readonly id: string; readonly reason: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const row = await trx
    .updateTable("milestone")
    .set({ due_on: milestone.to })
    .where("id", "=", milestone.id)
    .where("item_id", "=", milestone.itemId)
    .where("due_on", "=", milestone.from)
    .where("reached_on", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) return false;
  await trx.insertInto("milestone_move").values({ id: move.id, milestone_id: milestone.id, person_id: move.by, from_due: milestone.from, to_due: milestone.to, reason: move.reason, changed_at: move.at }).execute();
  return true;
}
