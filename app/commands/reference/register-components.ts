import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertComponents, type ReferenceComponent } from "#db/queries/reference.ts";

/** Loads the components and the policy areas, in their own order. */
export function registerComponents(context: CommandContext, { components, areas }: { readonly components: readonly ReferenceComponent[]; readonly areas: readonly { readonly id: string; readonly slug: string; readonly name: string }[] }): Promise<Result<true, "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "component.register")) return refuse("not-allowed");
    await insertComponents(trx, components, areas);
    await record(trx, context, { act: "component.register", bodyId: null, subject: { kind: "reference", id: "onderdelen" }, payload: { components: components.map(({ slug }) => slug), areas: areas.map(({ slug }) => slug) } });
    return accept(true);
  });
}
