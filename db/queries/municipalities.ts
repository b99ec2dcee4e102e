import { sql, type ExpressionBuilder } from "kysely";
import type { AdoptionState } from "#app/domain/municipalities/adoption.ts";
import type { Gain } from "#app/domain/municipalities/through-partnership.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { countRows, keyPattern, searchKey } from "../portable.ts";
import type { Schema } from "../schema.ts";

export interface Municipality {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number | null;
  readonly validUntil: Day | null;
  readonly contact: string | null;
  readonly accountManager: string | null;
}

export interface MunicipalityFilter {
  readonly q?: string | undefined;
  readonly province?: string | undefined;
  /** slug; with a state: only gemeenten that stand there */
  readonly component?: string | undefined;
  readonly state?: AdoptionState | undefined;
  /** gemeenten that stand further through a samenwerkingsverband than by their own word */
  readonly gains?: readonly Gain[];
}

/** One page of the gemeenten of today, by name; `after` is the `next` of the page before. */
export async function listMunicipalities(db: Db, filter: MunicipalityFilter, { after, size }: { after: string | null; size: number }) {
  const from = after === null ? null : /^(.{1,200})~(\d{4})$/s.exec(after);
  const rows = await filtered(db, filter)
    .select(["organisation.id", "organisation.code", "organisation.name", "organisation.province", "organisation.inhabitants", "organisation.name_key"])
    .$if(from !== null, (query) => query.where(sql<boolean>`(organisation.name_key > ${from?.[1] ?? ""} or (organisation.name_key = ${from?.[1] ?? ""} and organisation.code > ${from?.[2] ?? ""}))`))
    .orderBy("organisation.name_key")
    .orderBy("organisation.code")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return {
    municipalities: shown.map(({ id, code, name, province, inhabitants }) => ({ id, code: code ?? "", name, province: province ?? "", inhabitants })),
    next: last ? `${last.name_key}~${last.code ?? ""}` : null,
  };
}

export async function countMunicipalities(db: Db, filter: MunicipalityFilter = {}): Promise<number> {
  return (await filtered(db, filter).select(countRows().as("amount")).executeTakeFirstOrThrow()).amount;
}

function filtered(db: Db, { q, province, component, state, gains = [] }: MunicipalityFilter) {
  let query = db.selectFrom("organisation").where("organisation.kind", "=", "gemeente").where("organisation.valid_until", "is", null);
  if (q !== undefined && searchKey(q) !== "") query = query.where(sql<boolean>`organisation.name_key like ${keyPattern(q)}`);
  if (province !== undefined) query = query.where("organisation.province", "=", province);
  if (component === undefined || state === undefined) return query;
  const standing = db
    .selectFrom("adoption")
    .innerJoin("component", "component.id", "adoption.component_id")
    .select("adoption.organisation_id")
    .where("component.slug", "=", component)
    .where("adoption.state", state === "niet" ? "!=" : "=", state);
  const moved = gains.filter((gain) => gain.component === component);
  const [idsOf, arrived] = [(list: readonly Gain[]) => list.map(({ municipalityId }) => municipalityId), moved.filter(({ to }) => to === state)];
  if (moved.length > 0) {
    const stays = (eb: ExpressionBuilder<Schema, "organisation">) => eb.and([eb("organisation.id", state === "niet" ? "not in" : "in", standing), eb("organisation.id", "not in", idsOf(moved))]);
    return query.where((eb) => (arrived.length === 0 ? stays(eb) : eb.or([stays(eb), eb("organisation.id", "in", idsOf(arrived))])));
  }
  return query.where("organisation.id", state === "niet" ? "not in" : "in", standing);
}

/** The states of these gemeenten, per component. */
export async function listAdoptionOf(db: Db, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectFrom("adoption")
    .innerJoin("component", "component.id", "adoption.component_id")
    .select(["adoption.organisation_id", "component.slug", "adoption.state", "adoption.note", "adoption.is_fictional", "adoption.changed_at"])
    .where("adoption.organisation_id", "in", [...organisationIds])
    .execute();
  return rows.map((row) => ({ organisationId: row.organisation_id, component: row.slug, state: row.state, note: row.note, isFictional: row.is_fictional === 1, changedAt: row.changed_at }));
}

/** How many of today's gemeenten said what, per component, and whether any of it is invented. */
export async function countAdoptionStates(db: Db) {
  const rows = await db
    .selectFrom("adoption")
    .innerJoin("component", "component.id", "adoption.component_id")
    .innerJoin("organisation", "organisation.id", "adoption.organisation_id")
    .select(["component.slug", "adoption.state", countRows().as("amount"), sql<number>`cast(sum(adoption.is_fictional) as integer)`.as("fictional")])
    .where("organisation.valid_until", "is", null)
    .where("organisation.kind", "=", "gemeente")
    .groupBy(["component.slug", "adoption.state"])
    .execute();
  return rows.map((row) => ({ component: row.slug, state: row.state, amount: row.amount, isFictional: row.fictional > 0 }));
}

