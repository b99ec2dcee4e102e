import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Wish } from "#app/domain/portfolio/ranking.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findPortfolioBody, findInitiativeForAct } from "#db/queries/portfolio-writes.ts";
import { findScenario, insertScenario, replaceWishes, updateScenario } from "#db/queries/scenarios.ts";

interface ScenarioInput {
  readonly title: string;
  readonly note: string;
  /** by number of the initiative */
  readonly wishes: ReadonlyMap<string, Wish>;
}

export type ScenarioRefusal = "not-allowed" | "not-found" | "title-missing" | "initiative-unknown" | "shift-invalid" | "changed-meanwhile";

/** Keeps an alternative for the Taskforce to compare: only the wishes, so that it always shows what would fit today. */
export function saveScenario(context: CommandContext, input: ScenarioInput): Promise<Result<{ id: string }, ScenarioRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const body = await findPortfolioBody(trx);
    if (!body || !may(context.actor, "scenario.save", { bodyId: body.id })) return refuse("not-allowed");
    const wishes = await wishesOf(trx, context, input);
    if (!wishes.ok) return wishes;

    const [id, title] = [context.newId(), input.title.trim()];
    await insertScenario(trx, { id, bodyId: body.id, title, note: input.note.trim(), by: personOf(context), at: context.now() });
    await replaceWishes(trx, id, wishes.value);
    await record(trx, context, { act: "scenario.save", bodyId: body.id, subject: { kind: "scenario", id }, payload: { title, ...payloadOf(input) } });
    return accept({ id });
  });
}

/** Changes a scenario that nobody changed since it was seen. */
export function changeScenario(context: CommandContext, input: ScenarioInput & { readonly id: string; readonly seen: Instant }): Promise<Result<{ id: string }, ScenarioRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const scenario = await findScenario(trx, input.id);
    if (!scenario || !may(context.actor, "score.read", { bodyId: scenario.bodyId })) return refuse("not-found");
    if (!may(context.actor, "scenario.change", { bodyId: scenario.bodyId, authorIds: [scenario.createdBy] })) return refuse("not-allowed");
    const wishes = await wishesOf(trx, context, input);
    if (!wishes.ok) return wishes;

    const title = input.title.trim();
    if (!(await updateScenario(trx, scenario.id, { title, note: input.note.trim(), by: personOf(context), at: context.now(), seen: input.seen }))) return refuse("changed-meanwhile");
    await replaceWishes(trx, scenario.id, wishes.value);
    await record(trx, context, { act: "scenario.change", bodyId: scenario.bodyId, subject: { kind: "scenario", id: scenario.id }, payload: { title, ...payloadOf(input) } });
    return accept({ id: scenario.id });
  });
}

const MOST_QUARTERS = 20;

async function wishesOf(trx: Trx, { actor, now }: CommandContext, { title, wishes }: ScenarioInput): Promise<Result<({ initiativeId: string } & Wish)[], ScenarioRefusal>> {
  if (title.trim() === "") return refuse("title-missing");
  const known = [];
  for (const [number, wish] of wishes) {
    if (!Number.isSafeInteger(wish.shift) || Math.abs(wish.shift) > MOST_QUARTERS) return refuse("shift-invalid");
    const initiative = await findInitiativeForAct(trx, actor, number, dutchDay(now()));
    if (!initiative) return refuse("initiative-unknown");
    known.push({ initiativeId: initiative.id, ...wish });
  }
  return accept(known);
}

const payloadOf = ({ wishes }: ScenarioInput) => ({ wishes: [...wishes].map(([number, { stance, shift }]) => `${number} ${stance} ${shift}`).sort() });
