import type { Progress } from "./item.ts";
import { plusQuarters, type Quarter } from "./quarter.ts";

export const HORIZONS = ["nu", "straks", "later", "klaar"] as const;
export type Horizon = (typeof HORIZONS)[number];

const DONE: readonly Progress[] = ["gerealiseerd", "in_gebruik", "gestopt"];

/** nu: begun, or beginning this quarter · straks: within the next two quarters · later: after that · klaar: done, in use or stopped. */
export function horizonOf({ start, progress }: { readonly start: Quarter; readonly progress: Progress }, current: Quarter): Horizon {
  if (DONE.includes(progress)) return "klaar";
  if (start <= current || progress === "loopt") return "nu";
  return start <= plusQuarters(current, 2) ? "straks" : "later";
}

/** Pairs in which the one who waits starts before what it needs has ended: a warning. */
export interface Crossing {
  readonly item: string;
  readonly needs: string;
}

export function crossings(items: readonly { readonly id: string; readonly start: Quarter; readonly end: Quarter }[], pairs: readonly { readonly itemId: string; readonly needsId: string }[]): Crossing[] {
  const known = new Map(items.map((item) => [item.id, item]));
  return pairs.flatMap(({ itemId, needsId }) => {
    const [item, needed] = [known.get(itemId), known.get(needsId)];
    return item && needed && needed.end >= item.start ? [{ item: itemId, needs: needsId }] : [];
  });
}
