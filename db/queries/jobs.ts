import type { JobKind } from "#app/domain/following/job.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** Something that the clock starts. */
export interface StoredJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly subjectId: string;
  readonly dueAt: Instant;
  readonly attempts: number;
}

/** The same job for the same moment is one job. */
export async function insertJobs(trx: Trx, subjectId: string, jobs: readonly { readonly kind: JobKind; readonly dueAt: Instant }[], { now, newId }: { now: () => Instant; newId: () => string }): Promise<void> {
  if (jobs.length === 0) return;
  const at = now();
  await trx
    .insertInto("job")
    .values(jobs.map(({ kind, dueAt }) => ({ id: newId(), kind, subject_id: subjectId, due_at: dueAt, created_at: at, claimed_until: at, attempts: 0, done_at: null, error: null })))
    .onConflict((oc) => oc.columns(["kind", "subject_id", "due_at"]).doNothing())
    .execute();
}

/** Takes jobs that are due, for nobody else until the claim ends: a process that dies in between loses none. */
export async function claimJobs(db: Db, now: Instant, until: Instant, limit: number): Promise<StoredJob[]> {
  const rows = await db
    .updateTable("job")
    .set((eb) => ({ claimed_until: until, attempts: eb("attempts", "+", 1) }))
    .where("id", "in", (eb) => eb.selectFrom("job").select("id").where("done_at", "is", null).where("due_at", "<=", now).where("claimed_until", "<=", now).orderBy("due_at").limit(limit))
    // Asked again of the row itself: on PostgreSQL another process may have taken it in the meantime.
    .where("claimed_until", "<=", now)
    .where("done_at", "is", null)
    .returning(["id", "kind", "subject_id", "due_at", "attempts"])
    .execute();
  return rows.map((row) => ({ id: row.id, kind: row.kind, subjectId: row.subject_id, dueAt: row.due_at, attempts: row.attempts }));
}

export async function finishJob(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable("job").set({ done_at: at, error: null }).where("id", "=", id).execute();
}

export async function postponeJob(db: Db, id: string, until: Instant, error: string): Promise<void> {
  await db.updateTable("job").set({ claimed_until: until, error }).where("id", "=", id).execute();
}

/** What is done leaves after a while. */
export async function deleteDoneJobs(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom("job").where("done_at", "<", before).execute();
}
