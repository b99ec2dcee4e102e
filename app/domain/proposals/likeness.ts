import { wordKey } from "./import/words.ts";

/** From here on two titles are worth a look. */
export const LIKE_ENOUGH = 0.6;

/** How much two titles have in common, from 0 to 1: twice the pairs of letters they share over all their pairs (Dice 1945). Case, accents and signs do not count. */
export function likeness(one: string, other: string): number {
  const [left, right] = [pairsOf(wordKey(one)), pairsOf(wordKey(other))];
  if (left.length + right.length === 0) return wordKey(one) === wordKey(other) ? 1 : 0;
  const open = new Map<string, number>();
  for (const pair of left) open.set(pair, (open.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const rest = open.get(pair) ?? 0;
    if (rest === 0) continue;
    open.set(pair, rest - 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

/** The words of a title that say the most: its longest ones, for finding candidates. */
export const tellingWords = (title: string): string[] =>
  [...new Set(wordKey(title).split(" "))]
    .filter((word) => word.length >= 4)
    .sort((one, other) => other.length - one.length)
    .slice(0, 5);

const pairsOf = (text: string): string[] => text.split(" ").flatMap((word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, place) => word.slice(place, place + 2)));
