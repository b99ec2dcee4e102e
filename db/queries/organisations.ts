import { sql } from "kysely";
import type { OrganisationDetails, OrganisationKind } from "#app/domain/municipalities/organisation.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { keyPattern, searchKey } from "../portable.ts";

export interface Organisation extends OrganisationDetails {
  readonly id: string;
  readonly validUntil: Day | null;
}

export interface OrganisationFilter {
  readonly q?: string;
  readonly kind?: OrganisationKind | undefined;
  /** everything but gemeenten, which have a list of their own */
  readonly isOther?: boolean;
}

/** One page of organisations by name; `after` is the `next` of the page before. Those that no longer exist are there too. */
export async function listOrganisations(db: Db, { q = "", kind, isOther = false }: OrganisationFilter, { after, size }: { after: string | null; size: number }) {
  const from = after === null ? null : /^(.{1,200})~([^~]{1,60})$/s.exec(after);
  const rows = await organisations(db)
    .select("name_key")
    .$if(searchKey(q) !== "", (query) => query.where((eb) => eb.or([sql<boolean>`name_key like ${keyPattern(q)}`, eb("code", "=", q.trim())])))
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? "gemeente"))
    .$if(isOther, (query) => query.where("kind", "!=", "gemeente"))
    .$if(from !== null, (query) => query.where(sql<boolean>`(name_key > ${from?.[1] ?? ""} or (name_key = ${from?.[1] ?? ""} and id > ${from?.[2] ?? ""}))`))
    .orderBy("name_key")
    .orderBy("id")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { organisations: shown.map(toOrganisation), next: last ? `${last.name_key}~${last.id}` : null };
}

export async function findOrganisationById(db: Db, id: string): Promise<Organisation | null> {
  const row = await organisations(db).where("id", "=", id).executeTakeFirst();
  return row ? toOrganisation(row) : null;
}

/** The organisations with these CBS codes, in the same order; null where there is none. */
export async function findByCodes(db: Db, codes: readonly string[]): Promise<(Organisation | null)[]> {
  if (codes.length === 0) return [];
  const rows = (await organisations(db).where("code", "in", [...codes]).execute()).map(toOrganisation);
  return codes.map((code) => rows.find((row) => row.code === code) ?? null);
}

/** Whether another organisation that still exists has this code, or, of the same kind, this name. */
export async function findTwin(trx: Trx, { kind, name, code }: OrganisationDetails, ownId: string | null): Promise<"code-taken" | "name-taken" | null> {
  const rows = await organisations(trx)
    .where((eb) => eb.or([...(code === null ? [] : [eb("code", "=", code)]), eb.and([eb("kind", "=", kind), eb("name_key", "=", searchKey(name)), eb("valid_until", "is", null)])]))
    .$if(ownId !== null, (query) => query.where("id", "!=", ownId ?? ""))
    .execute();
  if (rows.some((row) => code !== null && row.code === code)) return "code-taken";
  return rows.length > 0 ? "name-taken" : null;
}

/** False when another organisation got this code first. */
export async function insertOrganisation(trx: Trx, id: string, details: OrganisationDetails, from: Day | null = null): Promise<boolean> {
  const row = await trx
    .insertInto("organisation")
    .values({ id, ...columnsOf(details), kind: details.kind, code: details.code, valid_from: from, valid_until: null, tile_row: null, tile_column: null })
    .onConflict((oc) => oc.column("code").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Kind and code never change: records elsewhere rely on them. */
export async function updateOrganisation(trx: Trx, id: string, details: OrganisationDetails): Promise<void> {
  await trx.updateTable("organisation").set(columnsOf(details)).where("id", "=", id).execute();
}

/** The gemeente ends on a day and points to what it went into. Its place in every samenwerkingsverband ends too. */
export async function endMunicipality(trx: Trx, id: string, successorIds: readonly string[], day: Day, at: Instant): Promise<void> {
  await trx.updateTable("organisation").set({ valid_until: day }).where("id", "=", id).execute();
  await trx.insertInto("organisation_successor").values(successorIds.map((successor_id) => ({ organisation_id: id, successor_id }))).execute();
  await trx.deleteFrom("organisation_member").where("municipality_id", "=", id).where("from", ">", at).execute();
  await trx.updateTable("organisation_member").set({ until: at }).where("municipality_id", "=", id).where((eb) => eb.or([eb("until", "is", null), eb("until", ">", at)])).execute();
}

/** Seats that this organisation holds now or will hold, for who records that it no longer exists. */
export const listRunningSeats = (db: Db, organisationId: string, at: Instant): Promise<{ id: string; body: string; slug: string }[]> =>
  db
    .selectFrom("seat")
    .innerJoin("body", "body.id", "seat.body_id")
    .select(["seat.id", "body.name as body", "body.slug"])
    .where("seat.organisation_id", "=", organisationId)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", at)]))
    .orderBy("body.position")
    .execute();

const organisations = (db: Db) => db.selectFrom("organisation").select(["id", "kind", "name", "code", "province", "inhabitants", "contact", "account_manager", "valid_until"]);
const toOrganisation = (row: Awaited<ReturnType<ReturnType<typeof organisations>["executeTakeFirstOrThrow"]>>): Organisation => ({
  ...{ id: row.id, kind: row.kind, name: row.name, code: row.code, province: row.province, inhabitants: row.inhabitants },
  ...{ contact: row.contact, accountManager: row.account_manager, validUntil: row.valid_until },
});
const columnsOf = ({ name, province, inhabitants, contact, accountManager }: OrganisationDetails) => ({ name, name_key: searchKey(name), province, inhabitants, contact, account_manager: accountManager });
