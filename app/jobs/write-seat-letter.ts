import { isProxyNews, PROXY_MAIL_KINDS, type ProxyMailKind } from "#app/domain/following/mail.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { isOpen } from "#app/domain/voting/round.ts";
import { href, paths } from "#app/paths.ts";
import { proxyMailText, receivedMailText } from "#app/text/seat-mail.ts";
import type { Db } from "#db/client.ts";
import { preferenceOf } from "#db/queries/mail-preferences.ts";
import type { WaitingMail } from "#db/queries/outbox.ts";
import { findRecipient } from "#db/queries/round-mail.ts";
import { findMailedBallot, findMailedProxy, listSeatHolders } from "#db/queries/seat-mail.ts";
import type { Addressed, Desk } from "./write-letter.ts";

/** The letter about what happened in the name of the own seat, or null when it is no news any more, or not for this person. */
export async function writeSeatLetter(db: Db, mail: WaitingMail, { now, newToken, appUrl }: Desk): Promise<Addressed | null> {
  const recipient = await findRecipient(db, mail.personId);
  if (!recipient) return null;
  const preference = await preferenceOf(db, mail.personId, newToken());
  const unsubscribe = appUrl + href(paths.mailPreference, { token: preference.token });
  const kind = PROXY_MAIL_KINDS.find((known) => known === mail.kind);
  const envelope = { recipient: recipient.name, preferenceAddress: unsubscribe, appUrl };
  const written = kind === undefined ? await aboutReceived(db, mail, envelope, now) : await aboutProxy(db, mail, envelope, kind, now);
  return written && { letter: { id: mail.id, to: { name: recipient.name, address: recipient.email }, ...written, unsubscribe }, isDemo: recipient.isDemo };
}

interface Envelope {
  readonly recipient: string;
  readonly preferenceAddress: string;
  readonly appUrl: string;
}

async function aboutProxy(db: Db, { subjectId, personId }: WaitingMail, { appUrl, ...envelope }: Envelope, kind: ProxyMailKind, now: Desk["now"]) {
  const proxy = await findMailedProxy(db, subjectId);
  if (!proxy || !isProxyNews(kind, proxy, now)) return null;
  const holders = await listSeatHolders(db, [proxy.fromSeatId, proxy.toSeatId], now);
  const mine = holders.filter((holder) => holder.personId === personId).map(({ seatId }) => seatId);
  if (mine.length === 0) return null;
  const { fromName, toName, bodyName, bodySlug, scope, from, until, subject } = proxy;
  // Somebody who holds both seats reads it as the one who has to answer.
  const side = mine.includes(proxy.toSeatId) ? ("holder" as const) : ("giver" as const);
  return proxyMailText({ ...envelope, kind, side, fromName, toName, bodyName, scope, from, until, title: subject && isForMail(subject.tlp) ? subject.title : null, address: appUrl + href(paths.proxies, { slug: bodySlug }) });
}

async function aboutReceived(db: Db, { subjectId, personId }: WaitingMail, { appUrl, ...envelope }: Envelope, now: Desk["now"]) {
  const ballot = await findMailedBallot(db, subjectId);
  if (!ballot || !isOpen(ballot.round, now)) return null;
  if (!(await listSeatHolders(db, [ballot.seatId], now)).some((holder) => holder.personId === personId)) return null;
  const { seatId, seatName, itemNumber, itemTitle, round } = ballot;
  return receivedMailText({
    ...{ ...envelope, seatName, bodyName: round.bodyName, roundKind: round.kind, sequence: round.sequence, closesAt: round.closesAt },
    ...{ title: isForMail(round.tlp) ? [itemNumber, itemTitle].filter((part) => part !== null).join(" ") : null, address: appUrl + href(paths.roundBallot, { id: round.id }, { zetel: seatId }) },
  });
}

/** What only a few may know is not for mail, which passes through many hands. */
const isForMail = (tlp: Tlp): boolean => tlp === "CLEAR" || tlp === "GREEN";
