import { HOUR, later, MINUTE, type Instant } from "#app/domain/shared/instant.ts";

/** How often somebody may miss before waiting starts: one account, or everybody behind one range of addresses. */
export const FREE_TRIES = { account: 5, network: 50 } as const;

const SHORTEST = 5_000;
const LONGEST = 15 * MINUTE;

/** What is known of earlier misses: how many, and until when no try is allowed. */
export interface Misses {
  readonly points: number;
  readonly until: Instant;
}

/** Milliseconds to wait after so many misses: none at first, then twice as long each time, never more than a quarter of an hour. Source: security W5. */
export const waitAfter = (points: number, free: number): number => (points <= free ? 0 : Math.min(LONGEST, SHORTEST * 2 ** Math.min(20, points - free - 1)));

/** Milliseconds still to wait before another try; 0 when it may happen now. */
export const stillToWait = (misses: Misses | null, now: Instant): number => (misses === null ? 0 : Math.max(0, Date.parse(misses.until) - Date.parse(now)));

/** The misses with one more try counted. After an hour of rest the count starts again. */
export function withTry(misses: Misses | null, now: Instant, free: number): Misses {
  const points = misses === null || later(misses.until, HOUR) <= now ? 1 : misses.points + 1;
  return { points, until: later(now, waitAfter(points, free)) };
}

/** The range an address belongs to: /24 of IPv4, /64 of IPv6. One household or town hall shares it. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (/^\d+(\.\d+){3}$/.test(plain)) return plain.split(".").slice(0, 3).join(".");
  const [head = "", tail] = plain.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === "" ? 0 : tail.split(":").length);
  const whole = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...(tail ? tail.split(":") : [])];
  return whole.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}
