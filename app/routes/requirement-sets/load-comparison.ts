import type { CommandContext } from "#app/commands/context.ts";
import { compareSets, type ComparedRequirement } from "#app/domain/requirement-sets/comparison.ts";
import { slices } from "#app/platform/export/slices.ts";
import { differenceOf } from "#app/platform/kept-diffs.ts";
import { findOutline, listRequirementTexts, type Line } from "#db/queries/requirement-outlines.ts";
import type { Edition } from "#db/queries/requirement-sets.ts";

/** Of so many changed requirements the words are compared; of the others only that they changed. */
const MOST_DIFFS = 100;

interface Placed extends ComparedRequirement {
  readonly id: string;
  readonly title: string;
}

/** What came, went, changed and moved from one edition to another, as far as the reader may see the requirements. */
export async function loadComparison(context: CommandContext, from: Edition, to: Edition) {
  const { db, actor } = context;
  const [before, after] = [(await findOutline(db, actor, from.id)).lines, (await findOutline(db, actor, to.id)).lines];
  const { added, removed, changed, moved } = compareSets(placedIn(before), placedIn(after));
  const shown = changed.slice(0, MOST_DIFFS);
  const texts = await listRequirementTexts(db, shown.flatMap((pair) => (pair.before.version === pair.after.version ? [] : [pair.before.id, pair.after.id])));
  const breathe = slices();
  const changes = [];
  for (const pair of shown) {
    const [old, fresh] = [texts.get(pair.before.id), texts.get(pair.after.id)];
    changes.push({ ...pairOf(pair), fields: old && fresh ? differenceOf(old, fresh) : [] });
    await breathe();
  }
  return {
    ...{ from: from.version, to: to.version, chapters: chapterChanges(before, after) },
    ...{ added: added.map(listed), removed: removed.map(listed), changed: changes, moreChanged: changed.length - shown.length, moved: moved.map(pairOf) },
  };
}

const placedIn = (lines: readonly Line[]): Placed[] => {
  const origins = new Map(lines.flatMap((line) => (line.kind === "chapter" ? [[line.chapter.id, line.chapter.originId] as const] : [])));
  return lines.flatMap((line) => {
    if (line.kind === "chapter") return [];
    const { id, proposal, title, chapterId, version, kind, weight } = line.requirement;
    return [{ id, proposal, title, number: line.number, chapter: origins.get(chapterId) ?? chapterId, version, kind, weight }];
  });
};

const listed = ({ proposal, number, title, version, kind, weight }: Placed) => ({ proposal, number, title, version, kind, weight });
const pairOf = ({ before, after }: { before: Placed; after: Placed }) => ({ before: listed(before), after: listed(after) });

/** Chapters are the same ones by where they came from. */
function chapterChanges(before: readonly Line[], after: readonly Line[]) {
  const namesIn = (lines: readonly Line[]) => new Map(lines.flatMap((line) => (line.kind === "chapter" ? [[line.chapter.originId, { number: line.number, title: line.chapter.title }] as const] : [])));
  const [old, fresh] = [namesIn(before), namesIn(after)];
  const name = ({ number, title }: { number: string; title: string }): string => `${number} ${title}`;
  return {
    added: [...fresh].flatMap(([origin, chapter]) => (old.has(origin) ? [] : [name(chapter)])),
    removed: [...old].flatMap(([origin, chapter]) => (fresh.has(origin) ? [] : [name(chapter)])),
    renamed: [...fresh].flatMap(([origin, chapter]) => {
      const was = old.get(origin);
      return was && was.title !== chapter.title ? [{ before: was.title, after: chapter.title }] : [];
    }),
  };
}

export type LoadedComparison = Awaited<ReturnType<typeof loadComparison>>;
