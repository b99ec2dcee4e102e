import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { deleteScenarioRow, findScenario } from "#db/queries/scenarios.ts";

/** Takes an alternative off the table; the log keeps what it was. */
export function deleteScenario(context: CommandContext, { id }: { readonly id: string }): Promise<Result<true, "not-found" | "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    const scenario = await findScenario(trx, id);
    if (!scenario || !may(context.actor, "score.read", { bodyId: scenario.bodyId })) return refuse("not-found");
    const { bodyId, title, createdBy } = scenario;
    if (!may(context.actor, "scenario.delete", { bodyId, authorIds: [createdBy] })) return refuse("not-allowed");

    if (!(await deleteScenarioRow(trx, id))) return refuse("not-found");
    await record(trx, context, { act: "scenario.delete", bodyId, subject: { kind: "scenario", id }, payload: { title } });
    return accept(true);
  });
}
