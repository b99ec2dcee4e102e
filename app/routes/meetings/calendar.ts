import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { later } from "#app/domain/shared/instant.ts";
import { calendarResponse, calendarText } from "#app/platform/feeds/calendar.ts";
import { notFound } from "#app/platform/http.ts";
import { meetingsText } from "#app/text/meetings.ts";
import { listCalendar } from "#db/queries/meetings.ts";
import { listVotingBodies } from "#db/queries/voting-bodies.ts";
import { BACK, eventsOf, MOST } from "./calendar-events.ts";

/** `/agenda.ics` and `/gremia/:slug/agenda.ics`: kept by caches, so it holds what everybody may see. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = await visitor(args);
  const { slug } = args.params;
  const body = slug === undefined ? null : ((await listVotingBodies(db)).find((one) => one.slug === slug) ?? notFound());
  const { origin, hostname } = new URL(args.request.url);
  const meetings = await listCalendar(db, STRANGER, { bodySlug: slug, from: later(now(), -BACK), limit: MOST });
  return calendarResponse(calendarText(body?.name ?? meetingsText.title, hostname, eventsOf(meetings, origin)));
}
