import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { indexRequirementSet } from "../search-index.ts";

/** The bodies that may own a programma, with their component. */
export const listOwners = (db: Db) => db.selectFrom("body").select(["id", "kind", "component_id as componentId"]).where("ended_at", "is", null).orderBy("position").execute();

export async function insertSeries(trx: Trx, series: { id: string; slug: string; bodyId: string; componentId: string; tlp: Tlp; createdBy: string; at: Instant }): Promise<void> {
  await trx.insertInto("requirement_series").values({ id: series.id, slug: series.slug, body_id: series.bodyId, component_id: series.componentId, tlp: series.tlp, created_by: series.createdBy, created_at: series.at }).execute();
}

/** The first of `slug`, `slug-2`, `slug-3` … that no series has. */
export async function freeSlug(trx: Trx, slug: string, taken: readonly string[]): Promise<string> {
  const rows = await trx.selectFrom("requirement_series").select("slug").where("slug", "like", `${slug}%`).execute();
  const known = new Set([...rows.map((row) => row.slug), ...taken]);
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (!known.has(candidate)) return candidate;
  }
}

export interface NewEdition {
  readonly id: string;
  readonly seriesId: string;
  readonly version: number;
  readonly title: string;
  readonly lot: string;
  readonly intro: string;
  readonly createdBy: string;
  readonly at: Instant;
}

/** False when this series already has an edition with that number: somebody else was first. */
export async function insertEdition(trx: Trx, edition: NewEdition): Promise<boolean> {
  const row = await trx
    .insertInto("requirement_set")
    .values({ id: edition.id, series_id: edition.seriesId, version: edition.version, title: edition.title, lot: edition.lot, intro: edition.intro, created_by: edition.createdBy, created_at: edition.at, updated_at: edition.at, revision: 1 })
    .onConflict((oc) => oc.columns(["series_id", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateEdition(trx: Trx, id: string, { title, lot, intro, at }: { title: string; lot: string; intro: string; at: Instant }): Promise<void> {
  await trx.updateTable("requirement_set").set({ title, lot, intro, updated_at: at }).where("id", "=", id).execute();
}

/** Holds the edition until the commit, and notes that it changed. False when it changed since it was read: somebody else was first. */
export async function claimEdition(trx: Trx, edition: { readonly id: string; readonly revision: number }, at: Instant): Promise<boolean> {
  const row = await trx.updateTable("requirement_set").set({ updated_at: at, revision: edition.revision + 1 }).where("id", "=", edition.id).where("revision", "=", edition.revision).returning("id").executeTakeFirst();
  return row !== undefined;
}

export async function relabelSeries(trx: Trx, id: string, tlp: Tlp): Promise<void> {
  await trx.updateTable("requirement_series").set({ tlp }).where("id", "=", id).execute();
  await indexRequirementSet(trx, id);
}

export interface NewChapter {
  readonly id: string;
  readonly setId: string;
  readonly originId: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly title: string;
  readonly intro: string;
}

export async function insertChapters(trx: Trx, chapters: readonly NewChapter[]): Promise<void> {
  for (const part of partsOf(chapters)) {
    await trx
      .insertInto("requirement_chapter")
      .values(part.map(({ id, setId, originId, parentId, position, title, intro }) => ({ id, set_id: setId, origin_id: originId, parent_id: parentId, position, number: null, title, intro })))
      .execute();
  }
}

export async function updateChapter(trx: Trx, id: string, { title, intro, parentId, position }: { title: string; intro: string; parentId: string | null; position: number }): Promise<void> {
  await trx.updateTable("requirement_chapter").set({ title, intro, parent_id: parentId, position }).where("id", "=", id).execute();
}

export async function deleteChapter(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom("requirement_chapter").where("id", "=", id).execute();
}

export interface NewRequirement {
  readonly id: string;
  readonly setId: string;
  readonly chapterId: string;
  readonly position: number;
  readonly proposalId: string;
  readonly version: number;
  readonly weight: number | null;
}

/** Those that stand in the set already stay where they are. Answers how many came in. */
export async function insertRequirements(trx: Trx, requirements: readonly NewRequirement[]): Promise<number> {
  let amount = 0;
  for (const part of partsOf(requirements)) {
    const rows = await trx
      .insertInto("requirement")
      .values(part.map(({ id, setId, chapterId, position, proposalId, version, weight }) => ({ id, set_id: setId, chapter_id: chapterId, position, number: null, proposal_id: proposalId, version, weight })))
      .onConflict((oc) => oc.columns(["set_id", "proposal_id"]).doNothing())
      .returning("id")
      .execute();
    amount += rows.length;
  }
  return amount;
}

export async function placeRequirement(trx: Trx, id: string, { chapterId, position }: { chapterId: string; position: number }): Promise<void> {
  await trx.updateTable("requirement").set({ chapter_id: chapterId, position }).where("id", "=", id).execute();
}

export async function renewRequirementRow(trx: Trx, id: string, { version, weight }: { version: number; weight: number | null }): Promise<void> {
  await trx.updateTable("requirement").set({ version, weight }).where("id", "=", id).execute();
}

export async function weighRequirement(trx: Trx, id: string, weight: number): Promise<void> {
  await trx.updateTable("requirement").set({ weight }).where("id", "=", id).execute();
}

export async function deleteRequirement(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom("requirement").where("id", "=", id).execute();
}

/** Gives rows of one list the places 1, 2, 3 …; only those that stand elsewhere are written. */
export async function setPlaces(trx: Trx, table: "requirement" | "requirement_chapter", ordered: readonly { readonly id: string; readonly position: number }[]): Promise<void> {
  for (const [index, { id, position }] of ordered.entries()) {
    if (position !== index + 1) await trx.updateTable(table).set({ position: index + 1 }).where("id", "=", id).execute();
  }
}

/** Writes the numbers of an edition for good, just before it is frozen. */
export async function writeNumbers(trx: Trx, table: "requirement" | "requirement_chapter", numbered: readonly { readonly id: string; readonly number: string }[], breathe: () => Promise<void>): Promise<void> {
  for (const { id, number } of numbered) {
    await trx.updateTable(table).set({ number }).where("id", "=", id).execute();
    await breathe();
  }
}

export interface NewFreeze {
  readonly setId: string;
  readonly seriesId: string;
  readonly lastRequirementId: string;
  readonly fingerprint: string;
  readonly tlp: Tlp;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}

/** From here on the edition does not change, and the search finds it. False when it was frozen already. */
export async function insertFreeze(trx: Trx, freeze: NewFreeze): Promise<boolean> {
  const row = await trx
    .insertInto("requirement_freeze")
    .values({ set_id: freeze.setId, last_requirement_id: freeze.lastRequirementId, fingerprint: freeze.fingerprint, tlp: freeze.tlp, note: freeze.note, frozen_by: freeze.by, frozen_at: freeze.at })
    .onConflict((oc) => oc.column("set_id").doNothing())
    .returning("set_id")
    .executeTakeFirst();
  if (row !== undefined) await indexRequirementSet(trx, freeze.seriesId);
  return row !== undefined;
}

function* partsOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += 500) yield rows.slice(from, from + 500);
}
