import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Progress } from "#app/domain/roadmap/item.ts";
import type { Quarter } from "#app/domain/roadmap/quarter.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";
import { prepared } from "../prepared.ts";
import { visibleTo } from "./visibility.ts";

const word = (text: string) => sql<string>`cast(${sql.val(text)} as text)`;
const nothing = sql<string | null>`cast(null as text)`;

/** What the items of the roadmap have in common: the people there are, effort that differs by quarter, and who waits for whom. */
export interface Plan {
  readonly capacity: ReadonlyMap<Quarter, number>;
  /** by id of the item: people by place, counted from its first quarter */
  readonly efforts: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly pairs: readonly { readonly itemId: string; readonly needsId: string }[];
}

/** In one query; pairs only where this reader may know of both. */
export async function findPlan(db: Db, actor: Actor): Promise<Plan> {
  const efforts = new Map<string, Map<number, number>>();
  const capacity = new Map<Quarter, number>();
  const pairs: { itemId: string; needsId: string }[] = [];
  for (const { what, one, other, amount } of await plan(db, { actor })) {
    if (what === "capacity") capacity.set(one as Quarter, amount);
    else if (what === "effort") efforts.set(one, (efforts.get(one) ?? new Map<number, number>()).set(Number(other), amount));
    else pairs.push({ itemId: one, needsId: other });
  }
  return { capacity, efforts, pairs };
}

/** Joined, not asked with `in`: with two lists SQLite tries every pair that there could be. */
const plan = prepared((db, { actor }: { actor: Actor }) =>
  db
    .selectFrom("capacity")
    .select([word("capacity").as("what"), "quarter as one", word("").as("other"), "fte as amount"])
    .unionAll(
      db
        .selectFrom("roadmap_effort")
        .innerJoin("roadmap_item as item", "item.id", "roadmap_effort.item_id")
        .where((eb) => eb.or([visibleTo(actor, "item"), eb("item.public_title", "is not", null)]))
        .select([word("effort").as("what"), "roadmap_effort.item_id as one", sql<string>`cast(roadmap_effort.place as text)`.as("other"), "roadmap_effort.fte as amount"]),
    )
    .unionAll(
      db
        .selectFrom("roadmap_dependency")
        .innerJoin("roadmap_item as item", "item.id", "roadmap_dependency.item_id")
        .innerJoin("roadmap_item as needed", "needed.id", "roadmap_dependency.needs_id")
        .where((eb) => eb.or([visibleTo(actor, "item"), eb("item.public_title", "is not", null)]))
        .where((eb) => eb.or([visibleTo(actor, "needed"), eb("needed.public_title", "is not", null)]))
        .select([word("needs").as("what"), "roadmap_dependency.item_id as one", "roadmap_dependency.needs_id as other", sql<number>`cast(0 as integer)`.as("amount")]),
    )
    .orderBy("what")
    .orderBy("one")
    .orderBy("other"),
);

export interface PhaseRow {
  readonly id: string;
  readonly itemId: string;
  readonly title: string;
  readonly quarters: number;
  readonly gate: string;
  readonly passedOn: Day | null;
}

/** The phases of an item in order. */
export async function listPhases(db: Db, itemId: string): Promise<PhaseRow[]> {
  const rows = await db.selectFrom("roadmap_phase").select(["id", "item_id", "title", "quarters", "gate", "passed_on"]).where("item_id", "=", itemId).orderBy("position").execute();
  return rows.map((row) => ({ id: row.id, itemId: row.item_id, title: row.title, quarters: row.quarters, gate: row.gate, passedOn: row.passed_on }));
}

export type HistoryEntry = { readonly id: string; readonly at: Instant; readonly by: string; readonly note: string } & (
  | { readonly what: "moved"; readonly from: readonly [Quarter, Quarter]; readonly to: readonly [Quarter, Quarter] }
  | { readonly what: "milestone"; readonly title: string; readonly from: Day; readonly to: Day }
  | { readonly what: "status"; readonly progress: Progress }
);

