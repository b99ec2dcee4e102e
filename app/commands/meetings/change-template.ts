import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { moved, type ItemKind, type MoveRefusal } from "#app/domain/meetings/agenda.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { deleteTemplateItem, insertTemplateItem, listTemplate, setTemplateOrder } from "#db/queries/agenda-template.ts";
import { record } from "#db/queries/audit.ts";

export type TemplateChange =
  | { readonly change: "add"; readonly title: string; readonly kind: ItemKind; readonly isClosed: boolean; readonly notes: string; readonly plannedMinutes: number | null; readonly listsActions: boolean }
  | { readonly change: "move"; readonly itemId: string; readonly direction: "up" | "down" }
  | { readonly change: "remove"; readonly itemId: string };

export type TemplateRefusal = "not-allowed" | "title-missing" | "item-not-found" | MoveRefusal;

/** Changes the fixed points of a body's agenda; meetings that were planned before keep theirs. Refusals: not-allowed, title-missing, item-not-found, already-at-the-edge. */
export function changeTemplate(context: CommandContext, { bodyId, ...input }: TemplateChange & { readonly bodyId: string }): Promise<Result<null, TemplateRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "template.change", { bodyId })) return refuse("not-allowed");
    const points = await listTemplate(trx, bodyId);
    if (input.change === "add") {
      const title = input.title.trim();
      if (title === "") return refuse("title-missing");
      await insertTemplateItem(trx, bodyId, points.length + 1, { ...input, title, id: context.newId() });
    } else {
      const order = points.map(({ id }) => id);
      if (!order.includes(input.itemId)) return refuse("item-not-found");
      const next = input.change === "move" ? moved(order, input.itemId, input.direction) : accept(order.filter((id) => id !== input.itemId));
      if (!next.ok) return next;
      if (input.change === "remove") await deleteTemplateItem(trx, input.itemId);
      await setTemplateOrder(trx, next.value);
    }
    await record(trx, context, { act: "template.change", bodyId, subject: { kind: "body", id: bodyId }, payload: { change: input.change, title: input.change === "add" ? input.title.trim() : (points.find(({ id }) => id === input.itemId)?.title ?? "") } });
    return accept(null);
  });
}
