import { accept, refuse, type Result } from "../shared/result.ts";
import { plusQuarters, quartersBetween, type Quarter } from "./quarter.ts";

/** A part of the work, so many quarters long, with what must be true at its end before the next may begin. */
export interface Phase {
  readonly title: string;
  readonly quarters: number;
  readonly gate: string;
}

export const MOST_PHASES = 8;

export type PhaseRefusal = "phase-incomplete" | "phases-too-long" | "gate-passed";

/** Whether these phases fit in the quarters of the item, one after another. */
export function checkPhases(phases: readonly Pick<Phase, "title" | "quarters">[], period: { readonly start: Quarter; readonly end: Quarter }): Result<true, PhaseRefusal> {
  if (phases.some(({ title, quarters }) => title.trim() === "" || !Number.isSafeInteger(quarters) || quarters < 1)) return refuse("phase-incomplete");
  const asked = phases.reduce((sum, { quarters }) => sum + quarters, 0);
  return asked > quartersBetween(period.start, period.end) + 1 ? refuse("phases-too-long") : accept(true);
}

/** From when until when each phase runs: they follow each other from the start of the item, so they move along with it. */
export function placed<One extends Pick<Phase, "quarters">>(phases: readonly One[], start: Quarter): (One & { start: Quarter; end: Quarter })[] {
  let from = start;
  return phases.map((phase) => {
    const here = { ...phase, start: from, end: plusQuarters(from, phase.quarters - 1) };
    from = plusQuarters(here.end, 1);
    return here;
  });
}

/** The gates open one after another: the first that nobody passed yet, or null when there is none left. */
export const nextGate = <One extends { readonly gate: string; readonly passedOn: string | null }>(phases: readonly One[]): One | null => phases.find(({ gate, passedOn }) => gate !== "" && passedOn === null) ?? null;
