import { isMeetingMailTrue, type MeetingMailKind } from "#app/domain/following/mail.ts";
import { href, paths } from "#app/paths.ts";
import { calendarText, meetingEvent, type CalendarEvent } from "#app/platform/feeds/calendar.ts";
import { meetingMailText, secretMeeting } from "#app/text/meeting-mail.ts";
import type { Db } from "#db/client.ts";
import { findLastSending } from "#db/queries/agenda-sendings.ts";
import { listExpected } from "#db/queries/attendance.ts";
import { preferenceOf } from "#db/queries/mail-preferences.ts";
import { findMailedMeeting, listComingOfSeries, type Meeting } from "#db/queries/meetings.ts";
import type { WaitingMail } from "#db/queries/outbox.ts";
import { findRecipient } from "#db/queries/round-mail.ts";
import type { Addressed, Desk } from "./write-letter.ts";

/** The letter about a meeting as it is true now, to somebody who is still expected there; what is besloten or for few eyes is not named. */
export async function writeMeetingLetter(db: Db, mail: WaitingMail & { readonly kind: MeetingMailKind }, { now, newToken, appUrl }: Desk): Promise<Addressed | null> {
  const [recipient, meeting] = [await findRecipient(db, mail.personId), await findMailedMeeting(db, mail.subjectId)];
  if (!recipient || !meeting) return null;
  if (!(await listExpected(db, meeting.bodyId, now)).some(({ personId }) => personId === mail.personId)) return null;
  const coming = mail.kind === "series-moved" && typeof mail.facts["series"] === "string" ? await listComingOfSeries(db, mail.facts["series"], now) : [];
  const sending = await findLastSending(db, meeting.id);
  const isLast = sending !== null && sending.number === mail.facts["sending"];
  const standing = { isCancelled: meeting.state === "geannuleerd", endsAt: meeting.endsAt, isLastMove: isAsMoved(meeting, mail.facts) };
  if (mail.kind === "series-moved" ? coming.length === 0 : !isMeetingMailTrue(mail.kind, standing, isLast, now)) return null;

  const unsubscribe = appUrl + href(paths.mailPreference, { token: (await preferenceOf(db, mail.personId, newToken())).token });
  const { subject, text } = meetingMailText({
    ...{ kind: mail.kind, recipient: recipient.name, bodyName: meeting.body.name, startsAt: meeting.startsAt, endsAt: meeting.endsAt, location: meeting.location },
    title: isSpoken(meeting) ? meeting.title : null,
    ...{ items: sending?.agenda.items ?? [], changes: sending?.changes ?? [], reason: wordsIn(mail.facts, "reason"), series: coming },
    seriesBefore: mail.kind === "series-moved" && typeof mail.facts["duration"] === "number" ? { starts: wordsIn(mail.facts, "starts"), duration: mail.facts["duration"], location: wordsIn(mail.facts, "location") } : null,
    before: mail.kind === "meeting-moved" ? { startsAt: wordsIn(mail.facts, "startsAt"), endsAt: wordsIn(mail.facts, "endsAt"), location: wordsIn(mail.facts, "location") } : null,
    ...{ address: appUrl + (mail.kind === "series-moved" ? href(paths.series, { seriesId: wordsIn(mail.facts, "series") }) : href(paths.meeting, { id: meeting.id })), replyAddress: appUrl + href(paths.meetingReply, { id: meeting.id }), calendarAddress: appUrl + href(paths.meetingCalendar, { id: meeting.id }) },
  });
  const calendar = calendarText(meeting.body.name, new URL(appUrl).hostname, (mail.kind === "series-moved" ? coming : [meeting]).map((one) => eventOf(one, appUrl)));
  return { letter: { id: mail.id, to: { name: recipient.name, address: recipient.email }, subject, text, unsubscribe, calendar }, isDemo: recipient.isDemo };
}

/** Whether title and place of the meeting may stand in a mail. */
const isSpoken = ({ tlp }: Meeting): boolean => tlp === "CLEAR" || tlp === "GREEN";

/** The meeting for the calendar of who gets the letter, with no more words than the letter itself. */
const eventOf = (meeting: Meeting, appUrl: string): CalendarEvent =>
  meetingEvent({ ...meeting, ...(!isSpoken(meeting) && { title: secretMeeting, location: "" }) }, appUrl + href(paths.meeting, { id: meeting.id }));

/** Whether the meeting is still when and where this letter says; a title that was put right since changes nothing of that. */
const isAsMoved = ({ startsAt, endsAt, location }: { startsAt: string; endsAt: string; location: string }, facts: WaitingMail["facts"]): boolean =>
  startsAt === wordsIn(facts, "newStartsAt") && endsAt === wordsIn(facts, "newEndsAt") && location === wordsIn(facts, "newLocation");

const wordsIn = (facts: WaitingMail["facts"], name: string): string => {
  const value = facts[name];
  return typeof value === "string" ? value : "";
};
