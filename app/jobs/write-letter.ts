import { isActionMail, isMeetingMail, isMinutesMail, isRoadmapMail, isRoundMail } from "#app/domain/following/mail.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Letter } from "#app/platform/mail.ts";
import type { Db } from "#db/client.ts";
import type { WaitingMail } from "#db/queries/outbox.ts";
import { writeActionLetter } from "./write-action-letter.ts";
import { writeMeetingLetter } from "./write-meeting-letter.ts";
import { writeMinutesLetter } from "./write-minutes-letter.ts";
import { writeRoadmapLetter } from "./write-roadmap-letter.ts";
import { writeRoundLetter } from "./write-round-letter.ts";
import { writeSeatLetter } from "./write-seat-letter.ts";

export interface Addressed {
  readonly letter: Letter;
  readonly isDemo: boolean;
}

/** What a letter is written with: the moment it leaves, where the portal stands, and a token for somebody who has none yet. */
export interface Desk {
  readonly now: Instant;
  readonly newToken: () => string;
  readonly appUrl: string;
}

/** The letter of a waiting mail as it is true now, or null when there is nothing to tell any more. */
export function writeLetter(db: Db, mail: WaitingMail, desk: Desk): Promise<Addressed | null> {
  const { kind } = mail;
  if (isRoundMail(kind)) return writeRoundLetter(db, { ...mail, kind }, desk);
  if (isMeetingMail(kind)) return writeMeetingLetter(db, { ...mail, kind }, desk);
  if (isActionMail(kind)) return writeActionLetter(db, { ...mail, kind }, desk);
  if (isMinutesMail(kind)) return writeMinutesLetter(db, mail, desk);
  if (isRoadmapMail(kind)) return writeRoadmapLetter(db, { ...mail, kind }, desk);
  return writeSeatLetter(db, mail, desk);
}
