import { dutchDay } from "#app/domain/shared/day.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import type { Instant } from "#app/domain/shared/instant.ts";

export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly location: string;
  readonly address: string;
  readonly isCancelled: boolean;
  /** how often time, place or state changed: a calendar keeps the highest */
  readonly sequence: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant | null;
  /** a day rather than a moment: then only the days of the two count */
  readonly isAllDay?: boolean;
  /** whether it still has to be decided */
  readonly isTentative?: boolean;
}

/** What a calendar takes over of a meeting. */
interface CalendarMeeting extends Omit<CalendarEvent, "address" | "isCancelled" | "isAllDay" | "isTentative"> {
  readonly body: { readonly name: string };
  readonly state: string;
}

/** A meeting as a calendar knows it, at this address. */
export const meetingEvent = ({ id, body, title, startsAt, endsAt, location, state, sequence, createdAt, changedAt }: CalendarMeeting, address: string): CalendarEvent => ({
  ...{ id, title: `${body.name}: ${title}`, startsAt, endsAt, location, address, isCancelled: state === "geannuleerd", sequence, createdAt, changedAt },
});

/** Dutch clocks, with both rules for summer time; they are the same since 1996. */
const ZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Amsterdam",
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/**
 * An iCalendar document. A moment stands in Dutch time, so that a calendar shows what the agenda says; a cancelled event stays in it as
 * cancelled, with a higher sequence, so that calendars drop it. Source: RFC 5545.
 */
export function calendarText(name: string, host: string, events: readonly CalendarEvent[]): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ggi-portaal//agenda//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", `X-WR-CALNAME:${escaped(name)}`, ...ZONE, ...events.flatMap((event) => linesOf(event, host)), "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function linesOf(event: CalendarEvent, host: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${event.id}@${host}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.changedAt ?? event.createdAt)}`,
    `CREATED:${utc(event.createdAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt ?? event.createdAt)}`,
    ...(event.isAllDay ? [day("DTSTART", event.startsAt), day("DTEND", event.endsAt)] : [moment("DTSTART", event.startsAt), moment("DTEND", event.endsAt)]),
    `SUMMARY:${escaped(event.title)}`,
    ...(event.location === "" ? [] : [`LOCATION:${escaped(event.location)}`]),
    `URL:${event.address}`,
    `STATUS:${event.isCancelled ? "CANCELLED" : event.isTentative === true ? "TENTATIVE" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

const utc = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, "")}Z`;
const moment = (name: string, at: Instant): string => `${name};TZID=Europe/Amsterdam:${dutchLocal(at).replace(/[-:]/g, "")}${at.slice(17, 19)}`;
const day = (name: string, at: Instant): string => `${name};VALUE=DATE:${dutchDay(at).replace(/-/g, "")}`;
const escaped = (text: string): string => text.replace(/\\/g, "\\\\").replace(/[;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** No line is longer than 75 bytes, and no sign is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, size] = ["", 0];
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign);
    if (size + bytes > 75) {
      parts.push(part);
      [part, size] = [` ${sign}`, 1 + bytes];
    } else [part, size] = [part + sign, size + bytes];
  }
  return [...parts, part].join("\r\n");
}

/** A calendar that everybody may read is kept by caches for a while; one's own never. */
export const calendarResponse = (text: string, { isPublic = true } = {}): Response =>
  new Response(text, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": isPublic ? "public, max-age=300" : "private, no-store" } });
