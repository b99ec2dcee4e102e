import type { ComponentSlug } from "./story.ts";

export type AdoptionState = "niet" | "orientatie" | "besloten" | "in_aansluiting" | "aangesloten";

/** Invented: how many of 342 gemeenten stand where, per component. The rest does not take part. */
const TARGETS: Readonly<Record<ComponentSlug, Readonly<Record<Exclude<AdoptionState, "niet">, number>>>> = {
  "ggi-netwerk": { aangesloten: 268, in_aansluiting: 31, besloten: 14, orientatie: 18 },
  "ggi-veilig": { aangesloten: 197, in_aansluiting: 44, besloten: 27, orientatie: 39 },
  "ggi-services": { aangesloten: 84, in_aansluiting: 52, besloten: 41, orientatie: 88 },
  "ggi-afspraken": { aangesloten: 121, in_aansluiting: 19, besloten: 36, orientatie: 70 },
};

const ORDER = ["aangesloten", "in_aansluiting", "besloten", "orientatie"] as const;

/**
 * The invented state of each gemeente for one component: the same gemeente at the same place every time, larger ones
 * somewhat sooner. `codes` comes sorted from large to small.
 */
export function inventAdoption(component: ComponentSlug, codes: readonly string[]): ReadonlyMap<string, AdoptionState> {
  const ranked = codes
    .map((code, place) => ({ code, rank: place / codes.length + scatter(`${component}${code}`) * 1.6 }))
    .sort((a, b) => a.rank - b.rank);
  const states = new Map<string, AdoptionState>();
  let from = 0;
  for (const state of ORDER) {
    const share = Math.round((TARGETS[component][state] * codes.length) / 342);
    for (const { code } of ranked.slice(from, from + share)) states.set(code, state);
    from += share;
  }
  for (const { code } of ranked.slice(from)) states.set(code, "niet");
  return states;
}

/** A number from 0 to 1 that looks random and is always the same for the same text. */
export function scatter(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}
