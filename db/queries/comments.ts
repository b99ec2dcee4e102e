import { sql } from "kysely";
import type { Disposition } from "#app/domain/proposals/discussion.ts";
import type { Passage } from "#app/domain/proposals/passages.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

export interface Comment {
  readonly id: string;
  readonly proposalId: string;
  readonly version: number;
  readonly quote: string | null;
  /** where the quote stood in its own version; null when that was not kept */
  readonly place: Pick<Passage, "field" | "start"> | null;
  /** where it stands in the current version */
  readonly now: Pick<Passage, "field" | "start"> | null;
  /** the version in which the quoted text changed; null while it stands */
  readonly goneIn: number | null;
  readonly statement: string;
  readonly parentId: string | null;
  readonly amendmentId: string | null;
  /** volgnummer of the amendment it hangs on */
  readonly amendment: number | null;
  readonly authorId: string;
  readonly authorName: string;
  readonly organisationName: string;
  readonly createdAt: Instant;
  readonly answer: string | null;
  readonly disposition: Disposition | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
}

/** Every comment and reply on a proposal that the caller already found, oldest first. */
export async function listComments(db: Db, proposalId: string): Promise<Comment[]> {
  const rows = await comments(db).where("comment.proposal_id", "=", proposalId).orderBy("comment.created_at").orderBy("comment.id").execute();
  return rows.map(toComment);
}

export interface Brief {
  readonly open: number;
  readonly answered: number;
  /** the last so many threads in which somebody wrote since that moment */
  readonly fresh: { readonly since: string; readonly most: number } | null;
}

/** The first open threads on the versions of a proposal, the last answered ones and the freshest, with their replies, oldest first, in one query. */
export async function listThreadsInBrief(db: Db, proposalId: string, most: Brief): Promise<Comment[]> {
  const open = roots(db, proposalId).where("answered_at", "is", null).orderBy("created_at").orderBy("id").limit(most.open);
  const answered = roots(db, proposalId).where("answered_at", "is not", null).orderBy("created_at", "desc").orderBy("id", "desc").limit(most.answered);
  const fresh = db
    .selectFrom("comment")
    .select(sql<string>`coalesce(parent_id, id)`.as("id"))
    .where("proposal_id", "=", proposalId)
    .where("amendment_id", "is", null)
    .where("created_at", ">", (most.fresh?.since ?? "9999") as Instant)
    .orderBy("created_at", "desc")
    .limit(most.fresh?.most ?? 0);
  const chosen = db
    .selectFrom(open.as("open"))
    .select("open.id")
    .unionAll(db.selectFrom(answered.as("answered")).select("answered.id"))
    .unionAll(db.selectFrom(fresh.as("fresh")).select("fresh.id"));
  const rows = await comments(db)
    .where("comment.proposal_id", "=", proposalId)
    .where(sql<string>`coalesce(comment.parent_id, comment.id)`, "in", chosen)
    .orderBy("comment.created_at")
    .orderBy("comment.id")
    .execute();
  return rows.map(toComment);
}

/** One page of threads with their replies, oldest first, after a comment (by its moment and id). Also whether there are more. */
export async function listThreadsPage(db: Db, proposalId: string, { after, limit, isOpen }: { after: { at: string; id: string } | null; limit: number; isOpen: boolean | null }): Promise<{ comments: Comment[]; hasMore: boolean }> {
  const page = roots(db, proposalId)
    .$if(after !== null, (query) => query.where((eb) => eb.or([eb("created_at", ">", after?.at as Instant), eb.and([eb("created_at", "=", after?.at as Instant), eb("id", ">", after?.id ?? "")])])))
    .$if(isOpen !== null, (query) => query.where("answered_at", isOpen ? "is" : "is not", null))
    .orderBy("created_at")
    .orderBy("id")
    .limit(limit + 1);
  const rows = await comments(db)
    .where("comment.proposal_id", "=", proposalId)
    .where(sql<string>`coalesce(comment.parent_id, comment.id)`, "in", db.selectFrom(page.as("page")).select("page.id"))
    .orderBy("comment.created_at")
    .orderBy("comment.id")
    .execute();
  const list = rows.map(toComment);
  const first = list.filter(({ parentId }) => parentId === null);
  const kept = new Set(first.slice(0, limit).map(({ id }) => id));
  return { comments: list.filter(({ id, parentId }) => kept.has(parentId ?? id)), hasMore: first.length > limit };
}

