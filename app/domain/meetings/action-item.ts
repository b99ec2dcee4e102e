import { dutchDay } from "../shared/day.ts";
import { fromDutchLocal } from "../shared/dutch-time.ts";
import { DAY, later, type Day, type Instant } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

export type ActionState = "open" | "done" | "dropped";

/** The number under which an action comes back until it is done: `A-2026-031`. */
export const actionNumber = (year: number, sequence: number): string => `A-${year}-${String(sequence).padStart(3, "0")}`;

/** Due in the past and still open. */
export const isLate = (action: { readonly state: ActionState; readonly dueOn: Day | null }, today: Day): boolean => action.state === "open" && action.dueOn !== null && action.dueOn < today;

/** Whether a day to have something done lies before the meeting that agreed on it: a slip of the keyboard. */
export const isBeforeMeeting = (dueOn: Day | null, meeting: { readonly startsAt: Instant } | null): boolean => dueOn !== null && meeting !== null && dueOn < dutchDay(meeting.startsAt);

export type FinishRefusal = "action-not-open";

/** An action ends once, as done or as dropped. */
export const finish = (state: ActionState, to: "done" | "dropped"): Result<"done" | "dropped", FinishRefusal> => (state === "open" ? accept(to) : refuse("action-not-open"));

export const ACTION_JOBS = ["action-due-soon", "action-overdue"] as const;
export type ActionJob = (typeof ACTION_JOBS)[number];

/** When the owner is asked about an action: three days before its day and, when it is not done, the day after; at eight in the morning. */
export function remindersOf(dueOn: Day | null): { readonly kind: ActionJob; readonly dueAt: Instant }[] {
  const noon = dueOn === null ? null : fromDutchLocal(`${dueOn}T12:00`);
  if (noon === null) return [];
  // From noon, whole days away is never another day, also when the clock changes in between.
  return ([["action-due-soon", -3], ["action-overdue", 1]] as const).flatMap(([kind, days]) => {
    const dueAt = fromDutchLocal(`${dutchDay(later(noon, days * DAY))}T08:00`);
    return dueAt === null ? [] : [{ kind, dueAt }];
  });
}

/** Whether a reminder that was put down for this moment is still about the action as it is. */
export const isReminderCurrent = (job: { readonly kind: string; readonly dueAt: Instant }, action: { readonly state: ActionState; readonly dueOn: Day | null }): boolean =>
  action.state === "open" && remindersOf(action.dueOn).some(({ kind, dueAt }) => kind === job.kind && dueAt === job.dueAt);
