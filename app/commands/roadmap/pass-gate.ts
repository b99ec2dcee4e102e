import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { nextGate } from "#app/domain/roadmap/phase.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listPhases } from "#db/queries/roadmap-plan.ts";
import { holdItem, passGateOf } from "#db/queries/roadmap-plan-writes.ts";
import { findRoadmapItemForAct } from "#db/queries/roadmap-writes.ts";

export type GateRefusal = "not-found" | "not-allowed" | "not-decided" | "not-next-gate";

/** Says that what a gate asks is true, so that the next phase may begin. Gates are passed one after another, and only of what was decided. */
export function passGate(context: CommandContext, input: { readonly number: string; readonly phaseId: string }): Promise<Result<true, GateRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const item = await findRoadmapItemForAct(trx, context.actor, input.number);
    if (!item) return refuse("not-found");
    if (!may(context.actor, "roadmap.change", { bodyId: item.bodyId })) return refuse("not-allowed");
    if (item.standing !== "vastgesteld") return refuse("not-decided");
    await holdItem(trx, item.id);
    const gate = nextGate(await listPhases(trx, item.id));
    if (gate?.id !== input.phaseId) return refuse("not-next-gate");

    const on = dutchDay(context.now());
    if (!(await passGateOf(trx, gate.id, { on, by: personOf(context) }))) return refuse("not-next-gate");
    await record(trx, context, { act: "roadmap.change", bodyId: item.bodyId, subject: { kind: "roadmap_item", id: item.id }, payload: { number: item.number, gatePassed: gate.gate, phase: gate.title, on } });
    return accept(true);
  });
}
