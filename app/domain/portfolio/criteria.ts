import { accept, refuse, type Result } from "../shared/result.ts";

/** The scale of every criterion: what 1 and 5 mean stands with the criterion. */
export const POINTS = [1, 2, 3, 4, 5] as const;
export const MOST_CRITERIA = 10;
const HEAVIEST = 100;

/** A criterion in words: what is asked, and what the ends of the scale mean. */
export interface CriterionText {
  readonly title: string;
  readonly meaning: string;
  readonly lowest: string;
  readonly highest: string;
}
export interface Weighted extends CriterionText {
  readonly weight: number;
}

export type CriteriaRefusal = "criteria-missing" | "criterion-incomplete" | "criterion-twice" | "weight-invalid" | "too-many-criteria";

/** Whether these can be the criteria from now on: one to ten, each with its own title, its meaning, both ends of the scale and a weight of 1 to 100. */
export function checkCriteria(criteria: readonly Weighted[]): Result<true, CriteriaRefusal> {
  if (criteria.length === 0) return refuse("criteria-missing");
  if (criteria.length > MOST_CRITERIA) return refuse("too-many-criteria");
  if (criteria.some(({ title, meaning, lowest, highest }) => [title, meaning, lowest, highest].some((text) => text.trim() === ""))) return refuse("criterion-incomplete");
  if (new Set(criteria.map(({ title }) => title.trim().toLowerCase())).size < criteria.length) return refuse("criterion-twice");
  return criteria.every(({ weight }) => Number.isSafeInteger(weight) && weight >= 1 && weight <= HEAVIEST) ? accept(true) : refuse("weight-invalid");
}

/** Whether it still asks the same: then the scores that were given on it stay, whatever its weight becomes. */
export const isSameCriterion = (one: CriterionText, other: CriterionText): boolean =>
  one.title === other.title && one.meaning === other.meaning && one.lowest === other.lowest && one.highest === other.highest;

/**
 * The edition of the criteria that counts for an initiative: that of the moment of the decision, or the newest while there is none. What the
 * Taskforce decided on stays as it was, also when it weighs otherwise since. Source: domain, "scored on criteria that the Taskforce sets".
 */
export const criteriaInForce = <Edition extends { readonly at: string | null }>(newestFirst: readonly Edition[], decidedAt: string | null): Edition | null =>
  (decidedAt === null ? null : newestFirst.find(({ at }) => at !== null && at <= decidedAt)) ?? newestFirst[0] ?? null;