/** What happened to the planning of an item: dates that moved and how the work went, each with who and why, newest first. */
export async function listItemHistory(db: Db, itemId: string): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom("roadmap_move")
    .leftJoin("person", "person.id", "roadmap_move.actor_id")
    .where("roadmap_move.item_id", "=", itemId)
    .select([word("moved").as("what"), "roadmap_move.id as id", "roadmap_move.at as at", "person.name as name", "roadmap_move.reason as note", word("").as("title"), "from_start as from", "from_end as from_too", "to_start as to", "to_end as to_too"])
    .unionAll(
      db
        .selectFrom("milestone_move")
        .innerJoin("milestone", "milestone.id", "milestone_move.milestone_id")
        .leftJoin("person", "person.id", "milestone_move.person_id")
        .where("milestone.item_id", "=", itemId)
        .select([word("milestone").as("what"), "milestone_move.id as id", "milestone_move.changed_at as at", "person.name as name", "milestone_move.reason as note", "milestone.title as title", "from_due as from", nothing.as("from_too"), "to_due as to", word("").as("to_too")])
        .$castTo<HistoryRow>(),
    )
    .unionAll(
      db
        .selectFrom("roadmap_status")
        .leftJoin("person", "person.id", "roadmap_status.person_id")
        .where("roadmap_status.item_id", "=", itemId)
        .select([word("status").as("what"), "roadmap_status.id as id", "roadmap_status.changed_at as at", "person.name as name", "roadmap_status.note as note", "roadmap_status.progress as title", nothing.as("from"), nothing.as("from_too"), word("").as("to"), word("").as("to_too")])
        .$castTo<HistoryRow>(),
    )
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(100)
    .execute();
  return rows.map(toEntry);
}

interface HistoryRow {
  readonly what: string;
  readonly id: string;
  readonly at: Instant;
  readonly name: string | null;
  readonly note: string;
  readonly title: string;
  readonly from: string | null;
  readonly from_too: string | null;
  readonly to: string;
  readonly to_too: string;
}

function toEntry(row: HistoryRow): HistoryEntry {
  const entry = { id: row.id, at: row.at, by: row.name ?? "", note: row.note };
  if (row.what === "status") return { ...entry, what: "status", progress: row.title as Progress };
  if (row.what === "milestone") return { ...entry, what: "milestone", title: row.title, from: (row.from ?? row.to) as Day, to: row.to as Day };
  return { ...entry, what: "moved", from: [(row.from ?? row.to) as Quarter, (row.from_too ?? row.to_too) as Quarter], to: [row.to as Quarter, row.to_too as Quarter] };
}

/** The phases of everything on the roadmap whose whole text this reader may see, in order. */
export async function listAllPhases(db: Db, actor: Actor): Promise<PhaseRow[]> {
  const rows = await db
    .selectFrom("roadmap_phase")
    .innerJoin("roadmap_item", "roadmap_item.id", "roadmap_phase.item_id")
    .select(["roadmap_phase.id", "roadmap_phase.item_id", "roadmap_phase.title", "roadmap_phase.quarters", "roadmap_phase.gate", "roadmap_phase.passed_on"])
    .where("roadmap_item.standing", "!=", "vervallen")
    .where(visibleTo(actor, "roadmap_item"))
    .orderBy("roadmap_phase.item_id")
    .orderBy("roadmap_phase.position")
    .execute();
  return rows.map((row) => ({ id: row.id, itemId: row.item_id, title: row.title, quarters: row.quarters, gate: row.gate, passedOn: row.passed_on }));
}

export interface DatedMilestone {
  readonly id: string;
  readonly item: string;
  readonly itemId: string;
  readonly itemTitle: string;
  readonly component: string;
  readonly title: string;
  readonly dueOn: Day;
  readonly reachedOn: Day | null;
  readonly isStopped: boolean;
  /** false while the Taskforce still has to decide on the item */
  readonly isDecided: boolean;
}

/** The milestones of everything that is on the roadmap and whose whole text this reader may see, by day. */
export async function listAllMilestones(db: Db, actor: Actor, component?: string): Promise<DatedMilestone[]> {
  const rows = await db
    .selectFrom("milestone")
    .innerJoin("roadmap_item", "roadmap_item.id", "milestone.item_id")
    .innerJoin("component", "component.id", "roadmap_item.component_id")
    .select(["milestone.id", "roadmap_item.id as item_id", "roadmap_item.number", "roadmap_item.title as item_title", "component.slug", "milestone.title", "milestone.due_on", "milestone.reached_on", "roadmap_item.progress", "roadmap_item.standing"])
    .where("roadmap_item.standing", "!=", "vervallen")
    .where(visibleTo(actor, "roadmap_item"))
    .$if(component !== undefined, (query) => query.where("component.slug", "=", component ?? ""))
    .orderBy("milestone.due_on")
    .orderBy("milestone.id")
    .limit(1000)
    .execute();
  return rows.map((row) => ({ id: row.id, item: row.number, itemId: row.item_id, itemTitle: row.item_title, component: row.slug, title: row.title, dueOn: row.due_on, reachedOn: row.reached_on, isStopped: row.progress === "gestopt", isDecided: row.standing === "vastgesteld" }));
}

/** How often each milestone was given another day, and when last, by its id. */
export async function countMilestoneMoves(db: Db): Promise<Map<string, { times: number; last: Instant }>> {
  const rows = await db
    .selectFrom("milestone_move")
    .select((eb) => ["milestone_id", countRows().as("times"), eb.fn.max("changed_at").as("last")])
    .groupBy("milestone_id")
    .execute();
  return new Map(rows.map(({ milestone_id, times, last }) => [milestone_id, { times, last }]));
}
