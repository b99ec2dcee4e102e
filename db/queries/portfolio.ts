import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Approach, InitiativeState } from "#app/domain/portfolio/initiative.ts";
import type { Quarter } from "#app/domain/roadmap/quarter.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { initiativeStateAt } from "./portfolio-writes.ts";
import { visibleTo } from "./visibility.ts";

/** An initiative as this reader may know it: outside its label only its public title and summary. */
export interface Initiative {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly bodyId: string;
  readonly component: { readonly slug: string; readonly name: string };
  readonly approach: Approach;
  readonly state: InitiativeState;
  readonly costFrom: number | null;
  readonly costTo: number | null;
  readonly tlp: Tlp;
  readonly publicTitle: string | null;
  readonly publicSummary: string | null;
  readonly heldUntil: Day | null;
  readonly question: string | null;
  readonly createdAt: Instant;
  readonly isPublicWording: boolean;
  readonly roadmap: { readonly id: string; readonly number: string; readonly start: Quarter; readonly end: Quarter; readonly fte: number; readonly standing: string } | null;
  readonly proposals: number;
}

export interface InitiativeFilter {
  readonly component?: string | undefined;
  readonly approach?: Approach | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** The board: every initiative that this reader may know of, newest first. A portfolio holds tens of them, not thousands. */
export async function listInitiatives(db: Db, actor: Actor, filter: InitiativeFilter, today: Day): Promise<Initiative[]> {
  const rows = await initiatives(db, actor)
    .$if(filter.component !== undefined, (query) => query.where("component.slug", "=", filter.component ?? ""))
    .$if(filter.approach !== undefined, (query) => query.where("initiative.approach", "=", filter.approach ?? "optimalisatie"))
    .$if(filter.ids !== undefined, (query) => query.where("initiative.id", "in", [...(filter.ids ?? []), "-"]))
    .orderBy("initiative.number", "desc")
    .limit(500)
    .execute();
  return rows.map((row) => toInitiative(row, today));
}

/** The initiative with this number, if this reader may know of it. */
export async function findInitiative(db: Db, actor: Actor, number: string, today: Day): Promise<Initiative | null> {
  const row = await initiatives(db, actor).where("initiative.number", "=", number).executeTakeFirst();
  return row ? toInitiative(row, today) : null;
}

const initiatives = (db: Db, actor: Actor) =>
  db
    .selectFrom("initiative")
    .innerJoin("component", "component.id", "initiative.component_id")
    .leftJoin("roadmap_item", (join) => join.onRef("roadmap_item.initiative_id", "=", "initiative.id").on("roadmap_item.standing", "!=", "vervallen"))
    .where((eb) => eb.or([visibleTo(actor, "initiative"), eb("initiative.public_title", "is not", null)]))
    .select([
      "initiative.id", "initiative.number", "initiative.title", "initiative.summary", "initiative.body_id", "initiative.approach", "initiative.state", "initiative.cost_from", "initiative.cost_to", "initiative.tlp",
      "initiative.public_title", "initiative.public_summary", "initiative.on_hold_until", "initiative.question", "initiative.created_at", "component.slug as component_slug", "component.name as component_name",
      "roadmap_item.id as item_id", "roadmap_item.number as item_number", "roadmap_item.start_quarter", "roadmap_item.end_quarter", "roadmap_item.fte", "roadmap_item.standing",
    ])
    .select(sql<number>`case when ${visibleTo(actor, "initiative")} then 1 else 0 end`.as("is_visible"))
    .select((eb) =>
      eb
        .selectFrom("initiative_proposal")
        .innerJoin("proposal", "proposal.id", "initiative_proposal.proposal_id")
        .whereRef("initiative_proposal.initiative_id", "=", "initiative.id")
        .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
        .select(sql<number>`cast(count(*) as integer)`.as("amount"))
        .as("proposals"),
    );
type Row = Awaited<ReturnType<ReturnType<typeof initiatives>["executeTakeFirstOrThrow"]>>;

function toInitiative(row: Row, today: Day): Initiative {
  const isHidden = row.is_visible === 0;
  const state = initiativeStateAt(row.state, row.on_hold_until, today);
  return {
    ...{ id: row.id, number: row.number, bodyId: row.body_id, approach: row.approach, tlp: row.tlp, createdAt: row.created_at, isPublicWording: isHidden },
    title: isHidden ? (row.public_title ?? row.number) : row.title,
    summary: isHidden ? (row.public_summary ?? "") : row.summary,
    component: { slug: row.component_slug, name: row.component_name },
    state,
    costFrom: isHidden ? null : row.cost_from,
    costTo: isHidden ? null : row.cost_to,
    publicTitle: row.public_title,
    publicSummary: row.public_summary,
    heldUntil: state === "aangehouden" ? row.on_hold_until : null,
    question: isHidden ? null : row.question,
    roadmap: row.item_number === null ? null : { id: row.item_id ?? "", number: row.item_number, start: row.start_quarter as Quarter, end: row.end_quarter as Quarter, fte: row.fte ?? 0, standing: row.standing ?? "" },
    proposals: row.proposals ?? 0,
  };
}