/** The comments on one amendment, oldest first. */
export async function listCommentsOnAmendment(db: Db, amendmentId: string): Promise<Comment[]> {
  const rows = await comments(db).where("comment.amendment_id", "=", amendmentId).orderBy("comment.created_at").orderBy("comment.id").execute();
  return rows.map(toComment);
}

/** One comment with everything in its thread, oldest first; empty when there is no such comment on this proposal. */
export async function listThread(db: Db, proposalId: string, id: string): Promise<Comment[]> {
  const rows = await comments(db)
    .where("comment.proposal_id", "=", proposalId)
    .where((eb) => eb.or([eb("comment.id", "=", id), eb("comment.parent_id", "=", id)]))
    .orderBy("comment.created_at")
    .orderBy("comment.id")
    .execute();
  return rows.map(toComment);
}

export async function findComment(db: Db, proposalId: string, id: string): Promise<Comment | null> {
  const row = await comments(db).where("comment.proposal_id", "=", proposalId).where("comment.id", "=", id).executeTakeFirst();
  return row ? toComment(row) : null;
}

export interface NewComment {
  readonly id: string;
  readonly proposalId: string;
  readonly version: number;
  readonly quote: string | null;
  readonly place: Passage | null;
  /** the passage in the current version; null with a place: the text changed there, in `goneIn` */
  readonly now: Passage | null;
  readonly goneIn?: number;
  readonly statement: string;
  readonly parentId: string | null;
  readonly amendmentId: string | null;
  readonly authorId: string;
  readonly organisationName: string;
  readonly createdAt: Instant;
}

export async function insertComment(trx: Trx, comment: NewComment): Promise<void> {
  const { place, now } = comment;
  await trx
    .insertInto("comment")
    .values({
      id: comment.id,
      proposal_id: comment.proposalId,
      version: comment.version,
      quote: comment.quote,
      field: place?.field ?? null,
      start: place?.start ?? null,
      now_field: now?.field ?? null,
      now_start: now?.start ?? null,
      gone_in: place !== null && now === null ? (comment.goneIn ?? null) : null,
      statement: comment.statement,
      parent_id: comment.parentId,
      amendment_id: comment.amendmentId,
      author_id: comment.authorId,
      organisation_name: comment.organisationName,
      created_at: comment.createdAt,
    })
    .execute();
}

/** False when the comment was answered already: an answer is not overwritten. */
export async function answerCommentRow(trx: Trx, answer: { commentId: string; answer: string; disposition: Disposition; answeredBy: string; answeredAt: Instant }): Promise<boolean> {
  const row = await trx
    .updateTable("comment")
    .set({ answer: answer.answer, disposition: answer.disposition, answered_by: answer.answeredBy, answered_at: answer.answeredAt })
    .where("id", "=", answer.commentId)
    .where("answered_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

const roots = (db: Db, proposalId: string) => db.selectFrom("comment").select("id").where("proposal_id", "=", proposalId).where("parent_id", "is", null).where("amendment_id", "is", null);

const comments = (db: Db) =>
  db
    .selectFrom("comment")
    .innerJoin("person as author", "author.id", "comment.author_id")
    .leftJoin("person as answerer", "answerer.id", "comment.answered_by")
    .leftJoin("amendment", "amendment.id", "comment.amendment_id")
    .selectAll("comment")
    .select(["author.name as author_name", "answerer.name as answerer_name", "amendment.number as amendment_number"]);

type Row = Awaited<ReturnType<ReturnType<typeof comments>["executeTakeFirstOrThrow"]>>;

const toComment = (row: Row): Comment => ({
  ...{ id: row.id, proposalId: row.proposal_id, version: row.version, quote: row.quote, statement: row.statement },
  place: row.field !== null && row.start !== null ? { field: row.field, start: row.start } : null,
  now: row.now_field !== null && row.now_start !== null ? { field: row.now_field, start: row.now_start } : null,
  goneIn: row.gone_in,
  parentId: row.parent_id,
  amendmentId: row.amendment_id,
  amendment: row.amendment_number,
  ...{ authorId: row.author_id, authorName: row.author_name, organisationName: row.organisation_name, createdAt: row.created_at },
  ...{ answer: row.answer, disposition: row.disposition, answeredBy: row.answerer_name, answeredAt: row.answered_at },
});
