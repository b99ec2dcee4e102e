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
  const count = pairwiseCount(options);
  for (const ballot of ballots) count.add(ballot);
  return count.result();
}

/** A count of rankings that one ballot can be added to or taken from, without counting the others again. */
export interface PairwiseCount {
  readonly add: (ballot: RankedBallot) => void;
  readonly take: (ballot: RankedBallot) => void;
  readonly result: () => RankingResult;
}

/** An empty count over these options. Throws on a ranking with an option that is not there, or is there twice. */
export function pairwiseCount(options: readonly string[]): PairwiseCount {
  const n = options.length;
  const indexOf = new Map(options.map((option, index) => [option, index]));
  // A square in one row: `[i * n + j]` is the weight that prefers option i to option j.
  const preferences = new Float64Array(n * n);
  const order = new Int32Array(n);
  const ends = new Int32Array(n);
  const seenIn = new Int32Array(n);
  let ballots = 0;

  /** Puts the options in order of preference, those left out last, and notes where the place of each ends. */
  function arrange(ranking: RankedBallot["ranking"]): void {
    ballots++;
    let filled = 0;
    for (let position = 0; position < ranking.length; position++) {
      const place = ranking[position] ?? [];
      const begin = filled;
      for (let one = 0; one < place.length; one++) {
        const option = place[one] ?? "";
        const index = indexOf.get(option);
        if (index === undefined) throw new RangeError(`not an option: ${option}`);
        if (seenIn[index] === ballots) throw new RangeError(`ranked twice: ${option}`);
        seenIn[index] = ballots;
        order[filled++] = index;
      }
      for (let one = begin; one < filled; one++) ends[one] = filled;
    }
    if (filled === n) return;
    ends.fill(n, filled, n);
    for (let index = 0; index < n; index++) if (seenIn[index] !== ballots) order[filled++] = index;
  }

  function weigh({ ranking }: RankedBallot, weight: number): void {
    arrange(ranking);
    for (let better = 0; better < n; better++) {
      const row = (order[better] ?? 0) * n;
      for (let worse = ends[better] ?? n; worse < n; worse++) {
        const pair = row + (order[worse] ?? 0);
        preferences[pair] = (preferences[pair] ?? 0) + weight;
      }
    }
  }

  return {
    add: (ballot) => weigh(ballot, ballot.weight),
    take: (ballot) => weigh(ballot, -ballot.weight),
    result: () => ({ order: placesOf(options, strongestPaths(preferences, n)), pairwise: tableOf(options, preferences) }),
  };
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
