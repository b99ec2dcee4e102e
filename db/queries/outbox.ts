import type { MailKind } from "#app/domain/following/mail.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { countRows } from "../portable.ts";

/** Facts that belong to the moment of queueing; everything else is read when the mail leaves. */
export type MailFacts = Readonly<Record<string, string | number | null>>;

export interface MailOrder {
  readonly kind: MailKind;
  readonly subjectId: string;
  readonly personIds: readonly string[];
  readonly facts: MailFacts;
  /** with kind, subject and person: what makes this mail the same one */
  readonly once: string;
}

/** Puts one mail per person in the outbox, in the transaction of what it tells about. The same mail again is no second one. */
export async function queueMail(trx: Trx, order: MailOrder, { now, newId }: { now: () => Instant; newId: () => string }): Promise<void> {
  const { kind, subjectId, facts, once } = order;
  const personIds = [...new Set(order.personIds)];
  if (personIds.length === 0) return;
  const at = now();
  await trx
    .insertInto("mail")
    .values(
      personIds.map((personId) => ({
        ...{ id: newId(), person_id: personId, kind, subject_id: subjectId, facts: JSON.stringify(facts), once: `${kind}:${subjectId}:${once}:${personId}` },
        ...{ created_at: at, due_at: at, claimed_until: at, attempts: 0, ended_at: null, outcome: null, error: null },
      })),
    )
    .onConflict((oc) => oc.column("once").doNothing())
    .execute();
}

export interface WaitingMail {
  readonly id: string;
  readonly personId: string;
  readonly kind: MailKind;
  readonly subjectId: string;
  readonly facts: MailFacts;
  readonly createdAt: Instant;
  readonly attempts: number;
}

/** Takes mail that is due, for nobody else until the claim ends; in the order in which it was written. */
export async function claimMail(db: Db, now: Instant, until: Instant, limit: number): Promise<WaitingMail[]> {
  const rows = await db
    .updateTable("mail")
    .set((eb) => ({ claimed_until: until, attempts: eb("attempts", "+", 1) }))
    .where("id", "in", (eb) => eb.selectFrom("mail").select("id").where("ended_at", "is", null).where("due_at", "<=", now).where("claimed_until", "<=", now).orderBy("due_at").orderBy("id").limit(limit))
    // Asked again of the row itself: on PostgreSQL another process may have taken it in the meantime.
    .where("claimed_until", "<=", now)
    .where("ended_at", "is", null)
    .returning(["id", "person_id", "kind", "subject_id", "facts", "created_at", "attempts"])
    .execute();
  // Sorted here: what an update returns comes in any order.
  return rows
    .map((row) => ({ id: row.id, personId: row.person_id, kind: row.kind, subjectId: row.subject_id, facts: JSON.parse(row.facts) as MailFacts, createdAt: row.created_at, attempts: row.attempts }))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || (a.id < b.id ? -1 : 1));
}

export async function endMail(db: Db, id: string, outcome: "sent" | "lapsed" | "failed", at: Instant, error: string | null = null): Promise<void> {
  await db.updateTable("mail").set({ ended_at: at, outcome, error }).where("id", "=", id).execute();
}

export async function postponeMail(db: Db, id: string, dueAt: Instant, error: string): Promise<void> {
  await db.updateTable("mail").set({ due_at: dueAt, claimed_until: dueAt, error }).where("id", "=", id).execute();
}

/** Mail that failed for good waits again, from now. Returns whether there was any such mail. */
export async function retryMail(trx: Trx, id: string, now: Instant): Promise<boolean> {
  const row = await trx.updateTable("mail").set({ ended_at: null, outcome: null, due_at: now, claimed_until: now, attempts: 0 }).where("id", "=", id).where("outcome", "=", "failed").returning("id").executeTakeFirst();
  return row !== undefined;
}

/** Sent or lapsed mail leaves after a while; the outbox is no archive. */
export async function deleteEndedMail(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom("mail").where("outcome", "in", ["sent", "lapsed"]).where("ended_at", "<", before).execute();
}

export interface ListedMail {
  readonly id: string;
  readonly person: string;
  readonly kind: MailKind;
  readonly createdAt: Instant;
  readonly dueAt: Instant;
  readonly attempts: number;
  readonly hasFailed: boolean;
  readonly error: string | null;
}

/** Mail that did not leave yet or failed for good, oldest first; never what it says. */
export async function listTroubledMail(db: Db, limit: number): Promise<ListedMail[]> {
  const rows = await db
    .selectFrom("mail")
    .innerJoin("person", "person.id", "mail.person_id")
    .select(["mail.id", "person.name", "mail.kind", "mail.created_at", "mail.due_at", "mail.attempts", "mail.outcome", "mail.error"])
    .where((eb) => eb.or([eb("mail.ended_at", "is", null), eb("mail.outcome", "=", "failed")]))
    .orderBy("mail.created_at")
    .orderBy("mail.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ id: row.id, person: row.name, kind: row.kind, createdAt: row.created_at, dueAt: row.due_at, attempts: row.attempts, hasFailed: row.outcome === "failed", error: row.error }));
}

/** How much mail waits, was sent, lapsed and failed. */
export async function countMail(db: Db): Promise<Readonly<Record<"waiting" | "sent" | "lapsed" | "failed", number>>> {
  const rows = await db.selectFrom("mail").select(["outcome", countRows().as("amount")]).groupBy("outcome").execute();
  const of = (outcome: string | null) => rows.find((row) => row.outcome === outcome)?.amount ?? 0;
  return { waiting: of(null), sent: of("sent"), lapsed: of("lapsed"), failed: of("failed") };
}

/** The facts of the first mail of this kind about this subject that still waits; null when none does, or when some of it left since. */
export async function firstUnheard(trx: Trx, kind: MailKind, subjectId: string): Promise<MailFacts | null> {
  const rows = await trx
    .selectFrom("mail as m")
    .select(["m.facts", "m.outcome"])
    .where("m.kind", "=", kind)
    .where("m.subject_id", "=", subjectId)
    .where("m.id", ">=", (eb) => eb.selectFrom("mail as w").select((of) => of.fn.min("w.id").as("first")).where("w.kind", "=", kind).where("w.subject_id", "=", subjectId).where("w.ended_at", "is", null))
    .orderBy("m.id")
    .execute();
  const [first] = rows;
  return first && !rows.some(({ outcome }) => outcome === "sent") ? (JSON.parse(first.facts) as MailFacts) : null;
}

/** When mail of this kind about this subject was last put in the outbox. */
export async function lastQueuedAt(db: Db, kind: MailKind, subjectId: string): Promise<Instant | null> {
  const row = await db.selectFrom("mail").select("created_at").where("kind", "=", kind).where("subject_id", "=", subjectId).orderBy("created_at", "desc").limit(1).executeTakeFirst();
  return row?.created_at ?? null;
}
