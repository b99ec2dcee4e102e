import type { RoadmapMailKind } from "#app/domain/following/mail.ts";
import { date } from "./format.ts";
import { roadmapText } from "./roadmap.ts";

export interface RoadmapMail {
  readonly kind: RoadmapMailKind;
  readonly recipient: string;
  readonly number: string;
  /** null when the label keeps it out of mail; so with the reason */
  readonly title: string | null;
  readonly milestone: string;
  /** quarters of an item, or the day of a milestone */
  readonly from: readonly [start: string, end: string];
  readonly to: readonly [start: string, end: string];
  readonly reason: string | null;
  readonly address: string;
  readonly preferenceAddress: string;
}

/** To who follows it: from when to when it moved, and why. */
export function roadmapMailText({ kind, recipient, number, title, milestone, from, to, reason, address, preferenceAddress }: RoadmapMail): { subject: string; text: string } {
  const moment = ([start, end]: RoadmapMail["from"]) => (kind === "milestone-moved" ? date(start) : roadmapText.period(start, end));
  const what = title === null ? number : `${number}, ${title}`;
  const subject = kind === "milestone-moved" && reason !== null ? `de mijlpaal "${milestone}" van ${what}` : what;
  return {
    subject: title === null ? `Verschoven op de roadmap: ${number}` : `Verschoven op de roadmap: ${title}`,
    text: `${[
      `Dag ${recipient},`,
      `Verschoven: ${subject}.`,
      `Eerst: ${moment(from)}\nNu: ${moment(to)}`,
      ...(reason === null ? [] : [`Waarom: ${reason}`]),
      address,
      `U krijgt deze mail omdat u dit volgt. Wilt u dit niet per mail? Meld u af: ${preferenceAddress}`,
    ].join("\n\n")}\n`,
  };
}
