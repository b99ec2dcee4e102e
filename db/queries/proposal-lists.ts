import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { stateAt, type Moscow, type ProposalKind, type ProposalState } from "#app/domain/proposals/proposal.ts";
import { withoutZeros, type ControlName } from "#app/domain/proposals/control.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { countRows, keyPattern, searchKey } from "../portable.ts";
import { keptUntilCommit, prepared } from "../prepared.ts";
import { listControlNames, spellingsOf } from "./controls.ts";
import { visibleTo } from "./visibility.ts";

export const SORTS = ["changed", "newest", "number", "title"] as const;
export type Sort = (typeof SORTS)[number];

/** What a reader asked of the list; everything may be left out. `today` decides what on_hold has come back. */
export interface ProposalFilter {
  readonly q?: string | undefined;
  /** slug of a body */
  readonly body?: string | undefined;
  readonly state?: ProposalState | undefined;
  readonly kind?: ProposalKind | undefined;
  /** slug of a component */
  readonly component?: string | undefined;
  /** number of a need */
  readonly need?: string | undefined;
  /** a control of a norm that the newest version names */
  readonly control?: ControlName | undefined;
  readonly today: Day;
}

export interface ListedProposal {
  readonly number: string;
  readonly title: string;
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  readonly heldUntil: Day | null;
  readonly tlp: Tlp;
  readonly moscow: Moscow;
  readonly version: number;
  readonly bodyName: string;
  readonly updatedAt: Instant;
}

export interface ProposalPage {
  readonly proposals: readonly ListedProposal[];
  /** for `?na=`; null on the last page */
  readonly next: string | null;
}

/** One page of what this actor may see, by keyset: `after` is the `next` of the page before. */
export async function listProposals(
  db: Db,
  actor: Actor,
  filter: ProposalFilter,
  { sort, after, size }: { sort: Sort; after: string | null; size: number },
): Promise<ProposalPage> {
  const [key, id] = readCursor(after) ?? ["", ""];
  const rows = await page(db, { ...argumentsOf(actor, filter), key, id, limit: size + 1 }, { ...shapeOf(filter), sort, isFurther: id !== "" });
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return {
    proposals: shown.map((row) => ({
      number: row.number,
      title: row.title,
      kind: row.kind,
      state: stateAt(row.state, row.on_hold_until, filter.today),
      heldUntil: row.on_hold_until,
      tlp: row.tlp,
      moscow: row.moscow,
      version: row.current_version,
      bodyName: row.body_name,
      updatedAt: row.updated_at,
    })),
    next: last ? writeCursor(last.sort_key, last.id) : null,
  };
}

/** Counting stops here: a reader does not need to know more, and counting ten thousand rows costs more than showing fifty. */
export const MOST_COUNTED = 1_000;

/** How many proposals the actor may see under this filter, never more than the list would show; `MOST_COUNTED + 1` stands for more. */
export async function countProposals(db: Db, actor: Actor, filter: ProposalFilter): Promise<number> {
  const [row] = await total(db, argumentsOf(actor, filter), shapeOf(filter));
  return row?.count ?? 0;
}

/** The body for which somebody drafts, with what its proposals inherit. */
export async function findDraftingBody(db: Db, slug: string) {
  const row = await db
    .selectFrom("body")
    .select(["id", "slug", "name", "prefix", "kind", "default_tlp", "component_id"])
    .where("slug", "=", slug)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return row ? { id: row.id, slug: row.slug, name: row.name, prefix: row.prefix, kind: row.kind, defaultTlp: row.default_tlp } : null;
}

/** The bodies among these that draft proposals, for somebody who drafts for more than one. */
export async function listDraftingBodies(db: Db, bodyIds: readonly string[]) {
  if (bodyIds.length === 0) return [];
  const rows = await db
    .selectFrom("body")
    .select(["slug as value", "name as label", "kind", "default_tlp"])
    .where("id", "in", [...bodyIds])
    .where("kind", "!=", "taskforce")
    .where("ended_at", "is", null)
    .orderBy("position")
    .execute();
  return rows.map(({ default_tlp: defaultTlp, ...row }) => ({ ...row, defaultTlp }));
}

