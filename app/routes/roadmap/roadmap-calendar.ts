import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { DAY, instant, later } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { calendarResponse, calendarText } from "#app/platform/feeds/calendar.ts";
import { planText } from "#app/text/roadmap-plan.ts";
import { countMilestoneMoves, listAllMilestones } from "#db/queries/roadmap-plan.ts";

/** `/roadmap.ics`: the days on which something should be ready. Kept by caches, so it holds what everybody may see. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = await visitor(args);
  const { origin, hostname, searchParams } = new URL(args.request.url);
  const milestones = await listAllMilestones(db, STRANGER, searchParams.get("onderdeel") || undefined);
  const moves = await countMilestoneMoves(db);
  const stamp = now();
  const events = milestones.filter(({ isStopped }) => !isStopped).map(({ id, item, itemTitle, title, dueOn, reachedOn, isDecided }) => {
    const startsAt = instant(new Date(`${dueOn}T00:00:00Z`));
    const moved = moves.get(id);
    // Each of the three only goes up, so the highest is the newest.
    const sequence = (moved?.times ?? 0) + Number(isDecided) + Number(reachedOn !== null);
    const words = `${item} ${itemTitle}: ${title}`;
    return { id, title: reachedOn === null ? words : `${words} (${planText.reached})`, startsAt, endsAt: later(startsAt, DAY), location: "", address: `${origin}${href(paths.roadmapItem, { number: item })}`, isCancelled: false, isTentative: !isDecided, sequence, createdAt: stamp, changedAt: moved?.last ?? null, isAllDay: true };
  });
  return calendarResponse(calendarText(planText.calendarName, hostname, events));
}
