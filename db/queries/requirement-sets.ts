import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { reachOf, type Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";
import { visibleTo } from "./visibility.ts";

/** One edition of a programma van eisen: a concept as long as `frozen` is null. */
export interface Edition {
  readonly id: string;
  readonly seriesId: string;
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly lot: string;
  readonly intro: string;
  /** the label of the whole series as it is now */
  readonly tlp: Tlp;
  readonly bodyId: string;
  readonly body: { readonly slug: string; readonly name: string };
  readonly component: { readonly id: string; readonly slug: string; readonly name: string };
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** one more with every change of the concept */
  readonly revision: number;
  readonly frozen: { readonly at: Instant; readonly by: string; readonly fingerprint: string; readonly note: string; readonly tlp: Tlp } | null;
}

/** Every edition of a series that this actor may read, newest first: what is frozen as far as its label reaches, a concept only within its body. */
export async function listEditions(db: Db, actor: Actor, slug: string): Promise<Edition[]> {
  const rows = await editions(db).where("series.slug", "=", slug).where(readableBy(actor)).orderBy("edition.version", "desc").execute();
  return rows.map(toEdition);
}

/** One edition by its number; null when hidden or absent. */
export async function findEdition(db: Db, actor: Actor, slug: string, version: number): Promise<Edition | null> {
  const row = await editions(db).where("series.slug", "=", slug).where("edition.version", "=", version).where(readableBy(actor)).executeTakeFirst();
  return row ? toEdition(row) : null;
}

/** The edition that an address without a number stands for: the newest frozen one, or the concept when there is none yet. */
export async function findNewestEdition(db: Db, actor: Actor, slug: string): Promise<Edition | null> {
  const all = await listEditions(db, actor, slug);
  return all.find(({ frozen }) => frozen !== null) ?? all[0] ?? null;
}

/** The edition that is still being written. */
export async function findConcept(db: Db, actor: Actor, slug: string): Promise<Edition | null> {
  const row = await editions(db).where("series.slug", "=", slug).where("freeze.set_id", "is", null).where(readableBy(actor)).executeTakeFirst();
  return row ? toEdition(row) : null;
}

export interface SetFilter {
  readonly component?: string | undefined;
  readonly bodyId?: string | undefined;
}

export interface ListedSet {
  readonly slug: string;
  readonly newest: Edition | null;
  readonly concept: Edition | null;
  /** how many requirements stand in the newest edition, or else in the concept */
  readonly amount: number;
}

/** Every series with its newest frozen edition and its concept, as far as this actor may read them; by component and title. */
export async function listSets(db: Db, actor: Actor, { component, bodyId }: SetFilter): Promise<ListedSet[]> {
  const rows = await editions(db)
    .where(readableBy(actor))
    .$if(component !== undefined, (query) => query.where("component.slug", "=", component ?? ""))
    .$if(bodyId !== undefined, (query) => query.where("series.body_id", "=", bodyId ?? ""))
    .orderBy("component.position")
    .orderBy("edition.title")
    .orderBy("edition.version", "desc")
    .execute();
  const found = rows.map(toEdition);
  const amounts = await countRequirements(db, found.map(({ id }) => id));
  return [...new Set(found.map(({ slug }) => slug))].map((slug) => {
    const own = found.filter((edition) => edition.slug === slug);
    const [newest, concept] = [own.find(({ frozen }) => frozen !== null) ?? null, own.find(({ frozen }) => frozen === null) ?? null];
    return { slug, newest, concept, amount: amounts.get((newest ?? concept)?.id ?? "") ?? 0 };
  });
}

/** Frozen editions that changed last, for a feed. */
export async function listFrozenEditions(db: Db, actor: Actor, { bodyId, limit }: { bodyId?: string; limit: number }): Promise<Edition[]> {
  const rows = await editions(db)
    .where("freeze.set_id", "is not", null)
    .where(readableBy(actor))
    .$if(bodyId !== undefined, (query) => query.where("series.body_id", "=", bodyId ?? ""))
    .orderBy("freeze.frozen_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(toEdition);
}

/** Every frozen edition, whoever asks: for the check of the log. */
export async function listAllFrozen(db: Db): Promise<Edition[]> {
  const rows = await editions(db).where("freeze.set_id", "is not", null).orderBy("edition.id").execute();
  return rows.map(toEdition);
}

async function countRequirements(db: Db, setIds: readonly string[]): Promise<Map<string, number>> {
  if (setIds.length === 0) return new Map();
  const rows = await db.selectFrom("requirement").select(["set_id", countRows().as("amount")]).where("set_id", "in", [...setIds]).groupBy("set_id").execute();
  return new Map(rows.map(({ set_id, amount }) => [set_id, amount]));
}

/** A frozen edition by its label; a concept by nobody outside the body. */
export function readableBy(actor: Actor) {
  const { bodyIds } = reachOf(actor);
  const own = bodyIds.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`${sql.ref("series.body_id")} in (${sql.join(bodyIds)})`;
  return sql<boolean>`(${visibleTo(actor, "series")} and (${sql.ref("freeze.set_id")} is not null or ${own}))`;
}

const editions = (db: Db) =>
  db
    .selectFrom("requirement_set as edition")
    .innerJoin("requirement_series as series", "series.id", "edition.series_id")
    .innerJoin("body", "body.id", "series.body_id")
    .innerJoin("component", "component.id", "series.component_id")
    .leftJoin("requirement_freeze as freeze", "freeze.set_id", "edition.id")
    .leftJoin("person as freezer", "freezer.id", "freeze.frozen_by")
    .select(["edition.id", "edition.series_id", "edition.version", "edition.title", "edition.lot", "edition.intro", "edition.created_at", "edition.updated_at", "edition.revision"])
    .select(["series.slug", "series.tlp", "series.body_id", "body.slug as body_slug", "body.name as body_name", "component.id as component_id", "component.slug as component_slug", "component.name as component_name"])
    .select(["freeze.frozen_at", "freezer.name as freezer", "freeze.fingerprint", "freeze.note", "freeze.tlp as frozen_tlp"]);

type Row = Awaited<ReturnType<ReturnType<typeof editions>["executeTakeFirstOrThrow"]>>;

const toEdition = (row: Row): Edition => ({
  ...{ id: row.id, seriesId: row.series_id, slug: row.slug, version: row.version, title: row.title, lot: row.lot, intro: row.intro, tlp: row.tlp, bodyId: row.body_id },
  body: { slug: row.body_slug, name: row.body_name },
  component: { id: row.component_id, slug: row.component_slug, name: row.component_name },
  ...{ createdAt: row.created_at, updatedAt: row.updated_at, revision: row.revision },
  frozen: row.frozen_at === null ? null : { at: row.frozen_at, by: row.freezer ?? "", fingerprint: row.fingerprint ?? "", note: row.note ?? "", tlp: row.frozen_tlp ?? row.tlp },
});
