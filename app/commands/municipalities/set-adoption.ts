import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { AdoptionRefusal, AdoptionState } from "#app/domain/municipalities/adoption.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findParticipant, listAdoptionOf, upsertAdoption } from "#db/queries/municipalities.ts";
import { listComponents } from "#db/queries/needs.ts";

export interface AdoptionInput {
  /** CBS code of a gemeente, or the id of a samenwerkingsverband */
  readonly code: string;
  /** per component: its slug, the state, a word about it */
  readonly states: readonly { readonly component: string; readonly state: AdoptionState; readonly note: string }[];
}

/** A gemeente, or a samenwerkingsverband for its gemeenten, says how far it is, per component; all of it or nothing. A gemeente that merged says nothing any more. */
export function setAdoption(context: CommandContext, { code, states }: AdoptionInput): Promise<Result<true, AdoptionRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const municipality = await findParticipant(trx, code);
    if (!municipality) return refuse("not-found");
    if (!may(context.actor, "adoption.set", { organisationId: municipality.id })) return refuse("not-allowed");
    if (municipality.validUntil !== null) return refuse("merged");
    const components = new Map((await listComponents(trx)).map(({ slug, id }) => [slug, id]));
    if (states.some(({ component }) => !components.has(component))) return refuse("component-unknown");
    if (states.some(({ note }) => note.length > 500)) return refuse("note-too-long");

    const at = context.now();
    const said = new Map((await listAdoptionOf(trx, [municipality.id])).map((one) => [one.component, one]));
    // What stayed as it was is not said anew: an invented figure of the demonstration stays marked as such.
    const changed = states.filter(({ component, state, note }) => said.get(component)?.state !== state || (said.get(component)?.note ?? "") !== note.trim());
    if (changed.length === 0) return accept(true);
    for (const { component, state, note } of changed) {
      await upsertAdoption(trx, { organisationId: municipality.id, componentId: components.get(component) ?? "", state, note: note.trim() || null, by: personOf(context), at });
    }
    await record(trx, context, { act: "adoption.set", bodyId: null, subject: { kind: "organisation", id: municipality.id }, payload: { code, states: Object.fromEntries(changed.map(({ component, state }) => [component, state])) } });
    return accept(true);
  });
}
