import { ACTION_JOBS } from "../meetings/action-item.ts";
import { DAY, HOUR, later, MINUTE, type Instant } from "../shared/instant.ts";

/** Why somebody gets mail about a round. */
export const ROUND_MAIL_KINDS = ["round-opened", "round-extended", "round-closing-soon", "round-reminder", "round-closed", "round-withdrawn", "round-result"] as const;
export type RoundMailKind = (typeof ROUND_MAIL_KINDS)[number];

/** Why somebody gets mail about a volmacht of the own seat. */
export const PROXY_MAIL_KINDS = ["proxy-asked", "proxy-accepted", "proxy-withdrawn"] as const;
export type ProxyMailKind = (typeof PROXY_MAIL_KINDS)[number];

/** Why a member gets mail about a meeting. */
export const MEETING_MAIL_KINDS = ["agenda-sent", "agenda-changed", "meeting-moved", "series-moved", "meeting-cancelled"] as const;
export type MeetingMailKind = (typeof MEETING_MAIL_KINDS)[number];

/** Why somebody gets mail about minutes or about a decision of the own body. */
export const MINUTES_MAIL_KINDS = ["minutes-concept", "decision-review"] as const;
export type MinutesMailKind = (typeof MINUTES_MAIL_KINDS)[number];

/** Why somebody who follows an item or an initiative of the roadmap gets mail. */
export const ROADMAP_MAIL_KINDS = ["roadmap-moved", "milestone-moved"] as const;
export type RoadmapMailKind = (typeof ROADMAP_MAIL_KINDS)[number];

/** Every reason for mail; besides these, that the secretaris wrote down a vote for the own seat. */
export const MAIL_KINDS = [...ROUND_MAIL_KINDS, ...PROXY_MAIL_KINDS, "ballot-received", ...MEETING_MAIL_KINDS, ...ACTION_JOBS, ...MINUTES_MAIL_KINDS, ...ROADMAP_MAIL_KINDS] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
const isOneOf = <Kind extends MailKind>(kinds: readonly Kind[]) => (kind: MailKind): kind is Kind => kinds.some((one) => one === kind);
export const isRoundMail = isOneOf(ROUND_MAIL_KINDS);
export const isMeetingMail = isOneOf(MEETING_MAIL_KINDS);
export const isActionMail = isOneOf(ACTION_JOBS);
export const isMinutesMail = isOneOf(MINUTES_MAIL_KINDS);
export const isRoadmapMail = isOneOf(ROADMAP_MAIL_KINDS);

/** Mail that somebody may switch off. Opening and end of a round one may vote in are always told. Source: domain, "Following and notifying". */
export const isOptional = (kind: MailKind): boolean => isActionMail(kind) || isRoadmapMail(kind) || kind === "round-closing-soon" || kind === "round-reminder" || kind === "round-result";

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

/** Whether a mail about a volmacht still tells how it stands: asked and not answered, accepted and not taken back, or taken back. */
export function isProxyNews(kind: ProxyMailKind, proxy: { readonly acceptedAt: Instant | null; readonly revokedAt: Instant | null; readonly until: Instant }, now: Instant): boolean {
  if (now >= proxy.until) return false;
  if (kind === "proxy-withdrawn") return proxy.revokedAt !== null;
  return proxy.revokedAt === null && (proxy.acceptedAt !== null) === (kind === "proxy-accepted");
}

/**
 * Whether a mail about a meeting still says something: an agenda until the meeting is over, as long as no later sending took its place;
 * a cancellation until then too, and another time or place as long as it was not moved again. What a letter about a series says is
 * looked up when it leaves: it is true as long as there are meetings to come.
 */
export function isMeetingMailTrue(kind: Exclude<MeetingMailKind, "series-moved">, meeting: { readonly isCancelled: boolean; readonly endsAt: Instant; readonly isLastMove: boolean }, isLastSending: boolean, now: Instant): boolean {
  if (now >= meeting.endsAt) return false;
  if (kind === "meeting-cancelled") return meeting.isCancelled;
  return !meeting.isCancelled && (kind === "meeting-moved" ? meeting.isLastMove : isLastSending);
}
