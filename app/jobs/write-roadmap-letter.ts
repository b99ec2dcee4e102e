import type { RoadmapMailKind } from "#app/domain/following/mail.ts";
import { href, paths } from "#app/paths.ts";
import { roadmapMailText } from "#app/text/roadmap-mail.ts";
import type { Db } from "#db/client.ts";
import { findFollow } from "#db/queries/following.ts";
import { preferenceOf } from "#db/queries/mail-preferences.ts";
import type { MailFacts, WaitingMail } from "#db/queries/outbox.ts";
import { actorOf } from "#db/queries/people.ts";
import { findRoadmapItem } from "#db/queries/roadmap.ts";
import { findRecipient } from "#db/queries/round-mail.ts";
import type { Addressed, Desk } from "./write-letter.ts";

/** The letter about a move on the roadmap, or null for who does not follow it any more, may not see it any more, or wants no such mail. */
export async function writeRoadmapLetter(db: Db, mail: WaitingMail & { readonly kind: RoadmapMailKind }, { now, newToken, appUrl }: Desk): Promise<Addressed | null> {
  const recipient = await findRecipient(db, mail.personId);
  const actor = await actorOf(db, mail.personId, now);
  const number = textIn(mail.facts, "number");
  const item = await findRoadmapItem(db, actor, number);
  if (!recipient || item?.id !== mail.subjectId) return null;
  const follows = (await findFollow(db, mail.personId, "roadmap_item", item.id)) ?? (item.initiativeId === null ? null : await findFollow(db, mail.personId, "initiative", item.initiativeId));
  const preference = await preferenceOf(db, mail.personId, newToken());
  if (!follows || !preference.wantsReminders) return null;

  // What only a few may know is not for mail, which passes through many hands: it says no more than a gemeente without a seat may read.
  const open = await findRoadmapItem(db, { ...actor, memberships: [] }, number);
  const unsubscribe = appUrl + href(paths.mailPreference, { token: preference.token });
  const pair = (name: string) => [textIn(mail.facts, `${name}Start`), textIn(mail.facts, `${name}End`)] as const;
  const { subject, text } = roadmapMailText({
    ...{ kind: mail.kind, recipient: recipient.name, number, milestone: textIn(mail.facts, "milestone"), from: pair("from"), to: pair("to"), reason: open?.isPublicWording === false ? textIn(mail.facts, "reason") : null },
    title: open?.title ?? null,
    ...{ address: appUrl + href(paths.roadmapItem, { number: item.number }), preferenceAddress: unsubscribe },
  });
  return { letter: { id: mail.id, to: { name: recipient.name, address: recipient.email }, subject, text, unsubscribe }, isDemo: recipient.isDemo };
}

const textIn = (facts: MailFacts, name: string): string => (typeof facts[name] === "string" ? facts[name] : "");
