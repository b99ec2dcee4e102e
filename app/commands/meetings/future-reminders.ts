import { remindersOf } from "#app/domain/meetings/action-item.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";

/** The reminders of a due day that still lie ahead: nobody is asked about yesterday because somebody wrote it down today. */
export const futureReminders = (dueOn: Day | null, now: Instant) => remindersOf(dueOn).filter(({ dueAt }) => dueAt > now);
