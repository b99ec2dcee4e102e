import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { checkText } from "#app/domain/portfolio/initiative.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listComponents } from "#db/queries/needs.ts";
import { rewordItemOf } from "#db/queries/portfolio-labels.ts";
import { findInitiativeForAct, initiativeStamp, replaceProposals, updateInitiative } from "#db/queries/portfolio-writes.ts";
import { chosenProposals } from "./chosen-proposals.ts";
import type { InitiativeInput, InitiativeRefusal } from "./create-initiative.ts";

/** Changes an initiative as long as nobody decided on it: afterwards the text stands as it was decided on. */
export function changeInitiative(context: CommandContext, input: InitiativeInput & { readonly number: string; /** stamp of what the person saw: another text in between is not overwritten */ readonly seen?: string | undefined }): Promise<Result<{ number: string }, InitiativeRefusal | "changed-meanwhile">> {
  return inTransaction(context.db, async (trx) => {
    const at = context.now();
    const initiative = await findInitiativeForAct(trx, context.actor, input.number, dutchDay(at));
    if (!initiative) return refuse("not-found");
    if (!may(context.actor, "initiative.change", { bodyId: initiative.bodyId })) return refuse("not-allowed");
    if (initiative.state !== "voorgesteld") return refuse("wrong-state");
    if (input.seen !== undefined && input.seen !== (await initiativeStamp(trx, initiative.id))) return refuse("changed-meanwhile");
    const checked = checkText(input);
    if (!checked.ok) return checked;
    const component = (await listComponents(trx)).find(({ slug }) => slug === input.component);
    if (!component) return refuse("component-unknown");
    const chosen = await chosenProposals(trx, context, input.proposals, initiative.id);
    if (!chosen.ok) return chosen;

    if (!(await updateInitiative(trx, initiative, { ...input, componentId: component.id, tlp: chosen.value.tlp }, at))) return refuse("wrong-state");
    await replaceProposals(trx, initiative.id, chosen.value.ids, at);
    await rewordItemOf(trx, initiative.id);
    const subject = { kind: "initiative", id: initiative.id };
    await record(trx, context, { act: "initiative.change", bodyId: initiative.bodyId, subject, payload: { number: input.number, proposals: [...input.proposals].sort() } });
    return accept({ number: input.number });
  });
}
