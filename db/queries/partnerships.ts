import { gainsOf, type Gain } from "#app/domain/municipalities/through-partnership.ts";
import type { Represented } from "#app/domain/voting/voices.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** Which gemeenten of today stand further through a samenwerkingsverband now than by their own word: of these gemeenten, or of all. */
export async function listGains(db: Db, now: Instant, municipalityIds: readonly string[] | null = null): Promise<Gain[]> {
  if (municipalityIds !== null && municipalityIds.length === 0) return [];
  const rows = await db
    .selectFrom("organisation_member as member")
    .innerJoin("organisation as partnership", "partnership.id", "member.partnership_id")
    .innerJoin("organisation as municipality", "municipality.id", "member.municipality_id")
    .innerJoin("adoption", "adoption.organisation_id", "member.partnership_id")
    .innerJoin("component", "component.id", "adoption.component_id")
    .leftJoin("adoption as own", (join) => join.onRef("own.organisation_id", "=", "member.municipality_id").onRef("own.component_id", "=", "adoption.component_id"))
    .select(["member.municipality_id", "component.slug", "adoption.state", "own.state as own", "partnership.name"])
    .where("adoption.state", "!=", "niet")
    .where("member.from", "<=", now)
    .where((eb) => eb.or([eb("member.until", "is", null), eb("member.until", ">", now)]))
    .where("partnership.valid_until", "is", null)
    .where("municipality.valid_until", "is", null)
    .$if(municipalityIds !== null, (query) => query.where("member.municipality_id", "in", [...(municipalityIds ?? [])]))
    .orderBy("partnership.name_key")
    .execute();
  return gainsOf(rows.map((row) => ({ municipalityId: row.municipality_id, component: row.slug, own: row.own, said: row.state, partnership: row.name })));
}

/** The gemeenten for which each of these organisations spoke at a moment, by name. */
export async function listRepresented(db: Db, partnershipIds: readonly string[], at: Instant): Promise<Map<string, Represented[]>> {
  const represented = new Map<string, Represented[]>();
  if (partnershipIds.length === 0) return represented;
  const rows = await db
    .selectFrom("organisation_member as member")
    .innerJoin("organisation", "organisation.id", "member.municipality_id")
    .select(["member.partnership_id", "organisation.id", "organisation.name", "organisation.province", "organisation.inhabitants"])
    .where("member.partnership_id", "in", [...new Set(partnershipIds)])
    .where("member.from", "<=", at)
    .where((eb) => eb.or([eb("member.until", "is", null), eb("member.until", ">", at)]))
    .orderBy("organisation.name_key")
    .execute();
  for (const { partnership_id: partnership, id, name, province, inhabitants } of rows) represented.set(partnership, [...(represented.get(partnership) ?? []), { id, name, province, inhabitants }]);
  return represented;
}

export interface Partner {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly from: Instant;
}

/** The gemeenten of a samenwerkingsverband now, or those that a gemeente belongs to. */
export async function listPartners(db: Db, id: string, now: Instant, side: "members" | "partnerships"): Promise<Partner[]> {
  const [own, other] = side === "members" ? (["partnership_id", "municipality_id"] as const) : (["municipality_id", "partnership_id"] as const);
  const rows = await db
    .selectFrom("organisation_member as member")
    .innerJoin("organisation", "organisation.id", `member.${other}`)
    .select(["organisation.id", "organisation.code", "organisation.name", "member.from"])
    .where(`member.${own}`, "=", id)
    .where((eb) => eb.or([eb("member.until", "is", null), eb("member.until", ">", now)]))
    .orderBy("organisation.name_key")
    .limit(400)
    .execute();
  return rows;
}

/** False when it takes part already. */
export async function insertPartner(trx: Trx, partner: { partnershipId: string; municipalityId: string; from: Instant; until: Instant | null }): Promise<boolean> {
  const row = await trx
    .insertInto("organisation_member")
    .values({ partnership_id: partner.partnershipId, municipality_id: partner.municipalityId, from: partner.from, until: partner.until })
    .onConflict((oc) => oc.columns(["partnership_id", "municipality_id", "from"]).doNothing())
    .returning("from")
    .executeTakeFirst();
  return row !== undefined;
}

/** The times a gemeente took or takes part, for the rule that periods never overlap. */
export const listPartnerPeriods = (db: Db, partnershipId: string, municipalityId: string): Promise<{ from: Instant; until: Instant | null }[]> =>
  db.selectFrom("organisation_member").select(["from", "until"]).where("partnership_id", "=", partnershipId).where("municipality_id", "=", municipalityId).execute();

/** Ends the running or coming time that a gemeente takes part; one that has not begun is taken away. False when there is none. */
export async function endPartner(trx: Trx, partnershipId: string, municipalityId: string, at: Instant): Promise<boolean> {
  const open = trx.selectFrom("organisation_member").select("from").where("partnership_id", "=", partnershipId).where("municipality_id", "=", municipalityId).where((eb) => eb.or([eb("until", "is", null), eb("until", ">", at)]));
  const found = await open.orderBy("from", "desc").limit(1).executeTakeFirst();
  if (!found) return false;
  const row = found.from > at
    ? await trx.deleteFrom("organisation_member").where("partnership_id", "=", partnershipId).where("municipality_id", "=", municipalityId).where("from", "=", found.from).returning("from").executeTakeFirst()
    : await trx.updateTable("organisation_member").set({ until: at }).where("partnership_id", "=", partnershipId).where("municipality_id", "=", municipalityId).where("from", "=", found.from).returning("from").executeTakeFirst();
  return row !== undefined;
}
