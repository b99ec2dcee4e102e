import { isOptional, isStillTrue, ROUND_MAIL_KINDS, type RoundMailKind } from "#app/domain/following/mail.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { hasClosed, isOpen } from "#app/domain/voting/round.ts";
import { href, paths } from "#app/paths.ts";
import type { Letter } from "#app/platform/mail.ts";
import { roundMailText } from "#app/text/mail.ts";
import type { Db } from "#db/client.ts";
import { preferenceOf } from "#db/queries/mail-preferences.ts";
import type { MailFacts, WaitingMail } from "#db/queries/outbox.ts";
import { writeMinutesLetter } from "./write-minutes-letter.ts";
import { chainHeadOf, findMailedRound, findRecipient, findRoundEvent, listBureau, listRoundVoters, type MailedRound } from "#db/queries/round-mail.ts";

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

/** Mail about a round. */
export type WaitingRoundMail = WaitingMail & { readonly kind: RoundMailKind };

/** The letter of a waiting mail as it is true now, or null when there is nothing to tell any more. */
export const writeLetter = (db: Db, mail: WaitingMail, desk: Desk): Promise<Addressed | null> => (isAboutRound(mail) ? writeRoundLetter(db, mail, desk) : writeMinutesLetter(db, mail, desk));

const isAboutRound = (mail: WaitingMail): mail is WaitingRoundMail => ROUND_MAIL_KINDS.some((kind) => kind === mail.kind);

async function writeRoundLetter(db: Db, mail: WaitingRoundMail, { now, newToken, appUrl }: Desk): Promise<Addressed | null> {
  const [recipient, round] = [await findRecipient(db, mail.personId), await findMailedRound(db, mail.subjectId)];
  if (!recipient || !round) return null;
  const seats = await listRoundVoters(db, round.id, now, mail.personId);
  const mayEstablish = (await listBureau(db, round.bodyId, now)).includes(mail.personId);
  if (seats.length === 0 && !mayEstablish) return null;
  const waitingSeats = seats.filter(({ openItems }) => openItems > 0).map(({ seatName }) => seatName);
  const state = { isOpen: isOpen(round, now), isWithdrawn: round.state === "ingetrokken", isInvalid: round.state === "ongeldig", isPublished: round.state === "gepubliceerd", waitingSeats: waitingSeats.length };
  const waitsForOpening = round.state === "open" && now < round.opensAt;
  if (!isStillTrue(mail.kind, { ...state, isOpen: state.isOpen || waitsForOpening }, mail.createdAt, now)) return null;
  if (mail.kind === "round-closed" && !hasClosed(round, now)) return null;
  const preference = await preferenceOf(db, mail.personId, newToken());
  if (isOptional(mail.kind) && !preference.wantsReminders) return null;

  const unsubscribe = appUrl + href(paths.mailPreference, { token: preference.token });
  const { subject, text } = roundMailText({
    ...{ kind: mail.kind, recipient: recipient.name, bodyName: round.bodyName, roundKind: round.kind, sequence: round.sequence, items: round.items, closesAt: round.closesAt },
    // What only a few may know is not for mail, which passes through many hands.
    title: round.tlp === "CLEAR" || round.tlp === "GREEN" ? round.title : null,
    ...{ reason: textIn(mail.facts, "reason"), formerClosesAt: textIn(mail.facts, "from"), waitingSeats, mayEstablish },
    ...{ address: appUrl + addressOf(mail.kind, round.id), anchor: await anchorOf(db, mail, round), preferenceAddress: unsubscribe, isOptional: isOptional(mail.kind) },
  });
  return { letter: { id: mail.id, to: { name: recipient.name, address: recipient.email }, subject, text, unsubscribe }, isDemo: recipient.isDemo };
}

const textIn = (facts: MailFacts, name: string): string | null => (typeof facts[name] === "string" ? facts[name] : null);

function addressOf(kind: WaitingMail["kind"], id: string): string {
  if (kind === "round-result") return href(paths.roundResult, { id });
  return kind === "round-opened" || kind === "round-extended" || kind === "round-closing-soon" || kind === "round-reminder" ? href(paths.roundBallot, { id }) : href(paths.round, { id });
}

/** Mail at opening and at the end carries where the log stands, out of reach of whoever owns the database. Source: security §2.5. */
async function anchorOf(db: Db, { kind }: WaitingMail, { id, bodyId, bodySlug }: MailedRound): Promise<{ chain: string; sequence: number; hash: string } | null> {
  if (kind !== "round-opened" && kind !== "round-closed") return null;
  const link = kind === "round-opened" ? await findRoundEvent(db, id, "round.open") : await chainHeadOf(db, bodyId);
  return link && { chain: bodySlug, ...link };
}
