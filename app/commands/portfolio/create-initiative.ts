import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { checkText, type Approach, type InitiativeText, type InitiativeTextRefusal } from "#app/domain/portfolio/initiative.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listComponents } from "#db/queries/needs.ts";
import { findPortfolioBody, insertInitiative, nextInitiativeNumber, replaceProposals } from "#db/queries/portfolio-writes.ts";
import { chosenProposals, type ChoiceRefusal } from "./chosen-proposals.ts";

export interface InitiativeInput extends InitiativeText {
  /** slug */
  readonly component: string;
  readonly approach: Approach;
  /** numbers of proposals in the portfolio */
  readonly proposals: readonly string[];
  /** what may be said of it outside its label; null says nothing */
  readonly publicTitle: string | null;
  readonly publicSummary: string | null;
}

export type InitiativeRefusal = InitiativeTextRefusal | ChoiceRefusal | "component-unknown" | "not-allowed" | "not-found" | "wrong-state";

/** Groups proposals into an initiative for the Taskforce to decide on, as strict as the strictest of them. */
export function createInitiative(context: CommandContext, input: InitiativeInput): Promise<Result<{ number: string }, InitiativeRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const body = await findPortfolioBody(trx);
    if (!body || !may(context.actor, "initiative.create", { bodyId: body.id })) return refuse("not-allowed");
    const checked = checkText(input);
    if (!checked.ok) return checked;
    const component = (await listComponents(trx)).find(({ slug }) => slug === input.component);
    if (!component) return refuse("component-unknown");
    const chosen = await chosenProposals(trx, context, input.proposals, null);
    if (!chosen.ok) return chosen;

    const [id, at] = [context.newId(), context.now()];
    const number = await nextInitiativeNumber(trx);
    await insertInitiative(trx, { ...input, id, number, bodyId: body.id, componentId: component.id, tlp: chosen.value.tlp, createdBy: personOf(context), at });
    await replaceProposals(trx, id, chosen.value.ids, at);
    await record(trx, context, { act: "initiative.create", bodyId: body.id, subject: { kind: "initiative", id }, payload: { number, proposals: [...input.proposals].sort() } });
    return accept({ number });
  });
}
