import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { AdoptionState } from "#app/domain/municipalities/adoption.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertInventedAdoption } from "#db/queries/reference.ts";

interface Figures {
  readonly componentId: string;
  readonly states: readonly { readonly organisationId: string; readonly state: AdoptionState }[];
}

/** Loads the invented figures of one component for the demonstration; each row stays marked as invented. */
export function registerAdoption(context: CommandContext, { componentId, states }: Figures): Promise<Result<number, "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "adoption.register")) return refuse("not-allowed");
    await insertInventedAdoption(trx, componentId, states, context.now());
    await record(trx, context, { act: "adoption.register", bodyId: null, subject: { kind: "component", id: componentId }, payload: { count: states.length, invented: true } });
    return accept(states.length);
  });
}
