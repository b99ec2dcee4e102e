import { isOptional } from "#app/domain/following/mail.ts";
import { isLate, type ActionJob } from "#app/domain/meetings/action-item.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { actionMailText } from "#app/text/meeting-mail.ts";
import type { Db } from "#db/client.ts";
import { findMailedAction } from "#db/queries/action-items.ts";
import { preferenceOf } from "#db/queries/mail-preferences.ts";
import type { WaitingMail } from "#db/queries/outbox.ts";
import { findRecipient } from "#db/queries/round-mail.ts";
import type { Addressed, Desk } from "./write-letter.ts";

/** The letter about an action as it is true now: still open, still this person's, and late when it says so. */
export async function writeActionLetter(db: Db, mail: WaitingMail & { readonly kind: ActionJob }, { now, newToken, appUrl }: Desk): Promise<Addressed | null> {
  const [recipient, action] = [await findRecipient(db, mail.personId), await findMailedAction(db, mail.subjectId)];
  if (!recipient || !action || action.state !== "open" || action.ownerId !== mail.personId || action.dueOn === null) return null;
  if ((mail.kind === "action-overdue") !== isLate(action, dutchDay(now))) return null;
  const preference = await preferenceOf(db, mail.personId, newToken());
  if (isOptional(mail.kind) && !preference.wantsReminders) return null;

  const unsubscribe = appUrl + href(paths.mailPreference, { token: preference.token });
  const { subject, text } = actionMailText({ kind: mail.kind, recipient: recipient.name, number: action.number, bodyName: action.body.name, dueOn: action.dueOn, address: appUrl + href(paths.actions), preferenceAddress: unsubscribe });
  return { letter: { id: mail.id, to: { name: recipient.name, address: recipient.email }, subject, text, unsubscribe }, isDemo: recipient.isDemo };
}
