import type { CommandContext } from "#app/commands/context.ts";
import { moveProposal } from "#app/commands/proposals/move-proposal.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findInitiativeForAct, listProposalsIn, setInitiativeState } from "#db/queries/portfolio-writes.ts";

/** Takes up an initiative on hold before its day, with its proposals. Source: domain, `on_hold` → `in_portfolio`. */
export function resumeInitiative(context: CommandContext, { number }: { readonly number: string }): Promise<Result<true, "not-found" | "not-allowed" | "wrong-state">> {
  return inTransaction(context.db, async (trx) => {
    const [at, today] = [context.now(), dutchDay(context.now())];
    const initiative = await findInitiativeForAct(trx, context.actor, number, today);
    if (!initiative) return refuse("not-found");
    if (!may(context.actor, "initiative.resume", { bodyId: initiative.bodyId })) return refuse("not-allowed");
    if (initiative.state !== "aangehouden") return refuse("wrong-state");
    const held = (await listProposalsIn(trx, initiative.id, today, null)).filter(({ state }) => state === "on_hold");

    if (!(await setInitiativeState(trx, initiative.id, { from: "aangehouden", to: "voorgesteld", until: null, question: null, at }))) return refuse("wrong-state");
    for (const { id } of held) {
      const moved = await moveProposal(trx, context, { proposalId: id, move: "resume", initiativeId: initiative.id });
      if (!moved.ok) throw new Error(`proposal ${id} did not move: ${moved.refusal}`);
    }
    await record(trx, context, { act: "initiative.resume", bodyId: initiative.bodyId, subject: { kind: "initiative", id: initiative.id }, payload: { number } });
    return accept(true);
  });
}
