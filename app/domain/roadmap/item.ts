import { accept, refuse, type Result } from "../shared/result.ts";
import type { Standing } from "./load.ts";
import { parseQuarter, type Quarter, quartersBetween } from "./quarter.ts";

export const PROGRESS = ["gepland", "loopt", "vertraagd", "gerealiseerd", "in_gebruik", "gestopt"] as const;
export type Progress = (typeof PROGRESS)[number];

/** The number of a roadmap item: `RM-001`. */
export const roadmapNumber = (sequence: number): string => `RM-${String(sequence).padStart(3, "0")}`;

export interface Period {
  readonly start: Quarter;
  readonly end: Quarter;
}
export type PeriodRefusal = "quarter-unknown" | "ends-before-start" | "too-long" | "fte-invalid";

/** From which quarter until which, with how many people. At most five years, at most 999 fte. */
/** Five years, in quarters. */
const LONGEST = 20;

export function periodOf(start: string, end: string, fte: number): Result<Period, PeriodRefusal> {
  const [first, last] = [parseQuarter(start), parseQuarter(end)];
  if (first === null || last === null) return refuse("quarter-unknown");
  if (last < first) return refuse("ends-before-start");
  if (quartersBetween(first, last) + 1 > LONGEST) return refuse("too-long");
  if (!Number.isSafeInteger(fte) || fte < 0 || fte > 999) return refuse("fte-invalid");
  return accept({ start: first, end: last });
}

/** What may follow what. A stopped or lapsed item stays as it is; what is in use stays in use. */
const NEXT: Record<Progress, readonly Progress[]> = {
  gepland: ["loopt", "vertraagd", "gestopt"],
  loopt: ["vertraagd", "gerealiseerd", "gestopt"],
  vertraagd: ["loopt", "gerealiseerd", "gestopt"],
  gerealiseerd: ["in_gebruik"],
  in_gebruik: [],
  gestopt: [],
};

export type ProgressRefusal = "not-decided" | "wrong-state" | "note-missing";

/** Where an item can go from here; nowhere as long as nobody decided on it. */
export const nextProgress = ({ standing, progress }: { readonly standing: Standing; readonly progress: Progress }): readonly Progress[] => (standing === "vastgesteld" ? NEXT[progress] : []);

/** The new state of the work, with a line on why. Refusals: not-decided, wrong-state, note-missing. */
export function progressTo(item: { readonly standing: Standing; readonly progress: Progress }, to: Progress, note: string): Result<Progress, ProgressRefusal> {
  if (item.standing !== "vastgesteld") return refuse("not-decided");
  if (!NEXT[item.progress].includes(to)) return refuse("wrong-state");
  return note.trim() === "" ? refuse("note-missing") : accept(to);
}

export type DependencyRefusal = "dependency-unknown" | "depends-on-itself" | "dependency-circle";

/** Whether `item` may wait for these: no item waits for itself, not even by a detour. `needs` holds what each item waits for. */
export function checkDependencies(item: string, wanted: readonly string[], needs: ReadonlyMap<string, readonly string[]>): Result<true, DependencyRefusal> {
  if (wanted.includes(item)) return refuse("depends-on-itself");
  const seen = new Set<string>();
  const queue = [...wanted];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === item) return refuse("dependency-circle");
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(needs.get(next) ?? []));
  }
  return accept(true);
}

/** What an item waits for that ends only after the item itself has started: a warning, not a refusal. */
export const tooLateFor = <Needed extends { readonly end: Quarter }>(start: Quarter, needed: readonly Needed[]): Needed[] => needed.filter(({ end }) => end >= start);
