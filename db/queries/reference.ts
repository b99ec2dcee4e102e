import type { AdoptionState } from "#app/domain/municipalities/adoption.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Trx } from "../client.ts";
import { searchKey } from "../portable.ts";

/** How many rows go into one statement. */
const BATCH = 50;

export interface ReferenceMunicipality {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number | null;
  readonly validUntil: Day | null;
  readonly tile: { readonly row: number; readonly column: number } | null;
}

export async function insertMunicipalities(trx: Trx, municipalities: readonly ReferenceMunicipality[], successions: readonly { readonly id: string; readonly successorId: string }[]): Promise<void> {
  const rows = municipalities.map(({ id, code, name, province, inhabitants, validUntil, tile }) => ({
    ...{ id, kind: "gemeente" as const, name, name_key: searchKey(name), code, province, inhabitants, valid_from: null, valid_until: validUntil },
    ...{ tile_row: tile?.row ?? null, tile_column: tile?.column ?? null, contact: null },
  }));
  for (let from = 0; from < rows.length; from += BATCH) await trx.insertInto("organisation").values(rows.slice(from, from + BATCH)).execute();
  if (successions.length > 0) await trx.insertInto("organisation_successor").values(successions.map(({ id, successorId }) => ({ organisation_id: id, successor_id: successorId }))).execute();
}

export interface ReferenceComponent {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
}

export async function insertComponents(trx: Trx, components: readonly ReferenceComponent[], areas: readonly { readonly id: string; readonly slug: string; readonly name: string }[]): Promise<void> {
  await trx.insertInto("component").values(components.map((component, index) => ({ ...component, position: index + 1 }))).execute();
  await trx.insertInto("policy_area").values(areas.map((area, index) => ({ ...area, position: index + 1 }))).execute();
}

export async function insertSharedNeed(trx: Trx, need: { readonly id: string; readonly number: string; readonly title: string; readonly componentIds: readonly string[]; readonly at: Instant }): Promise<void> {
  const { id, number, title, at } = need;
  await trx
    .insertInto("need")
    .values({ id, number, title, statement: "", kind: "shared", state: "accepted", body_id: null, submitted_by: null, organisation_id: null, created_at: at, joined_to: null, answer: null, answered_by: null, answered_at: null })
    .execute();
  await trx.insertInto("need_component").values(need.componentIds.map((component_id) => ({ need_id: id, component_id }))).execute();
}

export async function insertControls(trx: Trx, controls: readonly { readonly id: string; readonly framework: string; readonly edition: string; readonly number: string; readonly title: string; readonly summary: string; readonly mapsTo: string | null }[]): Promise<void> {
  for (let from = 0; from < controls.length; from += BATCH) {
    await trx.insertInto("control").values(controls.slice(from, from + BATCH).map(({ mapsTo, ...control }) => ({ ...control, maps_to: mapsTo }))).execute();
  }
}

/** Figures of the demonstration, marked as invented. */
export async function insertInventedAdoption(trx: Trx, componentId: string, states: readonly { readonly organisationId: string; readonly state: AdoptionState }[], at: Instant): Promise<void> {
  const rows = states.map(({ organisationId, state }) => ({ organisation_id: organisationId, component_id: componentId, state, since: null, step: null, note: null, is_fictional: 1 as const, changed_by: null, changed_at: at }));
  for (let from = 0; from < rows.length; from += BATCH) await trx.insertInto("adoption").values(rows.slice(from, from + BATCH)).execute();
}

export async function insertDemoPerson(trx: Trx, person: { readonly id: string; readonly name: string; readonly email: string; readonly organisationId: string; readonly job: string; readonly passwordHash: string; readonly isAdmin: boolean; readonly isMunicipalAdmin: boolean; readonly at: Instant }): Promise<void> {
  const { id, name, email, job } = person;
  await trx
    .insertInto("person")
    .values({ id, name, email, email_key: email, organisation_id: person.organisationId, job, password_hash: person.passwordHash, is_admin: person.isAdmin ? 1 : 0, is_municipal_admin: person.isMunicipalAdmin ? 1 : 0, is_demo: 1, disabled_at: null, created_at: person.at })
    .execute();
}
