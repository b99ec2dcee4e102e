import type { ItemKind } from "#app/domain/meetings/agenda.ts";
import type { Db, Trx } from "../client.ts";

/** A point that stands on every agenda of a body. */
export interface TemplateItem {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly notes: string;
  readonly plannedMinutes: number | null;
  readonly listsActions: boolean;
}

export async function listTemplate(db: Db, bodyId: string): Promise<TemplateItem[]> {
  const rows = await db.selectFrom("agenda_template_item").selectAll().where("body_id", "=", bodyId).orderBy("position").orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, title: row.title, kind: row.kind, isClosed: row.is_closed === 1, notes: row.notes, plannedMinutes: row.planned_minutes, listsActions: row.lists_actions === 1 }));
}

export async function insertTemplateItem(trx: Trx, bodyId: string, position: number, item: TemplateItem): Promise<void> {
  await trx
    .insertInto("agenda_template_item")
    .values({ id: item.id, body_id: bodyId, position, title: item.title, kind: item.kind, is_closed: item.isClosed ? 1 : 0, notes: item.notes, planned_minutes: item.plannedMinutes, lists_actions: item.listsActions ? 1 : 0 })
    .execute();
}

export async function setTemplateOrder(trx: Trx, order: readonly string[]): Promise<void> {
  for (const [position, id] of order.entries()) await trx.updateTable("agenda_template_item").set({ position: position + 1 }).where("id", "=", id).execute();
}

export async function deleteTemplateItem(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom("agenda_template_item").where("id", "=", id).execute();
}