/** What a form about a text offers to choose from. */
export async function listTargets(db: Db): Promise<{ components: Named[]; needs: Named[]; policyAreas: Named[]; controls: Named[] }> {
  const components = await db.selectFrom("component").select(["slug as value", "name as label"]).orderBy("position").execute();
  const needs = await db.selectFrom("need").select(["number as value", "title as label"]).where("state", "=", "accepted").orderBy("number").execute();
  const policyAreas = await db.selectFrom("policy_area").select(["slug as value", "name as label"]).orderBy("position").execute();
  return { components, needs, policyAreas, controls: await listControlNames(db) };
}

/** What the filters above the list offer. */
export async function listFilterOptions(db: Db): Promise<{ bodies: Named[]; components: Named[] }> {
  const rows = await filterOptions(db, {});
  const of = (kind: string): Named[] => rows.flatMap(({ what, value, label }) => (what === kind ? [{ value, label }] : []));
  return { bodies: of("body"), components: of("component") };
}

const filterOptions = prepared((db) =>
  db
    .selectFrom("body")
    .select([sql<string>`cast('body' as text)`.as("what"), "slug as value", "name as label", "position"])
    .where("kind", "!=", "taskforce")
    .unionAll(db.selectFrom("component").select([sql<string>`cast('component' as text)`.as("what"), "slug as value", "name as label", "position"]))
    .orderBy("position"),
);

export interface Named {
  readonly value: string;
  readonly label: string;
}

/** The ones that changed last, for a feed. */
export async function listChangedProposals(db: Db, actor: Actor, filter: { bodyId?: string; today: Day; limit: number }) {
  const rows = await db
    .selectFrom("proposal")
    .innerJoin("proposal_version as version", (join) =>
      join.onRef("version.proposal_id", "=", "proposal.id").onRef("version.number", "=", "proposal.current_version"),
    )
    .select(["proposal.id", "proposal.number", "proposal.title", "proposal.state", "proposal.on_hold_until", "proposal.updated_at", "proposal.created_at", "version.statement"])
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .$if(filter.bodyId !== undefined, (query) => query.where("proposal.body_id", "=", filter.bodyId ?? ""))
    .orderBy("proposal.updated_at", "desc")
    .orderBy("proposal.id", "desc")
    .limit(filter.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    state: stateAt(row.state, row.on_hold_until, filter.today),
    updatedAt: row.updated_at,
    createdAt: row.created_at,
    statement: row.statement,
  }));
}

const ORDER = {
  changed: { column: "updated_at", direction: "desc" },
  newest: { column: "created_at", direction: "desc" },
  number: { column: "number", direction: "asc" },
  title: { column: "title_key", direction: "asc" },
} as const satisfies Record<Sort, unknown>;

/** What is filled in, and what decides how the query reads: only a filter that was asked for has words in it. */
const argumentsOf = (actor: Actor, { today, body = "", kind = "eis", component = "", need = "", control = { framework: "", number: "0" }, q = "" }: ProposalFilter) => ({
  ...{ actor, today, body, kind, component, need },
  // A norm writes a number as 8.07, people as 8.7.
  ...{ norm: control.framework, place: withoutZeros(control.number), otherPlace: spellingsOf(control.number).at(-1) ?? "" },
  ...{ title: keyPattern(q), number: `${numberLike(q)}%` },
});
const shapeOf = ({ body, state, kind, component, need, control, q = "" }: ProposalFilter) => ({
  ...{ state, hasBody: body !== undefined, hasKind: kind !== undefined },
  ...{ hasComponent: component !== undefined, hasNeed: need !== undefined, hasControl: control !== undefined, hasWords: searchKey(q) !== "" },
});
type FilterArguments = ReturnType<typeof argumentsOf>;
type FilterShape = ReturnType<typeof shapeOf>;

