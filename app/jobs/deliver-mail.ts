import { nextTry } from "#app/domain/following/mail.ts";
import { DAY, later, MINUTE, type Instant } from "#app/domain/shared/instant.ts";
import type { Postman } from "#app/platform/mail.ts";
import type { Db } from "#db/client.ts";
import { claimMail, deleteEndedMail, endMail, postponeMail, type WaitingMail } from "#db/queries/outbox.ts";
import { writeLetter } from "./write-letter.ts";

export interface PostOffice {
  readonly db: Db;
  readonly now: () => Instant;
  readonly newToken: () => string;
  readonly appUrl: string;
  readonly post: Postman;
  /** for people of the demonstration, whose addresses are nobody's */
  readonly postDemo: Postman;
}

const AT_ONCE = 20;
const CLAIM = 5 * MINUTE;
const KEPT = 30 * DAY;

/**
 * Sends the mail that is due and returns how many letters left. A letter that cannot be handed over is tried again later, less and less
 * often; after the last try it is marked failed and shown to the beheerder. A process that dies between sending and noting
 * sends the letter again with the same id.
 */
export async function deliverMail(office: PostOffice): Promise<number> {
  let sent = 0;
  for (;;) {
    const waiting = await claimMail(office.db, office.now(), later(office.now(), CLAIM), AT_ONCE);
    for (const mail of waiting) if (await deliver(office, mail)) sent++;
    if (waiting.length < AT_ONCE) break;
  }
  await deleteEndedMail(office.db, later(office.now(), -KEPT));
  return sent;
}

async function deliver(office: PostOffice, mail: WaitingMail): Promise<boolean> {
  const { db, now } = office;
  try {
    const written = await writeLetter(db, mail, { now: now(), newToken: office.newToken, appUrl: office.appUrl });
    if (written === null) {
      await endMail(db, mail.id, "lapsed", now());
      return false;
    }
    await (written.isDemo ? office.postDemo : office.post)(written.letter);
    await endMail(db, mail.id, "sent", now());
    return true;
  } catch (error) {
    const problem = (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 200) ?? "";
    const again = nextTry(mail.attempts, now());
    if (again === null) await endMail(db, mail.id, "failed", now(), problem);
    else await postponeMail(db, mail.id, again, problem);
    return false;
  }
}
