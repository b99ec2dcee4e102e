import { HOUR, later, type Instant } from "../shared/instant.ts";

/** So long a link to set a password works. Source: interfaces, "A real start". */
const VALID_FOR = 72 * HOUR;

export const linkExpiry = (from: Instant): Instant => later(from, VALID_FOR);

export type LinkRefusal = "link-unknown" | "link-used" | "link-expired";

/** Why a link no longer works, or null when it does. */
export function linkRefusal(link: { readonly expiresAt: Instant; readonly isUsed: boolean } | null, now: Instant): LinkRefusal | null {
  if (link === null) return "link-unknown";
  if (link.isUsed) return "link-used";
  return link.expiresAt <= now ? "link-expired" : null;
}
