import { keyOf } from "./plain.ts";
import type { ImportedAction, ImportedDecision } from "./types.ts";

/** An action in the text that the list at the end repeats word for word counts once, with whatever either says of it. */
export const actionsOnce = (actions: readonly ImportedAction[]): ImportedAction[] => once(actions, isOneAction, wholeAction);

/** A marked decision counts once, and prose that says the same is no second one. */
export const decisionsOnce = (decisions: readonly ImportedDecision[]): ImportedDecision[] =>
  once(
    decisions,
    () => true,
    (one, other) => ({ ...(one.certainty === "candidate" ? other : one), number: one.number ?? other.number }),
  );

function once<Told extends { readonly statement: string }>(told: readonly Told[], isSame: (one: Told, other: Told) => boolean, whole: (one: Told, other: Told) => Told): Told[] {
  const kept: Told[] = [];
  const places = new Map<string, number[]>();
  for (const one of told) {
    const words = keyOf(one.statement).replace(/[^\p{L}\d]+/gu, " ");
    const known = places.get(words) ?? [];
    const at = known.find((place) => isSame(kept[place] ?? one, one));
    const other = at === undefined ? undefined : kept[at];
    if (at !== undefined && other) kept[at] = whole(other, one);
    else {
      places.set(words, [...known, kept.length]);
      kept.push(one);
    }
  }
  return kept;
}

/** Once in the text and once in a list, and not of two different people. */
const isOneAction = (one: ImportedAction, other: ImportedAction): boolean =>
  (one.form === "inline") !== (other.form === "inline") && (one.owners.length === 0 || other.owners.length === 0 || one.owners.some((owner) => other.owners.some((name) => name.startsWith(owner) || owner.startsWith(name))));

function wholeAction(one: ImportedAction, other: ImportedAction): ImportedAction {
  const [list, text] = one.form === "inline" ? [other, one] : [one, other];
  return { ...list, number: list.number ?? text.number, owners: list.owners.length > 0 ? list.owners : text.owners, dueText: list.dueText ?? text.dueText, dueOn: list.dueText === null ? text.dueOn : list.dueOn, note: list.note ?? text.note };
}
