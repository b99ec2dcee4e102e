import { strictest } from "#app/domain/access/visibility.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { compareChapters, compareSets, type ComparedChapter, type ComparedRequirement } from "#app/domain/requirement-sets/comparison.ts";
import { slices } from "#app/platform/export/slices.ts";
import { differenceOf } from "#app/platform/kept-diffs.ts";
import { findOutline, listRequirementTexts, type Line } from "#db/queries/requirement-outlines.ts";
import { shownOf } from "./set-files.ts";
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
  const outlines = [await findOutline(db, actor, from.id), await findOutline(db, actor, to.id)] as const;
  const [before, after] = [outlines[0].lines, outlines[1].lines];
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
    tlp: strictest([shownOf(from, outlines[0]).tlp, shownOf(to, outlines[1]).tlp]),
    ...{ from: from.version, to: to.version, chapters: chapterChanges(before, after), isReintroduced: from.intro !== to.intro, isRetitled: from.title !== to.title },
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

const chaptersIn = (lines: readonly Line[]): ComparedChapter[] => {
  const origins = new Map(lines.flatMap((line) => (line.kind === "chapter" ? [[line.chapter.id, line.chapter.originId] as const] : [])));
  return lines.flatMap((line) => (line.kind === "chapter" ? [{ origin: line.chapter.originId, parent: line.chapter.parentId === null ? null : (origins.get(line.chapter.parentId) ?? null), number: line.number, title: line.chapter.title, intro: line.chapter.intro }] : []));
};

function chapterChanges(before: readonly Line[], after: readonly Line[]) {
  const { added, removed, renamed, moved, reworded } = compareChapters(chaptersIn(before), chaptersIn(after));
  const name = ({ number, title }: ComparedChapter): string => `${number} ${title}`;
  return {
    ...{ added: added.map(name), removed: removed.map(name), reworded: reworded.map((pair) => name(pair.after)) },
    renamed: renamed.map((pair) => ({ before: pair.before.title, after: pair.after.title })),
    moved: moved.map((pair) => ({ before: name(pair.before), after: pair.after.number })),
  };
}

export type LoadedComparison = Awaited<ReturnType<typeof loadComparison>>;
