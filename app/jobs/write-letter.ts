import { isActionMail, isMeetingMail, type RoundMailKind } from "#app/domain/following/mail.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Letter } from "#app/platform/mail.ts";
import type { Db } from "#db/client.ts";
import type { WaitingMail } from "#db/queries/outbox.ts";
import { writeActionLetter } from "./write-action-letter.ts";
import { writeMeetingLetter } from "./write-meeting-letter.ts";
import { writeRoundLetter } from "./write-round-letter.ts";

export interface Addressed {
  readonly letter: Letter;
  readonly isDemo: boolean;
}

/** What every letter is written with. */
export interface Desk {
  readonly now: Instant;
  readonly newToken: () => string;
  readonly appUrl: string;
}

/** The letter of a waiting mail as it is true now, or null when there is nothing to tell any more. */
export function writeLetter(db: Db, mail: WaitingMail, desk: Desk): Promise<Addressed | null> {
  const { kind } = mail;
  if (isMeetingMail(kind)) return writeMeetingLetter(db, { ...mail, kind }, desk);
  if (isActionMail(kind)) return writeActionLetter(db, { ...mail, kind }, desk);
  return writeRoundLetter(db, { ...mail, kind: kind satisfies RoundMailKind }, desk);
}
