/** One seat's ranking: places from best to worst, each place one or more options; options left out come last. */
export interface RankedBallot {
  readonly weight: number;
  readonly ranking: readonly (readonly string[])[];
}

export interface RankingResult {
  /** places from best to worst; options in one place are tied */
  readonly order: readonly (readonly string[])[];
  /** how much weight prefers the first option to the second */
  readonly pairwise: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Orders options by the Schulze method (beatpath, winning votes); ties are shown as ties.
 * The sum of the weights must be a safe integer. Source: voting, "Priority ranking".
 */
export function rank(options: readonly string[], ballots: readonly RankedBallot[]): RankingResult {
  const preferences = pairwise(options, ballots);
  const paths = strongestPaths(preferences, options.length);
  return { order: placesOf(options, paths), pairwise: tableOf(options, preferences) };
}

/** A square matrix in one row: `[i * n + j]` is the weight that prefers option i to option j. */
function pairwise(options: readonly string[], ballots: readonly RankedBallot[]): Float64Array {
  const n = options.length;
  const indexOf = new Map(options.map((option, index) => [option, index]));
  const matrix = new Float64Array(n * n);
  const placeOf = new Int32Array(n);
  for (const { weight, ranking } of ballots) {
    placeOf.fill(ranking.length);
    ranking.forEach((place, position) => {
      for (const option of place) {
        const index = indexOf.get(option);
        if (index === undefined) throw new RangeError(`not an option: ${option}`);
        placeOf[index] = position;
      }
    });
    countPairs(matrix, placeOf, weight);
  }
  return matrix;
}

function countPairs(matrix: Float64Array, placeOf: Int32Array, weight: number): void {
  const n = placeOf.length;
  for (let i = 0; i < n; i++) {
    const mine = placeOf[i] ?? 0;
    for (let j = 0; j < n; j++) {
      if (mine < (placeOf[j] ?? 0)) matrix[i * n + j] = (matrix[i * n + j] ?? 0) + weight;
    }
  }
}

/** Widest paths by Floyd and Warshall over the pairs that are won. */
function strongestPaths(preferences: Float64Array, n: number): Float64Array {
  const at = (matrix: Float64Array, i: number, j: number) => matrix[i * n + j] ?? 0;
  const paths = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (at(preferences, i, j) > at(preferences, j, i)) paths[i * n + j] = at(preferences, i, j);
  }
  for (let via = 0; via < n; via++) {
    for (let i = 0; i < n; i++) {
      if (i === via) continue;
      for (let j = 0; j < n; j++) {
        if (j === i || j === via) continue;
        const detour = Math.min(at(paths, i, via), at(paths, via, j));
        if (detour > at(paths, i, j)) paths[i * n + j] = detour;
      }
    }
  }
  return paths;
}

/** Takes the unbeaten options off the top, again and again; whoever is unbeaten together is tied. */
function placesOf(options: readonly string[], paths: Float64Array): string[][] {
  const n = options.length;
  const beats = (i: number, j: number) => (paths[i * n + j] ?? 0) > (paths[j * n + i] ?? 0);
  const places: string[][] = [];
  let left = options.map((_, index) => index);
  while (left.length > 0) {
    const unbeaten = left.filter((option) => !left.some((other) => beats(other, option)));
    places.push(unbeaten.map((index) => options[index] ?? ""));
    left = left.filter((option) => !unbeaten.includes(option));
  }
  return places;
}

function tableOf(options: readonly string[], preferences: Float64Array): Record<string, Record<string, number>> {
  const n = options.length;
  const entries = options.map((option, i): [string, Record<string, number>] => [
    option,
    Object.fromEntries(options.flatMap((other, j) => (i === j ? [] : [[other, preferences[i * n + j] ?? 0]]))),
  ]);
  return Object.fromEntries(entries);
}