const page = prepared((db, args: FilterArguments & { key: string; id: string; limit: number }, { sort, isFurther, ...shape }: FilterShape & { sort: Sort; isFurther: boolean }) => {
  const { column, direction } = ORDER[sort];
  return filtered(db, args, shape)
    .innerJoin("body", "body.id", "proposal.body_id")
    .innerJoin("proposal_version as version", (join) =>
      join.onRef("version.proposal_id", "=", "proposal.id").onRef("version.number", "=", "proposal.current_version"),
    )
    .select(["proposal.id", "proposal.number", "proposal.title", "proposal.kind", "proposal.state", "proposal.on_hold_until", "proposal.tlp"])
    .select(["proposal.updated_at", "proposal.current_version", "version.moscow", "body.name as body_name", `proposal.${column} as sort_key`])
    .$if(isFurther, (query) => {
      const beyond = direction === "desc" ? "<" : ">";
      const sorted = sql.ref(`proposal.${column}`);
      return query.where(sql<boolean>`(${sorted} ${sql.raw(beyond)} ${args.key} or (${sorted} = ${args.key} and proposal.id ${sql.raw(beyond)} ${args.id}))`);
    })
    .orderBy(`proposal.${column}`, direction)
    .orderBy("proposal.id", direction)
    .limit(args.limit);
});

// In the order of the list, so that its index serves: an index on what one may read would be chosen for the list as well, which then sorts all of it.
const total = keptUntilCommit(
  prepared((db, args: FilterArguments, shape: FilterShape) =>
    db.selectFrom(filtered(db, args, shape).select("proposal.id").orderBy("proposal.updated_at", "desc").orderBy("proposal.id", "desc").limit(MOST_COUNTED + 1).as("some")).select(countRows().as("count")),
  ),
);

const filtered = (db: Db, { actor, today, body, kind, component, need, norm, place, otherPlace, title, number }: FilterArguments, shape: FilterShape) =>
  db
    .selectFrom("proposal")
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .$if(shape.hasBody, (query) => query.where("proposal.body_id", "=", (eb) => eb.selectFrom("body").select("body.id").where("body.slug", "=", body)))
    .$if(shape.hasKind, (query) => query.where("proposal.kind", "=", kind))
    .$if(shape.state !== undefined, (query) => query.where(isInState(shape.state ?? "draft", today)))
    .$if(shape.hasComponent, (query) =>
      query.where("proposal.id", "in", (eb) =>
        eb
          .selectFrom("proposal_component")
          .innerJoin("component", "component.id", "proposal_component.component_id")
          .select("proposal_component.proposal_id")
          .where("component.slug", "=", component),
      ),
    )
    .$if(shape.hasNeed, (query) =>
      query.where("proposal.id", "in", (eb) =>
        eb.selectFrom("proposal_need").innerJoin("need", "need.id", "proposal_need.need_id").select("proposal_need.proposal_id").where("need.number", "=", need),
      ),
    )
    .$if(shape.hasControl, (query) =>
      query.where("proposal.id", "in", (eb) =>
        eb
          .selectFrom("proposal_control")
          .innerJoin("control", "control.id", "proposal_control.control_id")
          .select("proposal_control.proposal_id")
          .where("control.framework", "=", norm)
          .where("control.number", "in", [place, otherPlace]),
      ),
    )
    .$if(shape.hasWords, (query) => query.where((eb) => eb.or([eb("proposal.title_key", "like", title), eb("proposal.number", "like", number)])));

/** The same predicate as `stateAt`, asked of the database. */
const isInState = (state: ProposalState, today: Day) => {
  if (state === "on_hold") return sql<boolean>`(proposal.state = 'on_hold' and (proposal.on_hold_until is null or proposal.on_hold_until > ${today}))`;
  if (state === "in_portfolio") return sql<boolean>`(proposal.state = 'in_portfolio' or (proposal.state = 'on_hold' and proposal.on_hold_until <= ${today}))`;
  return sql<boolean>`proposal.state = ${state}`;
};

const numberLike = (q: string): string => q.trim().toUpperCase().replace(/[^A-Z0-9-]/g, "") || "-";

const writeCursor = (key: string, id: string): string => Buffer.from(JSON.stringify([key, id])).toString("base64url");

/** A cursor that somebody made up is no cursor: the list then starts at its beginning. */
function readCursor(cursor: string | null): readonly [string, string] | null {
  if (!cursor) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(read) && read.length === 2 && read.every((one) => typeof one === "string") ? [String(read[0]), String(read[1])] : null;
  } catch {
    return null;
  }
}
