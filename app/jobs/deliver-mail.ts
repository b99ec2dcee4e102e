import { nextTry } from "#app/domain/following/mail.ts";
import { groupBy } from "#app/domain/shared/group-by.ts";
import { DAY, later, MINUTE, type Instant } from "#app/domain/shared/instant.ts";
import type { Postman } from "#app/platform/mail.ts";
import { inTransaction, type Db } from "#db/client.ts";
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

/** So many are claimed together. */
const AT_ONCE = 20;
/** So many leave side by side: one after another 400 letters wait for the mail server 400 times. Exchange Online refuses a fourth connection (Microsoft, "SMTP Authenticated Submission"). */
const SIDE_BY_SIDE = 3;
const CLAIM = 5 * MINUTE;
const KEPT = 30 * DAY;

/**
 * Sends the mail that is due and returns how many letters left. A letter that cannot be handed over is tried again later, less and less
 * often; after the last try it is marked failed and shown to the beheerder. Each is noted as soon as it left, and what is noted at one
 * moment shares a commit on SQLite. A process that dies between sending and noting leaves at most three letters that are sent again,
 * with the same id.
 */
export async function deliverMail(office: PostOffice): Promise<number> {
  let sent = 0;
  for (;;) {
    const waiting = await claimMail(office.db, office.now(), later(office.now(), CLAIM), AT_ONCE);
    // Letters to one person leave one after another, so that a later one does not overtake an earlier one.
    const queue = [...groupBy(waiting, ({ personId }) => personId).values()];
    const lane = async (): Promise<void> => {
      for (let letters = queue.shift(); letters; letters = queue.shift()) for (const mail of letters) if (await deliver(office, mail)) sent++;
    };
    await allDone(Array.from({ length: SIDE_BY_SIDE }, lane));
    if (waiting.length < AT_ONCE) break;
  }
  await deleteEndedMail(office.db, later(office.now(), -KEPT));
  return sent;
}

/** Waits for all, also when one of them fails: none goes on behind the back of who stops the portal. */
async function allDone(lanes: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === "rejected");
  if (failed) throw failed.reason;
}

async function deliver(office: PostOffice, mail: WaitingMail): Promise<boolean> {
  const { db, now } = office;
  const end = (outcome: "sent" | "lapsed" | "failed", problem?: string) => inTransaction(db, (trx) => endMail(trx, mail.id, outcome, now(), problem));
  try {
    const written = await writeLetter(db, mail, { now: now(), newToken: office.newToken, appUrl: office.appUrl });
    if (written === null) {
      await end("lapsed");
      return false;
    }
    await (written.isDemo ? office.postDemo : office.post)(written.letter);
    await end("sent");
    return true;
  } catch (error) {
    const problem = (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 200) ?? "";
    const again = nextTry(mail.attempts, now());
    if (again === null) await end("failed", problem);
    else await inTransaction(db, (trx) => postponeMail(trx, mail.id, again, problem));
    return false;
  }
}
