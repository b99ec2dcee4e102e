import { DAY, HOUR, later, MINUTE, type Instant } from "../shared/instant.ts";

/** Why somebody gets mail about a round. */
export const ROUND_MAIL_KINDS = ["round-opened", "round-extended", "round-closing-soon", "round-reminder", "round-closed", "round-withdrawn", "round-result"] as const;
export type RoundMailKind = (typeof ROUND_MAIL_KINDS)[number];

/** Why somebody gets mail about minutes or about a decision of the own body. */
export const MINUTES_MAIL_KINDS = ["minutes-concept", "decision-review"] as const;
export type MinutesMailKind = (typeof MINUTES_MAIL_KINDS)[number];

/** Every reason for mail. */
export const MAIL_KINDS = [...ROUND_MAIL_KINDS, ...MINUTES_MAIL_KINDS] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Mail that somebody may switch off. Opening and end of a round one may vote in are always told. Source: domain, "Following and notifying". */
export const isOptional = (kind: MailKind): boolean => kind === "round-closing-soon" || kind === "round-reminder" || kind === "round-result";

/** How long until the next try after the first, the second, … that failed: almost three days of trying in all. */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, DAY];

/** When to try again after so many tries that failed, or null when it is enough. */
export function nextTry(attempts: number, now: Instant): Instant | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : later(now, wait);
}

/** What a mail says has to be true still when it leaves late. */
export interface RoundNow {
  readonly isOpen: boolean;
  readonly isWithdrawn: boolean;
  readonly isPublished: boolean;
  readonly isInvalid: boolean;
  /** seats of this person without a ballot on every item */
  readonly waitingSeats: number;
}

/** A result that is older than this is no news any more. */
const NEWS = 7 * DAY;

/** Whether a mail of this kind, queued at that moment, still tells the truth and still asks something that can be done. */
export function isStillTrue(kind: RoundMailKind, round: RoundNow, queuedAt: Instant, now: Instant): boolean {
  const isFresh = now < later(queuedAt, NEWS);
  switch (kind) {
    case "round-opened":
    case "round-extended":
      return round.isOpen;
    case "round-closing-soon":
    case "round-reminder":
      return round.isOpen && round.waitingSeats > 0;
    case "round-closed":
      return isFresh && !round.isWithdrawn && !round.isInvalid;
    case "round-withdrawn":
      return isFresh && round.isWithdrawn;
    case "round-result":
      return isFresh && round.isPublished;
  }
}
