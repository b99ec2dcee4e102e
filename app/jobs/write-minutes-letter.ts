import { href, paths } from "#app/paths.ts";
import { conceptMailText, reviewMailText } from "#app/text/minutes-mail.ts";
import type { Db } from "#db/client.ts";
import { preferenceOf } from "#db/queries/mail-preferences.ts";
import { wasPresentAt } from "#db/queries/minutes-corrections.ts";
import { findMailedDecision, findMailedMeeting } from "#db/queries/minutes-mail.ts";
import type { WaitingMail } from "#db/queries/outbox.ts";
import { listMembershipsOf } from "#db/queries/people.ts";
import { findRecipient, listBureau } from "#db/queries/round-mail.ts";
import type { Addressed, Desk } from "./write-letter.ts";

interface Words {
  readonly subject: string;
  readonly text: string;
}

/** The letter about minutes or a decision as it is true now, or null when it asks nothing any more or is not for this person any more. */
export async function writeMinutesLetter(db: Db, mail: WaitingMail, desk: Desk): Promise<Addressed | null> {
  const recipient = await findRecipient(db, mail.personId);
  if (!recipient) return null;
  const words = mail.kind === "minutes-concept" ? await conceptWords(db, mail, recipient.name, desk) : await reviewWords(db, mail, recipient.name, desk);
  if (words === null) return null;
  const { token } = await preferenceOf(db, mail.personId, desk.newToken());
  return { letter: { id: mail.id, to: { name: recipient.name, address: recipient.email }, ...words, unsubscribe: desk.appUrl + href(paths.mailPreference, { token }) }, isDemo: recipient.isDemo };
}

// What only a few may know is not for mail, which passes through many hands.
const isForMail = (tlp: string): boolean => tlp === "CLEAR" || tlp === "GREEN";

async function conceptWords(db: Db, { subjectId, personId }: WaitingMail, recipient: string, { now, appUrl }: Desk): Promise<Words | null> {
  const meeting = await findMailedMeeting(db, subjectId);
  if (!meeting || meeting.state !== "notulen_concept" || !(await wasPresentAt(db, meeting.id, personId))) return null;
  if (!(await listMembershipsOf(db, personId, now)).some(({ bodyId }) => bodyId === meeting.bodyId)) return null;
  const { bodyName, startsAt, tlp, title } = meeting;
  return conceptMailText({ recipient, bodyName, startsAt, title: isForMail(tlp) ? title : null, address: appUrl + href(paths.minutes, { id: meeting.id }) });
}

async function reviewWords(db: Db, { subjectId, personId }: WaitingMail, recipient: string, { now, appUrl }: Desk): Promise<Words | null> {
  const decision = await findMailedDecision(db, subjectId, now);
  if (decision?.validity !== "geldig" || decision.reviewOn === null || !(await listBureau(db, decision.bodyId, now)).includes(personId)) return null;
  const { number, bodyName, tlp, title, reviewOn } = decision;
  return reviewMailText({ recipient, number, bodyName, reviewOn, title: isForMail(tlp) ? title : null, address: appUrl + href(paths.decision, { number }) });
}