/** Every gemeente of today with its place in the map of tiles, and its state for one component. */
export async function listTiles(db: Db, component: string) {
  const rows = await db
    .selectFrom("organisation")
    .leftJoin("component", (join) => join.on("component.slug", "=", component))
    .leftJoin("adoption", (join) => join.onRef("adoption.organisation_id", "=", "organisation.id").onRef("adoption.component_id", "=", "component.id"))
    .select(["organisation.id", "organisation.code", "organisation.name", "organisation.tile_row", "organisation.tile_column", "adoption.state"])
    .where("organisation.kind", "=", "gemeente")
    .where("organisation.valid_until", "is", null)
    .where("organisation.tile_row", "is not", null)
    .orderBy("organisation.name_key")
    .execute();
  return rows.map((row) => ({ id: row.id, code: row.code ?? "", name: row.name, row: row.tile_row ?? 0, column: row.tile_column ?? 0, state: row.state ?? ("niet" as const) }));
}

/** The gemeente with this CBS code, also one that merged. */
export async function findMunicipality(db: Db, code: string): Promise<Municipality | null> {
  const row = await db
    .selectFrom("organisation")
    .select(["id", "code", "name", "province", "inhabitants", "valid_until", "contact", "account_manager"])
    .where("kind", "=", "gemeente")
    .where("code", "=", code)
    .executeTakeFirst();
  return row ? { id: row.id, code: row.code ?? "", name: row.name, province: row.province ?? "", inhabitants: row.inhabitants, validUntil: row.valid_until, contact: row.contact, accountManager: row.account_manager } : null;
}

/** Who can say how far it is: the gemeente with this CBS code, or the samenwerkingsverband with this id. */
export async function findParticipant(db: Db, reference: string): Promise<{ id: string; name: string; validUntil: Day | null } | null> {
  const municipality = await findMunicipality(db, reference);
  if (municipality) return municipality;
  const row = await db.selectFrom("organisation").select(["id", "name", "valid_until"]).where("kind", "=", "samenwerkingsverband").where("id", "=", reference).executeTakeFirst();
  return row ? { id: row.id, name: row.name, validUntil: row.valid_until } : null;
}

/** Which gemeenten it went into, and which it came from. */
export async function listRelatives(db: Db, id: string): Promise<{ successors: { code: string; name: string }[]; predecessors: { code: string; name: string }[] }> {
  const of = async (own: "organisation_id" | "successor_id", other: "organisation_id" | "successor_id") =>
    (
      await db
        .selectFrom("organisation_successor")
        .innerJoin("organisation", "organisation.id", `organisation_successor.${other}`)
        .select(["organisation.code", "organisation.name"])
        .where(`organisation_successor.${own}`, "=", id)
        .orderBy("organisation.name_key")
        .execute()
    ).map(({ code, name }) => ({ code: code ?? "", name }));
  return { successors: await of("organisation_id", "successor_id"), predecessors: await of("successor_id", "organisation_id") };
}

/** Who speaks for an organisation now, and where. */
export async function listVoices(db: Db, organisationId: string, now: Instant) {
  return db
    .selectFrom("seat")
    .innerJoin("body", "body.id", "seat.body_id")
    .innerJoin("membership", "membership.seat_id", "seat.id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["membership.id", "body.slug", "body.name as body", "person.name as person", "membership.role", "seat.is_voting as isVoting"])
    .where("seat.organisation_id", "=", organisationId)
    .where("seat.from", "<=", now)
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .orderBy("body.position")
    .orderBy("person.name")
    .execute();
}

export interface AdoptionChange {
  readonly organisationId: string;
  readonly componentId: string;
  readonly state: AdoptionState;
  readonly note: string | null;
  readonly by: string;
  readonly at: Instant;
}

/** What a gemeente says itself takes the place of what was there, invented or not. */
export async function upsertAdoption(trx: Trx, change: AdoptionChange): Promise<void> {
  const values = { state: change.state, note: change.note, is_fictional: 0 as const, changed_by: change.by, changed_at: change.at };
  await trx
    .insertInto("adoption")
    .values({ ...values, organisation_id: change.organisationId, component_id: change.componentId, since: null, step: null })
    .onConflict((oc) => oc.columns(["organisation_id", "component_id"]).doUpdateSet(values))
    .execute();
}
