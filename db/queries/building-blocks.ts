import type { NoteArea } from "#app/domain/building-blocks/note.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { searchKey } from "../portable.ts";

export interface Block {
  readonly id: string;
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  readonly statement: string;
  readonly explanation: string;
  /** slugs */
  readonly areas: readonly string[];
  readonly components: readonly string[];
  readonly controls: readonly { readonly name: string; readonly title: string; readonly mapsTo: string | null }[];
}

export const listAreas = (db: Db): Promise<NoteArea[]> => db.selectFrom("policy_area").select(["slug", "name"]).orderBy("position").execute();

/** The whole library in its own order, or only these blocks; five queries whatever the number. */
export async function listBlocks(db: Db, slugs: readonly string[] | null = null): Promise<Block[]> {
  if (slugs !== null && slugs.length === 0) return [];
  const rows = await db
    .selectFrom("building_block")
    .select(["id", "code", "slug", "title", "statement", "explanation"])
    .$if(slugs !== null, (query) => query.where("slug", "in", [...(slugs ?? [])]))
    .orderBy("position")
    .limit(500)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const areas = await db.selectFrom("building_block_area").innerJoin("policy_area", "policy_area.id", "policy_area_id").select(["block_id", "policy_area.slug"]).where("block_id", "in", ids).orderBy("policy_area.position").execute();
  const components = await db.selectFrom("building_block_component").innerJoin("component", "component.id", "component_id").select(["block_id", "component.slug"]).where("block_id", "in", ids).orderBy("component.position").execute();
  const controls = await db
    .selectFrom("building_block_control")
    .innerJoin("control", "control.id", "control_id")
    .select(["block_id", "control.framework", "control.number", "control.title", "control.maps_to"])
    .where("block_id", "in", ids)
    .orderBy("control.number")
    .execute();
  return rows.map((row) => ({
    ...row,
    areas: areas.filter(({ block_id }) => block_id === row.id).map(({ slug }) => slug),
    components: components.filter(({ block_id }) => block_id === row.id).map(({ slug }) => slug),
    controls: controls.filter(({ block_id }) => block_id === row.id).map(({ framework, number, title, maps_to }) => ({ name: `${framework} ${number}`, title, mapsTo: maps_to })),
  }));
}

export interface NewBlock {
  readonly id: string;
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  readonly statement: string;
  readonly explanation: string;
  readonly position: number;
  readonly areaIds: readonly string[];
  readonly componentIds: readonly string[];
  readonly controlIds: readonly string[];
}

/** False when the library already holds a block with this code or slug. */
export async function insertBlock(trx: Trx, block: NewBlock, at: Instant): Promise<boolean> {
  const { id, code, slug, title, statement, explanation, position, areaIds, componentIds, controlIds } = block;
  const row = await trx
    .insertInto("building_block")
    .values({ id, code, slug, title, title_key: searchKey(title), statement, explanation, position, updated_at: at })
    .onConflict((oc) => oc.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) return false;
  await trx.insertInto("building_block_area").values(areaIds.map((policy_area_id) => ({ block_id: id, policy_area_id }))).execute();
  if (componentIds.length > 0) await trx.insertInto("building_block_component").values(componentIds.map((component_id) => ({ block_id: id, component_id }))).execute();
  if (controlIds.length > 0) await trx.insertInto("building_block_control").values(controlIds.map((control_id) => ({ block_id: id, control_id }))).execute();
  return true;
}

export interface KeptNote {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly { readonly slug: string; readonly adapted: string }[];
  readonly updatedAt: Instant;
}

/** The notes of one person, last changed first. */
export async function listNotes(db: Db, personId: string): Promise<KeptNote[]> {
  const rows = await db.selectFrom("policy_note").select(["id", "title", "blocks", "updated_at"]).where("person_id", "=", personId).orderBy("updated_at", "desc").limit(100).execute();
  return rows.map((row) => ({ id: row.id, title: row.title, blocks: JSON.parse(row.blocks) as KeptNote["blocks"], updatedAt: row.updated_at }));
}

export async function upsertNote(trx: Trx, note: { readonly id: string; readonly personId: string; readonly organisationId: string | null; readonly title: string; readonly blocks: KeptNote["blocks"]; readonly at: Instant }): Promise<void> {
  const values = { title: note.title, blocks: JSON.stringify(note.blocks), updated_at: note.at };
  await trx
    .insertInto("policy_note")
    .values({ ...values, id: note.id, person_id: note.personId, organisation_id: note.organisationId, created_at: note.at })
    .onConflict((oc) => oc.column("id").doUpdateSet(values))
    .execute();
}

/** Whether this note is there and of this person. */
export async function findNoteOf(db: Db, id: string, personId: string): Promise<boolean> {
  return (await db.selectFrom("policy_note").select("id").where("id", "=", id).where("person_id", "=", personId).executeTakeFirst()) !== undefined;
}
