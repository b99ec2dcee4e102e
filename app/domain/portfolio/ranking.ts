import { plusQuarters, quartersBetween, quartersFrom, type Quarter } from "../roadmap/quarter.ts";

export const STANCES = ["eerst", "gewoon", "weg"] as const;
/** eerst: before the ranking · gewoon: where the ranking puts it · weg: not in this scenario */
export type Stance = (typeof STANCES)[number];

/** What waits for a decision: its number, what it scored, where it wishes to stand on the roadmap and what must be ready first. */
export interface Candidate {
  readonly number: string;
  /** null: not everybody's score is in, so it comes last */
  readonly total: number | null;
  /** null: it has no place on the roadmap yet */
  readonly place: { readonly start: Quarter; readonly efforts: readonly number[] } | null;
  /** numbers of candidates, or of what was decided before */
  readonly needs: readonly string[];
}

export interface Wish {
  readonly stance: Stance;
  /** quarters later than it wishes itself, or earlier when negative */
  readonly shift: number;
}

/** What there is already: people, what was decided takes of them, and until when each of those runs. */
export interface Ground {
  readonly capacity: ReadonlyMap<Quarter, number>;
  readonly taken: ReadonlyMap<Quarter, number>;
  readonly ends: ReadonlyMap<string, Quarter>;
}

export type Misfit =
  | { readonly why: "left-out" | "no-place" }
  | { readonly why: "capacity-unknown"; readonly quarter: Quarter }
  | { readonly why: "too-full"; readonly quarter: Quarter; readonly short: number }
  | { readonly why: "waits-for" | "starts-too-early"; readonly needs: string };

export interface Fit {
  readonly number: string;
  readonly start: Quarter | null;
  readonly end: Quarter | null;
  /** null: it fits */
  readonly misfit: Misfit | null;
}

/** Highest score first; without a score last; by number where they are equal. The order in which they came makes no difference. */
export const ranked = <One extends Pick<Candidate, "number" | "total">>(candidates: readonly One[]): One[] =>
  [...candidates].sort((a, b) => (b.total ?? -1) - (a.total ?? -1) || byNumber(a.number, b.number));

const byNumber = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const GIVEN: Wish = { stance: "gewoon", shift: 0 };
const ORDER: Record<Stance, number> = { eerst: 0, gewoon: 1, weg: 2 };

/**
 * Which candidates fit, taken one by one in order of rank: each takes people in every quarter in which it runs, and waits until what
 * it needs has ended. What it needs has its turn: the two come together, or each keeps its own. What does not fit is passed over with the reason, and the next may use the room. The people asked for never
 * exceed the people there in any quarter in which something is chosen, unless what was decided before already did.
 * Source: domain, "The board shows what fits the capacity".
 */
export function whatFits(candidates: readonly Candidate[], wishes: ReadonlyMap<string, Wish>, { capacity, taken, ends }: Ground): Fit[] {
  const wishOf = (number: string): Wish => wishes.get(number) ?? GIVEN;
  const order = ranked(candidates).sort((a, b) => ORDER[wishOf(a.number).stance] - ORDER[wishOf(b.number).stance]);
  let standing: Standing = { load: new Map(taken), ready: new Map(ends), answers: new Map() };

  const answered = (candidate: Candidate, { load, ready, answers }: Standing): Standing => {
    const { number, place } = candidate;
    const start = place === null ? null : plusQuarters(place.start, wishOf(number).shift);
    const end = start === null || place === null ? null : plusQuarters(start, place.efforts.length - 1);
    const misfit = misfitOf(candidate, wishOf(number), start, { capacity, taken: load, ends: ready });
    const fit = new Map(answers).set(number, { number, start, end, misfit });
    if (misfit !== null || start === null || end === null) return { load, ready, answers: fit };
    const fuller = new Map(load);
    for (const quarter of quartersFrom(start, end)) fuller.set(quarter, (fuller.get(quarter) ?? 0) + effortIn(candidate, start, quarter));
    return { load: fuller, ready: new Map(ready).set(number, end), answers: fit };
  };
  // What a candidate needs comes along in its turn; in a circle the first simply goes first.
  const withNeeds = (candidate: Candidate, from: Standing, above: readonly string[]): Standing => {
    const chain = [...above, candidate.number];
    const needed = order.filter(({ number }) => candidate.needs.includes(number) && !chain.includes(number));
    const before = needed.reduce((now, one) => (now.answers.has(one.number) ? now : withNeeds(one, now, chain)), from);
    return before.answers.has(candidate.number) ? before : answered(candidate, before);
  };

  for (const candidate of order) {
    if (standing.answers.has(candidate.number)) continue;
    const after = withNeeds(candidate, standing, []);
    const own = after.answers.get(candidate.number);
    // Without a place for itself it takes no turn for others: they keep their own.
    standing = own === undefined || own.misfit === null ? after : { ...standing, answers: new Map(standing.answers).set(candidate.number, own) };
  }
  return order.flatMap(({ number }) => standing.answers.get(number) ?? []);
}

/** How far the choosing is: people taken, what is ready when, and what was answered. */
interface Standing {
  readonly load: ReadonlyMap<Quarter, number>;
  readonly ready: ReadonlyMap<string, Quarter>;
  readonly answers: ReadonlyMap<string, Fit>;
}

function misfitOf(candidate: Candidate, { stance }: Wish, start: Quarter | null, { capacity, taken, ends }: Ground): Misfit | null {
  if (stance === "weg") return { why: "left-out" };
  if (candidate.place === null || start === null) return { why: "no-place" };
  for (const need of [...candidate.needs].sort(byNumber)) {
    const end = ends.get(need);
    if (end === undefined) return { why: "waits-for", needs: need };
    if (end >= start) return { why: "starts-too-early", needs: need };
  }
  for (const quarter of quartersFrom(start, plusQuarters(start, candidate.place.efforts.length - 1))) {
    const asked = effortIn(candidate, start, quarter);
    if (asked === 0) continue;
    const there = capacity.get(quarter);
    if (there === undefined) return { why: "capacity-unknown", quarter };
    const short = (taken.get(quarter) ?? 0) + asked - there;
    if (short > 0) return { why: "too-full", quarter, short };
  }
  return null;
}

const effortIn = ({ place }: Candidate, start: Quarter, quarter: Quarter): number => place?.efforts[quartersBetween(start, quarter)] ?? 0;
