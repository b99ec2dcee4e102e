import type { CriterionText } from "#app/domain/portfolio/criteria.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { countRows } from "../portable.ts";

export interface Criterion extends CriterionText {
  readonly id: string;
  readonly weight: number;
}

export interface Criteria {
  readonly bodyId: string;
  /** 0 as long as the body has set none */
  readonly version: number;
  readonly criteria: readonly Criterion[];
}

/** The criteria as they were adopted at one moment. */
export interface CriteriaEdition extends Criteria {
  readonly at: Instant | null;
}

/** The body that decides on the portfolio, with the criteria that it goes by now; null when the portal has no such body. */
export const findCriteria = async (db: Db): Promise<Criteria | null> => (await listCriteria(db))[0] ?? null;

/** Every version of the criteria of the body that decides on the portfolio, newest first: one without criteria when it set none, none when there is no such body. */
export async function listCriteria(db: Db): Promise<CriteriaEdition[]> {
  const rows = await db
    .selectFrom("body")
    .leftJoin("criteria_version as version", "version.body_id", "body.id")
    .leftJoin("criteria_weight", "criteria_weight.version_id", "version.id")
    .leftJoin("criterion", "criterion.id", "criteria_weight.criterion_id")
    .select(["body.id as body_id", "version.number", "version.adopted_at", "criterion.id", "criterion.title", "criterion.meaning", "criterion.lowest", "criterion.highest", "criteria_weight.weight"])
    .where("body.kind", "=", "taskforce")
    .where("body.ended_at", "is", null)
    .orderBy("body.position")
    .orderBy("version.number", "desc")
    .orderBy("criteria_weight.position")
    .execute();
  const own = rows.filter((row) => row.body_id === rows[0]?.body_id);
  return [...new Set(own.map(({ number }) => number))].map((number) => {
    const edition = own.filter((row) => row.number === number);
    return {
      bodyId: edition[0]?.body_id ?? "",
      version: number ?? 0,
      at: edition[0]?.adopted_at ?? null,
      criteria: edition.flatMap(({ id, title, meaning, lowest, highest, weight }) => (id === null ? [] : [{ id, title: title ?? "", meaning: meaning ?? "", lowest: lowest ?? "", highest: highest ?? "", weight: weight ?? 1 }])),
    };
  });
}

/** Every version that a body went by, newest first. */
export async function listCriteriaVersions(db: Db, bodyId: string): Promise<{ number: number; why: string; at: Instant; by: string; criteria: number }[]> {
  const rows = await db
    .selectFrom("criteria_version as version")
    .innerJoin("person", "person.id", "version.adopted_by")
    .select((eb) => ["version.number", "version.why", "version.adopted_at", "person.name", eb.selectFrom("criteria_weight").whereRef("criteria_weight.version_id", "=", "version.id").select(countRows().as("n")).as("criteria")])
    .where("version.body_id", "=", bodyId)
    .orderBy("version.number", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => ({ number: row.number, why: row.why, at: row.adopted_at, by: row.name, criteria: row.criteria ?? 0 }));
}

/** Nobody else gives this body new criteria until the commit. */
export async function holdCriteria(trx: Trx, bodyId: string): Promise<void> {
  await trx.updateTable("body").set((eb) => ({ position: eb.ref("position") })).where("id", "=", bodyId).execute();
}

export async function insertCriterion(trx: Trx, criterion: CriterionText & { readonly id: string; readonly at: Instant }): Promise<void> {
  const { id, title, meaning, lowest, highest, at } = criterion;
  await trx.insertInto("criterion").values({ id, title, meaning, lowest, highest, created_at: at }).execute();
}

export async function insertCriteriaVersion(
  trx: Trx,
  version: { readonly id: string; readonly bodyId: string; readonly number: number; readonly why: string; readonly by: string; readonly at: Instant; readonly weights: readonly { readonly criterionId: string; readonly weight: number }[] },
): Promise<void> {
  await trx.insertInto("criteria_version").values({ id: version.id, body_id: version.bodyId, number: version.number, why: version.why, adopted_by: version.by, adopted_at: version.at }).execute();
  await trx.insertInto("criteria_weight").values(version.weights.map(({ criterionId, weight }, place) => ({ version_id: version.id, criterion_id: criterionId, weight, position: place + 1 }))).execute();
}
