import { CHOICES_OF, type RoundKind } from "./choice.ts";
import { optionsOf, rankingText } from "./ranked-choice.ts";

/** How many seats vote which way in a rehearsal, in the order of the choices of the kind; the other seats do not vote. */
export interface RehearsedVotes {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

interface Item {
  readonly id: string;
  readonly number: string | null;
  readonly position: number;
}

/**
 * What the seat at this place votes in a rehearsal, on every item the same; null for a seat that does not vote. In a prioritering the
 * first seats follow the order of the items, the next the reverse order, the last put all in one place.
 */
export function rehearsedChoices(kind: RoundKind, { first, second, third }: RehearsedVotes, place: number, items: readonly Item[]): { readonly itemId: string; readonly choice: string }[] | null {
  const group = place < first ? 0 : place < first + second ? 1 : place < first + second + third ? 2 : null;
  if (group === null) return null;
  if (kind === "prioritering") {
    const options = optionsOf(items);
    const ranking = [options.map((option) => [option]), options.map((option) => [option]).reverse(), [options]][group] ?? [];
    return items[0] ? [{ itemId: items[0].id, choice: rankingText(ranking) }] : null;
  }
  const choice: string | undefined = CHOICES_OF[kind][group];
  return choice === undefined ? null : items.map(({ id }) => ({ itemId: id, choice }));
}
