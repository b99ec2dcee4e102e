import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { maySee, type Tlp } from "#app/domain/access/visibility.ts";
import { decisionNumber, validityOn, type Figures, type Validity } from "#app/domain/decisions/decision.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { countRows, keyPattern, searchKey } from "../portable.ts";
import { indexDecision } from "../search-index.ts";
import { nextNumber } from "./counters.ts";
import { visibleTo } from "./visibility.ts";

export interface NewDecision {
  readonly id: string;
  readonly number: string;
  readonly bodyId: string;
  readonly decidedOn: Day;
  readonly title: string;
  readonly dictum: string;
  readonly motivation: string;
  /** aangenomen, verworpen, opnemen, aanhouden, … */
  readonly result: string;
  /** the figures, or the tally as JSON text */
  readonly figures?: Figures | string | null | undefined;
  readonly roundId?: string | null | undefined;
  readonly roundItemId?: string | null | undefined;
  readonly meetingId?: string | null | undefined;
  readonly agendaItemId?: string | null | undefined;
  readonly proposalId?: string | null | undefined;
  readonly proposalVersion?: number | null | undefined;
  readonly initiativeId?: string | null | undefined;
  readonly reviewOn?: Day | null | undefined;
  readonly validUntil?: Day | null | undefined;
  readonly tlp: Tlp;
  readonly publicTitle?: string | null | undefined;
  readonly publicDictum?: string | null | undefined;
  readonly embargoUntil?: Instant | null | undefined;
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** null keeps it inside the body until `publishDecisionAt` */
  readonly publishedAt?: Instant | null | undefined;
}

/** The next number of the register in this year: `B-2026-014`. Never given out twice, also when two decide at once. */
export const nextDecisionNumber = async (trx: Trx, year: number): Promise<string> => decisionNumber(year, await nextNumber(trx, `decision:${year}`));

export async function insertDecision(trx: Trx, decision: NewDecision): Promise<void> {
  await trx
    .insertInto("decision")
    .values({
      id: decision.id,
      number: decision.number,
      body_id: decision.bodyId,
      decided_on: decision.decidedOn,
      title: decision.title,
      title_key: searchKey(`${decision.number} ${decision.title}`),
      dictum: decision.dictum,
      motivation: decision.motivation,
      result: decision.result,
      figures: typeof decision.figures === "object" && decision.figures !== null ? JSON.stringify(decision.figures) : (decision.figures ?? null),
      round_id: decision.roundId ?? null,
      round_item_id: decision.roundItemId ?? null,
      meeting_id: decision.meetingId ?? null,
      agenda_item_id: decision.agendaItemId ?? null,
      proposal_id: decision.proposalId ?? null,
      proposal_version: decision.proposalVersion ?? null,
      initiative_id: decision.initiativeId ?? null,
      validity: "geldig",
      replaced_by: null,
      review_on: decision.reviewOn ?? null,
      valid_until: decision.validUntil ?? null,
      tlp: decision.tlp,
      public_title: decision.publicTitle ?? null,
      public_dictum: decision.publicDictum ?? null,
      embargo_until: decision.embargoUntil ?? null,
      created_by: decision.createdBy,
      created_at: decision.createdAt,
      published_at: decision.publishedAt ?? null,
    })
    .execute();
  await indexDecision(trx, decision.id);
}

/** A decision as the reader may know it: outside its label only the public title and dictum, without links to the source. */
export interface Decision {
  readonly id: string;
  readonly number: string;
  readonly body: { readonly id: string; readonly slug: string; readonly name: string };
  readonly decidedOn: Day;
  readonly title: string;
  readonly dictum: string;
  readonly motivation: string;
  readonly result: string;
  readonly figures: Figures | null;
  readonly roundId: string | null;
  readonly roundItemId: string | null;
  readonly meetingId: string | null;
  readonly agendaItemId: string | null;
  readonly proposalId: string | null;
  readonly proposalVersion: number | null;
  readonly initiativeId: string | null;
  /** as it is now: one that held until a day is past it expired */
  readonly validity: Validity;
  /** as it was written down */
  readonly recordedValidity: Validity;
  readonly replacedBy: string | null;
  readonly reviewOn: Day | null;
  readonly validUntil: Day | null;
  readonly tlp: Tlp;
  readonly publicTitle: string | null;
  readonly publicDictum: string | null;
  readonly embargoUntil: Instant | null;
  readonly publishedAt: Instant | null;
  /** true when the reader sees the public wording instead of the text itself */
  readonly isPublicWording: boolean;
}

