import { sql } from "kysely";
import { actionNumber, type ActionState } from "#app/domain/meetings/action-item.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { countRows } from "../portable.ts";
import { nextNumber } from "./counters.ts";

export interface ActionItem {
  readonly id: string;
  readonly number: string;
  readonly body: { readonly id: string; readonly slug: string; readonly name: string };
  readonly meeting: { readonly id: string; readonly title: string; readonly startsAt: Instant } | null;
  readonly statement: string;
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly dueOn: Day | null;
  readonly dueText: string | null;
  readonly state: ActionState;
  readonly doneAt: Instant | null;
  readonly note: string | null;
}

export interface ActionFilter {
  readonly mine?: boolean | undefined;
  readonly bodySlug?: string | undefined;
  readonly state?: ActionState | undefined;
  /** due on this day at the latest */
  readonly dueBy?: Day | undefined;
}

export const nextActionNumber = async (trx: Trx, year: number): Promise<string> => actionNumber(year, await nextNumber(trx, `action:${year}`));

export interface NewAction {
  readonly id: string;
  readonly number: string;
  readonly bodyId: string;
  readonly meetingId: string | null;
  readonly agendaItemId: string | null;
  readonly statement: string;
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly dueOn: Day | null;
  readonly dueText: string | null;
  readonly state?: ActionState | undefined;
  readonly note?: string | null | undefined;
  readonly createdAt: Instant;
  readonly doneAt?: Instant | null | undefined;
}

export async function insertAction(trx: Trx, action: NewAction): Promise<void> {
  await trx
    .insertInto("action_item")
    .values({
      id: action.id,
      number: action.number,
      body_id: action.bodyId,
      meeting_id: action.meetingId,
      agenda_item_id: action.agendaItemId,
      statement: action.statement,
      owner_id: action.ownerId,
      owner_name: action.ownerName,
      due_on: action.dueOn,
      due_text: action.dueText,
      state: action.state ?? "open",
      created_at: action.createdAt,
      done_at: action.doneAt ?? null,
      note: action.note ?? null,
    })
    .execute();
}

/**
 * Actions are work inside a body: its members see all of them, somebody else only those that are his own.
 * By due day, without one last.
 */
export async function listActions(db: Db, actor: Actor, filter: ActionFilter, { after, size }: { after: string | null; size: number }): Promise<{ actions: ActionItem[]; next: string | null }> {
  const from = after === null ? null : /^(\d{4}-\d{2}-\d{2})~([\w-]{1,64})$/.exec(after);
  const due = sql<string>`coalesce(action_item.due_on, '9999-12-31')`;
  const rows = await filtered(actions(db), actor, filter)
    .select(due.as("due_key"))
    .$if(from !== null, (query) => query.where(sql<boolean>`(${due} > ${from?.[1] ?? ""} or (${due} = ${from?.[1] ?? ""} and action_item.id > ${from?.[2] ?? ""}))`))
    .orderBy("due_key")
    .orderBy("action_item.id")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { actions: shown.map(toAction), next: last ? `${last.due_key}~${last.id}` : null };
}

export async function countActions(db: Db, actor: Actor, filter: ActionFilter): Promise<number> {
  const query = db.selectFrom("action_item").innerJoin("body", "body.id", "action_item.body_id").select(countRows().as("rows"));
  const { rows } = await filtered(query, actor, filter).executeTakeFirstOrThrow();
  return rows;
}

/** The actions that came out of one meeting, by number; the caller decided who may read its minutes. */
export async function listActionsOfMeeting(db: Db, meetingId: string): Promise<(ActionItem & { readonly agendaItemId: string | null })[]> {
  const rows = await actions(db).where("action_item.meeting_id", "=", meetingId).orderBy("action_item.number").execute();
  return rows.map((row) => ({ ...toAction(row), agendaItemId: row.agenda_item_id }));
}

