import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location: string;
  readonly address: string;
  readonly isCancelled: boolean;
  readonly createdAt: string;
  /** a day rather than a moment: then only the days of the two count */
  readonly isAllDay?: boolean;
}

/** An iCalendar document with its moments in UTC; a cancelled event stays in it as cancelled, so that calendars drop it. */
export function calendarText(name: string, host: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: { company: "ggi-portaal", product: "agenda", language: "NL" } });
  for (const event of events) {
    calendar.createEvent({
      id: `${event.id}@${host}`,
      start: new Date(event.startsAt),
      end: new Date(event.endsAt),
      allDay: event.isAllDay === true,
      stamp: new Date(event.createdAt),
      summary: event.title,
      location: event.location === "" ? null : event.location,
      url: event.address,
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

export const calendarResponse = (text: string): Response => new Response(text, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "public, max-age=300" } });