export interface DecisionFilter {
  readonly body?: string | undefined;
  readonly year?: number | undefined;
  readonly validity?: Validity | undefined;
  readonly result?: string | undefined;
  /** valid ones whose review day is there */
  readonly isToReview?: boolean | undefined;
  readonly q?: string | undefined;
}

/** The decision with this number, if this reader may know of it now. */
export async function findDecision(db: Db, actor: Actor, number: string, now: Instant): Promise<Decision | null> {
  const row = await decisions(db).where("decision.number", "=", number).where(knownTo(actor, now)).executeTakeFirst();
  return row ? toDecision(row, actor, now) : null;
}

/** One page of the register, newest first; `after` is the `next` of the page before. */
export async function listDecisions(
  db: Db,
  actor: Actor,
  filter: DecisionFilter,
  { now, after, size }: { now: Instant; after: string | null; size: number },
): Promise<{ decisions: Decision[]; next: string | null }> {
  const from = after === null ? null : /^(\d{4}-\d{2}-\d{2})~([\w-]{1,64})$/.exec(after);
  const rows = await filtered(decisions(db), actor, filter, now)
    .$if(from !== null, (query) => query.where(sql<boolean>`(decision.decided_on < ${from?.[1] ?? ""} or (decision.decided_on = ${from?.[1] ?? ""} and decision.id < ${from?.[2] ?? ""}))`))
    .orderBy("decision.decided_on", "desc")
    .orderBy("decision.id", "desc")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { decisions: shown.map((row) => toDecision(row, actor, now)), next: last ? `${last.decided_on}~${last.id}` : null };
}

export async function countDecisions(db: Db, actor: Actor, filter: DecisionFilter, now: Instant): Promise<number> {
  const query = db.selectFrom("decision").innerJoin("body", "body.id", "decision.body_id").select(countRows().as("count"));
  const row = await filtered(query, actor, filter, now).executeTakeFirstOrThrow();
  return row.count;
}

/** What was decided about one subject, oldest first. */
export async function listDecisionsAbout(
  db: Db,
  actor: Actor,
  subject: { readonly meetingId: string } | { readonly roundId: string } | { readonly proposalId: string } | { readonly initiativeId: string },
  now: Instant,
): Promise<Decision[]> {
  const [column, id] =
    "meetingId" in subject
      ? (["decision.meeting_id", subject.meetingId] as const)
      : "roundId" in subject
        ? (["decision.round_id", subject.roundId] as const)
        : "proposalId" in subject
          ? (["decision.proposal_id", subject.proposalId] as const)
          : (["decision.initiative_id", subject.initiativeId] as const);
  const rows = await decisions(db).where(column, "=", id).where(knownTo(actor, now)).orderBy("decision.decided_on").orderBy("decision.number").execute();
  return rows.map((row) => toDecision(row, actor, now));
}

/** What was decided about any of these initiatives, oldest first. */
export async function listDecisionsOfInitiatives(db: Db, actor: Actor, initiativeIds: readonly string[], now: Instant): Promise<Decision[]> {
  if (initiativeIds.length === 0) return [];
  const rows = await decisions(db).where("decision.initiative_id", "in", [...initiativeIds]).where(knownTo(actor, now)).orderBy("decision.decided_on").orderBy("decision.number").execute();
  return rows.map((row) => toDecision(row, actor, now));
}

/** The decision that took the place of this one, and those in whose place it came, as far as this reader may know of them. */
export async function findReplacements(db: Db, actor: Actor, decision: Pick<Decision, "id" | "replacedBy">, now: Instant): Promise<{ replacedBy: string | null; replaces: string[] }> {
  const rows = await decisions(db)
    .where((eb) => eb.or([eb("decision.id", "=", decision.replacedBy ?? "-"), eb("decision.replaced_by", "=", decision.id)]))
    .where(knownTo(actor, now))
    .orderBy("decision.number")
    .execute();
  return { replacedBy: rows.find(({ id }) => id === decision.replacedBy)?.number ?? null, replaces: rows.filter(({ replaced_by }) => replaced_by === decision.id).map(({ number }) => number) };
}

/** Makes every decision under an agenda item as secret as the item became. Answers their numbers. */
export async function closeDecisionsUnder(trx: Trx, agendaItemId: string): Promise<string[]> {
  const rows = await trx.updateTable("decision").set({ tlp: "RED" }).where("agenda_item_id", "=", agendaItemId).where("tlp", "!=", "RED").returning("number").execute();
  return rows.map(({ number }) => number).sort();
}

