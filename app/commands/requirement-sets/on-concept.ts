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

/** What a change of the concept did, for the log, and what its caller wants to know. */
export interface Changed<Value> {
  readonly value: Value;
  readonly payload: Payload;
}

/**
 * A change of the concept of a programma van eisen: found, allowed, held until the commit, and logged. Without a concept everything
 * is frozen. Refusals: not-found, not-allowed, frozen, changed-meanwhile, and those of the change itself.
 */
export function onConcept<Value>(context: CommandContext, slug: string, change: (trx: Trx, edition: Edition) => Promise<Result<Changed<Value>, SetRefusal>>): Promise<Result<Value, SetRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const found = await conceptFor(trx, context, slug);
    if (!found.ok) return found;
    if (!(await claimEdition(trx, found.value, context.now()))) return refuse("changed-meanwhile");
    const changed = await change(trx, found.value);
    if (!changed.ok) return changed;
    const { id, bodyId, version } = found.value;
    await record(trx, context, { act: "requirement-set.change", bodyId, subject: { kind: "requirement_set", id }, payload: { slug, version, ...changed.value.payload } });
    return accept(changed.value.value);
  });
}

async function conceptFor(trx: Trx, { actor }: CommandContext, slug: string): Promise<Result<Edition, SetRefusal>> {
  const concept = await findConcept(trx, actor, slug);
  const [newest] = concept ? [concept] : await listEditions(trx, actor, slug);
  if (!newest) return refuse("not-found");
  if (!may(actor, "requirement-set.change", { bodyId: newest.bodyId })) return refuse("not-allowed");
  return concept ? accept(concept) : refuse("frozen");
}
