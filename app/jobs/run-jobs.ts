import { isActionJob, isCurrent } from "#app/domain/following/job.ts";
import { isReminderCurrent, type ActionJob } from "#app/domain/meetings/action-item.ts";
import { oldestKeptDraft } from "#app/domain/proposals/private-draft.ts";
import { DAY, later, MINUTE, type Instant } from "#app/domain/shared/instant.ts";
import { isOpen } from "#app/domain/voting/round.ts";
import { askForReview } from "#app/commands/decisions/ask-for-review.ts";
import { noteClosing } from "#app/commands/voting/note-closing.ts";
import { tellVoters } from "#app/commands/voting/tell-voters.ts";
import { inTransaction, type Db, type Trx } from "#db/client.ts";
import { findMailedAction } from "#db/queries/action-items.ts";
import { claimJobs, deleteDoneJobs, finishJob, postponeJob, type StoredJob } from "#db/queries/jobs.ts";
import { queueMail } from "#db/queries/outbox.ts";
import { deletePrivateDraftsBefore } from "#db/queries/private-drafts.ts";
import { findMailedRound, listRoundVoters } from "#db/queries/round-mail.ts";

interface Clockwork {
  readonly db: Db;
  readonly now: () => Instant;
  readonly newId: () => string;
}

const AT_ONCE = 20;
const CLAIM = 5 * MINUTE;
const KEPT = 30 * DAY;

/** Does what the clock asks: put mail in the outbox, note that a round closed, throw away what is past its time. It decides nothing: a job that ran late or twice changes no result and tells nobody twice. */
export async function runJobs(clockwork: Clockwork): Promise<void> {
  const { db, now } = clockwork;
  for (;;) {
    const due = await claimJobs(db, now(), later(now(), CLAIM), AT_ONCE);
    for (const job of due) await run(clockwork, job);
    if (due.length < AT_ONCE) break;
  }
  await deleteDoneJobs(db, later(now(), -KEPT));
  await deletePrivateDraftsBefore(db, oldestKeptDraft(now()));
}

async function run(clockwork: Clockwork, job: StoredJob): Promise<void> {
  const { db, now } = clockwork;
  try {
    await inTransaction(db, async (trx) => {
      await tell(trx, clockwork, job);
      await finishJob(trx, job.id, now());
    });
  } catch (error) {
    await postponeJob(db, job.id, later(now(), Math.min(job.attempts, 60) * MINUTE), error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

async function tell(trx: Trx, clockwork: Clockwork, job: StoredJob): Promise<void> {
  if (isActionJob(job.kind)) return remindOwner(trx, clockwork, job, job.kind);
  if (job.kind === "decision-review") return askForReview(trx, clockwork, job);
  const round = await findMailedRound(trx, job.subjectId);
  if (!round || !isCurrent(job, round)) return;
  if (job.kind === "round-closed") {
    if (await noteClosing(trx, clockwork, round.id)) await tellVoters(trx, clockwork, round, "round-closed", { once: round.closesAt, isForBureau: true });
    return;
  }
  if (!isOpen(round, clockwork.now())) return;
  const waiting = (await listRoundVoters(trx, round.id, clockwork.now())).filter(({ openItems }) => openItems > 0);
  await queueMail(trx, { kind: "round-closing-soon", subjectId: round.id, personIds: waiting.map(({ personId }) => personId), facts: {}, once: round.closesAt }, clockwork);
}

/** Asks whoever does an action, as long as it is open and its day is still this one. */
async function remindOwner(trx: Trx, clockwork: Clockwork, job: StoredJob, kind: ActionJob): Promise<void> {
  const action = await findMailedAction(trx, job.subjectId);
  if (action === null || action.ownerId === null || !isReminderCurrent(job, action)) return;
  await queueMail(trx, { kind, subjectId: action.id, personIds: [action.ownerId], facts: {}, once: job.dueAt }, clockwork);
}
