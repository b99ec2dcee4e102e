import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { ownerOf, slugFor, TAKEN_SLUGS, type SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { listComponents } from "#db/queries/needs.ts";
import { freeSlug, insertEdition, insertSeries, listOwners } from "#db/queries/requirement-set-writes.ts";

export interface NewSet {
  /** slug */
  readonly component: string;
  readonly title: string;
  /** the lot of a tender, or "" for the whole component */
  readonly lot: string;
  readonly intro: string;
  readonly tlp: Tlp;
}

/** Starts a programma van eisen with an empty concept. The body that owns it follows from the component. Refusals: component-unknown, not-allowed. */
export function startRequirementSet(context: CommandContext, input: NewSet): Promise<Result<{ slug: string; setId: string }, SetRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const component = (await listComponents(trx)).find(({ slug }) => slug === input.component);
    const owner = component ? ownerOf(component.id, await listOwners(trx)) : null;
    if (!component || !owner) return refuse("component-unknown");
    if (!may(context.actor, "requirement-set.start", { bodyId: owner.id })) return refuse("not-allowed");
    return accept(await beginSeries(trx, context, { ...input, bodyId: owner.id, componentId: component.id }));
  });
}

/** The series and its first concept, for whoever checked the right to it. */
export async function beginSeries(trx: Trx, context: CommandContext, input: Omit<NewSet, "component"> & { readonly bodyId: string; readonly componentId: string }): Promise<{ slug: string; setId: string }> {
  const [id, setId, at, createdBy] = [context.newId(), context.newId(), context.now(), personOf(context)];
  const slug = await freeSlug(trx, slugFor(input.title), TAKEN_SLUGS);
  const { bodyId, componentId, tlp, title, lot, intro } = input;
  await insertSeries(trx, { id, slug, bodyId, componentId, tlp, createdBy, at });
  await insertEdition(trx, { id: setId, seriesId: id, version: 1, title, lot, intro, createdBy, at });
  await record(trx, context, { act: "requirement-set.start", bodyId, subject: { kind: "requirement_set", id: setId }, payload: { slug, version: 1, title, tlp } });
  return { slug, setId };
}
