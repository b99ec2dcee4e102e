import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Progress } from "#app/domain/roadmap/item.ts";
import type { Standing } from "#app/domain/roadmap/load.ts";
import type { Quarter } from "#app/domain/roadmap/quarter.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { visibleTo } from "./visibility.ts";

/** An item as this reader may know it: outside its label only its public title and summary. */
export interface RoadmapItem {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly bodyId: string;
  readonly component: { readonly slug: string; readonly name: string };
  readonly initiative: { readonly number: string; readonly title: string } | null;
  readonly initiativeId: string | null;
  readonly start: Quarter;
  readonly end: Quarter;
  readonly fte: number;
  readonly standing: Standing;
  readonly progress: Progress;
  readonly note: string | null;
  readonly isPublicWording: boolean;
  readonly updatedAt: Instant;
}

export interface RoadmapFilter {
  readonly component?: string | undefined;
  readonly standing?: Standing | undefined;
}

/** Everything on the roadmap that this reader may know of, by component and quarter; what lapsed only when asked for. */
export async function listRoadmapItems(db: Db, actor: Actor, filter: RoadmapFilter): Promise<RoadmapItem[]> {
  const rows = await items(db, actor)
    .$if(filter.component !== undefined, (query) => query.where("component.slug", "=", filter.component ?? ""))
    .where("roadmap_item.standing", filter.standing === undefined ? "!=" : "=", filter.standing ?? "vervallen")
    .orderBy("component.position")
    .orderBy("roadmap_item.start_quarter")
    .orderBy("roadmap_item.number")
    .limit(1000)
    .execute();
  return rows.map(toItem);
}

export async function findRoadmapItem(db: Db, actor: Actor, number: string): Promise<RoadmapItem | null> {
  const row = await items(db, actor).where("roadmap_item.number", "=", number).executeTakeFirst();
  return row ? toItem(row) : null;
}

/** Who waits for whom, by item: only pairs of which this reader may know both. */
export async function listDependencies(db: Db, actor: Actor): Promise<{ itemId: string; needsId: string }[]> {
  const known = db.selectFrom("roadmap_item").select("roadmap_item.id").where((eb) => eb.or([visibleTo(actor, "roadmap_item"), eb("roadmap_item.public_title", "is not", null)]));
  const rows = await db.selectFrom("roadmap_dependency").selectAll().where("item_id", "in", known).where("needs_id", "in", known).execute();
  return rows.map(({ item_id, needs_id }) => ({ itemId: item_id, needsId: needs_id }));
}

/** How many people there are, per quarter. */
export async function listCapacity(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom("capacity").select(["quarter", "fte"]).orderBy("quarter").execute();
  return new Map(rows.map(({ quarter, fte }) => [quarter, fte]));
}

export async function listMilestones(db: Db, itemId: string): Promise<{ id: string; title: string; dueOn: Day; reachedOn: Day | null }[]> {
  const rows = await db.selectFrom("milestone").select(["id", "title", "due_on", "reached_on"]).where("item_id", "=", itemId).orderBy("due_on").orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, title: row.title, dueOn: row.due_on, reachedOn: row.reached_on }));
}

/** Where an item stood before, newest move first. */
export async function listMoves(db: Db, itemId: string): Promise<{ id: string; at: Instant; fromStart: Quarter; fromEnd: Quarter; toStart: Quarter; toEnd: Quarter; reason: string }[]> {
  const rows = await db.selectFrom("roadmap_move").select(["id", "at", "from_start", "from_end", "to_start", "to_end", "reason"]).where("item_id", "=", itemId).orderBy("at", "desc").execute();
  return rows.map((row) => ({ id: row.id, at: row.at, fromStart: (row.from_start ?? row.to_start) as Quarter, fromEnd: (row.from_end ?? row.to_end) as Quarter, toStart: row.to_start as Quarter, toEnd: row.to_end as Quarter, reason: row.reason }));
}

const items = (db: Db, actor: Actor) =>
  db
    .selectFrom("roadmap_item")
    .innerJoin("component", "component.id", "roadmap_item.component_id")
    .leftJoin("initiative", (join) => join.onRef("initiative.id", "=", "roadmap_item.initiative_id").on(visibleTo(actor, "initiative")))
    .where((eb) => eb.or([visibleTo(actor, "roadmap_item"), eb("roadmap_item.public_title", "is not", null)]))
    .select([
      "roadmap_item.id", "roadmap_item.number", "roadmap_item.title", "roadmap_item.summary", "roadmap_item.body_id", "roadmap_item.initiative_id", "roadmap_item.start_quarter", "roadmap_item.end_quarter", "roadmap_item.fte",
      "roadmap_item.standing", "roadmap_item.progress", "roadmap_item.progress_note", "roadmap_item.public_title", "roadmap_item.public_summary", "roadmap_item.updated_at",
      "component.slug as component_slug", "component.name as component_name", "initiative.number as initiative_number", "initiative.title as initiative_title",
    ])
    .select(sql<number>`case when ${visibleTo(actor, "roadmap_item")} then 1 else 0 end`.as("is_visible"));
type Row = Awaited<ReturnType<ReturnType<typeof items>["executeTakeFirstOrThrow"]>>;

function toItem(row: Row): RoadmapItem {
  const isHidden = row.is_visible === 0;
  return {
    ...{ id: row.id, number: row.number, bodyId: row.body_id, fte: row.fte, standing: row.standing, progress: row.progress, updatedAt: row.updated_at, isPublicWording: isHidden },
    title: isHidden ? (row.public_title ?? row.number) : row.title,
    summary: isHidden ? (row.public_summary ?? "") : row.summary,
    component: { slug: row.component_slug, name: row.component_name },
    initiative: row.initiative_number === null ? null : { number: row.initiative_number, title: row.initiative_title ?? row.initiative_number },
    initiativeId: row.initiative_number === null ? null : row.initiative_id,
    start: row.start_quarter as Quarter,
    end: row.end_quarter as Quarter,
    note: isHidden ? null : row.progress_note,
  };
}
