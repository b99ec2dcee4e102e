import { RateLimiterMemory } from "rate-limiter-flexible";

const QUARTER = 15 * 60;
const perAccount = new RateLimiterMemory({ points: 10, duration: QUARTER });

/** Seconds to wait before this account may be tried again; 0 when it may be tried now. Counts the attempt. */
export async function waitFor(account: string): Promise<number> {
  try {
    await perAccount.consume(account.toLowerCase().slice(0, 200));
    return 0;
  } catch (limit) {
    return Math.ceil((limit as { msBeforeNext?: number }).msBeforeNext ?? QUARTER * 1000) / 1000;
  }
}

export const forget = (account: string): Promise<boolean> => perAccount.delete(account.toLowerCase().slice(0, 200));
