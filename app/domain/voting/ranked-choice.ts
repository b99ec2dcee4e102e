import { canonicalJson } from "../shared/canonical-json.ts";

/** A ranking: places from best to worst, each place one or more options. */
export type Ranking = readonly (readonly string[])[];

/** What the options of a prioritering are called: the number that an item has, or its place for a free text. */
export const optionsOf = (items: readonly { readonly number: string | null; readonly position: number }[]): string[] => items.map(({ number, position }) => number ?? `tekst-${position}`);

/**
 * The ranking that numbers give: the lowest number first, equal numbers share a place, options without a number are left out and
 * so come last. Source: voting, "Priority ranking".
 */
export function rankingOf(numbers: ReadonlyMap<string, number>): Ranking {
  const places = [...new Set(numbers.values())].sort((one, other) => one - other);
  return places.map((place) => [...numbers].flatMap(([option, number]) => (number === place ? [option] : [])).sort());
}

/** How a ballot keeps a ranking. */
export const rankingText = (ranking: Ranking): string => canonicalJson(ranking);

/** The ranking that a ballot keeps, if it is one of these options, each at most once; else null. */
export function parseRanking(text: string, options: readonly string[]): Ranking | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(parsed) || parsed.length === 0) return null;
  const places: string[][] = [];
  for (const place of parsed as unknown[]) {
    if (!Array.isArray(place) || place.length === 0 || !place.every((option): option is string => typeof option === "string" && options.includes(option))) return null;
    places.push(place);
  }
  const named = places.flat();
  return new Set(named).size === named.length ? places : null;
}

/** The number that each ranked option has, to fill in a form: 1 for the first place. */
export const numbersOf = (ranking: Ranking): Map<string, number> => new Map(ranking.flatMap((place, index) => place.map((option) => [option, index + 1] as const)));
