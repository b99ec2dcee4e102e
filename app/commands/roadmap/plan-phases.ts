import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { checkPhases, type Phase, type PhaseRefusal } from "#app/domain/roadmap/phase.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { inTransaction } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { record } from "#db/queries/audit.ts";
import { listPhases } from "#db/queries/roadmap-plan.ts";
import { holdItem, replacePhases } from "#db/queries/roadmap-plan-writes.ts";
import { findRoadmapItemForAct } from "#db/queries/roadmap-writes.ts";

export type PlanPhasesRefusal = PhaseRefusal | "not-found" | "not-allowed" | "wrong-state" | "plan-changed";

/** What a form about the phases that are still to come carries along to tell whether another changed them meanwhile. */
export const phasesStamp = (phases: readonly Phase[]): string => sha256(canonicalJson(phases.map(({ title, quarters, gate }) => ({ title, quarters, gate }))));

/** Plans the phases of an item that follow those whose gate was passed: what was passed stays as it was. */
export function planPhases(context: CommandContext, input: { readonly number: string; /** how many phases were passed on the screen */ readonly passed: number; readonly phases: readonly Phase[]; /** stamp of the open phases on the screen */ readonly seen?: string | undefined }): Promise<Result<true, PlanPhasesRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const seen = await findRoadmapItemForAct(trx, context.actor, input.number);
    if (!seen) return refuse("not-found");
    if (!may(context.actor, "roadmap.change", { bodyId: seen.bodyId })) return refuse("not-allowed");
    await holdItem(trx, seen.id);
    const item = (await findRoadmapItemForAct(trx, context.actor, input.number)) ?? seen;
    if (item.standing === "vervallen") return refuse("wrong-state");
    const known = await listPhases(trx, item.id);
    const passed = known.filter(({ passedOn }) => passedOn !== null);
    if (passed.length !== input.passed) return refuse("gate-passed");
    if (input.seen !== undefined && input.seen !== phasesStamp(known.filter(({ passedOn }) => passedOn === null))) return refuse("plan-changed");
    const phases = input.phases.map(({ title, quarters, gate }) => ({ title: title.trim(), quarters, gate: gate.trim() }));
    const checked = checkPhases([...passed, ...phases], item);
    if (!checked.ok) return checked;

    await replacePhases(trx, item.id, phases.map((phase) => ({ ...phase, id: context.newId() })), passed.length);
    await record(trx, context, { act: "roadmap.change", bodyId: item.bodyId, subject: { kind: "roadmap_item", id: item.id }, payload: { number: item.number, phases: phases.map(({ title, quarters, gate }) => `${title} (${quarters}) ${gate}`) } });
    return accept(true);
  });
}
