import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { later } from "#app/domain/shared/instant.ts";
import { calendarResponse, calendarText } from "#app/platform/feeds/calendar.ts";
import { notFound } from "#app/platform/http.ts";
import { calendarText as words } from "#app/text/planning.ts";
import { sha256 } from "#db/hash.ts";
import { findCalendarOwner } from "#db/queries/calendar-links.ts";
import { listCalendar } from "#db/queries/meetings.ts";
import { actorOf } from "#db/queries/people.ts";
import { BACK, eventsOf, MOST } from "./calendar-events.ts";

/** `/agenda/:token/agenda.ics`, or of one body: whoever holds the secret address sees what its owner may see at this moment. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = await visitor(args);
  const { token = "", slug } = args.params;
  const ownerId = (await findCalendarOwner(db, sha256(token))) ?? notFound();
  const owner = await actorOf(db, ownerId, now());
  if (slug !== undefined && !owner.memberships.some(({ bodySlug }) => bodySlug === slug)) notFound();
  const { origin, hostname } = new URL(args.request.url);
  const meetings = await listCalendar(db, owner, { own: true, bodySlug: slug, from: later(now(), -BACK), limit: MOST });
  const name = slug === undefined ? words.name : (owner.memberships.find(({ bodySlug }) => bodySlug === slug)?.bodyName ?? words.name);
  return calendarResponse(calendarText(name, hostname, eventsOf(meetings, origin)), { isPublic: false });
}
