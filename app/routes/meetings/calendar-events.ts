import { href, paths } from "#app/paths.ts";
import { meetingEvent, type CalendarEvent } from "#app/platform/feeds/calendar.ts";
import { DAY } from "#app/domain/shared/instant.ts";
import type { Meeting } from "#db/queries/meetings.ts";

/** How far back a calendar goes, and how many meetings it holds at most. */
export const BACK = 366 * DAY;
export const MOST = 500;

/** Meetings as a calendar knows them. */
export const eventsOf = (meetings: readonly Meeting[], origin: string): CalendarEvent[] => meetings.map((meeting) => meetingEvent(meeting, `${origin}${href(paths.meeting, { id: meeting.id })}`));
