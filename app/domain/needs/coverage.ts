import { plusQuarters, quarterOf, quartersFrom, type Quarter } from "../roadmap/quarter.ts";
import type { Day } from "../shared/instant.ts";

/** A need with the day on which it was accepted and the day from which an adopted eis or wens serves it. */
export interface CoveredNeed {
  readonly since: Day;
  readonly coveredFrom: Day | null;
}

export interface QuarterCoverage {
  readonly quarter: Quarter;
  /** needs that were there at the end of the quarter */
  readonly needs: number;
  /** of those, served by an adopted requirement by then */
  readonly covered: number;
}

/** So many quarters at most, up to and including the one of today; and so many while nothing is covered yet. */
const [MOST, FEW] = [12, 4];

/**
 * Per quarter how many needs had an adopted requirement by its end, from the quarter before the first one that had.
 * The quarter of today counts as far as it goes. Source: domain, Components: "the matrix page is live".
 */
export function coverageByQuarter(needs: readonly CoveredNeed[], today: Day): QuarterCoverage[] {
  const last = quarterOf(today);
  const covered = needs.flatMap(({ coveredFrom }) => (coveredFrom === null ? [] : [quarterOf(coveredFrom)]));
  const first = covered.length === 0 ? plusQuarters(last, 1 - FEW) : plusQuarters(covered.reduce<Quarter>((earliest, one) => (one < earliest ? one : earliest), last), -1);
  const start = plusQuarters(last, 1 - MOST);
  return quartersFrom(first < start ? start : first, last).map((quarter) => ({
    quarter,
    needs: needs.filter(({ since }) => quarterOf(since) <= quarter).length,
    covered: needs.filter(({ since, coveredFrom }) => quarterOf(since) <= quarter && coveredFrom !== null && quarterOf(coveredFrom) <= quarter).length,
  }));
}
