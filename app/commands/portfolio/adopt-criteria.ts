import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { checkCriteria, isSameCriterion, type CriteriaRefusal, type Weighted } from "#app/domain/portfolio/criteria.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findCriteria, holdCriteria, insertCriteriaVersion, insertCriterion, type Criterion } from "#db/queries/portfolio-criteria.ts";

interface NewCriteria {
  /** the version that was on the screen: a change in between is not overwritten */
  readonly seen: number;
  readonly why: string;
  readonly criteria: readonly Weighted[];
}

export type AdoptCriteriaRefusal = CriteriaRefusal | "not-allowed" | "why-missing" | "changed-meanwhile";

/** The Taskforce goes by other criteria or weights from now on. What keeps its words keeps its scores; earlier versions stay to be read. */
export function adoptCriteria(context: CommandContext, input: NewCriteria): Promise<Result<{ version: number }, AdoptCriteriaRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const found = await findCriteria(trx);
    if (!found || !may(context.actor, "criteria.adopt", { bodyId: found.bodyId })) return refuse("not-allowed");
    const criteria = input.criteria.map(({ title, meaning, lowest, highest, weight }) => ({ title: title.trim(), meaning: meaning.trim(), lowest: lowest.trim(), highest: highest.trim(), weight }));
    const checked = checkCriteria(criteria);
    if (!checked.ok) return checked;
    if (input.why.trim() === "") return refuse("why-missing");
    await holdCriteria(trx, found.bodyId);
    const current = await findCriteria(trx);
    if (current?.version !== input.seen) return refuse("changed-meanwhile");

    const weights = [];
    for (const one of criteria) weights.push({ criterionId: await idOf(trx, context, one, current.criteria), weight: one.weight });
    const [id, number] = [context.newId(), current.version + 1];
    await insertCriteriaVersion(trx, { id, bodyId: found.bodyId, number, why: input.why.trim(), by: personOf(context), at: context.now(), weights });
    await record(trx, context, { act: "criteria.adopt", bodyId: found.bodyId, subject: { kind: "criteria_version", id }, payload: { version: number, why: input.why.trim(), weights: criteria.map(({ title, weight }) => `${title}: ${weight}`) } });
    return accept({ version: number });
  });
}

async function idOf(trx: Trx, { newId, now }: CommandContext, criterion: Weighted, known: readonly Criterion[]): Promise<string> {
  const same = known.find((one) => isSameCriterion(one, criterion));
  if (same) return same.id;
  const id = newId();
  await insertCriterion(trx, { ...criterion, id, at: now() });
  return id;
}
