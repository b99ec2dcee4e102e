import { groupBy } from "#app/domain/shared/group-by.ts";

/** A chapter as it hangs in the outline: at the top, or under another. */
export interface ChapterPlace {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
}

export interface RequirementPlace {
  readonly id: string;
  readonly chapterId: string;
  readonly position: number;
}

/** A line of the outline with its number: `2.3` for a chapter under chapter 2, `2.3.1` for its first requirement. */
export type OutlineLine<Chapter, Requirement> =
  | { readonly kind: "chapter"; readonly number: string; readonly depth: 1 | 2; readonly chapter: Chapter }
  | { readonly kind: "requirement"; readonly number: string; readonly depth: 1 | 2; readonly requirement: Requirement };

/** Chapters nest two deep: chapter and section. */
export const DEEPEST = 2;

/**
 * Everything in the order in which it is read, numbered. Within a chapter its own requirements come first and its sections count on
 * from there, so that no number is given twice. The order in which the rows come does not matter.
 */
export function outlineOf<Chapter extends ChapterPlace, Requirement extends RequirementPlace>(chapters: readonly Chapter[], requirements: readonly Requirement[]): OutlineLine<Chapter, Requirement>[] {
  const below = groupBy(chapters, ({ parentId }) => parentId ?? "");
  const within = groupBy(requirements, ({ chapterId }) => chapterId);
  const lines: OutlineLine<Chapter, Requirement>[] = [];
  const tell = (chapter: Chapter, number: string, depth: 1 | 2): void => {
    lines.push({ kind: "chapter", number, depth, chapter });
    const own = inOrder(within.get(chapter.id) ?? []);
    for (const [index, requirement] of own.entries()) lines.push({ kind: "requirement", number: `${number}.${index + 1}`, depth, requirement });
    if (depth === DEEPEST) return;
    for (const [index, section] of inOrder(below.get(chapter.id) ?? []).entries()) tell(section, `${number}.${own.length + index + 1}`, 2);
  };
  for (const [index, chapter] of inOrder(below.get("") ?? []).entries()) tell(chapter, String(index + 1), 1);
  return lines;
}

/** `2.10` comes after `2.9`, and `2` before `2.1`. */
export function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let place = 0; place < Math.max(one.length, other.length); place++) {
    const difference = (one[place] ?? -1) - (other[place] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const inOrder = <Placed extends { readonly id: string; readonly position: number }>(placed: readonly Placed[]): Placed[] => [...placed].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
