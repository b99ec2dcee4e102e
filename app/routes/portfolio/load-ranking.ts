import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { whatFits, type Candidate, type Fit, type Ground, type Wish } from "#app/domain/portfolio/ranking.ts";
import { hasScored, onScale, seatsOnOlder, sightOfScores, standings, weightedTotal, type Standing } from "#app/domain/portfolio/score.ts";
import { scoringSeat } from "#app/domain/portfolio/scoring-seat.ts";
import { decidedLoad, effortsOf, shownQuarters, type QuarterLoad } from "#app/domain/roadmap/load.ts";
import { plusQuarters, quarterOf, quartersFrom, type Quarter } from "#app/domain/roadmap/quarter.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { findCriteria } from "#db/queries/portfolio-criteria.ts";
import { listScores } from "#db/queries/portfolio-scores.ts";
import { listInitiatives, type Initiative } from "#db/queries/portfolio.ts";
import { listRoadmapItems, type RoadmapItem } from "#db/queries/roadmap.ts";
import { findPlan, type Plan } from "#db/queries/roadmap-plan.ts";

/** An initiative that waits for a decision, as the ranking sees it. */
export interface Ranked extends Candidate {
  readonly title: string;
  readonly costFrom: number | null;
  readonly costTo: number | null;
  readonly score: number | null;
  readonly standings: readonly Standing[];
  /** whether this reader has to score it before seeing what others gave */
  readonly isOwnFirst: boolean;
  /** seats that scored before the criteria of now */
  readonly older: number;
}

export interface Ranking {
  readonly bodyId: string;
  readonly current: Quarter;
  readonly candidates: readonly Ranked[];
  readonly ground: Ground;
}

/** What waits for the Taskforce with its scores, and the ground it has to fit on. Only for who may read scores. */
export async function loadRanking({ db, actor, now }: CommandContext): Promise<Ranking> {
  const { bodyId, criteria } = (await findCriteria(db)) ?? notFound();
  if (!may(actor, "score.read", { bodyId })) return forbidden();
  const today = dutchDay(now());
  const waiting = (await listInitiatives(db, actor, {}, today)).filter(({ state }) => state === "voorgesteld");
  const [items, plan, scores] = [await listRoadmapItems(db, actor, {}), await findPlan(db, actor), await listScores(db, waiting.map(({ id }) => id))];
  const seatId = scoringSeat(actor, bodyId);
  const candidates = waiting.map((initiative): Ranked => {
    const own = scores.filter(({ initiativeId }) => initiativeId === initiative.id);
    const isOwnFirst = sightOfScores({ hasSeat: seatId !== null, hasScored: hasScored(own, seatId, criteria), mayRead: true }, false) === "own-first";
    const stand = isOwnFirst ? [] : standings(own, criteria);
    const total = weightedTotal(stand);
    const { number, title, costFrom, costTo } = initiative;
    return { number, title, costFrom, costTo, total, score: total === null ? null : onScale(total, stand), standings: stand, isOwnFirst, older: seatsOnOlder(own, criteria).length, ...placeOf(initiative, items, plan, waiting) };
  });
  return { bodyId, current: quarterOf(today), candidates, ground: groundOf(items, plan) };
}

/** Where an initiative wishes to stand, and what must be ready first: another that waits by its own number, what was decided by that of the roadmap. */
function placeOf({ id }: Initiative, items: readonly RoadmapItem[], { efforts, pairs }: Plan, waiting: readonly Initiative[]): Pick<Candidate, "place" | "needs"> {
  const item = items.find(({ initiativeId, standing }) => initiativeId === id && standing === "voorgesteld");
  if (item === undefined) return { place: null, needs: [] };
  const needed = pairs.filter(({ itemId }) => itemId === item.id).flatMap(({ needsId }) => items.find((one) => one.id === needsId) ?? []);
  return {
    place: { start: item.start, efforts: effortsOf({ ...item, efforts: efforts.get(item.id) }) },
    needs: needed.map((one) => waiting.find((initiative) => initiative.id === one.initiativeId)?.number ?? one.number),
  };
}

function groundOf(items: readonly RoadmapItem[], { capacity, efforts }: Plan): Ground {
  const planned = items.map((item) => ({ ...item, efforts: efforts.get(item.id) }));
  return { capacity, taken: decidedLoad(planned), ends: new Map(items.filter(({ standing, progress }) => standing === "vastgesteld" && progress !== "gestopt").map(({ number, end }) => [number, end])) };
}

/** What a choice comes to: per initiative whether it fits, and together people and money. */
export interface Choice {
  readonly fits: readonly Fit[];
  readonly load: readonly QuarterLoad[];
  readonly cost: readonly [from: number, to: number];
}

/** What fits with these wishes. */
export function chooseWith({ candidates, ground, current }: Ranking, wishes: ReadonlyMap<string, Wish>): Choice {
  const fits = whatFits(candidates, wishes, ground);
  const chosen = fits.filter(({ misfit }) => misfit === null);
  const proposed = new Map<Quarter, number>();
  for (const { number, start } of chosen) {
    const efforts = candidates.find((one) => one.number === number)?.place?.efforts ?? [];
    efforts.forEach((fte, place) => {
      const quarter = plusQuarters(start ?? current, place);
      proposed.set(quarter, (proposed.get(quarter) ?? 0) + fte);
    });
  }
  const shown = shownQuarters(current, chosen.flatMap(({ end }) => (end === null ? [] : [{ end }])));
  const quarters = quartersFrom(current, shown.at(-1) ?? current);
  const costs = chosen.map(({ number }) => candidates.find((one) => one.number === number));
  return {
    fits,
    load: quarters.map((quarter) => {
      const [decided, extra, there] = [ground.taken.get(quarter) ?? 0, proposed.get(quarter) ?? 0, ground.capacity.get(quarter) ?? null];
      return { quarter, decided, proposed: extra, capacity: there, isOver: there !== null && decided + extra > there };
    }),
    cost: [costs.reduce((sum, one) => sum + (one?.costFrom ?? 0), 0), costs.reduce((sum, one) => sum + (one?.costTo ?? one?.costFrom ?? 0), 0)],
  };
}

/** The quarter in which least is left of the people there. */
export const busiestOf = (load: readonly QuarterLoad[]): QuarterLoad | null =>
  load.reduce<QuarterLoad | null>((most, one) => (one.capacity !== null && (most === null || one.capacity - one.decided - one.proposed < (most.capacity ?? 0) - most.decided - most.proposed) ? one : most), null);
