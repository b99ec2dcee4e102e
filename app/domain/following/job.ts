import { ACTION_JOBS, type ActionJob } from "../meetings/action-item.ts";
import { DAY, HOUR, later, type Instant } from "../shared/instant.ts";

/** What the clock starts. A job only mails: whether a round is open is never read from it. */
export const ROUND_JOBS = ["round-closing-soon", "round-closed"] as const;
export type RoundJob = (typeof ROUND_JOBS)[number];
/** A decision comes back on the day on which it is to be reviewed. */
export type JobKind = RoundJob | ActionJob | "decision-review";
export const isActionJob = (kind: JobKind): kind is ActionJob => (ACTION_JOBS as readonly JobKind[]).includes(kind);

/**
 * When to ask those who have not voted yet: a day before the end, or at three quarters of a round shorter than four days.
 * Null for a round shorter than an hour: opening was mailed just now.
 */
export function closingSoonAt(opensAt: Instant, closesAt: Instant): Instant | null {
  const length = Date.parse(closesAt) - Date.parse(opensAt);
  if (length < HOUR) return null;
  return later(closesAt, -Math.min(DAY, Math.floor(length / 4)));
}

/** What has to be done about a round at which moment. */
export function jobsOf(opensAt: Instant, closesAt: Instant): { readonly kind: RoundJob; readonly dueAt: Instant }[] {
  const soon = closingSoonAt(opensAt, closesAt);
  return [...(soon === null ? [] : [{ kind: "round-closing-soon" as const, dueAt: soon }]), { kind: "round-closed", dueAt: closesAt }];
}

/** Whether a job that was put down for this moment is still about the round as it is: an extension makes new ones. */
export const isCurrent = (job: { readonly kind: JobKind; readonly dueAt: Instant }, { opensAt, closesAt }: { readonly opensAt: Instant; readonly closesAt: Instant }): boolean =>
  jobsOf(opensAt, closesAt).some(({ kind, dueAt }) => kind === job.kind && dueAt === job.dueAt);
