import { plusQuarters, quartersFrom, type Quarter } from "./quarter.ts";

export const STANDINGS = ["voorgesteld", "vastgesteld", "vervallen"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What takes people: how many, in which quarters, and whether it was decided. */
export interface Planned {
  readonly standing: Standing;
  readonly start: Quarter;
  readonly end: Quarter;
  readonly fte: number;
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
 * Per quarter what is decided, what is proposed on top of it, and whether that fits. What lapsed takes nothing.
 * Source: domain, "The board shows what fits the capacity".
 */
export function loadPerQuarter(items: readonly Planned[], capacity: ReadonlyMap<string, number>, quarters: readonly Quarter[]): QuarterLoad[] {
  return quarters.map((quarter) => {
    const sum = (standing: Standing): number =>
      items.filter((item) => item.standing === standing && item.start <= quarter && quarter <= item.end).reduce((total, { fte }) => total + fte, 0);
    const [decided, proposed, available] = [sum("vastgesteld"), sum("voorgesteld"), capacity.get(quarter) ?? null];
    return { quarter, decided, proposed, capacity: available, isOver: available !== null && decided + proposed > available };
  });
}

/** The quarters that show: from `from` on, at least eight, and on until the last item ends, at most twelve. */
export function shownQuarters(from: Quarter, items: readonly Pick<Planned, "end">[]): Quarter[] {
  const last = items.reduce<Quarter>((latest, { end }) => (end > latest ? end : latest), plusQuarters(from, 7));
  return quartersFrom(from, last).slice(0, 12);
}
