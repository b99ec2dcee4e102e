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
  /** until when the Taskforce put off its initiative, as far as this reader may see that; the day may have passed */
  readonly heldUntil: Day | null;
  readonly isPublicWording: boolean;
  readonly updatedAt: Instant;
}

export interface RoadmapFilter {
  readonly component?: string | undefined;
  readonly standing?: Standing | undefined;
  /** slug of a body: what it brought, as far as this reader may see that */
  readonly body?: string | undefined;
}

/** Everything on the roadmap that this reader may know of, by component and quarter; what lapsed only when asked for. */
export async function listRoadmapItems(db: Db, actor: Actor, filter: RoadmapFilter): Promise<RoadmapItem[]> {
  const rows = await items(db, actor)
    .$if(filter.component !== undefined, (query) => query.where("component.slug", "=", filter.component ?? ""))
    .$if(filter.body !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb("roadmap_item.body_id", "in", eb.selectFrom("body").select("body.id").where("body.slug", "=", filter.body ?? "")),
          eb(
            "roadmap_item.initiative_id",
            "in",
            eb
              .selectFrom("initiative_proposal")
              .innerJoin("proposal", "proposal.id", "initiative_proposal.proposal_id")
              .innerJoin("body", "body.id", "proposal.body_id")
              .select("initiative_proposal.initiative_id")
              .where("body.slug", "=", filter.body ?? "")
              .where(visibleTo(actor, "proposal", { shared: "shared_at" })),
          ),
        ]),
      ),
    )
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

/** What an item waits for, and what waits for it, as far as this reader may know of them. */
export async function listNeighbours(db: Db, actor: Actor, itemId: string): Promise<{ item: RoadmapItem; isWaiting: boolean }[]> {
  const rows = await items(db, actor)
    .innerJoin("roadmap_dependency", (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb("roadmap_dependency.item_id", "=", itemId), eb("roadmap_dependency.needs_id", "=", eb.ref("roadmap_item.id"))]),
          eb.and([eb("roadmap_dependency.needs_id", "=", itemId), eb("roadmap_dependency.item_id", "=", eb.ref("roadmap_item.id"))]),
        ]),
      ),
    )
    .select("roadmap_dependency.needs_id")
    .where("roadmap_item.standing", "!=", "vervallen")
    .orderBy("roadmap_item.number")
    .execute();
  return rows.map((row) => ({ item: toItem(row), isWaiting: row.needs_id === itemId }));
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

const items = (db: Db, actor: Actor) =>
  db
    .selectFrom("roadmap_item")
    .innerJoin("component", "component.id", "roadmap_item.component_id")
    .leftJoin("initiative", (join) => join.onRef("initiative.id", "=", "roadmap_item.initiative_id").on(visibleTo(actor, "initiative")))
    .where((eb) => eb.or([visibleTo(actor, "roadmap_item"), eb("roadmap_item.public_title", "is not", null)]))
    .select([
      "roadmap_item.id", "roadmap_item.number", "roadmap_item.title", "roadmap_item.summary", "roadmap_item.body_id", "roadmap_item.initiative_id", "roadmap_item.start_quarter", "roadmap_item.end_quarter", "roadmap_item.fte",
      "roadmap_item.standing", "roadmap_item.progress", "roadmap_item.progress_note", "roadmap_item.public_title", "roadmap_item.public_summary", "roadmap_item.updated_at",
      "component.slug as component_slug", "component.name as component_name", "initiative.number as initiative_number", "initiative.title as initiative_title", "initiative.state as initiative_state", "initiative.on_hold_until",
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
    heldUntil: row.standing === "voorgesteld" && row.initiative_state === "aangehouden" ? row.on_hold_until : null,
  };
}