/** The action with this number, if the actor may know of it: a member of its body, or its owner. */
export async function findAction(db: Db, actor: Actor, number: string): Promise<ActionItem | null> {
  const row = await filtered(actions(db), actor, {}).where("action_item.number", "=", number).executeTakeFirst();
  return row ? toAction(row) : null;
}

/** False when it was not open any more. */
export async function finishActionAt(trx: Trx, id: string, { to, at, note }: { to: "done" | "dropped"; at: Instant; note: string | null }): Promise<boolean> {
  const row = await trx.updateTable("action_item").set({ state: to, done_at: at, ...(note !== null && { note }) }).where("id", "=", id).where("state", "=", "open").returning("id").executeTakeFirst();
  return row !== undefined;
}

/** False when it was not open any more. */
export async function changeOpenAction(trx: Trx, id: string, to: { statement: string; ownerId: string | null; ownerName: string; dueOn: Day | null; dueText: string | null; note: string | null }): Promise<boolean> {
  const row = await trx
    .updateTable("action_item")
    .set({ statement: to.statement, owner_id: to.ownerId, owner_name: to.ownerName, due_on: to.dueOn, due_text: to.dueText, note: to.note })
    .where("id", "=", id)
    .where("state", "=", "open")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** An action for its own mail: whom it is for and whether it still waits. */
export async function findMailedAction(db: Db, id: string) {
  const row = await actions(db).where("action_item.id", "=", id).executeTakeFirst();
  return row ? toAction(row) : null;
}

/** The open actions of a body, soonest first: what comes back on its agenda. Only for members of the body. */
export async function listOpenActionsOfBody(db: Db, bodyId: string, limit: number): Promise<ActionItem[]> {
  const rows = await actions(db).where("action_item.body_id", "=", bodyId).where("action_item.state", "=", "open").orderBy(sql`coalesce(action_item.due_on, '9999-12-31')`).orderBy("action_item.id").limit(limit).execute();
  return rows.map(toAction);
}

const actions = (db: Db) =>
  db
    .selectFrom("action_item")
    .innerJoin("body", "body.id", "action_item.body_id")
    .leftJoin("meeting", "meeting.id", "action_item.meeting_id")
    .selectAll("action_item")
    .select(["body.slug as body_slug", "body.name as body_name", "meeting.title as meeting_title", "meeting.starts_at as meeting_starts_at"]);

interface Filterable<Self> {
  where: (condition: ReturnType<typeof sql<boolean>>) => Self;
}

function filtered<Query extends Filterable<Query>>(query: Query, actor: Actor, filter: ActionFilter): Query {
  const bodyIds = [...new Set(actor.memberships.map(({ bodyId }) => bodyId))];
  const own = sql<boolean>`action_item.owner_id = ${actor.id ?? "-"}`;
  let narrowed = query.where(bodyIds.length === 0 || filter.mine === true ? own : sql<boolean>`(${own} or action_item.body_id in (${sql.join(bodyIds)}))`);
  if (filter.bodySlug !== undefined) narrowed = narrowed.where(sql<boolean>`body.slug = ${filter.bodySlug}`);
  if (filter.state !== undefined) narrowed = narrowed.where(sql<boolean>`action_item.state = ${filter.state}`);
  if (filter.dueBy !== undefined) narrowed = narrowed.where(sql<boolean>`action_item.due_on <= ${filter.dueBy}`);
  return narrowed;
}

type Row = Awaited<ReturnType<ReturnType<typeof actions>["executeTakeFirstOrThrow"]>>;

function toAction(row: Row): ActionItem {
  return {
    id: row.id,
    number: row.number,
    body: { id: row.body_id, slug: row.body_slug, name: row.body_name },
    meeting: row.meeting_id !== null && row.meeting_title !== null && row.meeting_starts_at !== null ? { id: row.meeting_id, title: row.meeting_title, startsAt: row.meeting_starts_at } : null,
    statement: row.statement,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    dueOn: row.due_on,
    dueText: row.due_text,
    state: row.state,
    doneAt: row.done_at,
    note: row.note,
  };
}
