import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { calendarResponse, calendarText } from "#app/platform/feeds/calendar.ts";
import { eventsOf } from "./calendar-events.ts";
import { meetingOf } from "./meeting-page.ts";

/** One meeting, for who may see it: to put it in a calendar by hand. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const meeting = await meetingOf(context, args.params);
  const { origin, hostname } = new URL(args.request.url);
  return calendarResponse(calendarText(meeting.title, hostname, eventsOf([meeting], origin)), { isPublic: false });
}
