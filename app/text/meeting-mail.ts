import type { MeetingMailKind } from "#app/domain/following/mail.ts";
import type { ActionJob } from "#app/domain/meetings/action-item.ts";
import { isSecret, type AgendaChange, type SentItem } from "#app/domain/meetings/agenda-changes.ts";
import { agendaChangeText } from "./agenda-changes.ts";
import { date, dateTime, dayDate, time } from "./format.ts";

/** What a mail about a meeting is made of. */
export interface MeetingMail {
  readonly kind: MeetingMailKind;
  readonly recipient: string;
  readonly bodyName: string;
  /** null when the label of the meeting keeps it out of mail */
  readonly title: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location: string;
  readonly items: readonly SentItem[];
  readonly changes: readonly AgendaChange[];
  readonly reason: string;
  /** when and where it was, for one that was moved */
  readonly before: { readonly startsAt: string; readonly endsAt: string; readonly location: string } | null;
  /** the meetings of a series as they are now */
  readonly series: readonly { readonly startsAt: string; readonly endsAt: string; readonly location: string }[];
  /** what the series said before, with the start as it stands on the clock and the duration in minutes */
  readonly seriesBefore: { readonly starts: string; readonly duration: number; readonly location: string } | null;
  readonly address: string;
  readonly replyAddress: string;
  readonly calendarAddress: string;
}

/** What a meeting is called in mail when its label keeps its title out of it. */
export const secretMeeting = "vertrouwelijke vergadering";

const SUBJECTS = { "agenda-sent": "Agenda", "agenda-changed": "Agenda gewijzigd", "meeting-moved": "Andere tijd of plaats", "series-moved": "Andere tijd of plaats", "meeting-cancelled": "Vergadering gaat niet door" } satisfies Record<MeetingMailKind, string>;

/** Subject and plain text of a mail about a meeting. Besloten points are counted, not named. */
export function meetingMailText(mail: MeetingMail): { subject: string; text: string } {
  const when = `${dateTime(mail.startsAt)} tot ${time(mail.endsAt)}`;
  const title = mail.title ?? secretMeeting;
  const paragraphs = [`Dag ${mail.recipient},`, ...bodyOf(mail, when), mail.address];
  return { subject: `${SUBJECTS[mail.kind]}: ${title}, ${mail.bodyName}`, text: `${paragraphs.join("\n\n")}\n` };
}

function bodyOf(mail: MeetingMail, when: string): string[] {
  const where = mail.location === "" || mail.title === null ? [] : [`Waar: ${mail.location}.`];
  if (mail.kind === "meeting-cancelled") return [`De vergadering van ${mail.bodyName} op ${when} gaat niet door.`, ...(mail.title === null ? [] : [`De reden: ${mail.reason}`]), "Open de bijlage om de vergadering uit uw agenda te halen."];
  const placeOf = (location: string): string => (location === "" || mail.title === null ? "" : `, ${location}`);
  if (mail.kind === "series-moved") {
    const former = mail.seriesBefore === null ? [] : [`Eerst: ${mail.seriesBefore.starts.replace(":", ".")} uur, ${mail.seriesBefore.duration} minuten${placeOf(mail.seriesBefore.location)}.`];
    const now = mail.series.map(({ startsAt, endsAt, location }) => `- ${dayDate(startsAt)} ${date(startsAt).slice(-4)}, ${time(startsAt)} tot ${time(endsAt)}${placeOf(location)}`);
    return [`De vergaderingen van ${mail.bodyName} zijn voortaan op een andere tijd of plaats.`, ...former, `Zo staan ze nu in het portaal:\n${now.join("\n")}`, "Open de bijlage om de nieuwe tijden in uw agenda te zetten. Agenda's die u volgt, nemen dit vanzelf over."];
  }
  if (mail.kind === "meeting-moved") {
    const former = mail.before === null ? [] : [`Eerst: ${dateTime(mail.before.startsAt)} tot ${time(mail.before.endsAt)}${placeOf(mail.before.location)}.`];
    return [`Een vergadering van ${mail.bodyName} is verplaatst.`, `${[...former, `Nu: ${when}${placeOf(mail.location)}.`].join("\n")}`, `Uw antwoord van eerder blijft staan. Kunt u nu niet, of juist wel? Pas het aan: ${mail.replyAddress}\nOpen de bijlage om de nieuwe tijd in uw agenda te zetten. Dat kan ook hier: ${mail.calendarAddress}`];
  }
  const agenda = mail.title === null ? "De agenda staat alleen in het portaal, want de vergadering is vertrouwelijk." : `Op de agenda:\n${mail.items.map((item, index) => `${index + 1}. ${isSecret(item) ? "Besloten of vertrouwelijk punt" : item.title}`).join("\n")}`;
  const answer = `Laat weten of u komt: ${mail.replyAddress}\nOpen de bijlage om de vergadering in uw agenda te zetten. Dat kan ook hier: ${mail.calendarAddress}`;
  if (mail.kind === "agenda-sent") return [`De agenda van ${mail.bodyName} staat klaar. De vergadering is ${when}.`, ...where, agenda, answer];
  const changes = mail.title === null ? [] : [`Dit is anders dan in de vorige mail:\n${mail.changes.map((change) => `- ${agendaChangeText(change, { namesSecrets: false })}`).join("\n")}`];
  return [`De agenda van ${mail.bodyName} is gewijzigd. De vergadering is ${when}.`, ...where, ...changes, agenda, answer];
}

/** What a mail about an action is made of; what has to be done stays in the portal. */
export interface ActionMail {
  readonly kind: ActionJob;
  readonly recipient: string;
  readonly number: string;
  readonly bodyName: string;
  readonly dueOn: string;
  readonly address: string;
  readonly preferenceAddress: string;
}

export function actionMailText(mail: ActionMail): { subject: string; text: string } {
  const isLate = mail.kind === "action-overdue";
  const paragraphs = [
    `Dag ${mail.recipient},`,
    isLate ? `Actiepunt ${mail.number} van ${mail.bodyName} moest klaar zijn op ${date(mail.dueOn)}. Het staat nog open.` : `Actiepunt ${mail.number} van ${mail.bodyName} moet klaar zijn op ${date(mail.dueOn)}.`,
    "Is het gedaan? Zet het dan op gedaan. Lukt het niet? Vraag de secretaris om een andere datum.",
    mail.address,
    `Wilt u geen herinneringen per mail? Meld u af: ${mail.preferenceAddress}`,
  ];
  return { subject: isLate ? `Actiepunt ${mail.number} is te laat` : `Actiepunt ${mail.number} moet bijna klaar zijn`, text: `${paragraphs.join("\n\n")}\n` };
}
