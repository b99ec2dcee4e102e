import { decidedLoad, effortsOf, type Planned } from "./load.ts";
import { plusQuarters, quartersBetween, quartersFrom, type Quarter } from "./quarter.ts";

export interface WhatIfItem extends Planned {
  readonly number: string;
  /** numbers of what must be ready first */
  readonly needs: readonly string[];
}

export interface Move {
  readonly number: string;
  readonly from: Quarter;
  readonly to: Quarter;
  /** what it has to wait for */
  readonly because: string;
}

export interface WhatIf {
  /** what has to begin later, because what it needs ends later */
  readonly moved: readonly Move[];
  /** what has to begin later anyhow, because the plan crosses now: no effect of the yes, but in the plan that is shown */
  readonly already: readonly Move[];
  /** proposed items that fitted before and no longer do */
  readonly crowdedOut: readonly { readonly number: string; readonly quarter: Quarter; readonly short: number }[];
  /** quarters in which what is decided, with what is accepted, asks more than there is, and more than it did */
  readonly over: readonly { readonly quarter: Quarter; readonly short: number }[];
  /** the plan as it would stand, with every move made and what was accepted as decided */
  readonly plan: readonly WhatIfItem[];
}

/**
 * What a yes of the Taskforce to these proposed items would do: who has to wait longer, which other proposals no longer fit in the
 * people there are, and where the plan itself becomes too full. What crosses already, without
 * any yes, is no effect of it: both sides are compared with that put right. Nothing starts earlier than it was planned, and nothing changes length.
 * Source: domain, "The roadmap feeds the decision".
 */
export function whatIf(items: readonly WhatIfItem[], accepted: readonly string[], capacity: ReadonlyMap<string, number>): WhatIf {
  const yes = items.map((item) => (accepted.includes(item.number) && item.standing === "voorgesteld" ? { ...item, standing: "vastgesteld" as const } : item));
  const [base, { plan, because }] = [settle(items), settle(yes)];
  const was = new Map(base.plan.map((item) => [item.number, item]));
  const [before, after] = [decidedLoad(base.plan), decidedLoad(plan)];
  const [already, moved] = [movesBetween(items, base.plan, base.because), movesBetween(base.plan, plan, because)];
  const crowdedOut = plan
    .filter((item) => item.standing === "voorgesteld" && item.isHeld !== true)
    .flatMap((item) => {
      const full = firstFull(item, after, capacity);
      const old = was.get(item.number);
      return full !== null && old !== undefined && firstFull(old, before, capacity) === null ? [{ number: item.number, ...full }] : [];
    })
    .sort((a, b) => (a.number < b.number ? -1 : 1));
  const over = [...after.entries()]
    .flatMap(([quarter, load]) => {
      const short = load - (capacity.get(quarter) ?? Number.POSITIVE_INFINITY);
      return short > 0 && load > (before.get(quarter) ?? 0) ? [{ quarter, short }] : [];
    })
    .sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  return { moved, already, crowdedOut, over, plan };
}

/** The items that begin at another time in the second plan than in the first. */
function movesBetween(before: readonly WhatIfItem[], after: readonly WhatIfItem[], because: ReadonlyMap<string, string>): Move[] {
  const starts = new Map(before.map(({ number, start }) => [number, start]));
  return after.flatMap(({ number, start: to }) => {
    const from = starts.get(number) ?? to;
    return to === from ? [] : [{ number, from, to, because: because.get(number) ?? "" }];
  });
}

/** Moves every decided item behind what it needs of what is decided, in passes until nobody moves; a circle ends after as many passes as there are items. */
function settle(items: readonly WhatIfItem[]): { plan: WhatIfItem[]; because: ReadonlyMap<string, string> } {
  const plan = new Map(items.map((item) => [item.number, item]));
  const because = new Map<string, string>();
  for (let pass = 0; pass < items.length; pass++) {
    let isMoved = false;
    for (const item of plan.values()) {
      if (item.standing !== "vastgesteld" || !isWaiting(item)) continue;
      for (const need of item.needs) {
        const needed = plan.get(need);
        const current = plan.get(item.number) ?? item;
        if (needed?.standing !== "vastgesteld" || needed.progress === "gestopt" || needed.end < current.start) continue;
        const start = plusQuarters(needed.end, 1);
        plan.set(item.number, { ...current, start, end: plusQuarters(start, quartersBetween(current.start, current.end)) });
        because.set(item.number, need);
        isMoved = true;
      }
    }
    if (!isMoved) break;
  }
  return { plan: items.map(({ number }) => plan.get(number)).filter((item) => item !== undefined), because };
}

/** What runs, is ready or was stopped moves no more because of another. */
const isWaiting = ({ progress }: Planned): boolean => progress === undefined || progress === "gepland" || progress === "vertraagd";

function firstFull(item: Planned, load: ReadonlyMap<Quarter, number>, capacity: ReadonlyMap<string, number>): { quarter: Quarter; short: number } | null {
  const efforts = effortsOf(item);
  for (const [place, quarter] of quartersFrom(item.start, item.end).entries()) {
    const short = (load.get(quarter) ?? 0) + (efforts[place] ?? 0) - (capacity.get(quarter) ?? Number.POSITIVE_INFINITY);
    if (short > 0) return { quarter, short };
  }
  return null;
}
