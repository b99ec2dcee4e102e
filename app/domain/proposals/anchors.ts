/** The same tokens at `a` in one list and at `b` in the other, `length` of them. */
export interface SameRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

const WINDOW = 5;

/**
 * Stretches that two long texts surely share: windows of five tokens that occur once in each, in the same order in both.
 * Between them little is left to compare, so that the work grows with the length of a text and not with its square.
 * Source: the patience diff of Bram Cohen, on windows of tokens instead of lines.
 */
export function sharedRuns(a: readonly string[], b: readonly string[]): SameRun[] {
  const signs = asSigns(a, b);
  if (signs === null) return [];
  const [inA, inB] = [onceIn(signs[0]), onceIn(signs[1])];
  const pairs = [...inA].flatMap(([window, at]): [number, number][] => {
    const other = inB.get(window);
    return at < 0 || other === undefined || other < 0 ? [] : [[at, other]];
  });
  const runs: { a: number; b: number; length: number }[] = [];
  for (const [at, other] of longestRise(pairs.sort((one, two) => one[0] - two[0]))) {
    const last = runs.at(-1);
    const [endA, endB] = last === undefined ? [0, 0] : [last.a + last.length, last.b + last.length];
    if (at >= endA && other >= endB) runs.push({ a: at, b: other, length: WINDOW });
    else if (last !== undefined && at - other === last.a - last.b) last.length = at + WINDOW - last.a;
  }
  return runs;
}

/** Where each window starts; below zero when it comes more than once. Tokens are written as one sign each, so that a window is a short text. */
function onceIn(signs: string): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + WINDOW <= signs.length; at++) {
    const window = signs.slice(at, at + WINDOW);
    places.set(window, places.has(window) ? -1 : at);
  }
  return places;
}

const MOST_SIGNS = 65_000;

/** Both lists with a sign for each different token; null when there are more tokens than signs. */
function asSigns(a: readonly string[], b: readonly string[]): [string, string] | null {
  const known = new Map<string, number>();
  const signOf = (token: string): number => {
    const sign = known.get(token) ?? known.size;
    if (sign === known.size) known.set(token, sign);
    return sign;
  };
  const [first, second] = [a.map(signOf), b.map(signOf)];
  const written = (codes: number[]) => codes.map((code) => String.fromCharCode(code)).join("");
  return known.size > MOST_SIGNS ? null : [written(first), written(second)];
}

/** The longest choice of pairs in which both numbers rise; the first numbers rise already. */
function longestRise(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, value], index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  });
  const rise: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) rise.push(pair);
  }
  return rise.reverse();
}
