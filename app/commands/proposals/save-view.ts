import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listViews, MOST_VIEWS, saveView as saveViewRow } from "#db/queries/saved-views.ts";

export type ViewRefusal = "not-allowed" | "name-missing" | "too-many-views";

/** Keeps a choice in the list of proposals under a name of one's own; the same name again replaces it. */
export function saveView(context: CommandContext, { name, query }: { name: string; query: string }): Promise<Result<{ id: string }, ViewRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "view.save")) return refuse("not-allowed");
    if (name.trim() === "" || name.length > 60) return refuse("name-missing");
    const personId = personOf(context);
    const views = await listViews(trx, personId);
    if (views.length >= MOST_VIEWS && !views.some((view) => view.name === name)) return refuse("too-many-views");
    const id = await saveViewRow(trx, { id: context.newId(), personId, name, query: query.slice(0, 1_000), at: context.now() });
    await record(trx, context, { act: "view.save", bodyId: null, subject: { kind: "view", id } });
    return accept({ id });
  });
}
