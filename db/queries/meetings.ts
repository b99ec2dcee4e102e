import { sql, type Updateable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { maySee, type Tlp } from "#app/domain/access/visibility.ts";
import type { MeetingState } from "#app/domain/meetings/meeting.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { countRows } from "../portable.ts";
import type { Schema } from "../schema.ts";
import { visibleTo } from "./visibility.ts";

export interface Meeting {
  readonly id: string;
  readonly bodyId: string;
  readonly body: { readonly slug: string; readonly name: string };
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly location: string;
  readonly state: MeetingState;
  readonly source: string | null;
  readonly createdAt: Instant;
  readonly agendaSentAt: Instant | null;
  readonly heldAt: Instant | null;
  readonly revision: number;
  readonly conceptAt: Instant | null;
  readonly adoptedAt: Instant | null;
  readonly adoptedIn: string | null;
  readonly minutesHash: string | null;
  readonly publishedAt: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly reason: string | null;
  readonly tlp: Tlp;
  readonly seriesId: string | null;
  /** how often a calendar has to be told anew */
  readonly sequence: number;
  readonly changedAt: Instant | null;
}

/** The meeting with this id, if the actor may see it. */
export async function findMeeting(db: Db, actor: Actor, id: string): Promise<Meeting | null> {
  const row = await meetings(db).where("meeting.id", "=", id).where(visibleTo(actor, "meeting")).executeTakeFirst();
  return row ? toMeeting(row) : null;
}

/** A meeting for its own mail, whoever may see it: the letter decides what it names, and to whom it goes. */
export async function findMailedMeeting(db: Db, id: string): Promise<Meeting | null> {
  const row = await meetings(db).where("meeting.id", "=", id).executeTakeFirst();
  return row ? toMeeting(row) : null;
}

/** The meetings of a series that are still to come and go on, for mail: the same for everybody. */
export async function listComingOfSeries(db: Db, seriesId: string, now: Instant): Promise<Meeting[]> {
  const rows = await meetings(db).where("meeting.series_id", "=", seriesId).where("meeting.starts_at", ">", now).where("meeting.state", "in", ["gepland", "agenda_verstuurd"]).orderBy("meeting.starts_at").orderBy("meeting.id").execute();
  return rows.map(toMeeting);
}

/** The same for a command that will write: it holds the meeting until the commit. */
export async function lockMeeting(trx: Trx, actor: Actor, id: string): Promise<Meeting | null> {
  const locked = await trx.updateTable("meeting").set((eb) => ({ state: eb.ref("state") })).where("id", "=", id).returning("id").executeTakeFirst();
  const row = locked && (await meetings(trx).where("meeting.id", "=", id).executeTakeFirst());
  return row && maySee(actor, { tlp: row.tlp, bodyId: row.body_id, isShared: true }) ? toMeeting(row) : null;
}

/** The next meeting of each body, of those that the actor may see. */
export async function listNextMeetings(db: Db, actor: Actor, now: Instant): Promise<Map<string, { id: string; startsAt: Instant }>> {
  const rows = await db
    .selectFrom("meeting")
    .select(["id", "body_id", "starts_at"])
    .where("ends_at", ">", now)
    .where("state", "!=", "geannuleerd")
    .where(visibleTo(actor, "meeting"))
    .orderBy("starts_at", "desc")
    .execute();
  // The soonest comes last and stays.
  return new Map(rows.map((row) => [row.body_id, { id: row.id, startsAt: row.starts_at }]));
}

export interface MeetingFilter {
  readonly bodySlug?: string | undefined;
  readonly when: "upcoming" | "past";
  readonly now: Instant;
}

/** One page of meetings that the actor may see: upcoming soonest first, past newest first. */
export async function listMeetings(db: Db, actor: Actor, filter: MeetingFilter, { after, size }: { after: string | null; size: number }): Promise<{ meetings: Meeting[]; next: string | null }> {
  const isUpcoming = filter.when === "upcoming";
  const from = after === null ? null : /^([\dTZ:.-]{24})~([\w-]{1,64})$/.exec(after);
  const beyond = sql.raw(isUpcoming ? ">" : "<");
  const rows = await filtered(db, actor, filter)
    .innerJoin("body", "body.id", "meeting.body_id")
    .selectAll("meeting")
    .select(["body.slug as body_slug", "body.name as body_name"])
    .$if(from !== null, (query) => query.where(sql<boolean>`(meeting.starts_at ${beyond} ${from?.[1] ?? ""} or (meeting.starts_at = ${from?.[1] ?? ""} and meeting.id ${beyond} ${from?.[2] ?? ""}))`))
    .orderBy("meeting.starts_at", isUpcoming ? "asc" : "desc")
    .orderBy("meeting.id", isUpcoming ? "asc" : "desc")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { meetings: shown.map(toMeeting), next: last ? `${last.starts_at}~${last.id}` : null };
}

export async function countMeetings(db: Db, actor: Actor, filter: MeetingFilter): Promise<number> {
  const { rows } = await filtered(db, actor, filter).select(countRows().as("rows")).executeTakeFirstOrThrow();
  return rows;
}

/** The meetings of a series that the actor may see, in order of time. */
export async function listMeetingsOfSeries(db: Db, actor: Actor, seriesId: string): Promise<Meeting[]> {
  const rows = await meetings(db).where("meeting.series_id", "=", seriesId).where(visibleTo(actor, "meeting")).orderBy("meeting.starts_at").orderBy("meeting.id").execute();
  return rows.map(toMeeting);
}

/** For a calendar: from some time back until far ahead, cancelled ones included, so that calendars drop them. With `own`: of the bodies one sits in. */
export async function listCalendar(db: Db, actor: Actor, { bodySlug, own = false, from, limit }: { bodySlug?: string | undefined; own?: boolean; from: Instant; limit: number }): Promise<Meeting[]> {
  const bodyIds = [...new Set(actor.memberships.map(({ bodyId }) => bodyId))];
  if (own && bodyIds.length === 0) return [];
  const rows = await meetings(db)
    .$if(own, (query) => query.where("meeting.body_id", "in", bodyIds))
    .where(visibleTo(actor, "meeting"))
    .where("meeting.starts_at", ">=", from)
    .$if(bodySlug !== undefined, (query) => query.where("body.slug", "=", bodySlug ?? ""))
    .orderBy("meeting.starts_at")
    .limit(limit)
    .execute();
  return rows.map(toMeeting);
}

/** Meetings of a body that can adopt earlier minutes, or whose minutes wait for that. */
export async function listMeetingsOfBody(db: Db, actor: Actor, bodyId: string, states: readonly MeetingState[], limit = 20): Promise<Meeting[]> {
  if (states.length === 0) return [];
  const rows = await meetings(db)
    .where("meeting.body_id", "=", bodyId)
    .where("meeting.state", "in", [...states])
    .where(visibleTo(actor, "meeting"))
    .orderBy("meeting.starts_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(toMeeting);
}

/** The meeting that was imported from exactly this text, if any. */
export async function findMeetingBySource(db: Db, bodyId: string, source: string): Promise<string | null> {
  const row = await db.selectFrom("meeting").select("id").where("body_id", "=", bodyId).where("source", "=", source).executeTakeFirst();
  return row?.id ?? null;
}

export interface NewMeeting {
  readonly id: string;
  readonly bodyId: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly location: string;
  readonly tlp: Tlp;
  readonly state?: MeetingState | undefined;
  /** the file that imported minutes came from */
  readonly source?: string | null | undefined;
  readonly heldAt?: Instant | null | undefined;
  readonly conceptAt?: Instant | null | undefined;
  readonly seriesId?: string | null | undefined;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

export async function insertMeeting(trx: Trx, meeting: NewMeeting): Promise<void> {
  await trx
    .insertInto("meeting")
    .values({
      id: meeting.id,
      body_id: meeting.bodyId,
      title: meeting.title,
      starts_at: meeting.startsAt,
      ends_at: meeting.endsAt,
      location: meeting.location,
      state: meeting.state ?? "gepland",
      source: meeting.source ?? null,
      created_by: meeting.createdBy,
      created_at: meeting.createdAt,
      agenda_sent_at: null,
      held_at: meeting.heldAt ?? null,
      minutes_revision: 0,
      concept_at: meeting.conceptAt ?? null,
      adopted_at: null,
      adopted_by: null,
      adopted_in: null,
      minutes_hash: null,
      published_at: null,
      cancelled_at: null,
      reason: null,
      tlp: meeting.tlp,
      series_id: meeting.seriesId ?? null,
      sequence: 0,
      changed_at: null,
    })
    .execute();
}

/** Every change below happens on a meeting that the command locked before. */
export const setPlan = (trx: Trx, { id, sequence }: Pick<Meeting, "id" | "sequence">, at: Instant, plan: { title: string; startsAt: Instant; endsAt: Instant; location: string }) =>
  change(trx, id, { title: plan.title, starts_at: plan.startsAt, ends_at: plan.endsAt, location: plan.location, sequence: sequence + 1, changed_at: at });
export const setCancelled = (trx: Trx, { id, sequence }: Pick<Meeting, "id" | "sequence">, at: Instant, reason: string) =>
  change(trx, id, { state: "geannuleerd", cancelled_at: at, reason, sequence: sequence + 1, changed_at: at });
export const setAgendaSent = (trx: Trx, id: string, at: Instant) => change(trx, id, { state: "agenda_verstuurd", agenda_sent_at: at });
export const setStarted = (trx: Trx, id: string) => change(trx, id, { state: "gaande" });
export const setHeld = (trx: Trx, id: string, at: Instant) => change(trx, id, { state: "gehouden", held_at: at });
export const setConcept = (trx: Trx, id: string, at: Instant) => change(trx, id, { state: "notulen_concept", concept_at: at });
export const setAdopted = (trx: Trx, id: string, by: { at: Instant; personId: string; meetingId: string | null; hash: string }) =>
  change(trx, id, { state: "vastgesteld", adopted_at: by.at, adopted_by: by.personId, adopted_in: by.meetingId, minutes_hash: by.hash });
export const setMinutesPublished = (trx: Trx, id: string, at: Instant) => change(trx, id, { state: "gepubliceerd", published_at: at });

/** False when the minutes were saved by somebody else meanwhile: then nothing is written. */
export async function nextMinutesRevision(trx: Trx, id: string, revision: number): Promise<boolean> {
  const row = await trx.updateTable("meeting").set({ minutes_revision: revision + 1 }).where("id", "=", id).where("minutes_revision", "=", revision).returning("id").executeTakeFirst();
  return row !== undefined;
}

async function change(trx: Trx, id: string, values: Updateable<Schema["meeting"]>): Promise<void> {
  await trx.updateTable("meeting").set(values).where("id", "=", id).execute();
}

const meetings = (db: Db) => db.selectFrom("meeting").innerJoin("body", "body.id", "meeting.body_id").selectAll("meeting").select(["body.slug as body_slug", "body.name as body_name"]);

const filtered = (db: Db, actor: Actor, filter: MeetingFilter) =>
  db
    .selectFrom("meeting")
    .where(visibleTo(actor, "meeting"))
    .where("meeting.ends_at", filter.when === "upcoming" ? ">=" : "<", filter.now)
    .$if(filter.bodySlug !== undefined, (query) => query.where("meeting.body_id", "=", (eb) => eb.selectFrom("body").select("body.id").where("body.slug", "=", filter.bodySlug ?? "")));

type Row = Awaited<ReturnType<ReturnType<typeof meetings>["executeTakeFirstOrThrow"]>>;

function toMeeting(row: Row): Meeting {
  return {
    id: row.id,
    bodyId: row.body_id,
    body: { slug: row.body_slug, name: row.body_name },
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    location: row.location,
    state: row.state,
    source: row.source,
    createdAt: row.created_at,
    agendaSentAt: row.agenda_sent_at,
    heldAt: row.held_at,
    revision: row.minutes_revision,
    conceptAt: row.concept_at,
    adoptedAt: row.adopted_at,
    adoptedIn: row.adopted_in,
    minutesHash: row.minutes_hash,
    publishedAt: row.published_at,
    cancelledAt: row.cancelled_at,
    reason: row.reason,
    tlp: row.tlp,
    seriesId: row.series_id,
    sequence: row.sequence,
    changedAt: row.changed_at,
  };
}
