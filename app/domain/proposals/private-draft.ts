import { DAY, later, type Instant } from "../shared/instant.ts";

const KEPT_DAYS = 90;

/** When a private draft is thrown away: after 90 days in which its writer did not touch it. What nobody needs is not kept. Source: AVG, art. 5.1.e. */
export const draftEndsAt = (savedAt: Instant): Instant => later(savedAt, KEPT_DAYS * DAY);

/** Drafts saved before this moment are past their end. */
export const oldestKeptDraft = (now: Instant): Instant => later(now, -KEPT_DAYS * DAY);
