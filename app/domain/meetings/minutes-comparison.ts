import { diffWords, type DiffPart } from "../proposals/diff.ts";

interface ComparedItem {
  readonly id: string;
  readonly title: string;
  readonly minutes: string;
}

export interface ItemChange {
  readonly id: string;
  readonly title: string;
  readonly change: "added" | "gone" | "changed";
  readonly parts: readonly DiffPart[];
}

/** Which items of the minutes differ between two versions, and in which words; in the order of the newer, what is gone last. */
export function compareMinutes(before: readonly ComparedItem[], after: readonly ComparedItem[]): ItemChange[] {
  const changed = after.flatMap((item): ItemChange[] => {
    const old = before.find(({ id }) => id === item.id);
    if (old?.minutes === item.minutes && old.title === item.title) return [];
    return [{ id: item.id, title: item.title, change: old === undefined ? "added" : "changed", parts: diffWords(old?.minutes ?? "", item.minutes) }];
  });
  const gone = before.filter((old) => !after.some(({ id }) => id === old.id)).map((old): ItemChange => ({ id: old.id, title: old.title, change: "gone", parts: diffWords(old.minutes, "") }));
  return [...changed, ...gone];
}
