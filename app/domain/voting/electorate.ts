import { accept, refuse, type Result } from "../shared/result.ts";
import { hasExactWeights } from "./tally.ts";

/** A voting seat on its way into a round. */
export interface Candidate {
  readonly seatId: string;
  readonly name: string;
  readonly weight: number;
  /** the gemeenten it speaks for: itself, or the members of its samenwerkingsverband */
  readonly municipalities: readonly string[];
  /** people who may cast for it now */
  readonly holderIds: readonly string[];
}

export type ElectorateRefusal = "no-seats" | "municipality-twice" | "weights-too-large";

/** Seats that share a gemeente, by name; each pair blocks the opening. */
export function overlaps(candidates: readonly Candidate[]): readonly (readonly [string, string])[] {
  const firstOf = new Map<string, Candidate>();
  const pairs = new Map<string, readonly [string, string]>();
  for (const candidate of candidates) {
    for (const municipality of candidate.municipalities) {
      const first = firstOf.get(municipality);
      if (!first) firstOf.set(municipality, candidate);
      else if (first.seatId !== candidate.seatId) pairs.set(`${first.seatId} ${candidate.seatId}`, [first.name, candidate.name]);
    }
  }
  return [...pairs.values()];
}

/** An electorate that can vote: there are seats, no gemeente speaks twice, the weights can be added. Source: voting, "Units". */
export function checkElectorate(candidates: readonly Candidate[]): Result<readonly Candidate[], ElectorateRefusal> {
  if (candidates.length === 0) return refuse("no-seats");
  if (overlaps(candidates).length > 0) return refuse("municipality-twice");
  return hasExactWeights(candidates) ? accept(candidates) : refuse("weights-too-large");
}
