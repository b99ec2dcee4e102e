import type { RequirementKind } from "./requirement-set.ts";

/** A requirement of one edition as two editions are compared; in the order of reading. */
export interface ComparedRequirement {
  readonly proposal: string;
  readonly number: string;
  /** the chapter by what it was in the first edition, so that a new title is no move */
  readonly chapter: string;
  readonly version: number;
  readonly kind: RequirementKind;
  readonly weight: number | null;
}

export interface Pair<Item> {
  readonly before: Item;
  readonly after: Item;
}

export interface SetComparison<Item extends ComparedRequirement = ComparedRequirement> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** another version of the proposal, or another weight */
  readonly changed: readonly Pair<Item>[];
  /** in another chapter, or at another place among those that stayed */
  readonly moved: readonly Pair<Item>[];
}

/**
 * What came, went, changed and moved between two editions. A number that shifts because something came in front of it is no move.
 * Comparing the other way round gives the exact opposite.
 */
export function compareSets<Item extends ComparedRequirement>(before: readonly Item[], after: readonly Item[]): SetComparison<Item> {
  const [old, fresh] = [byProposal(before), byProposal(after)];
  const pairs = before.flatMap((one) => {
    const other = fresh.get(one.proposal);
    return other ? [{ before: one, after: other }] : [];
  });
  const stayed = steady(before.filter(({ proposal }) => fresh.has(proposal)), after.filter(({ proposal }) => old.has(proposal)));
  return {
    added: after.filter(({ proposal }) => !old.has(proposal)),
    removed: before.filter(({ proposal }) => !fresh.has(proposal)),
    changed: pairs.filter((pair) => pair.before.version !== pair.after.version || pair.before.weight !== pair.after.weight || pair.before.kind !== pair.after.kind),
    moved: pairs.filter((pair) => pair.before.chapter !== pair.after.chapter || !stayed.has(pair.before.proposal)),
  };
}

/** The requirements that keep their order within their chapter. Of two ways to see a move one is chosen by the texts themselves, not by which edition comes first. */
function steady(before: readonly ComparedRequirement[], after: readonly ComparedRequirement[]): Set<string> {
  const key = (list: readonly ComparedRequirement[]): string => list.map(({ chapter, proposal }) => `${chapter}/${proposal}`).join("\n");
  const [first, second] = key(before) <= key(after) ? [before, after] : [after, before];
  const places = new Map(second.map(({ proposal, chapter }, place) => [proposal, { chapter, place }]));
  const chapters = new Map<string, { proposal: string; place: number }[]>();
  for (const { proposal, chapter } of first) {
    const other = places.get(proposal);
    if (other?.chapter !== chapter) continue;
    const list = chapters.get(chapter);
    if (list) list.push({ proposal, place: other.place });
    else chapters.set(chapter, [{ proposal, place: other.place }]);
  }
  return new Set([...chapters.values()].flatMap(longestRise).map(({ proposal }) => proposal));
}

/** The longest row of items whose places only rise: patience sorting with a way back. */
function longestRise<Item extends { readonly place: number }>(items: readonly Item[]): Item[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, { place }] of items.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((items[tails[middle] ?? 0]?.place ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  }
  const rise: Item[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    const item = items[at];
    if (item) rise.push(item);
  }
  return rise.reverse();
}

const byProposal = <Item extends ComparedRequirement>(list: readonly Item[]): ReadonlyMap<string, Item> => new Map(list.map((one) => [one.proposal, one]));

/** A chapter as two editions are compared, in the order of reading; it is the same one by where it came from. */
export interface ComparedChapter {
  readonly origin: string;
  /** where the chapter came from under which it stands; null at the top */
  readonly parent: string | null;
  readonly number: string;
  readonly title: string;
  readonly intro: string;
}

export interface ChapterComparison {
  readonly added: readonly ComparedChapter[];
  readonly removed: readonly ComparedChapter[];
  readonly renamed: readonly Pair<ComparedChapter>[];
  /** under another chapter, or at another place among those that stayed under the same one */
  readonly moved: readonly Pair<ComparedChapter>[];
  readonly reworded: readonly Pair<ComparedChapter>[];
}

/** What became of the chapters. A number that shifts because a chapter came in front of it is no move. */
export function compareChapters(before: readonly ComparedChapter[], after: readonly ComparedChapter[]): ChapterComparison {
  const [old, fresh] = [new Map(before.map((one) => [one.origin, one])), new Map(after.map((one) => [one.origin, one]))];
  const pairs = after.flatMap((one) => {
    const was = old.get(one.origin);
    return was ? [{ before: was, after: one }] : [];
  });
  const placesIn = (list: readonly ComparedChapter[]): Map<string, number> => {
    const counts = new Map<string | null, number>();
    return new Map(
      list.filter(({ origin }) => old.get(origin) !== undefined && old.get(origin)?.parent === fresh.get(origin)?.parent && fresh.has(origin)).map(({ origin, parent }) => {
        counts.set(parent, (counts.get(parent) ?? 0) + 1);
        return [origin, counts.get(parent) ?? 0];
      }),
    );
  };
  const [placeBefore, placeAfter] = [placesIn(before), placesIn(after)];
  return {
    added: after.filter(({ origin }) => !old.has(origin)),
    removed: before.filter(({ origin }) => !fresh.has(origin)),
    renamed: pairs.filter((pair) => pair.before.title !== pair.after.title),
    moved: pairs.filter((pair) => pair.before.parent !== pair.after.parent || placeBefore.get(pair.after.origin) !== placeAfter.get(pair.after.origin)),
    reworded: pairs.filter((pair) => pair.before.intro !== pair.after.intro),
  };
}
