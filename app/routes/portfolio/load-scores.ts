import type { Actor } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { criteriaInForce } from "#app/domain/portfolio/criteria.ts";
import type { InitiativeState } from "#app/domain/portfolio/initiative.ts";
import { lastScores, onScale, pastScores, scoredOn, seatsOnOlder, sightOfScores, standings, weightedTotal, type ScoredOn, type ScoreSight } from "#app/domain/portfolio/score.ts";
import { scoringSeat } from "#app/domain/portfolio/scoring-seat.ts";
import { points } from "#app/text/portfolio-scores.ts";
import type { PastScore, ScoreRow, SeatScore } from "#app/ui/portfolio/score-table.tsx";
import type { Db } from "#db/client.ts";
import type { Criteria, CriteriaEdition } from "#db/queries/portfolio-criteria.ts";
import { listScores, type StoredScore } from "#db/queries/portfolio-scores.ts";

/** What one reader may see of the scores of one initiative. */
export interface ShownScores {
  readonly sight: ScoreSight;
  readonly hasSeat: boolean;
  readonly hasScored: boolean;
  readonly scoredOn: ScoredOn;
  readonly rows: readonly ScoreRow[];
  /** after weighing, in words; null while a criterion has no score */
  readonly mean: string | null;
  readonly seats: number;
  readonly criteria: readonly string[];
  readonly perSeat: readonly SeatScore[];
  /** seats that scored before the criteria of now */
  readonly older: number;
  /** the version of the criteria that the Taskforce decided with, when another counts by now */
  readonly decidedWith: number | null;
  /** what was given on criteria that count no longer, by seat; to a seat that has to score again only its own */
  readonly past: readonly PastScore[];
}

type Of = { readonly id: string; readonly bodyId: string; readonly state: InitiativeState };

/** The scores of these initiatives, each as far as this reader may see them; the database is only asked when there is something to show. */
export async function loadScores(db: Db, actor: Actor, editions: readonly CriteriaEdition[], initiatives: readonly Of[]): Promise<Map<string, ShownScores>> {
  const hasCriteria = (editions[0]?.criteria.length ?? 0) > 0;
  const asked = initiatives.filter(({ bodyId, state }) => hasCriteria && (isDecided(state) || may(actor, "score.read", { bodyId })));
  const scores = await listScores(db, asked.map(({ id }) => id));
  return new Map(
    asked.map((initiative) => {
      const own = scores.filter(({ initiativeId }) => initiativeId === initiative.id);
      const edition = criteriaInForce(editions, isDecided(initiative.state) ? (own[0]?.decidedAt ?? null) : null);
      const decidedWith = edition === null || edition.version === editions[0]?.version ? null : edition.version;
      return [initiative.id, { ...shownTo(actor, initiative, edition?.criteria ?? [], own), decidedWith }];
    }),
  );
}

const isDecided = (state: InitiativeState): boolean => state !== "voorgesteld";

function shownTo(actor: Actor, { bodyId, state }: Of, criteria: Criteria["criteria"], scores: readonly StoredScore[]): Omit<ShownScores, "decidedWith"> {
  const seatId = scoringSeat(actor, bodyId);
  const on = scoredOn(scores, seatId, criteria);
  const isIn = on === "current";
  const sight = sightOfScores({ hasSeat: seatId !== null, hasScored: isIn, mayRead: may(actor, "score.read", { bodyId }) }, isDecided(state));
  const past = pastScores(scores, criteria).map((score) => ({ key: `${score.seatId} ${score.criterionId}`, seatId: score.seatId, organisation: score.organisation, criterion: score.criterion, points: score.points }));
  const nothing = { sight, hasSeat: seatId !== null, hasScored: isIn, scoredOn: on, rows: [], mean: null, seats: 0, criteria: [], perSeat: [], older: 0, past: past.filter((one) => sight === "own-first" && one.seatId === seatId) };
  if (sight === "none" || sight === "own-first") return nothing;
  const stand = standings(scores, criteria);
  const total = weightedTotal(stand);
  return {
    ...nothing,
    rows: stand.map((one) => ({ ...one, title: criteria.find(({ id }) => id === one.criterionId)?.title ?? "" })),
    mean: total === null ? null : points(onScale(total, stand)),
    seats: Math.max(0, ...stand.map(({ seats }) => seats)),
    criteria: sight === "all" ? criteria.map(({ title }) => title) : [],
    perSeat: sight === "all" ? perSeat(scores, criteria) : [],
    older: isDecided(state) ? 0 : seatsOnOlder(scores, criteria).length,
    past: sight === "all" ? past : [],
  };
}

function perSeat(scores: readonly StoredScore[], criteria: Criteria["criteria"]): SeatScore[] {
  const last = lastScores(scores).filter(({ criterionId }) => criteria.some(({ id }) => id === criterionId));
  return [...new Set(last.map(({ seatId }) => seatId))].map((seatId) => {
    const own = last.filter((score) => score.seatId === seatId);
    return { organisation: own[0]?.organisation ?? "", points: criteria.map(({ id }) => own.find(({ criterionId }) => criterionId === id)?.points ?? null), note: own.toSorted((a, b) => b.turn - a.turn)[0]?.note ?? "" };
  });
}