/** Decisions that stand in minutes whose embargo still runs, but for those under a closed item: these minutes cannot go out yet. */
export async function listEmbargoed(trx: Trx, meetingId: string, now: Instant): Promise<string[]> {
  const rows = await trx
    .selectFrom("decision")
    .innerJoin("agenda_item", "agenda_item.id", "decision.agenda_item_id")
    .select("decision.number")
    .where("agenda_item.meeting_id", "=", meetingId)
    .where("agenda_item.is_closed", "=", 0)
    .where("decision.embargo_until", ">", now)
    .execute();
  return rows.map(({ number }) => number);
}

/** Whether the minutes that tell of this decision are out. */
export async function standsInPublishedMinutes(trx: Trx, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom("decision")
    .innerJoin("agenda_item", "agenda_item.id", "decision.agenda_item_id")
    .innerJoin("meeting", "meeting.id", "agenda_item.meeting_id")
    .select("decision.id")
    .where("decision.id", "=", id)
    .where("agenda_item.is_closed", "=", 0)
    .where("meeting.state", "=", "gepubliceerd")
    .executeTakeFirst();
  return row !== undefined;
}

/** False when it was published already. */
export async function publishDecisionAt(trx: Trx, id: string, at: Instant): Promise<boolean> {
  const row = await trx.updateTable("decision").set({ published_at: at }).where("id", "=", id).where("published_at", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** Ties a decision to the agenda item whose minutes tell of it. */
export async function linkDecision(trx: Trx, id: string, { meetingId, agendaItemId }: { meetingId: string; agendaItemId: string }): Promise<void> {
  await trx.updateTable("decision").set({ meeting_id: meetingId, agenda_item_id: agendaItemId }).where("id", "=", id).execute();
}

/** False when the validity was no longer `from`. */
export async function setValidity(trx: Trx, id: string, change: { from: Validity; to: Validity; replacedBy: string | null }): Promise<boolean> {
  const row = await trx.updateTable("decision").set({ validity: change.to, replaced_by: change.replacedBy }).where("id", "=", id).where("validity", "=", change.from).returning("id").executeTakeFirst();
  return row !== undefined;
}

export async function updateDecisionWording(
  trx: Trx,
  id: string,
  wording: { readonly publicTitle: string | null; readonly publicDictum: string | null; readonly embargoUntil: Instant | null; readonly reviewOn: Day | null; readonly validUntil: Day | null },
): Promise<void> {
  await trx
    .updateTable("decision")
    .set({ public_title: wording.publicTitle, public_dictum: wording.publicDictum, embargo_until: wording.embargoUntil, review_on: wording.reviewOn, valid_until: wording.validUntil })
    .where("id", "=", id)
    .execute();
}

/** The years in which the register holds something that this reader may know. */
export async function listDecisionYears(db: Db, actor: Actor, now: Instant): Promise<number[]> {
  const first = await decisions(db).where(knownTo(actor, now)).orderBy("decision.decided_on").limit(1).executeTakeFirst();
  const last = await decisions(db).where(knownTo(actor, now)).orderBy("decision.decided_on", "desc").limit(1).executeTakeFirst();
  if (!first || !last) return [];
  const [from, until] = [Number(first.decided_on.slice(0, 4)), Number(last.decided_on.slice(0, 4))];
  return Array.from({ length: until - from + 1 }, (_, index) => until - index);
}

/**
 * Rows this reader may know of: the own body always; others what is published and out of embargo, and then within the label
 * or with a public title of its own.
 */
export function knownTo(actor: Actor, now: Instant): RawBuilder<boolean> {
  const bodyIds = [...new Set(actor.memberships.map((membership) => membership.bodyId))];
  const open = sql<boolean>`(decision.published_at is not null and (decision.embargo_until is null or decision.embargo_until <= ${now}) and ((${visibleTo(actor, "decision")} and ${quotedIsVisible(actor)}) or decision.public_title is not null))`;
  return bodyIds.length === 0 ? open : sql<boolean>`(${open} or decision.body_id in (${sql.join(bodyIds)}))`;
}

/** The proposal that a decision quotes may have become stricter since: the decision then is as strict. */
const quotedIsVisible = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(decision.proposal_id is null or exists (select 1 from proposal as quoted where quoted.id = decision.proposal_id and ${visibleTo(actor, "quoted")}))`;

const decisions = (db: Db) =>
  db
    .selectFrom("decision")
    .innerJoin("body", "body.id", "decision.body_id")
    .leftJoin("proposal as subject", "subject.id", "decision.proposal_id")
    .selectAll("decision")
    .select(["body.slug as body_slug", "body.name as body_name", "subject.tlp as quoted_tlp", "subject.body_id as quoted_body"]);

interface Filterable<Self> {
  where: (condition: RawBuilder<boolean>) => Self;
}

function filtered<Query extends Filterable<Query>>(query: Query, actor: Actor, filter: DecisionFilter, now: Instant): Query {
  let narrowed = query.where(knownTo(actor, now));
  if (filter.body !== undefined) narrowed = narrowed.where(sql<boolean>`body.slug = ${filter.body}`);
  if (filter.year !== undefined) narrowed = narrowed.where(sql<boolean>`(decision.decided_on >= ${`${filter.year}-01-01`} and decision.decided_on <= ${`${filter.year}-12-31`})`);
  const today = dutchDay(now);
  const isExpired = sql<boolean>`(decision.validity = 'geldig' and decision.valid_until is not null and decision.valid_until < ${today})`;
  if (filter.validity === "verlopen") narrowed = narrowed.where(sql<boolean>`(decision.validity = 'verlopen' or ${isExpired})`);
  else if (filter.validity !== undefined) narrowed = narrowed.where(sql<boolean>`(decision.validity = ${filter.validity} and not ${isExpired})`);
  if (filter.result !== undefined) narrowed = narrowed.where(sql<boolean>`decision.result = ${filter.result}`);
  if (filter.isToReview === true) narrowed = narrowed.where(sql<boolean>`(decision.review_on <= ${today} and decision.validity = 'geldig' and not ${isExpired})`);
  const { q } = filter;
  // A text that is hidden from somebody cannot be found by them either: only what they see is searched.
  if (q !== undefined && searchKey(q) !== "") narrowed = narrowed.where(sql<boolean>`(${visibleTo(actor, "decision")} and ${quotedIsVisible(actor)} and (decision.title_key like ${keyPattern(q)} or ${containsWords(q)}))`);
  return narrowed;
}

/** The words of a decision as the search keeps them, also without their accents: title, dictum and motivation hold each of these. */
function containsWords(q: string): RawBuilder<boolean> {
  const words = searchKey(q).split(" ").map((word) => sql<boolean>`lower(search_entry.title || ' ' || search_entry.body_text) like ${`%${word}%`}`);
  return sql<boolean>`exists (select 1 from search_entry where search_entry.kind = 'decision' and search_entry.subject_id = decision.id and ${sql.join(words, sql` and `)})`;
}

type Row = Awaited<ReturnType<ReturnType<typeof decisions>["executeTakeFirstOrThrow"]>>;

function toDecision(row: Row, actor: Actor, now: Instant): Decision {
  const isQuoteHidden = row.quoted_tlp !== null && row.quoted_body !== null && !maySee(actor, { tlp: row.quoted_tlp, bodyId: row.quoted_body, isShared: true });
  const isOwn = actor.memberships.some(({ bodyId }) => bodyId === row.body_id);
  const isHidden = !maySee(actor, { tlp: row.tlp, bodyId: row.body_id, isShared: true }) || (isQuoteHidden && !isOwn);
  const figures = row.figures === null ? null : (JSON.parse(row.figures) as Figures);
  return {
    id: row.id,
    number: row.number,
    body: { id: row.body_id, slug: row.body_slug, name: row.body_name },
    decidedOn: row.decided_on,
    title: isHidden ? (row.public_title ?? "") : row.title,
    dictum: isHidden ? (row.public_dictum ?? "") : row.dictum,
    motivation: isHidden ? "" : row.motivation,
    result: row.result,
    figures,
    roundId: isHidden ? null : row.round_id,
    roundItemId: isHidden ? null : row.round_item_id,
    meetingId: row.meeting_id,
    agendaItemId: isHidden ? null : row.agenda_item_id,
    proposalId: isHidden ? null : row.proposal_id,
    proposalVersion: isHidden ? null : row.proposal_version,
    initiativeId: isHidden ? null : row.initiative_id,
    validity: validityOn({ validity: row.validity, validUntil: row.valid_until }, dutchDay(now)),
    recordedValidity: row.validity,
    replacedBy: row.replaced_by,
    reviewOn: row.review_on,
    validUntil: row.valid_until,
    tlp: row.tlp,
    publicTitle: row.public_title,
    publicDictum: row.public_dictum,
    embargoUntil: row.embargo_until,
    publishedAt: row.published_at,
    isPublicWording: isHidden,
  };
}
