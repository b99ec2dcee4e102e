import { accept, refuse, type Result } from "../shared/result.ts";
import { POINTS } from "./criteria.ts";

/** What one seat gave an initiative on one criterion; a later turn takes the place of an earlier one. */
export interface Score {
  readonly criterionId: string;
  readonly seatId: string;
  readonly turn: number;
  readonly points: number;
}

export interface Criterion {
  readonly id: string;
  readonly weight: number;
}

export type ScoreRefusal = "points-missing" | "points-invalid" | "criteria-missing";

/** Whether a form gives points of 1 to 5 on every criterion: a seat scores an initiative as a whole. */
export function checkPoints(points: ReadonlyMap<string, number | null>, criteria: readonly Criterion[]): Result<true, ScoreRefusal> {
  if (criteria.length === 0) return refuse("criteria-missing");
  const given = criteria.map(({ id }) => points.get(id) ?? null);
  if (given.includes(null)) return refuse("points-missing");
  return given.every((one) => (POINTS as readonly (number | null)[]).includes(one)) ? accept(true) : refuse("points-invalid");
}

/** The scores that count: the last turn of each seat on each criterion. */
export function lastScores<One extends Score>(scores: readonly One[]): One[] {
  const last = new Map<string, One>();
  for (const score of scores) {
    const key = `${score.seatId} ${score.criterionId}`;
    if (score.turn >= (last.get(key)?.turn ?? 0)) last.set(key, score);
  }
  return [...last.values()];
}

/** Whether a seat has said something on every criterion that counts now. */
export const hasScored = (scores: readonly Score[], seatId: string | null, criteria: readonly Criterion[]): boolean =>
  seatId !== null && criteria.length > 0 && criteria.every(({ id }) => scores.some((score) => score.seatId === seatId && score.criterionId === id));

/** none: gave nothing · older: gave points, but the criteria ask something else since · current: on every criterion that counts now */
export type ScoredOn = "none" | "older" | "current";

/**
 * On which criteria a seat scored. Points say how an initiative does on the words of a criterion: other words ask for new points, while a
 * weight is the choice of the Taskforce, and the same points are weighed anew. Source: domain, "scored on criteria that the Taskforce sets
 * (weights visible)".
 */
export function scoredOn(scores: readonly Score[], seatId: string | null, criteria: readonly Criterion[]): ScoredOn {
  if (hasScored(scores, seatId, criteria)) return "current";
  return seatId !== null && scores.some((score) => score.seatId === seatId) ? "older" : "none";
}

/** The seats that have to score again. */
export const seatsOnOlder = (scores: readonly Score[], criteria: readonly Criterion[]): string[] =>
  [...new Set(scores.map(({ seatId }) => seatId))].filter((seatId) => scoredOn(scores, seatId, criteria) === "older");

/** What seats last gave on criteria that count no longer: to be read, in no figure. */
export const pastScores = <One extends Score>(scores: readonly One[], criteria: readonly Criterion[]): One[] =>
  lastScores(scores).filter(({ criterionId }) => !criteria.some(({ id }) => id === criterionId));

/** How an initiative stands on one criterion; mean and spread in hundredths of a point. */
export interface Standing {
  readonly criterionId: string;
  readonly weight: number;
  readonly seats: number;
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** standard deviation */
  readonly spread: number | null;
}

/** Per criterion the mean and how far the seats lie apart, in the order of the criteria. */
export function standings(scores: readonly Score[], criteria: readonly Criterion[]): Standing[] {
  const counted = lastScores(scores);
  return criteria.map(({ id, weight }) => {
    const points = counted.filter(({ criterionId }) => criterionId === id).map((score) => score.points);
    if (points.length === 0) return { criterionId: id, weight, seats: 0, mean: null, lowest: null, highest: null, spread: null };
    const sum = points.reduce((total, one) => total + one, 0);
    const middle = sum / points.length;
    const variance = points.reduce((total, one) => total + (one - middle) ** 2, 0) / points.length;
    return { criterionId: id, weight, seats: points.length, mean: Math.round((100 * sum) / points.length), lowest: Math.min(...points), highest: Math.max(...points), spread: Math.round(100 * Math.sqrt(variance)) };
  });
}

/**
 * The weighted sum of the means, a whole number, so that two initiatives compare exactly; null while a criterion has no score.
 * Raising a weight never lowers an initiative below one that scores no better on that criterion.
 */
export function weightedTotal(list: readonly Pick<Standing, "weight" | "mean">[]): number | null {
  if (list.length === 0 || list.some(({ mean }) => mean === null)) return null;
  return list.reduce((total, { weight, mean }) => total + weight * (mean ?? 0), 0);
}

/** The total on the scale of the criteria, in hundredths: 380 is 3,8 of 5. */
export const onScale = (total: number, list: readonly Pick<Standing, "weight">[]): number => Math.round(total / Math.max(1, list.reduce((sum, { weight }) => sum + weight, 0)));

/**
 * Who may see the scores of others: whoever gave the own first. A member of the Taskforce whose seat has none is not told; the bureau
 * gives none and keeps watch; everybody else hears mean and spread once the Taskforce has decided.
 */
export function sightOfScores(reader: { readonly hasSeat: boolean; readonly hasScored: boolean; readonly mayRead: boolean }, isDecided: boolean): ScoreSight {
  if (reader.hasSeat && !reader.hasScored && !isDecided) return "own-first";
  if (reader.mayRead) return "all";
  return isDecided ? "figures" : "none";
}

/** all: also who gave what · figures: mean and spread · own-first: nothing before the own score · none: nothing */
export type ScoreSight = "all" | "figures" | "own-first" | "none";
