import type { Day } from "../shared/instant.ts";
import type { Progress } from "./item.ts";
import { plusQuarters, quartersBetween, quartersFrom, type Quarter } from "./quarter.ts";

export const STANDINGS = ["voorgesteld", "vastgesteld", "vervallen"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What takes people: how many, in which quarters, and whether it was decided. */
export interface Planned {
  readonly standing: Standing;
  readonly start: Quarter;
  readonly end: Quarter;
  readonly fte: number;
  /** where it asks more or fewer people than `fte`: counted from its first quarter */
  readonly efforts?: ReadonlyMap<number, number> | undefined;
  /** what was stopped takes nobody any more */
  readonly progress?: Progress | undefined;
  /** whether the Taskforce put it off: as long as it did, a proposal asks nobody */
  readonly isHeld?: boolean | undefined;
}

/** Whether what was put off until this day still is. Source: domain, "aanhouden (until)". */
export const isHeldOn = (heldUntil: Day | null, today: Day): boolean => heldUntil !== null && heldUntil > today;

/** How many people it asks in each of its quarters, from the first to the last. */
export const effortsOf = ({ start, end, fte, efforts }: Omit<Planned, "standing">): number[] => Array.from({ length: quartersBetween(start, end) + 1 }, (_, place) => efforts?.get(place) ?? fte);

/** The most people in one quarter, and the fewest. */
export function effortRange(item: Omit<Planned, "standing">): { least: number; most: number } {
  const efforts = effortsOf(item);
  return { least: Math.min(...efforts), most: Math.max(...efforts) };
}

export interface QuarterLoad {
  readonly quarter: Quarter;
  /** fte of what was decided */
  readonly decided: number;
  /** fte of what is only proposed */
  readonly proposed: number;
  /** null: nobody said how many people there are */
  readonly capacity: number | null;
  /** whether everything together asks more than there is */
  readonly isOver: boolean;
}

/**
 * Per quarter what is decided, what is proposed on top of it, and whether that fits. What lapsed, was stopped or is put off takes nothing.
 * Source: domain, "The board shows what fits the capacity".
 */
export function loadPerQuarter(items: readonly Planned[], capacity: ReadonlyMap<string, number>, quarters: readonly Quarter[]): QuarterLoad[] {
  const asked = { vastgesteld: new Map<Quarter, number>(), voorgesteld: new Map<Quarter, number>() };
  for (const item of items) {
    if (item.standing === "vervallen" || item.progress === "gestopt" || (item.standing === "voorgesteld" && item.isHeld === true)) continue;
    const load = asked[item.standing];
    effortsOf(item).forEach((fte, place) => {
      const quarter = plusQuarters(item.start, place);
      load.set(quarter, (load.get(quarter) ?? 0) + fte);
    });
  }
  return quarters.map((quarter) => {
    const [decided, proposed, available] = [asked.vastgesteld.get(quarter) ?? 0, asked.voorgesteld.get(quarter) ?? 0, capacity.get(quarter) ?? null];
    return { quarter, decided, proposed, capacity: available, isOver: available !== null && decided + proposed > available };
  });
}

/** The people that what was decided takes, per quarter. */
export function decidedLoad(items: readonly Planned[]): Map<Quarter, number> {
  const load = new Map<Quarter, number>();
  for (const item of items) {
    if (item.standing !== "vastgesteld" || item.progress === "gestopt") continue;
    effortsOf(item).forEach((fte, place) => {
      const quarter = plusQuarters(item.start, place);
      load.set(quarter, (load.get(quarter) ?? 0) + fte);
    });
  }
  return load;
}

/** The quarters that show: from `from` on, at least eight, and on until the last item ends, at most twelve. */
export function shownQuarters(from: Quarter, items: readonly Pick<Planned, "end">[]): Quarter[] {
  const last = items.reduce<Quarter>((latest, { end }) => (end > latest ? end : latest), plusQuarters(from, 7));
  return quartersFrom(from, last).slice(0, 12);
}
