import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { Canonical } from "#app/domain/shared/canonical-json.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findConcept, listEditions, type Edition } from "#db/queries/requirement-sets.ts";
import { claimEdition } from "#db/queries/requirement-set-writes.ts";

type Payload = { readonly [key: string]: Canonical | undefined };

/** A change that nothing stands in the way of: what to write, and what the log says of it. */
export interface Change<Value> {
  readonly payload: Payload;
  write(): Promise<Value>;
}

/**
 * A change of the concept of a programma van eisen: found, allowed, thought out, and only then written and logged; what somebody else
 * changed meanwhile refuses it. Without a concept everything is frozen. Refusals: not-found, not-allowed, frozen, changed-meanwhile, and those of the change itself.
 */
export function onConcept<Value>(context: CommandContext, slug: string, plan: (trx: Trx, edition: Edition) => Promise<Result<Change<Value>, SetRefusal>>): Promise<Result<Value, SetRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const found = await conceptFor(trx, context, slug);
    if (!found.ok) return found;
    const change = await plan(trx, found.value);
    if (!change.ok) return change;
    if (!(await claimEdition(trx, found.value, context.now()))) return refuse("changed-meanwhile");
    const value = await change.value.write();
    const { id, bodyId, version } = found.value;
    await record(trx, context, { act: "requirement-set.change", bodyId, subject: { kind: "requirement_set", id }, payload: { slug, version, ...change.value.payload } });
    return accept(value);
  });
}

async function conceptFor(trx: Trx, { actor }: CommandContext, slug: string): Promise<Result<Edition, SetRefusal>> {
  const concept = await findConcept(trx, actor, slug);
  const [newest] = concept ? [concept] : await listEditions(trx, actor, slug);
  if (!newest) return refuse("not-found");
  if (!may(actor, "requirement-set.change", { bodyId: newest.bodyId })) return refuse("not-allowed");
  return concept ? accept(concept) : refuse("frozen");
}
