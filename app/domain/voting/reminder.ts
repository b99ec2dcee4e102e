import { HOUR, later, type Instant } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";
import { isOpen, type Round } from "./round.ts";

export type ReminderRefusal = "round-not-running" | "reminded-recently" | "everybody-voted";

/** How long nobody is asked again. */
const PAUSE = 12 * HOUR;

/** Whether those who have not voted may be asked now: while the round is open, when there is somebody to ask, and not over and over. */
export function remind(round: Pick<Round, "state" | "opensAt" | "closesAt">, { people, lastAt }: { people: number; lastAt: Instant | null }, now: Instant): Result<null, ReminderRefusal> {
  if (!isOpen(round, now)) return refuse("round-not-running");
  if (lastAt !== null && now < later(lastAt, PAUSE)) return refuse("reminded-recently");
  return people === 0 ? refuse("everybody-voted") : accept(null);
}
