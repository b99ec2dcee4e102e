import { FREE_TRIES, networkOf, stillToWait, withTry } from "#app/domain/access/throttle.ts";
import type { Resources } from "#app/commands/context.ts";
import { DAY, later } from "#app/domain/shared/instant.ts";
import { newToken } from "#app/platform/tokens.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { forgetMisses, forgetOldMisses, holdMisses, isKnownDevice, rememberDevice, saveMisses, takeBackTry } from "#db/queries/throttle.ts";
import { tokenCookie, tokenNamed } from "./cookies.ts";

/** One try to sign in: for which account, from where, on which device. */
export interface Attempt {
  readonly email: string;
  readonly address: string;
  /** the token in the cookie of a device that was used before */
  readonly device: string | null;
}

const DEVICE = "apparaat";
const YEAR = 365 * 24 * 60 * 60;

export const attemptIn = (request: Request, address: string, email: string): Attempt => ({ email: email.trim().toLowerCase().slice(0, 200), address, device: tokenNamed(DEVICE, request.headers.get("cookie")) });

/**
 * Milliseconds to wait before this try may be made; 0 when it may be made now, and then it is counted.
 * Kept in the database, so that every process counts the same and a restart forgets nothing. Source: security W5.
 */
export async function waitFor({ db, now }: Resources, attempt: Attempt): Promise<number> {
  const at = now();
  // The network first: when that has to wait, no row is made for an account that somebody only guesses at.
  const tries = [{ key: networkKey(attempt), free: FREE_TRIES.network }, { key: await accountKey(db, attempt), free: FREE_TRIES.account }];
  return inTransaction(db, async (trx) => {
    const counted = [];
    for (const { key, free } of tries) {
      const misses = await holdMisses(trx, key, at);
      const wait = stillToWait(misses, at);
      if (wait > 0) return wait;
      counted.push({ key, misses: withTry(misses, at, free) });
    }
    for (const { key, misses } of counted) await saveMisses(trx, key, misses);
    return 0;
  });
}

/** The password fitted: the account starts at nothing again and this device is remembered. Returns the cookie. */
export async function signedIn({ db, now }: Resources, attempt: Attempt, personId: string, secure: boolean): Promise<string> {
  const device = attempt.device ?? newToken();
  await inTransaction(db, async (trx) => {
    await forgetMisses(trx, await accountKey(trx, attempt));
    await takeBackTry(trx, networkKey(attempt));
    await forgetOldMisses(trx, later(now(), -DAY));
    await rememberDevice(trx, device, personId, now());
  });
  return tokenCookie(DEVICE, device, secure, YEAR);
}

/** A device that signed in to this account before has tries of its own: guesses from elsewhere do not lock its owner out. */
const accountKey = async (db: Db, { email, device }: Attempt): Promise<string> => sha256(device !== null && (await isKnownDevice(db, device, email)) ? `device:${device}:${email}` : `account:${email}`);
const networkKey = ({ address }: Attempt): string => sha256(`network:${networkOf(address)}`);
