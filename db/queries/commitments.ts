import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { commitmentNumber } from "#app/domain/decisions/commitment.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { nextNumber } from "./counters.ts";
import { knownTo } from "./decisions.ts";
import { minutesReadableBy } from "./open-items.ts";

export interface Commitment {
  readonly id: string;
  readonly number: string;
  readonly body: { readonly id: string; readonly slug: string; readonly name: string };
  readonly meeting: { readonly id: string; readonly title: string; readonly startsAt: Instant };
  readonly agendaItemId: string;
  readonly decision: string | null;
  readonly statement: string;
  readonly promisedBy: string;
  readonly dueOn: Day | null;
  readonly doneAt: Instant | null;
  readonly doneNote: string | null;
}

export const nextCommitmentNumber = async (trx: Trx, year: number): Promise<string> => commitmentNumber(year, await nextNumber(trx, `commitment:${year}`));

export interface NewCommitment {
  readonly id: string;
  readonly number: string;
  readonly bodyId: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
  readonly decisionId: string | null;
  readonly statement: string;
  readonly promisedBy: string;
  readonly dueOn: Day | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

export async function insertCommitment(trx: Trx, commitment: NewCommitment): Promise<void> {
  await trx
    .insertInto("commitment")
    .values({
      ...{ id: commitment.id, number: commitment.number, body_id: commitment.bodyId, meeting_id: commitment.meetingId, agenda_item_id: commitment.agendaItemId, decision_id: commitment.decisionId },
      ...{ statement: commitment.statement, promised_by: commitment.promisedBy, due_on: commitment.dueOn, created_by: commitment.createdBy, created_at: commitment.createdAt, done_at: null, done_note: null },
    })
    .execute();
}

/** False when it was kept already. */
export async function setCommitmentDone(trx: Trx, id: string, { at, note }: { at: Instant; note: string }): Promise<boolean> {
  const row = await trx.updateTable("commitment").set({ done_at: at, done_note: note }).where("id", "=", id).where("done_at", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}

export interface CommitmentFilter {
  readonly body?: string | undefined;
  readonly isDone?: boolean | undefined;
  readonly meetingId?: string | undefined;
  readonly decisionId?: string | undefined;
}

/** One page of promises that this reader may know of, newest first. */
export async function listCommitments(db: Db, actor: Actor, filter: CommitmentFilter, { now, after, size }: { now: Instant; after: string | null; size: number }): Promise<{ commitments: Commitment[]; next: string | null }> {
  const from = after === null ? null : /^([\dTZ:.-]{24})~([\w-]{1,64})$/.exec(after);
  const rows = await filtered(commitments(db), actor, filter, now)
    .$if(from !== null, (query) => query.where(sql<boolean>`(commitment.created_at < ${from?.[1] ?? ""} or (commitment.created_at = ${from?.[1] ?? ""} and commitment.id < ${from?.[2] ?? ""}))`))
    .orderBy("commitment.created_at", "desc")
    .orderBy("commitment.id", "desc")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { commitments: shown.map(toCommitment), next: last ? `${last.created_at}~${last.id}` : null };
}

/** The promise with this number, if this reader may know of it. */
export async function findCommitment(db: Db, actor: Actor, number: string, now: Instant): Promise<Commitment | null> {
  const row = await filtered(commitments(db), actor, {}, now).where("commitment.number", "=", number).executeTakeFirst();
  return row ? toCommitment(row) : null;
}

const commitments = (db: Db) =>
  db
    .selectFrom("commitment")
    .innerJoin("body", "body.id", "commitment.body_id")
    .innerJoin("meeting", "meeting.id", "commitment.meeting_id")
    .innerJoin("agenda_item", "agenda_item.id", "commitment.agenda_item_id")
    .leftJoin("decision", "decision.id", "commitment.decision_id")
    .selectAll("commitment")
    .select(["body.slug as body_slug", "body.name as body_name", "meeting.title as meeting_title", "meeting.starts_at as meeting_starts_at", "decision.number as decision_number"]);

/** The own body always; others what stands in minutes they may read, and when it goes with a decision, only once they may know of that. */
function knownToReader(actor: Actor, now: Instant): RawBuilder<boolean> {
  const bodyIds = [...new Set(actor.memberships.map(({ bodyId }) => bodyId))];
  const open = sql<boolean>`(${minutesReadableBy(actor)} and (commitment.decision_id is null or ${knownTo(actor, now)}))`;
  return bodyIds.length === 0 ? open : sql<boolean>`(commitment.body_id in (${sql.join(bodyIds)}) or ${open})`;
}

interface Filterable<Self> {
  where: (condition: RawBuilder<boolean>) => Self;
}

function filtered<Query extends Filterable<Query>>(query: Query, actor: Actor, filter: CommitmentFilter, now: Instant): Query {
  let narrowed = query.where(knownToReader(actor, now));
  if (filter.body !== undefined) narrowed = narrowed.where(sql<boolean>`body.slug = ${filter.body}`);
  if (filter.isDone !== undefined) narrowed = narrowed.where(filter.isDone ? sql<boolean>`commitment.done_at is not null` : sql<boolean>`commitment.done_at is null`);
  if (filter.meetingId !== undefined) narrowed = narrowed.where(sql<boolean>`commitment.meeting_id = ${filter.meetingId}`);
  if (filter.decisionId !== undefined) narrowed = narrowed.where(sql<boolean>`commitment.decision_id = ${filter.decisionId}`);
  return narrowed;
}

type Row = Awaited<ReturnType<ReturnType<typeof commitments>["executeTakeFirstOrThrow"]>>;

const toCommitment = (row: Row): Commitment => ({
  ...{ id: row.id, number: row.number, body: { id: row.body_id, slug: row.body_slug, name: row.body_name }, meeting: { id: row.meeting_id, title: row.meeting_title, startsAt: row.meeting_starts_at } },
  ...{ agendaItemId: row.agenda_item_id, decision: row.decision_number, statement: row.statement, promisedBy: row.promised_by, dueOn: row.due_on, doneAt: row.done_at, doneNote: row.done_note },
});
