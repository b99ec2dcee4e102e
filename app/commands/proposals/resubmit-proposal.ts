import type { CommandContext } from "#app/commands/context.ts";
import { transition } from "#app/domain/proposals/lifecycle.ts";
import type { VersionRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findProposal } from "#db/queries/proposals.ts";
import { saveVersion, type NextVersion } from "./add-version.ts";
import { takeStep } from "./take-step.ts";

/**
 * An author brings back what was referred back, with a new version that answers the question.
 * Refuses `wrong-state` outside terugverwezen, and whatever a new version refuses.
 */
export function resubmitProposal(context: CommandContext, input: NextVersion): Promise<Result<{ version: number }, VersionRefusal | "wrong-state">> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    const moved = transition(proposal, "resubmit", context.actor);
    if (!moved.ok) return refuse(moved.refusal === "not-allowed" ? "not-allowed" : "wrong-state");

    const saved = await saveVersion(trx, context, proposal, input);
    if (!saved.ok) return saved;
    const step = { move: "resubmit", to: moved.value, note: input.why, question: null } as const;
    if (!(await takeStep(trx, context, { ...proposal, currentVersion: saved.value.version }, step))) throw new Error("the proposal moved under its own lock");
    return saved;
  });
}
